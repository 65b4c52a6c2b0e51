"""Whether each slot of a predicted event is right: its actors, place, days, certainty and counts."""

from collections.abc import Iterable

from geopy.distance import geodesic  # type: ignore[import-untyped]

from extractor.records import Count, Event, Extraction, Place

NEAR_KM = 25
COUNTS = ("fatalities", "injured", "detained", "displaced")
SLOTS = ("type", "mode", "source", "target", "place", "days", "polarity", "modality", "claimed_by", *COUNTS)


def right_slots(gold: Extraction, one: Event, predicted: Extraction, other: Event) -> dict[str, bool]:
    """Slot -> whether it is right. Actors are right when their names share all words but articles, in either order.

    Places are right within 25 km (country level: the same country), days when both are equal, a count when its
    bounds are equal.
    """
    return {
        "type": one.type == other.type,
        "mode": one.mode == other.mode,
        "source": same_actors(gold.names(one.source), predicted.names(other.source)),
        "target": same_actors(gold.names(one.target), predicted.names(other.target)),
        "place": _same_place(gold.place(one), predicted.place(other)),
        "days": (one.start_date, one.end_date) == (other.start_date, other.end_date),
        "polarity": one.polarity is other.polarity,
        "modality": one.modality is other.modality,
        "claimed_by": same_actors(gold.names(one.claimed_by), predicted.names(other.claimed_by)),
        **{slot: _same_count(getattr(one, slot), getattr(other, slot)) for slot in COUNTS},
    }


def same_actors(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two lists name the same actors, in any order: "the Syrian army" and "Syrian army".

    >>> same_actors(["The rebels"], ["rebels"])
    True
    """
    return sorted(map(_words, some)) == sorted(map(_words, others))


def _words(name: str) -> tuple[str, ...]:
    """The words of a name, in small letters and in order, without articles."""
    return tuple(sorted(word for word in name.lower().split() if word not in ("the", "a", "an")))


def _same_place(one: Place | None, other: Place | None) -> bool:
    """Whether a place is near the checked one, which comes first, or both are missing; without a point by its name."""
    if one is None or other is None:
        return one is other
    if one.kind == "country" or other.kind == "country":
        if one.country_code != other.country_code:
            return False
        return one.kind == other.kind
    if one.latitude is None or one.longitude is None:
        return one.name == other.name
    if other.latitude is None or other.longitude is None:
        return False  # a name without a point, where the checked place has one
    distance = geodesic((one.latitude, one.longitude), (other.latitude, other.longitude)).km
    return bool(distance <= NEAR_KM)


def _same_count(one: Count | None, other: Count | None) -> bool:
    """Whether two counts have the same limits, or both are missing."""
    if one is None or other is None:
        return one is other
    return (one.low, one.high) == (other.low, other.high)
