"""Two events of different articles -> the evidence that they are one. What is not known is evidence of its own kind."""

from math import asin, cos, log1p, radians, sin, sqrt

from extractor.incidents.account import AccountPlace
from extractor.incidents.likeness import articles_alike, joint_rarity
from extractor.incidents.profile import Profile
from extractor.incidents.words import RAREST, cosine, overlap, rarity
from extractor.logistic import Evidence
from extractor.records import Modality

EARTH_DIAMETER_KM = 12742.0
TOWN_KM = 15.0
NEAR_KM = 60.0
UNREAL = (Modality.INTENDED, Modality.HYPOTHETICAL)


def evidence_of_pair(one: Profile, other: Profile) -> Evidence:
    """All evidence about a pair, by name; the order of the two does not matter."""
    found: Evidence = {"always": 1.0}
    for add in (_kinds, _triggers, _times, _places, _people, _words, _counts, _standing):
        add(one, other, found)
    return found


def _kinds(one: Profile, other: Profile, found: Evidence) -> None:
    found["type.other"] = float(one.type != other.type)
    if one.mode and other.mode:
        found["mode.same" if one.mode == other.mode else "mode.other"] = 1.0
    if one.cameo and other.cameo:
        found["cameo.same"] = float(one.cameo == other.cameo)
        found["cameo.root.other"] = float(one.cameo[:2] != other.cameo[:2])
    found["unreal.one"] = float((one.modality in UNREAL) != (other.modality in UNREAL))
    found["negative.one"] = float(one.negative != other.negative)


def _triggers(one: Profile, other: Profile, found: Evidence) -> None:
    common = one.triggers & other.triggers
    found["trigger.same"] = float(bool(common))
    found["trigger.rare"] = max(map(rarity, common), default=0.0) / RAREST
    told = not one.triggers.isdisjoint(other.words) or not other.triggers.isdisjoint(one.words)
    found["trigger.told"] = float(told and not common)


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
    """Great-circle distance; None where a point is not known."""
    if one is None or other is None or None in (one.latitude, other.latitude):
        return None
    lat1, lon1, lat2, lon2 = (radians(x or 0.0) for x in (one.latitude, one.longitude, other.latitude, other.longitude))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return EARTH_DIAMETER_KM * asin(min(1.0, sqrt(half)))


def _places(one: Profile, other: Profile, found: Evidence) -> None:
    found[_place_relation(one, other)] = 1.0
    apart = kilometres(one.place, other.place)
    if "place.far" in found and apart is not None:
        found["place.far.km"] = log1p(apart / NEAR_KM)
    if one.article.countries and other.article.countries:
        found["country.article.other"] = float(one.article.countries.isdisjoint(other.article.countries))


def _place_relation(one: Profile, other: Profile) -> str:
    """How the places stand to each other, as the name of the evidence."""
    a, b = one.place, other.place
    if a is None or b is None:
        return "place.unknown"
    if a.country_code and b.country_code and a.country_code != b.country_code:
        return "place.other_country"
    if a.geo_precision == 3 or b.geo_precision == 3:
        return "place.coarse"
    apart = kilometres(a, b)
    if a.name.casefold() == b.name.casefold() or (apart is not None and apart <= TOWN_KM):
        return "place.same"
    if apart is None:
        return "place.unknown"
    return "place.near" if apart <= NEAR_KM else "place.far"


def _people(one: Profile, other: Profile, found: Evidence) -> None:
    for slot in ("sources", "targets"):
        a, b = getattr(one, slot), getattr(other, slot)
        if a and b:
            found[f"{slot}.common"] = overlap(a, b)
            found[f"{slot}.known"] = 1.0
            found[f"{slot}.other"] = float(a.isdisjoint(b))
    swapped = overlap(one.sources, other.targets) + overlap(other.sources, one.targets)
    found["sides.swapped"] = min(1.0, swapped)
    found["targets.told"] = max(_told(one.targets, other), _told(other.targets, one))
    if one.victims and other.victims:
        found["victims.common" if one.victims & other.victims else "victims.other"] = 1.0
    found["names.common"] = joint_rarity(one.names & other.names)
    if one.rare and other.rare:
        found["names.other"] = float(one.rare.isdisjoint(other.rare))


def _told(words: frozenset[str], other: Profile) -> float:
    """The share of words, by rarity, that the other's sentences have."""
    return overlap(words, other.told)


def _words(one: Profile, other: Profile, found: Evidence) -> None:
    alike = articles_alike(one.article, other.article)
    found["words.sentence"] = cosine(one.words, other.words)
    found["words.article"], found["words.lead"], found["words.title"] = alike.words, alike.lead, alike.title
    found["names.article"] = alike.names
    found["words.sentence.lead"] = max(cosine(one.words, other.article.lead), cosine(other.words, one.article.lead))
    found["words.story"] = alike.words * found["trigger.same"]
    found["words.names"] = alike.words * found["names.common"]
    if one.numbers and other.numbers:
        found["numbers.common"] = len(one.numbers & other.numbers) / min(len(one.numbers), len(other.numbers))


def _counts(one: Profile, other: Profile, found: Evidence) -> None:
    for slot in one.counts.keys() & other.counts.keys():
        (low, high), (low2, high2) = one.counts[slot], other.counts[slot]
        if (low, high) == (low2, high2):
            found["count.same"] = max(found.get("count.same", 0.0), log1p(low or 0))
        elif max(low or 0, low2 or 0) > min(high if high is not None else 10**9, high2 if high2 is not None else 10**9):
            larger, smaller = max(low or 0, low2 or 0), min(low or 0, low2 or 0)
            found["count.other"] = log1p(larger) - log1p(smaller)


def _standing(one: Profile, other: Profile, found: Evidence) -> None:
    found["first.both"] = float(one.rank == 0 and other.rank == 0)
    found["rank.apart"] = log1p(abs(one.rank - other.rank))
    found["mentions.both"] = log1p(min(one.mentions, other.mentions))
    found["mentions.all"] = log1p(one.mentions + other.mentions)
    found["first.both.alike"] = found["first.both"] * found["words.article"]
