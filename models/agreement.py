#!/usr/bin/env python3
"""Tell how far the two annotations of models/articles/ agree.

    python models/agreement.py                  # the table of models/articles.md
    python models/agreement.py --check          # says only whether the second annotation compiles
    python models/agreement.py --differences    # every disagreement about an article that is not held out

The second annotation, models/articles/second/, has the form that compile_articles.py describes; its articles carry only
their ID. Events are paired one to one, best first: a trigger or further mention in common, or else a common type in a
common sentence. An event may have several readings that count as right (`type_alt`, `place_alt`, optional actors):
two annotations are compatible where they share a reading, and the same where their first readings are the same.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from compile_articles import SOURCES, articles, compiled
from distance import km

FILES = ("long", "locked_long", "short", "locked_short")
NEAR = {"city": 25, "admin": 161}  # km within which two points are one place, as the scores of the library have it
SENTENCE_ENDS = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9•-])|\n+")
ARTICLES = {"the", "a", "an", "its", "his", "her", "their", "some", "mr", "mrs", "ms", "dr"}
Record = dict[str, Any]
Compare = Callable[[Record, Record], bool]


# ---------------------------------------------------------------- reading
def first_annotation() -> dict[str, Record]:
    """The compiled articles of the first annotation by ID; `file` says which file they are in."""
    found = {}
    for name in FILES:
        for line in (SOURCES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found[row["id"]] = row | {"file": name}
    return found


def second_annotation(texts: dict[str, Record]) -> tuple[dict[str, Record], list[str]]:
    """The articles of the second annotation by ID, and what is wrong with it."""
    found: dict[str, Record] = {}
    faults: list[str] = []
    for name in FILES:
        for article in articles(SOURCES / "second" / f"{name}.txt", texts):
            row, wrong = compiled(*article)
            faults += wrong
            if row["id"] in found or texts[row["id"]]["file"] != name:
                faults.append(f"{row['id']}: twice, or in the wrong file {name}")
            found[row["id"]] = row
    return found, faults


# ---------------------------------------------------------------- pairing
@dataclass(frozen=True, slots=True)
class Pairing:
    """The events of an article: those that both annotations have, those of the first only, those of the second only."""

    article: Record
    both: list[tuple[Record, Record]]
    first: list[Record]
    second: list[Record]


def pair(article: Record, first: Sequence[Record], second: Sequence[Record]) -> Pairing:
    """Which event of the one annotation is which of the other."""
    starts = [0, *(match.end() for match in SENTENCE_ENDS.finditer(article["text"]))]
    ranked = sorted(
        ((rank(one, other, starts), -i, -j) for i, one in enumerate(first) for j, other in enumerate(second)),
        reverse=True,
    )
    partner: dict[int, int] = {}
    for score, i, j in ranked:
        if score and -i not in partner and -j not in partner.values():
            partner[-i] = -j
    return Pairing(
        article,
        [(first[i], second[j]) for i, j in sorted(partner.items())],
        [event for i, event in enumerate(first) if i not in partner],
        [event for j, event in enumerate(second) if j not in partner.values()],
    )


def rank(one: Record, other: Record, starts: Sequence[int]) -> float:
    """How well two events fit each other; 0 where they cannot be the same."""
    common = compatible_type(one, other)
    if touch([one["trigger"]], [other["trigger"]]):
        return 3 + common
    if touch(mentions(one), mentions(other)):
        return 2 + 1.5 * common
    if common and sentences(one, starts) & sentences(other, starts):
        return 0.5 + 0.1 * (compatible_side("source")(one, other) + compatible_side("target")(one, other))
    return 0


def mentions(event: Record) -> list[Record]:
    """Its trigger and the further mentions."""
    return [event["trigger"], *event["also"]]


def touch(some: Sequence[Record], others: Sequence[Record]) -> bool:
    """Whether a span of the one overlaps one of the other."""
    return any(a["start"] < b["end"] and b["start"] < a["end"] for a in some for b in others)


def sentences(event: Record, starts: Sequence[int]) -> set[int]:
    """The numbers of the sentences that mention it."""
    return {sum(start <= span["start"] for start in starts) for span in mentions(event)}


# ---------------------------------------------------------------- slots
def readings(event: Record, slot: str) -> list[Any]:
    """All that counts as right in a slot, the first reading first."""
    return [event[slot], *event.get(f"{slot}_alt", [])]


def compatible_type(one: Record, other: Record) -> bool:
    """Whether they share a type."""
    return bool(set(readings(one, "type")) & set(readings(other, "type")))


def compatible(slot: str, same: Callable[[Any, Any], bool]) -> Compare:
    """Whether two events share a reading of a slot."""
    return lambda one, other: any(same(a, b) for a in readings(one, slot) for b in readings(other, slot))


def first_same(slot: str, same: Callable[[Any, Any], bool]) -> Compare:
    """Whether the first readings of a slot are the same."""
    return lambda one, other: same(one[slot], other[slot])


def equal(one: Any, other: Any) -> bool:
    """Whether two values are the same."""
    return bool(one == other)


def same_place(one: Record | None, other: Record | None) -> bool:
    """Whether two places are one: near each other, or in the same country where one of them is a country."""
    if one is None or other is None:
        return one is other
    if "country" in (one["level"], other["level"]):
        return bool(one["country_code"] == other["country_code"] and one["level"] == other["level"])
    apart = km(one["latitude"], one["longitude"], other["latitude"], other["longitude"])
    return apart <= max(NEAR[one["level"]], NEAR[other["level"]])


def same_days(one: list[str] | None, other: list[str] | None) -> bool:
    """Whether both ends of two intervals are at most a day apart."""
    if one is None or other is None:
        return one is other
    return all(abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= 1 for a, b in zip(one, other, strict=True))


def same_actor(one: Record | None, other: Record | None) -> bool:
    """Whether a name of the one is a name of the other, or the longer form of it."""
    if one is None or other is None:
        return one is other
    names = [[words(name) for name in (actor["name"], *actor["alt"])] for actor in (one, other)]
    return any(
        a == b or (a[-1:] == b[-1:] and (set(a) <= set(b) or set(b) <= set(a))) for a in names[0] for b in names[1]
    )


def words(name: str) -> list[str]:
    """The words of a name up to "of" and the like, without articles, accents and possessives."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = re.sub(r"['’]s?\b", "", plain.lower())
    core = re.split(r"\b(?:of|in|from|at|on|near)\b|,(?!\d)", plain)[0].strip() or plain
    return [word for word in re.findall(r"[\w-]+", core) if word not in ARTICLES] or re.findall(r"[\w-]+", core)


def actors(event: Record, side: str, together: bool) -> list[Record]:
    """The actors of a side; of both sides where each does to the other, which then has no targets."""
    if not together:
        return list(event[side])
    return event["source"] + event["target"] if side == "source" else []


def sides(one: Record, other: Record, side: str) -> tuple[list[Record], list[Record]]:
    """The actors of a side of both events; both sides together where one of the annotations calls it reciprocal."""
    together = one["reciprocal"] or other["reciprocal"]
    return actors(one, side, together), actors(other, side, together)


def compatible_side(side: str) -> Compare:
    """Whether no required actor of the one annotation is missing from the other."""
    return lambda one, other: mutual(*sides(one, other, side))


def same_side(side: str) -> Compare:
    """Whether the required actors are the same."""
    return lambda one, other: mutual(*map(required, sides(one, other, side)))


def mutual(some: Sequence[Record], others: Sequence[Record]) -> bool:
    """Whether the required actors of each of two lists are in the other."""
    return covers(some, others) and covers(others, some)


def covers(given: Sequence[Record], wanted: Sequence[Record]) -> bool:
    """Whether all required actors are among those given."""
    return all(actor.get("optional") or any(same_actor(actor, other) for other in given) for actor in wanted)


def required(given: Sequence[Record]) -> list[Record]:
    """The actors that may not be left out."""
    return [actor for actor in given if not actor.get("optional")]


def names(slot: str) -> Callable[[Record], bool]:
    """Whether a reading of a slot is filled."""
    return lambda event: any(readings(event, slot))


def told_again(event: Record) -> str:
    """Whether the event has further mentions, as a label."""
    return str(bool(event["also"]))


def as_often(one: Record, other: Record) -> bool:
    """Whether both or neither have further mentions."""
    return told_again(one) == told_again(other)


def retold_alike(one: Record, other: Record) -> bool:
    """Whether they have a mention in common beside the one that pairs them."""
    return sum(touch([mention], mentions(other)) for mention in mentions(one)) > 1


def same_mentions(one: Record, other: Record) -> bool:
    """Whether every mention that the one annotation gives overlaps one of the other."""
    some, others = mentions(one), mentions(other)
    return all(touch([span], others) for span in some) and all(touch([span], some) for span in others)


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot: whether two events are compatible in it and whether the same, which events the figure is taken over, and
    what kappa, where there is one, is taken of."""

    name: str
    compatible: Compare
    same: Compare
    given: Callable[[Record], bool] = lambda _event: True
    label: Callable[[Record], str] | None = None


def word_slot(name: str, key: str) -> Slot:
    """A slot whose readings are words of a short list."""
    return Slot(name, compatible(key, equal), first_same(key, equal), label=lambda event: str(event[key]))


SLOTS = (
    word_slot("type", "type"),
    Slot("sources", compatible_side("source"), same_side("source"), lambda event: bool(event["source"])),
    Slot("targets", compatible_side("target"), same_side("target"), lambda event: bool(event["target"])),
    Slot("place", compatible("place", same_place), first_same("place", same_place), names("place")),
    Slot("day", compatible("date", same_days), first_same("date", same_days), names("date")),
    word_slot("certainty", "modality"),
    word_slot("polarity", "polarity"),
    Slot("speaker", compatible("claimed_by", same_actor), first_same("claimed_by", same_actor), names("claimed_by")),
    Slot("told again", as_often, as_often, label=told_again),
    Slot("further mentions", retold_alike, same_mentions, lambda event: bool(event["also"])),
)


# ---------------------------------------------------------------- figures
def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa: agreement beyond that of two annotators who throw dice with their own frequencies."""
    observed = sum(a == b for a, b in pairs) / len(pairs)
    ones, others = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(ones[key] * others[key] for key in ones) / len(pairs) ** 2
    return (observed - chance) / (1 - chance)


@dataclass(frozen=True, slots=True)
class Detection:
    """How far two annotations find the same events."""

    first: int  # events that the first annotation requires
    second: int
    found: tuple[int, int]  # those of them that the other has too, required or optional
    both: int  # events that both require

    @property
    def f1(self) -> float:
        """F1 where an optional event is neither missed nor wrong, as the scores of the library have it."""
        recall, precision = self.found[0] / self.first, self.found[1] / self.second
        return 2 * precision * recall / (precision + recall)

    @property
    def strict_f1(self) -> float:
        """F1 of the required events alone."""
        return 2 * self.both / (self.first + self.second)


def detection(pairings: Sequence[Pairing]) -> Detection:
    """How far the annotations of some articles find the same events."""
    pairs = [pair for pairing in pairings for pair in pairing.both if compatible_type(*pair)]
    first, second = (
        sum(not event["optional"] for pairing in pairings for event in side(pairing))
        for side in (all_first, all_second)
    )
    found = sum(not one["optional"] for one, _ in pairs), sum(not other["optional"] for _, other in pairs)
    return Detection(first, second, found, sum(not (one["optional"] or other["optional"]) for one, other in pairs))


def all_first(pairing: Pairing) -> list[Record]:
    """The events of the first annotation."""
    return [*pairing.first, *(one for one, _ in pairing.both)]


def all_second(pairing: Pairing) -> list[Record]:
    """The events of the second annotation."""
    return [*pairing.second, *(other for _, other in pairing.both)]


def table(pairings: Sequence[Pairing]) -> Iterator[str]:
    """The lines of the table."""
    yield "| articles | n | required by first / second | share the other has too | F1 | F1 of required alone |"
    yield "|---|---|---|---|---|---|"
    for name in ("long", "short", ""):
        some = [pairing for pairing in pairings if pairing.article["file"].endswith(name)]
        got = detection(some)
        shares = f"{got.found[0] / got.first:.1%} / {got.found[1] / got.second:.1%}"
        figures = f"{got.first} / {got.second} | {shares} | {got.f1:.1%} | {got.strict_f1:.1%}"
        yield f"| {name or 'all'} | {len(some)} | {figures} |"
    yield "\n| slot | events | compatible | same | kappa |"
    yield "|---|---|---|---|---|"
    both = [pair for pairing in pairings for pair in pairing.both]
    yield slot_line(word_slot("required", "optional"), both)
    weighty = [(one, other) for one, other in both if not (one["optional"] and other["optional"])]
    yield slot_line(SLOTS[0], weighty)
    alike = [(one, other) for one, other in weighty if compatible_type(one, other)]
    yield from (slot_line(slot, alike) for slot in SLOTS[1:])


def slot_line(slot: Slot, pairs: Sequence[tuple[Record, Record]]) -> str:
    """The line of a slot, over the events for which one of the annotations gives it."""
    some = [(one, other) for one, other in pairs if given(slot, one, other)]
    chance = f"{kappa([(slot.label(one), slot.label(other)) for one, other in some]):.2f}" if slot.label else ""
    figures = f"{share(some, slot.compatible):.1%} | {share(some, slot.same):.1%} | {chance}"
    return f"| {slot.name} | {len(some)} | {figures} |"


def share(pairs: Sequence[tuple[Record, Record]], right: Compare) -> float:
    """The share of pairs for which something holds."""
    return sum(right(one, other) for one, other in pairs) / len(pairs)


# ---------------------------------------------------------------- differences
def differences(pairing: Pairing) -> Iterator[str]:
    """One line for each disagreement of two annotations of an article."""
    name = pairing.article["id"]
    for which, events in (("first", pairing.first), ("second", pairing.second)):
        yield from (f"{name} only {which} {brief(event)}" for event in events if not event["optional"])
    for one, other in pairing.both:
        weighty = not (one["optional"] and other["optional"])
        wrong = [slot.name for slot in SLOTS if weighty and not slot.compatible(one, other) and given(slot, one, other)]
        if one["optional"] != other["optional"]:
            wrong.append("required")
        if wrong:
            yield f"{name} {', '.join(wrong)}\n    {brief(one)}\n    {brief(other)}"


def given(slot: Slot, one: Record, other: Record) -> bool:
    """Whether one of two annotations of an event fills a slot."""
    return slot.given(one) or slot.given(other)


def brief(event: Record) -> str:
    """An event in a line."""
    sides = [
        " & ".join("?" * bool(a.get("optional")) + a["name"] for a in event[side]) for side in ("source", "target")
    ]
    types, days, modalities = (readings(event, slot) for slot in ("type", "date", "modality"))
    places, speakers = (
        [value and value["name"] for value in readings(event, slot)] for slot in ("place", "claimed_by")
    )
    told = [span["text"] for span in mentions(event)]
    optional = " optional" * event["optional"]
    return f"{event['id']}{optional} {types} {told} {sides} {places} {days} {event['polarity']} {modalities} {speakers}"


def main() -> None:
    """Compile the second annotation and compare it with the first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--differences", action="store_true")
    arguments = parser.parse_args()
    first = first_annotation()
    second, faults = second_annotation(first)
    if faults or arguments.check:
        sys.exit("\n".join(faults) if faults else 0)
    pairings = [pair(first[name], first[name]["events"], row["events"]) for name, row in second.items()]
    if arguments.differences:
        held_out = {name for name, row in first.items() if row["file"].startswith("locked")}
        lines = [line for p in pairings if p.article["id"] not in held_out for line in differences(p)]
    else:
        lines = list(table(pairings))
    print("\n".join(lines))  # noqa: T201


if __name__ == "__main__":
    main()
