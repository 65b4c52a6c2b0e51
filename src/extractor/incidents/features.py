"""Pairs of events -> the evidence that each pair is one. What is not known is evidence of its own kind.

Evidence is made of many pairs at once, in columns: one array a kind of evidence, with a value a pair.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from math import asin, cos, log1p, radians, sin, sqrt
from operator import attrgetter
from typing import Any

import numpy as np

from extractor.incidents.account import AccountPlace
from extractor.incidents.likeness import joint_rarity, names_alike, words_alike
from extractor.incidents.profile import Profile
from extractor.incidents.words import cosine, mass
from extractor.logistic import Evidence

EARTH_DIAMETER_KM = 12742.0
TOWN_KM = 15.0
NEAR_KM = 60.0
SLACK_DAYS = 1  # between the days that two articles give one event: midnight, time zones, "overnight"
COARSE = 3  # of geo_precision: a region or a country
UNBOUNDED = 10**9
UNKNOWN = float("nan")
SOURCES, TARGETS, TOLD = map(attrgetter, ("sources", "targets", "told"))
Pair = tuple[Profile, Profile]
Words = frozenset[str]
WordsOf = Callable[[Profile], Words]
Interval = tuple[int | None, int | None]
Array = np.ndarray[Any, Any]
Columns = dict[str, Array]


def evidence_of_pair(one: Profile, other: Profile) -> Evidence:
    """All evidence about a pair, by name; the order of the two does not matter. What is 0 is left out."""
    columns = evidence_of_pairs([(one, other)])
    return {name: float(column[0]) for name, column in columns.items() if column[0]}


def evidence_of_pairs(pairs: Sequence[Pair]) -> Columns:
    """All evidence about pairs, by name: what `evidence_of_pair` gives for each of them."""
    compared = _Pairs(pairs)
    columns: Columns = {"always": np.ones(len(pairs))}
    for add in (_kinds, _triggers, _times, _places, _people, _words, _counts, _standing):
        add(compared, columns)
    return columns


class _Pairs:
    """Pairs, with what is asked of one profile asked once however many pairs it is in."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.pairs = pairs
        places: dict[int, int] = {}
        self._profiles: list[Profile] = []
        for profile in (profile for pair in pairs for profile in pair):
            if places.setdefault(id(profile), len(places)) == len(self._profiles):
                self._profiles.append(profile)
        self.ones = np.array([places[id(one)] for one, _ in pairs])
        self.others = np.array([places[id(other)] for _, other in pairs])

    def numbers(self, value: Callable[[Profile], float | None]) -> tuple[Array, Array]:
        """A number of the first and of the second events; UNKNOWN where it is None."""
        found = np.array([value(profile) for profile in self._profiles], dtype=float)
        return found[self.ones], found[self.others]

    def codes(self, value: Callable[[Profile], str | None]) -> tuple[Array, Array]:
        """A name of the first and of the second events, as numbers, equal where the names are; UNKNOWN for None."""
        known: dict[str, int] = {}
        names = [value(profile) for profile in self._profiles]
        found = np.array([None if name is None else known.setdefault(name, len(known)) for name in names], dtype=float)
        return found[self.ones], found[self.others]

    def overlap(self, value: WordsOf, other_value: WordsOf) -> Array:
        """The rarity of the words in common, as a share of the poorer side's; 0 when a side has none."""
        firsts = [value(profile) for profile in self._profiles]
        seconds = [other_value(profile) for profile in self._profiles]
        pairs = zip(self.ones.tolist(), self.others.tolist(), strict=True)
        common = np.array([mass(firsts[one] & seconds[other]) for one, other in pairs])
        poorer = np.minimum(self._masses(value)[self.ones], self._masses(other_value)[self.others])
        share: Array = np.divide(common, poorer, out=np.zeros(len(common)), where=common > 0)
        return share

    def _masses(self, value: WordsOf) -> Array:
        return np.array([mass(value(profile)) for profile in self._profiles])

    @cached_property
    def first_days(self) -> tuple[Array, Array]:
        """The first days of both events."""
        return self.numbers(lambda profile: profile.days[0] if profile.days else None)

    @cached_property
    def published(self) -> tuple[Array, Array]:
        """The days on which their articles were printed."""
        return self.numbers(lambda profile: profile.article.published)


def _flags(values: list[bool]) -> Array:
    return np.array(values, dtype=bool)


def _logs(counts: Array) -> Array:
    """log(1 + count) of whole numbers, 0 where unknown. Not numpy's own, which differs between processors."""
    values, places = np.unique(np.nan_to_num(counts), return_inverse=True)
    return np.array(list(map(log1p, values.tolist())))[places]


def _kinds(compared: _Pairs, columns: Columns) -> None:
    """Whether the types and modes of two reports differ, and whether only one is unreal or denied."""
    types, modes = compared.codes(lambda profile: profile.type), compared.codes(lambda profile: profile.mode or None)
    columns["type.other"] = types[0] != types[1]
    known = ~np.isnan(modes[0]) & ~np.isnan(modes[1])
    columns["mode.same"] = known & (modes[0] == modes[1])
    columns["mode.other"] = known & (modes[0] != modes[1])
    columns["unreal.one"] = np.not_equal(*compared.numbers(lambda profile: profile.unreal))
    columns["negative.one"] = np.not_equal(*compared.numbers(lambda profile: profile.negative))


def _triggers(compared: _Pairs, columns: Columns) -> None:
    """Whether two reports share a trigger, or one has that of the other in its sentences."""
    same = ~_flags([one.triggers.isdisjoint(other.triggers) for one, other in compared.pairs])
    told = [
        not (one.triggers.isdisjoint(other.told) and other.triggers.isdisjoint(one.told))
        for one, other in compared.pairs
    ]
    columns["trigger.same"] = same
    columns["trigger.told"] = ~same & _flags(told)


def _times(compared: _Pairs, columns: Columns) -> None:
    """How far apart the days of two reports are, and how exactly they are known."""
    first, last = compared.first_days, compared.numbers(lambda profile: profile.days[1] if profile.days else None)
    apart = np.maximum(0, np.maximum(first[0] - last[1], first[1] - last[0]))
    precision = compared.numbers(lambda profile: profile.time_precision)
    exact = (precision[0] == 1) & (precision[1] == 1)
    undated = np.isnan(apart)
    columns["day.unknown"] = undated
    columns["day.same"] = (apart == 0) & exact
    columns["day.overlap"] = (apart == 0) & ~exact
    columns["day.apart"] = _logs(apart)
    columns["day.other"] = (apart > SLACK_DAYS) & exact
    columns["published.apart"] = _logs(np.abs(compared.published[0] - compared.published[1]))
    columns["published.apart.undated"] = columns["published.apart"] * undated
    lag = _lag(compared)
    columns["told.before"] = _logs(np.maximum(0, -lag))
    columns["told.later"] = _logs(np.maximum(0, lag))


def _lag(compared: _Pairs) -> Array:
    """Days from the day of a dated event to the publication of an article that does not date it; < 0: impossible."""
    (day, other_day), (printed, other_printed) = compared.first_days, compared.published
    after_one = np.where(np.isnan(other_day), other_printed - day, UNKNOWN)
    return np.where(np.isnan(day), printed - other_day, after_one)


def kilometres(one: AccountPlace | None, other: AccountPlace | None) -> float | None:
    """Great-circle distance of two places in km; None where a point is not known."""
    here, there = _radians(one), _radians(other)
    if here is None or there is None:
        return None
    (lat1, lon1), (lat2, lon2) = here, there
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return EARTH_DIAMETER_KM * asin(min(1.0, sqrt(half)))


def _radians(place: AccountPlace | None) -> tuple[float, float] | None:
    """Latitude and longitude as angles; None where they are not known."""
    if place is None or place.latitude is None:
        return None
    return radians(place.latitude), radians(place.longitude or 0.0)


PLACE_RELATIONS = ("unknown", "other_country", "coarse", "same", "near", "far")


def _places(compared: _Pairs, columns: Columns) -> None:
    """How the places of two reports stand to each other, and how far apart they are."""
    relations, apart = _place_relations(compared)
    for relation in PLACE_RELATIONS:
        columns[f"place.{relation}"] = relations == PLACE_RELATIONS.index(relation)
    columns["place.far.km"] = np.zeros(len(relations))
    far = np.flatnonzero(columns["place.far"])
    columns["place.far.km"][far] = [log1p(distance / NEAR_KM) for distance in apart[far].tolist()]
    articles = [(one.article.countries, other.article.countries) for one, other in compared.pairs]
    foreign = [bool(here) and bool(there) and here.isdisjoint(there) for here, there in articles]
    columns["country.article.other"] = _flags(foreign)


def _place_relations(compared: _Pairs) -> tuple[Array, Array]:
    """How two places stand to each other, as places in PLACE_RELATIONS; how far apart they are where that tells it."""
    country = compared.codes(_country)
    name = compared.codes(lambda profile: None if profile.place is None else profile.place.name.casefold())
    precision = compared.numbers(lambda profile: None if profile.place is None else profile.place.geo_precision)
    placed = ~np.isnan(precision[0]) & ~np.isnan(precision[1])
    other_country = placed & ~np.isnan(country[0] - country[1]) & (country[0] != country[1])
    coarse = placed & ~other_country & ((precision[0] == COARSE) | (precision[1] == COARSE))
    same_name = placed & ~other_country & ~coarse & (name[0] == name[1])
    measured = np.flatnonzero(placed & ~other_country & ~coarse & ~same_name)
    apart = np.full(len(placed), UNKNOWN)
    apart[measured] = [_apart(compared.pairs[number]) for number in measured.tolist()]
    same = same_name | (apart <= TOWN_KM)
    near = ~same & (apart <= NEAR_KM)
    found = np.select([other_country, coarse, same, near, apart > NEAR_KM], [1, 2, 3, 4, 5], 0)
    return found, apart


def _country(profile: Profile) -> str | None:
    """The country of the place of a report; None without one."""
    if profile.place is None:
        return None
    return profile.place.country_code or None


def _apart(pair: Pair) -> float:
    """How far apart the places of two reports are."""
    apart = kilometres(pair[0].place, pair[1].place)
    return UNKNOWN if apart is None else apart


def _people(compared: _Pairs, columns: Columns) -> None:
    """How alike the sides, the victims and the rare names of two reports are."""
    _side("sources", SOURCES, compared, columns)
    _side("targets", TARGETS, compared, columns)
    strange = [_has_strangers(one, other) + _has_strangers(other, one) for one, other in compared.pairs]
    columns["victims.strange"] = np.array(strange, dtype=float)
    columns["dead.same"] = _flags([not one.dead.isdisjoint(other.dead) for one, other in compared.pairs])
    columns["targets.told"] = np.maximum(compared.overlap(TARGETS, TOLD), compared.overlap(TOLD, TARGETS))
    columns["names.common"] = np.array([joint_rarity(one.names & other.names) for one, other in compared.pairs])
    unlike = [bool(one.rare) and bool(other.rare) and one.rare.isdisjoint(other.rare) for one, other in compared.pairs]
    columns["names.other"] = _flags(unlike)


def _has_strangers(one: Profile, other: Profile) -> bool:
    """Whether there are persons to whom an event was done, and whom the other article names nowhere."""
    if not one.victims:
        return False
    if not one.victims.isdisjoint(other.article.names):
        return False
    return one.victims.isdisjoint(other.names)


def _side(slot: str, called: WordsOf, compared: _Pairs, columns: Columns) -> None:
    known = np.logical_and(*compared.numbers(lambda profile: bool(called(profile))))
    common = compared.overlap(called, called)
    columns[f"{slot}.known"] = known
    columns[f"{slot}.common"] = common
    columns[f"{slot}.other"] = known & (common == 0)


def _words(compared: _Pairs, columns: Columns) -> None:
    """How alike the words of the articles and of the sentences are."""
    articles = [(one.article, other.article) for one, other in compared.pairs]
    columns["words.article"] = np.array([words_alike(*pair) for pair in articles])
    columns["names.article"] = np.array([names_alike(*pair) for pair in articles])
    columns["words.sentence"] = np.array([_sentences_alike(*pair) for pair in compared.pairs])


def _sentences_alike(one: Profile, other: Profile) -> float:
    return cosine(one.words, other.words, one.told & other.told)


def _counts(compared: _Pairs, columns: Columns) -> None:
    """Equal numbers of people, and numbers that cannot both be right; of several slots the highest equal one."""
    columns["count.same"], columns["count.other"] = np.zeros((2, len(compared.pairs)))
    counted = np.logical_and(*compared.numbers(lambda profile: bool(profile.counts)))
    for number in np.flatnonzero(counted).tolist():
        one, other = compared.pairs[number]
        for slot in sorted(one.counts.keys() & other.counts.keys()):
            _count(one.counts[slot], other.counts[slot], columns, number)


def _count(count: Interval, another: Interval, columns: Columns, number: int) -> None:
    """Note how two counts agree or differ; the largest of the slots counts."""
    lows = count[0] or 0, another[0] or 0
    if count == another:
        columns["count.same"][number] = max(columns["count.same"][number], log1p(lows[0]))
    elif max(lows) > min(_most(count), _most(another)):
        columns["count.other"][number] = log1p(max(lows)) - log1p(min(lows))


def _most(count: Interval) -> int:
    """The most that a count says; very much where it is open."""
    return UNBOUNDED if count[1] is None else count[1]


def _standing(compared: _Pairs, columns: Columns) -> None:
    rank, mentions = compared.numbers(lambda profile: profile.rank), compared.numbers(lambda profile: profile.mentions)
    columns["first.both"] = (rank[0] == 0) & (rank[1] == 0)
    columns["rank.apart"] = _logs(np.abs(rank[0] - rank[1]))
    columns["mentions.all"] = _logs(mentions[0] + mentions[1])
