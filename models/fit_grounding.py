#!/usr/bin/env python3
"""Fit the choosers of the day and the place of events, and report how they do on articles they have not seen.

    python models/fit_grounding.py GOLD.jsonl [GOLD.jsonl ...] [--report]

One article a line: {"id", "published", "text", "events": [{"type", "type_alt", "trigger", "also", "place", "place_alt",
"date", "date_alt"}]}, offsets of triggers as {"start", "end"}, days as [first, last], places as {"latitude",
"longitude", "country_code", "level": city, admin or country}; null is a slot the article leaves open. A file that is
given twice counts twice. Writes the weights of the slots (--slots, all unless given) to
src/extractor/data/en/events/grounding.json. With --report it first fits on all articles but a fifth and scores that
fifth, five times, with a quarter, half and all of the others.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from candidates import fit_choices
from distance import km

from extractor import Extractor
from extractor.events import EventCoder
from extractor.events.draft import Draft
from extractor.events.grounding.choice import RULES, Chooser
from extractor.events.grounding.ground import choices
from extractor.events.index import AnnotatedArticle
from extractor.logistic import Evidence
from extractor.read.article import make_article
from extractor.records import Place

TARGET = Path(__file__).parent.parent / "src/extractor/data/en/events/grounding.json"
FOLDS = 5
PENALTY = 6.0
OPEN = 0.35  # the weight of an event whose slot the article leaves open
NEAR_KM, REGION_KM = 25, 161
MARGINS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
# By how much another candidate has to beat that of the rules. Told and open ones together came out best there.
SLOTS = {"day": 0.5, "place": 0.25}
Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates of one slot of one event: what speaks for each, which are right, and the number of the article."""

    article: int
    evidence: list[Evidence]
    right: list[bool]
    told: bool  # whether the article says it

    @property
    def rules(self) -> int:
        """Which candidate the rules chose."""
        return next(i for i, signs in enumerate(self.evidence) if RULES in signs)


def read(paths: Iterable[Path]) -> dict[str, list[Choice]]:
    """Each slot's choices of all events that are events of the gold."""
    extractor = Extractor()
    coder = EventCoder(extractor.settings)
    found: dict[str, list[Choice]] = {slot: [] for slot in SLOTS}
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    numbers: dict[str, int] = {}
    for row in rows:
        number = numbers.setdefault(row["id"], len(numbers))
        doc = extractor.annotate(make_article(row["text"], published=row["published"], id=row["id"]))
        article = AnnotatedArticle(doc)
        events = coder.events(article)
        pairs = dict(paired(article, row["events"], events))
        for event, days, places in choices(article, events):
            if (gold := pairs.get(id(event))) is None:
                continue
            right = [is_right_day(c.value, gold) for c in days]
            told = [gold["date"], *gold["date_alt"]] != [None]
            found["day"].append(Choice(number, [c.evidence for c in days], right, told))
            right = [is_right_place(article.places.get(c.value or ""), gold) for c in places]
            told = [gold["place"], *gold["place_alt"]] != [None]
            found["place"].append(Choice(number, [c.evidence for c in places], right, told))
    return found


def paired(article: AnnotatedArticle, gold: Sequence[Gold], events: Sequence[Draft]) -> Iterator[tuple[int, Gold]]:
    """Events with the gold event of their type that shares most triggers."""
    for event in events:
        spots = [(c.trigger.start, c.trigger.end) for c in event.claims]
        ranked = [
            (sum(s < m["end"] and m["start"] < e for s, e in spots for m in (g["trigger"], *g["also"])), -n)
            for n, g in enumerate(gold)
            if event.coding.type in (g["type"], *g["type_alt"])
        ]
        best = max(ranked, default=(0, 0))
        if best[0]:
            yield id(event), gold[-best[1]]


def is_right_day(days: tuple[date, date] | None, gold: Gold) -> bool:
    """Whether both ends are within a day of those of the gold."""
    for interval in (gold["date"], *gold["date_alt"]):
        if interval is None or days is None:
            if interval is None and days is None:
                return True
            continue
        ends = (date.fromisoformat(end[:10]) for end in interval)
        if all(abs((one - other).days) <= 1 for one, other in zip(days, ends, strict=True)):
            return True
    return False


def is_right_place(place: Place | None, gold: Gold) -> bool:
    """Whether a place is that of the gold or near it."""
    for wanted in (gold["place"], *gold["place_alt"]):
        if wanted is None or place is None:
            if wanted is None and place is None:
                return True
            continue
        if wanted["level"] == "country":
            if place.country_code == wanted["country_code"]:
                return True
        elif place.latitude is not None and place.longitude is not None:
            limit = REGION_KM if wanted["level"] == "admin" else NEAR_KM
            if km(place.latitude, place.longitude, wanted["latitude"], wanted["longitude"]) <= limit:
                return True
    return False


def fit(choices: Sequence[Choice]) -> dict[str, float]:
    """Maximum likelihood of the right candidates of each event, with a quadratic penalty."""
    useful = [c for c in choices if any(c.right) and not all(c.right)]
    return fit_choices(useful, [1.0 if c.told else OPEN for c in useful], PENALTY)


def unseen(choices: Sequence[Choice], share: float = 1.0) -> Iterator[tuple[Choice, dict[str, float]]]:
    """Each choice with weights fitted on a share of the articles of the other folds."""
    for fold in range(FOLDS):
        others = sorted({c.article for c in choices if c.article % FOLDS != fold})
        used = set(others[:: round(1 / share)])
        weights = fit([c for c in choices if c.article in used])
        yield from ((c, weights) for c in choices if c.article % FOLDS == fold)


def score(rows: Sequence[tuple[Choice, dict[str, float]]], margin: float) -> tuple[float, float]:
    """The share of right choices where the article says it, and where it does not."""
    told: list[bool] = []
    open_: list[bool] = []
    for choice, weights in rows:
        chosen = pick(choice, Chooser(weights, margin))
        (told if choice.told else open_).append(choice.right[chosen])
    return float(np.mean(told)), float(np.mean(open_))


def pick(choice: Choice, chooser: Chooser) -> int:
    """The number of the candidate that a chooser takes."""
    return chooser.pick(choice.evidence)


def report(slot: str, choices: Sequence[Choice]) -> Iterator[str]:
    """How a chooser does on articles it has not seen, by the number of articles it was fitted on."""
    told = [c for c in choices if c.told]
    rules = np.mean([c.right[c.rules] for c in told])
    best = np.mean([any(c.right) for c in told])
    yield f"{slot}: {len(told)} told, rules right {rules:.1%}, right one among the candidates {best:.1%}"
    for share in (0.25, 0.5, 1.0):
        rows = list(unseen(choices, share))
        found = [f"{margin}: {told:.1%}/{open_:.1%}" for margin in MARGINS for told, open_ in [score(rows, margin)]]
        yield f"  {share:.0%} of the articles, by margin, told/open: " + "  ".join(found)


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--slots", nargs="+", choices=SLOTS, default=list(SLOTS))
    parser.add_argument("--report", action="store_true")
    arguments = parser.parse_args()
    found = read(arguments.gold)
    if arguments.report:
        print("\n".join(line for slot in arguments.slots for line in report(slot, found[slot])))  # noqa: T201
    fitted = json.loads(TARGET.read_text(encoding="utf-8"))
    fitted |= {slot: {"margin": SLOTS[slot], "weights": fit(found[slot])} for slot in arguments.slots}
    TARGET.write_text(json.dumps(fitted, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
