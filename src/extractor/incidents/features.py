"""Pairs of events -> the evidence that each pair is one. What is not known is evidence of its own kind.

Evidence is made of many pairs at once, in columns: one array a kind of evidence, with a value a pair.
"""

from functools import lru_cache
from math import asin, cos, log1p, radians, sin, sqrt

import numpy as np

from extractor.incidents.account import AccountPlace
from extractor.incidents.columns import Array, Reports
from extractor.incidents.pairs import Pairs, logs
from extractor.incidents.profile import Profile
from extractor.logistic import Evidence

EARTH_DIAMETER_KM = 12742.0
TOWN_KM = 15.0
NEAR_KM = 60.0
SLACK_DAYS = 1  # between the days that two articles give one event: midnight, time zones, "overnight"
COARSE = 3  # of geo_precision: a region or a country
UNBOUNDED = 10**9
MOST_POINTS = 2.0**26  # so that the numbers of two are one number exactly
UNKNOWN = float("nan")
Interval = tuple[int | None, int | None]
Columns = dict[str, Array]


def evidence_of_pair(one: Profile, other: Profile) -> Evidence:
    """All evidence about a pair, by name; the order of the two does not matter. What is 0 is left out."""
    columns = evidence_of(Pairs(Reports([one, other]), np.array([0]), np.array([1])))
    return {name: float(column[0]) for name, column in columns.items() if column[0]}


def evidence_of(pairs: Pairs) -> Columns:
    """All evidence about pairs, by name: what `evidence_of_pair` gives for each of them."""
    columns: Columns = {"always": np.ones(len(pairs))}
    for add in (_kinds, _triggers, _times, _places, _people, _words, _counts, _standing):
        add(pairs, columns)
    return columns


def _kinds(pairs: Pairs, columns: Columns) -> None:
    """Whether the types and modes of two reports differ, and whether only one is unreal or denied."""
    modes = pairs.both("mode")
    columns["type.other"] = np.not_equal(*pairs.both("type"))
    columns["mode.same"] = np.equal(*modes)
    columns["mode.other"] = ~np.isnan(modes[0]) & ~np.isnan(modes[1]) & ~columns["mode.same"]
    columns["unreal.one"] = np.not_equal(*pairs.both("unreal"))
    columns["negative.one"] = np.not_equal(*pairs.both("negative"))


def _triggers(pairs: Pairs, columns: Columns) -> None:
    """Whether two reports share a trigger, or one has that of the other in its sentences."""
    columns["trigger.same"] = pairs.meet("triggers", "triggers")
    others = np.flatnonzero(~columns["trigger.same"])
    rest = pairs.of(others)
    told = others[rest.meet("triggers", "words") | rest.meet("words", "triggers")]
    columns["trigger.told"] = np.zeros(len(pairs), dtype=bool)
    columns["trigger.told"][told] = True


def _times(pairs: Pairs, columns: Columns) -> None:
    """How far apart the days of two reports are, and how exactly they are known."""
    first, last = pairs.both("first_day"), pairs.both("last_day")
    apart = np.maximum(0, np.maximum(first[0] - last[1], first[1] - last[0]))
    precision = pairs.both("time_precision")
    exact = (precision[0] == 1) & (precision[1] == 1)
    undated = np.isnan(apart)
    columns["day.unknown"] = undated
    columns["day.same"] = (apart == 0) & exact
    columns["day.overlap"] = (apart == 0) & ~exact
    columns["day.apart"] = logs(apart)
    columns["day.other"] = (apart > SLACK_DAYS) & exact
    columns["published.apart"] = logs(np.abs(np.subtract(*pairs.both("published"))))
    columns["published.apart.undated"] = columns["published.apart"] * undated
    lag = _lag(pairs)
    columns["told.before"] = logs(np.maximum(0, -lag))
    columns["told.later"] = logs(np.maximum(0, lag))


def _lag(pairs: Pairs) -> Array:
    """Days from the day of a dated event to the publication of an article that does not date it; < 0: impossible."""
    (day, other_day), (printed, other_printed) = pairs.both("first_day"), pairs.both("published")
    after_one = np.where(np.isnan(other_day), other_printed - day, UNKNOWN)
    return np.where(np.isnan(day), printed - other_day, after_one)


def kilometres(one: AccountPlace | None, other: AccountPlace | None) -> float | None:
    """Great-circle distance of two places in km; None where a point is not known.

    About 321 for Gao and Timbuktu.
    """
    if one is None or other is None or one.latitude is None or other.latitude is None:
        return None
    return _arc((one.latitude, one.longitude or 0.0), (other.latitude, other.longitude or 0.0))


@lru_cache(maxsize=20_000)  # for towns are told of again and again
def _arc(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two points, latitude and longitude in degrees, in km."""
    (lat1, lon1), (lat2, lon2) = map(radians, one), map(radians, other)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return EARTH_DIAMETER_KM * asin(min(1.0, sqrt(half)))


PLACE_RELATIONS = ("unknown", "other_country", "coarse", "same", "near", "far")


def _places(pairs: Pairs, columns: Columns) -> None:
    """How the places of two reports stand to each other, and how far apart they are."""
    relations, apart = _place_relations(pairs)
    for relation in PLACE_RELATIONS:
        columns[f"place.{relation}"] = relations == PLACE_RELATIONS.index(relation)
    columns["place.far.km"] = np.zeros(len(relations))
    far = np.flatnonzero(columns["place.far"])
    columns["place.far.km"][far] = [log1p(distance / NEAR_KM) for distance in apart[far].tolist()]
    columns["country.article.other"] = pairs.articles_differ("countries")


def _place_relations(pairs: Pairs) -> tuple[Array, Array]:
    """How two places stand to each other, as places in PLACE_RELATIONS; how far apart they are where that tells it."""
    country, name, precision = pairs.both("country"), pairs.both("place"), pairs.both("geo_precision")
    placed = ~np.isnan(precision[0]) & ~np.isnan(precision[1])
    other_country = placed & ~np.isnan(country[0] - country[1]) & (country[0] != country[1])
    coarse = placed & ~other_country & ((precision[0] == COARSE) | (precision[1] == COARSE))
    same_name = placed & ~other_country & ~coarse & (name[0] == name[1])
    measured = np.flatnonzero(placed & ~other_country & ~coarse & ~same_name)
    apart = np.full(len(placed), UNKNOWN)
    apart[measured] = _distances(pairs.of(measured))
    same = same_name | (apart <= TOWN_KM)
    near = ~same & (apart <= NEAR_KM)
    found = np.select([other_country, coarse, same, near, apart > NEAR_KM], [1, 2, 3, 4, 5], 0)
    return found, apart


def _distances(pairs: Pairs) -> Array:
    """How far apart the places of pairs are; each two points are measured once."""
    one, other = pairs.both("point")
    _, firsts, places = np.unique(one * MOST_POINTS + other, return_index=True, return_inverse=True)
    found: Array = np.array([_apart(*pair) for pair in pairs.of(firsts).profiles()], dtype=float)[places]
    return found


def _apart(one: Profile, other: Profile) -> float:
    """How far apart the places of two reports are."""
    apart = kilometres(one.place, other.place)
    return UNKNOWN if apart is None else apart


def _people(pairs: Pairs, columns: Columns) -> None:
    """How alike the sides, the victims and the rare names of two reports are."""
    _side("sources", pairs, columns)
    _side("targets", pairs, columns)
    # Persons to whom an event was done, and whom the other article names nowhere.
    columns["victims.strange"] = pairs.strangers("victims")
    columns["dead.same"] = pairs.meet("dead", "dead")
    columns["targets.told"] = np.maximum(pairs.overlap("targets", "words"), pairs.overlap("words", "targets"))
    columns["names.common"] = _joint_rarity(pairs.mass("names", "names"))
    columns["names.other"] = pairs.known("rare") & ~pairs.meet("rare", "rare")


def _side(slot: str, pairs: Pairs, columns: Columns) -> None:
    columns[f"{slot}.known"] = pairs.known(slot)
    columns[f"{slot}.common"] = pairs.overlap(slot, slot)
    columns[f"{slot}.other"] = columns[f"{slot}.known"] & (columns[f"{slot}.common"] == 0)


def _joint_rarity(masses: Array) -> Array:
    """The rarity of words in common; each further one tells less."""
    found: Array = logs(masses) / 3
    return found


def _words(pairs: Pairs, columns: Columns) -> None:
    """How alike the words of the articles and of the sentences are."""
    columns["words.article"] = pairs.articles_alike
    columns["names.article"] = _joint_rarity(pairs.articles_mass("names"))
    columns["words.sentence"] = pairs.cosine("words")


def _counts(pairs: Pairs, columns: Columns) -> None:
    """Equal numbers of people, and numbers that cannot both be right; of several slots the highest equal one."""
    columns["count.same"], columns["count.other"] = np.zeros((2, len(pairs)))
    counted = np.flatnonzero(np.logical_and(*pairs.both("counted")))
    for number, (one, other) in zip(counted.tolist(), pairs.of(counted).profiles(), strict=True):
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


def _standing(pairs: Pairs, columns: Columns) -> None:
    rank, mentions = pairs.both("rank"), pairs.both("mentions")
    columns["first.both"] = (rank[0] == 0) & (rank[1] == 0)
    columns["rank.apart"] = logs(np.abs(rank[0] - rank[1]))
    columns["mentions.all"] = logs(mentions[0] + mentions[1])
