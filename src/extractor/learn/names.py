"""Actors and places that corrections name and the library does not know, or knows otherwise."""

from collections.abc import Iterator

from geopy.distance import geodesic  # type: ignore[import-untyped]

from extractor.evaluate.slots import NEAR_KM, same_actors
from extractor.gazetteer.entries import KINDS
from extractor.learn.addition import Addition
from extractor.records import Actor, ActorKind, Extraction, Place


def proposed_actors(gold: Extraction, predicted: Extraction) -> Iterator[Addition]:
    """The named actors of checked events that the library has not, or has with another country or sector."""
    wanted = {name for event in gold.events for name in (*event.source, *event.target)}
    for actor in gold.actors:
        if actor.id in wanted and _is_name(actor.name) and not _is_known(actor, predicted):
            fields: dict[str, object] = {"name": actor.name, "kind": actor.kind.value}
            fields |= {"country": actor.country} if actor.country else {}
            fields |= {"sector": actor.sector} if actor.sector else {}
            yield Addition("actors", fields, actor.name, frozenset((gold.article.id,)))


def _is_name(name: str) -> bool:
    """Whether all words that matter have capitals: "Northern Relief Doctors", not "two nurses"."""
    words = [word for word in name.split() if len(word) > 3 or word[:1].isupper()]
    return bool(words) and all(word[:1].isupper() for word in words)


def _is_known(actor: Actor, predicted: Extraction) -> bool:
    found = next((other for other in predicted.actors if same_actors([actor.name], [other.name])), None)
    if found is None or actor.kind is ActorKind.OBJECT:
        return actor.kind is ActorKind.OBJECT
    told = [(actor.country, found.country), (actor.sector, found.sector)]
    return all(mine in (None, theirs) for mine, theirs in told)


def proposed_places(gold: Extraction, predicted: Extraction) -> Iterator[Addition]:
    """The places of checked events that the library has not, or has more than 25 km away."""
    wanted = {event.place for event in gold.events}
    for place in gold.places:
        if place.id not in wanted or place.latitude is None or place.name not in gold.article.text:
            continue
        if not any(_is_near(place, other) for other in predicted.places if other.name == place.name):
            yield Addition("places", _row(place), place.name, frozenset((gold.article.id,)))


def _is_near(one: Place, other: Place) -> bool:
    if other.latitude is None:
        return False
    distance = geodesic((one.latitude, one.longitude), (other.latitude, other.longitude)).km
    return bool(distance <= NEAR_KM)


def _row(place: Place) -> dict[str, object]:
    row: dict[str, object] = {"name": place.name, "latitude": place.latitude, "longitude": place.longitude}
    row["kind"] = place.kind if place.kind in KINDS else "city"
    return row | ({"country": place.country_code} if place.country_code else {})
