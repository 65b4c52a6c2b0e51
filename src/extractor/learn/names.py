"""Actors and places that corrections name and the library does not know, or knows otherwise."""

from collections.abc import Iterator

from geopy.distance import geodesic  # type: ignore[import-untyped]

from extractor.evaluate.slots import NEAR_KM, same_actors
from extractor.gazetteer.entries import KINDS
from extractor.learn.addition import Addition
from extractor.records import Actor, ActorKind, Extraction, Place


def proposed_actors(gold: Extraction, predicted: Extraction) -> Iterator[Addition]:
    """The named actors of checked events that the library has not, or has with another country or sector."""
    wanted: set[str] = set()
    for event in gold.events:
        wanted.update(event.source, event.target)
    for actor in gold.actors:
        if actor.id not in wanted or not _is_name(actor.name):
            continue
        if not _is_known(actor, predicted):
            yield Addition("actors", _actor_row(actor), actor.name, frozenset((gold.article.id,)))


def _actor_row(actor: Actor) -> dict[str, object]:
    """The row of an actor in a user's ontology."""
    row = {"name": actor.name, "kind": actor.kind.value, "country": actor.country, "sector": actor.sector}
    return {field: value for field, value in row.items() if value}


def _is_name(name: str) -> bool:
    """Whether a phrase is a name: all words that matter have capitals.

    "Northern Relief Doctors", not "two nurses".
    """
    capitals = [word[:1].isupper() for word in name.split() if len(word) > 3 or word[:1].isupper()]
    return bool(capitals) and all(capitals)


def _is_known(actor: Actor, predicted: Extraction) -> bool:
    """Whether the library found the actor with the country and sector that are wanted; a building has neither."""
    if actor.kind is ActorKind.OBJECT:
        return True
    found = next((other for other in predicted.actors if same_actors([actor.name], [other.name])), None)
    if found is None:
        return False
    told = [(actor.country, found.country), (actor.sector, found.sector)]
    return all(mine in (None, theirs) for mine, theirs in told)


def proposed_places(gold: Extraction, predicted: Extraction) -> Iterator[Addition]:
    """The places of checked events that the library has not, or has more than 25 km away."""
    wanted = {event.place for event in gold.events}
    for place in gold.places:
        if place.id not in wanted or _is_found(place, predicted):
            continue
        if place.latitude is not None and place.name in gold.article.text:
            yield Addition("places", _place_row(place), place.name, frozenset((gold.article.id,)))


def _is_found(place: Place, predicted: Extraction) -> bool:
    """Whether the library has a place of this name near this point."""
    return any(other.name == place.name and _is_near(place, other) for other in predicted.places)


def _is_near(one: Place, other: Place) -> bool:
    """Whether two places are at most 25 km from each other."""
    if other.latitude is None:
        return False
    distance = geodesic((one.latitude, one.longitude), (other.latitude, other.longitude)).km
    return bool(distance <= NEAR_KM)


def _place_row(place: Place) -> dict[str, object]:
    """The row of a place in a user's file of places."""
    row: dict[str, object] = {"name": place.name, "latitude": place.latitude, "longitude": place.longitude}
    row["kind"] = place.kind if place.kind in KINDS else "city"
    return row | ({"country": place.country_code} if place.country_code else {})
