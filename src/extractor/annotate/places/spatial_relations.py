"""How the text stands to a place it names: "northern Syria", "the outskirts of Homs", "20 km south of Homs"."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.tables import data_toml

# Further away the phrase only orients the reader ("300 miles south of Mexico City"): the name still means the city.
FARTHEST_KM = 100
_LOOK_BACK = 70  # characters before a name that can hold a relation
_SPACE = r"[\s ]{1,3}"


@dataclass(frozen=True, slots=True)
class Relation:
    """The words, and for a displacement its length and bearing (degrees clockwise from north)."""

    text: str
    km: float | None = None
    bearing: float | None = None

    def move(self, latitude: float, longitude: float) -> tuple[float, float]:
        """The point that lies so from the given one, on the ellipsoid; the same point when the text has no direction.

        >>> Relation("20 km south of", 20, 180).move(34.73, 36.72)
        (34.54971, 36.72)
        """
        if self.km is None or self.bearing is None:
            return latitude, longitude
        from geopy.distance import geodesic  # type: ignore[import-untyped]

        point = geodesic(kilometers=self.km).destination((latitude, longitude), self.bearing)
        return round(point.latitude, 5), round(point.longitude, 5)


def relation_before(source: str, start: int) -> Relation | None:
    """The relation that the words before a name express, read backwards from its start.

    >>> relation_before("a village 12 miles north-east of Homs", 33)
    Relation(text='12 miles north-east of', km=19.312, bearing=45.0)
    """
    before = source[max(0, start - _LOOK_BACK) : start]
    last = _LAST_WORD.search(before)
    if last is None or last[1].lower() not in _triggers():
        return None
    distance = _patterns().distance.search(before)
    if distance:
        return _displacement(distance)
    match = _patterns().around.search(before) or _patterns().part.search(before)
    if not match:
        return None
    return Relation(" ".join(match[1].split()))


def relation_after(source: str, end: int) -> Relation | None:
    """The relation that the words after a name express: "Aleppo's northern outskirts", "Homs countryside"."""
    match = _patterns().after.match(source, end)
    return Relation(" ".join(match[1].split())) if match else None


_LAST_WORD = re.compile(r"([\w-]+)[\s ]{1,3}(?:the[\s ])?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Patterns:
    distance: re.Pattern[str]
    around: re.Pattern[str]
    part: re.Pattern[str]
    after: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Lists:
    bearing: dict[str, float]
    unit: dict[str, float]
    number: dict[str, float]
    around: list[str]
    parts: list[str]


@cache
def _lists() -> _Lists:
    read = data_toml("places/relations.toml")
    return _Lists(read["bearing"], read["unit"], read["number"], read["around"]["words"], read["around"]["parts"])


@cache
def _triggers() -> frozenset[str]:
    """The words a relation can end with; all other names are passed over quickly.

    "of", "outskirts" and "countryside".
    """
    around = (words.split()[-1] for words in _lists().around)
    sides = (f"{side}{ending}" for side in _sides() for ending in ("", "ern"))
    return frozenset((*around, *sides, *_lists().parts, "of", "from"))


def _sides() -> list[str]:
    """Every spelling of the directions, the long ones first: north-east, northeast.

    "north-east" before "north".
    """
    plain = list(_lists().bearing)
    hyphened = [re.sub(r"^(north|south)(?=east|west)", r"\1-", side) for side in plain]
    return sorted({*plain, *hyphened}, key=lambda side: (-len(side), side))


@cache
def _patterns() -> _Patterns:
    lists = _lists()
    sides = "|".join(map(re.escape, _sides()))
    units = "|".join(lists.unit)
    numbers = "|".join(sorted(lists.number, key=lambda n: -len(n)))
    around = "|".join(sorted(map(re.escape, lists.around), key=len, reverse=True))
    parts = "|".join(map(re.escape, lists.parts))
    side = rf"(?:(?:{sides})(?:ern)?|{parts})"
    end = rf"{_SPACE}(?:the{_SPACE})?$"
    return _Patterns(
        distance=re.compile(
            rf"\b((\d[\d,.]{{0,6}}|{numbers})(?:{_SPACE}|-)?({units})\b(?:{_SPACE}\([^()]{{1,20}}\))?"
            rf"(?:{_SPACE}(?:to{_SPACE}the{_SPACE}|due{_SPACE})?({sides}))?{_SPACE}(?:of|from|outside)){end}",
            re.IGNORECASE,
        ),
        around=re.compile(rf"\b((?:(?:{side}){_SPACE})?(?:{around})){end}", re.IGNORECASE),
        part=re.compile(
            rf"\b({side}(?:,?{_SPACE}(?:and|or|to){_SPACE}{side})?(?:{_SPACE}(?:of|parts{_SPACE}of))?){end}",
            re.IGNORECASE,
        ),
        after=re.compile(
            rf"(?:['’]s)?{_SPACE}((?:(?:{sides})(?:ern)?{_SPACE})?(?:outskirts|suburbs|countryside|environs))\b",
            re.IGNORECASE,
        ),
    )


def _plain(text: str) -> str:
    """Lower case, with the letters that re.IGNORECASE takes for "i", "k" and "s" as these.

    "kidal" for "KIDAL".
    """
    return text.casefold().replace("ı", "i")


def _displacement(match: re.Match[str]) -> Relation:
    """The relation that a match tells: how far from the place, on which side.

    30 km at 45 degrees for "30 km north-east of", 64.374 km without a side for "40 miles from".
    """
    lists = _lists()
    text, *written = match.groups()
    number, unit, side = (_plain(part or "") for part in written)
    amount = lists.number.get(number)
    if amount is None:
        amount = float(number.replace(",", "").rstrip(".") or 0)
    km = round(amount * lists.unit[unit], 3)
    if km > FARTHEST_KM:
        return Relation(" ".join(text.split()))
    bearing = lists.bearing.get(re.sub(r"(?<=north|south)-(?=east|west)", "", side)) if side else None
    return Relation(
        " ".join(text.split()),
        km,
        None if bearing is None else float(bearing),
    )
