"""No layer may get worse than its floor on a small gold set. `python tests/test_quality.py` prints the scores."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from geopy.distance import great_circle  # type: ignore[import-untyped]

from extractor import Actor, Claim, DateExpression, Event, Extraction, Extractor, Place, Span

GOLD = Path(__file__).parent / "fixtures" / "gold"
NEAR_KM = 161  # 100 miles, the customary radius in geoparsing
Item = dict[str, Any]
Pair = tuple[Item, Extraction]
_WORD = re.compile(r"\w+")


def load_items() -> list[Item]:
    return [json.loads(line) for line in (GOLD / "events.jsonl").read_text(encoding="utf-8").splitlines()]


def scores(pairs: Sequence[Pair]) -> dict[str, float]:
    """Percentages: F1 of dates, places and event detection; recall of participants, claims and whole events."""
    return {
        "dates": f1((pair_up(gold["dates"], result.dates, same_date) for gold, result in pairs)),
        "places": f1((pair_up(gold["places"], located(result), same_place) for gold, result in pairs)),
        "actors": recall(found_actors(gold, result) for gold, result in pairs),
        "claims": recall(found_claims(gold, result) for gold, result in pairs),
        "events": f1((paired_events(gold, result) for gold, result in pairs)),
        "whole events": recall(found_whole(gold, result) for gold, result in pairs),
    }


Paired = tuple[list[tuple[Item, Any]], int, int]  # the pairs, how many gold, how many predicted


def pair_up(gold: Sequence[Item], predicted: Sequence[Any], same: Callable[[Item, Any], bool]) -> Paired:
    """One to one, in text order."""
    left, pairs = list(predicted), []
    for item in gold:
        match = next((record for record in left if same(item, record)), None)
        if match is not None:
            left.remove(match)
            pairs.append((item, match))
    return pairs, len(gold), len(predicted)


def f1(results: Iterable[Paired]) -> float:
    right = gold = predicted = 0
    for pairs, in_gold, in_prediction in results:
        right, gold, predicted = right + len(pairs), gold + in_gold, predicted + in_prediction
    return round(200 * right / (gold + predicted), 1) if gold + predicted else 0.0


def recall(results: Iterable[list[bool]]) -> float:
    found = [hit for hits in results for hit in hits]
    return round(100 * sum(found) / len(found), 1)


def overlap(gold: Item, span: Span | DateExpression) -> bool:
    return bool(gold["start"] < span.end and span.start < gold["end"])


def same_date(gold: Item, date: DateExpression) -> bool:
    interval = (datetime.fromisoformat(gold["earliest"]), datetime.fromisoformat(gold["latest"]))
    if not overlap(gold, date) or date.earliest is None or date.latest is None:
        return False
    # A part of the day ("Monday evening") is right when it lies inside the gold's day.
    return interval[0] <= date.earliest < date.latest <= interval[1]


def located(result: Extraction) -> list[Place]:
    return [place for place in result.places if place.latitude is not None]


def same_place(gold: Item, place: Place) -> bool:
    if place.latitude is None or place.longitude is None:
        return False
    away: float = great_circle((gold["latitude"], gold["longitude"]), (place.latitude, place.longitude)).km
    return any(overlap(gold, span) for span in place.mentions) and (away <= NEAR_KM or place.kind == "country")


def same_name(gold: str, names: Iterable[str]) -> bool:
    """The words of one name contain those of the other, and both end with the same word."""
    wanted = words(gold)
    for name in map(words, names):
        if wanted and name and wanted[-1] == name[-1] and (set(wanted) <= set(name) or set(name) <= set(wanted)):
            return True
    return False


def words(name: str) -> list[str]:
    return [word for word in _WORD.findall(name.lower()) if word not in {"the", "a", "an", "its", "their", "s"}]


def names_of(actor: Actor) -> list[str]:
    return [actor.name, *(mention.text for mention in actor.mentions)]


def found_actors(gold: Item, result: Extraction) -> list[bool]:
    names = [name for actor in result.actors for name in names_of(actor)]
    return [same_name(wanted, names) for event in gold["events"] for wanted in event["source"] + event["target"]]


def found_claims(gold: Item, result: Extraction) -> list[bool]:
    def right(event: Item, claim: Claim) -> bool:
        same = (claim.modality.value, claim.polarity.value) == (event["modality"], event["polarity"])
        return same and overlap(event["trigger"], claim.trigger)

    return [any(right(event, claim) for claim in result.claims) for event in gold["events"]]


def paired_events(gold: Item, result: Extraction) -> Paired:
    triggers = {claim.id: claim.trigger for claim in result.claims}

    def same(wanted: Item, event: Event) -> bool:
        known = (triggers[claim] for claim in event.claims if claim in triggers)
        return event.type == wanted["type"] and any(overlap(wanted["trigger"], trigger) for trigger in known)

    return pair_up(gold["events"], result.events, same)


def found_whole(gold: Item, result: Extraction) -> list[bool]:
    pairs, wanted, _ = paired_events(gold, result)
    return [is_whole(event, found, result) for event, found in pairs] + [False] * (wanted - len(pairs))


def is_whole(gold: Item, event: Event, result: Extraction) -> bool:
    """Sides, place, days, polarity, modality, speaker and dead are right; a slot the gold leaves open is not asked."""
    actors = {actor.id: names_of(actor) for actor in result.actors}
    place = next((place for place in result.places if place.id == event.place), None)
    sides = all(
        len(ids) == len(wanted) and all(any(same_name(name, actors[i]) for i in ids) for name in wanted)
        for ids, wanted in ((event.source, gold["source"]), (event.target, gold["target"]))
    )
    where = not gold["place"] or (place is not None and same_name(gold["place"], [place.name, *texts(place)]))
    days = [day.isoformat() if day else None for day in (event.start_date, event.end_date)]
    when = not gold["start_date"] or days == [gold["start_date"], gold["end_date"]]
    certain = (event.polarity.value, event.modality.value) == (gold["polarity"], gold["modality"])
    says = (
        event.claimed_by is None
        if not gold["claimed_by"]
        else same_name(gold["claimed_by"], actors.get(event.claimed_by or "", []))
    )
    dead = event.fatalities.model_dump(include={"low", "high"}) if event.fatalities else None
    return sides and where and when and certain and says and dead == gold.get("fatalities")


def texts(place: Place) -> list[str]:
    return [mention.text for mention in place.mentions]


def run(extractor: Extractor) -> list[Pair]:
    return [(item, extractor.extract(item["text"], published=item["published"])) for item in load_items()]


@pytest.fixture(scope="module")
def measured(extractor: Extractor) -> dict[str, float]:
    return scores(run(extractor))


@pytest.mark.parametrize(("layer", "floor"), json.loads((GOLD / "floors.json").read_text(encoding="utf-8")).items())
def test_no_layer_falls_below_its_floor(layer: str, floor: float, measured: dict[str, float]) -> None:
    assert measured[layer] >= floor


def test_gold_slices_and_names_what_the_text_says() -> None:
    for item in load_items():
        events = item["events"]
        for span in [*item["dates"], *item["places"], *(event["trigger"] for event in events)]:
            assert item["text"][span["start"] : span["end"]] == span["text"]
        for event in events:
            given = [*event["source"], *event["target"], event["place"], event["claimed_by"]]
            assert all(name in item["text"] for name in given if name)


if __name__ == "__main__":
    print(json.dumps(scores(run(Extractor())), indent=2))  # noqa: T201
