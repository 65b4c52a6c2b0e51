"""Two events of different articles -> the evidence that they are one. What is not known is evidence of its own kind."""

from math import asin, cos, log1p, radians, sin, sqrt

from extractor.incidents.account import AccountPlace
from extractor.incidents.likeness import articles_alike, joint_rarity
from extractor.incidents.profile import Profile
from extractor.incidents.words import cosine, overlap
from extractor.logistic import Evidence

EARTH_DIAMETER_KM = 12742.0
TOWN_KM = 15.0
NEAR_KM = 60.0
COARSE = 3  # of geo_precision: a region or a country
UNBOUNDED = 10**9


def evidence_of_pair(one: Profile, other: Profile) -> Evidence:
    """All evidence about a pair, by name; the order of the two does not matter. What is 0 is left out."""
    found: Evidence = {"always": 1.0}
    for add in (_kinds, _triggers, _times, _places, _people, _words, _counts, _standing):
        add(one, other, found)
    return found


def _kinds(one: Profile, other: Profile, found: Evidence) -> None:
    if one.type != other.type:
        found["type.other"] = 1.0
    if one.mode and other.mode:
        found["mode.same" if one.mode == other.mode else "mode.other"] = 1.0
    if one.unreal != other.unreal:
        found["unreal.one"] = 1.0
    if one.negative != other.negative:
        found["negative.one"] = 1.0


def _triggers(one: Profile, other: Profile, found: Evidence) -> None:
    if not one.triggers.isdisjoint(other.triggers):
        found["trigger.same"] = 1.0
    elif not one.triggers.isdisjoint(other.words) or not other.triggers.isdisjoint(one.words):
        found["trigger.told"] = 1.0


def days_apart(one: Profile, other: Profile) -> int | None:
    """Days between the days of two events, 0 where they overlap; None where one is undated."""
    if one.days is None or other.days is None:
        return None
    return max(0, one.days[0] - other.days[1], other.days[0] - one.days[1])


def _times(one: Profile, other: Profile, found: Evidence) -> None:
    apart = days_apart(one, other)
    if apart is None:
        found["day.unknown"] = 1.0
    elif apart == 0:
        exact = one.time_precision == other.time_precision == 1
        found["day.same" if exact else "day.overlap"] = 1.0
    else:
        found["day.apart"] = log1p(apart)
    published = _published_apart(one, other)
    if published is not None:
        found["published.apart"] = log1p(published)
        if apart is None:
            found["published.apart.undated"] = log1p(published)
    lag = _lag(one, other)
    if lag is not None:
        found["told.before" if lag < 0 else "told.later"] = log1p(abs(lag))


def _published_apart(one: Profile, other: Profile) -> int | None:
    if one.article.published is None or other.article.published is None:
        return None
    return abs(one.article.published - other.article.published)


def _lag(one: Profile, other: Profile) -> int | None:
    """Days from the day of a dated event to the publication of an article that does not date it; < 0: impossible."""
    dated, undated = (one, other) if one.days else (other, one)
    if dated.days is None or undated.days is not None or undated.article.published is None:
        return None
    return undated.article.published - dated.days[0]


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


def _places(one: Profile, other: Profile, found: Evidence) -> None:
    relation, apart = _place_relation(one.place, other.place)
    found[relation] = 1.0
    if relation == "place.far" and apart is not None:
        found["place.far.km"] = log1p(apart / NEAR_KM)
    countries, others = one.article.countries, other.article.countries
    if countries and others and countries.isdisjoint(others):
        found["country.article.other"] = 1.0


def _place_relation(one: AccountPlace | None, other: AccountPlace | None) -> tuple[str, float | None]:
    """How two places stand to each other, as the name of the evidence; how far apart they are where that tells it."""
    if one is None or other is None:
        return "place.unknown", None
    if _are_of_two_countries(one, other):
        return "place.other_country", None
    if COARSE in (one.geo_precision, other.geo_precision):
        return "place.coarse", None
    if one.name.casefold() == other.name.casefold():
        return "place.same", None
    apart = kilometres(one, other)
    if apart is None:
        return "place.unknown", None
    if apart <= TOWN_KM:
        return "place.same", apart
    return ("place.near" if apart <= NEAR_KM else "place.far"), apart


def _are_of_two_countries(one: AccountPlace, other: AccountPlace) -> bool:
    """Whether both countries are known and differ."""
    if not one.country_code or not other.country_code:
        return False
    return one.country_code != other.country_code


def _people(one: Profile, other: Profile, found: Evidence) -> None:
    _side("sources", one.sources, other.sources, found)
    _side("targets", one.targets, other.targets, found)
    _strangers(one, other, found)
    found["targets.told"] = max(overlap(one.targets, other.told), overlap(other.targets, one.told))
    found["names.common"] = joint_rarity(one.names & other.names)
    if one.rare and other.rare and one.rare.isdisjoint(other.rare):
        found["names.other"] = 1.0


def _strangers(one: Profile, other: Profile, found: Evidence) -> None:
    """Persons to whom an event was done, and whom the other article names nowhere."""
    unnamed = [
        here.victims
        for here, there in ((one, other), (other, one))
        if here.victims and here.victims.isdisjoint(there.article.names) and here.victims.isdisjoint(there.names)
    ]
    if unnamed:
        found["victims.strange"] = float(len(unnamed))


def _side(slot: str, one: frozenset[str], other: frozenset[str], found: Evidence) -> None:
    if one and other:
        found[f"{slot}.known"] = 1.0
        common = overlap(one, other)
        found[f"{slot}.common" if common else f"{slot}.other"] = common or 1.0


def _words(one: Profile, other: Profile, found: Evidence) -> None:
    alike = articles_alike(one.article, other.article)
    found["words.article"], found["names.article"] = alike.words, alike.names
    found["words.sentence"] = cosine(one.words, other.words)


def _counts(one: Profile, other: Profile, found: Evidence) -> None:
    """Equal numbers of people, and numbers that cannot both be right; of several slots the highest equal one."""
    for slot in sorted(one.counts.keys() & other.counts.keys()):
        count, another = one.counts[slot], other.counts[slot]
        lows = count[0] or 0, another[0] or 0
        if count == another:
            found["count.same"] = max(found.get("count.same", 0.0), log1p(lows[0]))
        elif max(lows) > min(_most(count), _most(another)):
            found["count.other"] = log1p(max(lows)) - log1p(min(lows))


def _most(count: tuple[int | None, int | None]) -> int:
    """The most that a count says; very much where it is open."""
    return UNBOUNDED if count[1] is None else count[1]


def _standing(one: Profile, other: Profile, found: Evidence) -> None:
    if one.rank == other.rank == 0:
        found["first.both"] = 1.0
    found["rank.apart"] = log1p(abs(one.rank - other.rank))
    found["mentions.all"] = log1p(one.mentions + other.mentions)
