"""Readers of years, decades and centuries."""

from __future__ import annotations

from datetime import date

from extractor.annotate.dates.context import NONE_NEEDED, PUBLISHED, Reading, Scene, missing
from extractor.annotate.dates.grammar.vocabulary import words
from extractor.annotate.dates.normalizers.numeric import full_year
from extractor.annotate.dates.numbers import ordinal_of
from extractor.records import DateType

PLAIN_YEARS = range(1900, 2061)  # four digits that are a year without a word that says so
LONGEST_RANGE = 60  # years of "1939-45"; a larger difference is a score or a number
_OWNERS = frozenset({"the", "a", "his", "its", "'s", "’s"})
_PREFIXES = frozenset({"post", "pre", "mid", "late", "early"})


def own_year(scene: Scene) -> int | None:
    """The year in digits or words that stands beside a month or a season."""
    if "year" in scene.slots:
        return int(scene.slots["year"])
    return spoken_year(scene.slots["spoken"]) if "spoken" in scene.slots else None


def spoken_year(text: str) -> int:
    """A year in lower-case words.

    >>> spoken_year("nineteen ninety - seven"), spoken_year("two thousand and five")
    (1997, 2005)
    """
    first, *rest = [part for part in text.split() if part not in {"-", "and", "the", "year"}]
    base = 2000 if rest[:1] == ["thousand"] else int(words().value("hundreds", first) or 0)
    values = [words().value("tens", part) or words().value("digit", part) or "0" for part in rest]
    return base + sum(map(int, values))


def short_year(text: str, today: date | None) -> int:
    """'68 -> the latest year that ends so, up to ten years ahead."""
    return full_year(int(text.strip("'’")), today)


def with_era(scene: Scene, value: str) -> str:
    """The value, marked when the text says "BC"."""
    return f"BC{value}" if "bc" in scene.slots else value


def read_year(scene: Scene) -> Reading | None:
    """A year in digits or words."""
    year = own_year(scene)
    if year is None:
        return None
    sure = scene.slots.keys() & {"bc", "ad", "spoken"}
    if not sure and (not _is_year(scene, year) or _is_number(scene)):
        return None
    return Reading(DateType.DATE, with_era(scene, f"{year:04}"), scene.edge(), NONE_NEEDED)


def _is_number(scene: Scene) -> bool:
    """Whether a hyphen ties the digits to what is no year: a telephone number, a score."""
    if _is_among_digits(scene) or _is_counted(scene):
        return True
    first, *hyphen = scene.before(2) or ("",)
    return hyphen == ["-"] and not (len(first) == 4 and first.isdigit()) and not _is_prefixed(scene)


def _is_among_digits(scene: Scene) -> bool:
    """ "0800 2021 11": digits on both sides that are no years."""
    left, right = "".join(scene.before()), "".join(scene.found.after[:1])
    return left.isdigit() and right.isdigit() and int(left) not in PLAIN_YEARS


def _is_counted(scene: Scene) -> bool:
    """ "300 of 2022 ballots"."""
    number, *of = scene.before(2) or ("",)
    return number.isdigit() and of == ["of"] and "".join(scene.found.after[:1]).endswith("s")


def _is_prefixed(scene: Scene) -> bool:
    """Post-1959, pre-1914."""
    return scene.before(2)[1:] == ("-",) and scene.before(2)[0] in _PREFIXES


def _is_year(scene: Scene, year: int) -> bool:
    left, right = "".join(scene.before()), "".join(scene.found.after[:1])
    if scene.slots.keys() & {"edge", "loose"} or words().value("datecue", left) or _is_prefixed(scene):
        return True
    if year not in PLAIN_YEARS:
        return left in {"the", "(", "–", "-"} and not right.endswith("s")
    counts = right.endswith("s") and len(right) > 3 and not scene.found.after_name and left not in _OWNERS
    return not counts and (not scene.found.before_name or left == "'s")


def read_short_year(scene: Scene) -> Reading | None:
    """'68 after a word that shows a year ("the class of '68")."""
    left = "".join(scene.before())
    if "edge" not in scene.slots and left not in {"the", "class"} and words().value("datecue", left) is None:
        return None
    base = scene.passage.day if scene.passage else scene.today
    return Reading(DateType.DATE, f"{short_year(scene.slots['yy'], base):04}", scene.edge(), NONE_NEEDED)


def read_year_tail(scene: Scene) -> Reading | None:
    """The second number of "1997-98"."""
    first = scene.before(2)[0]
    if len(first) != 4 or not first.isdigit():
        return None
    year = int(first[:2] + scene.slots["yy"])
    if not 0 < year - int(first) < LONGEST_RANGE:
        return None
    return Reading(DateType.DATE, f"{year:04}", anchor=NONE_NEEDED)


def read_decade(scene: Scene) -> Reading | None:
    """The 1970s, the '70s, the seventies."""
    text = scene.slots["decade"]
    digits = "".join(c for c in text if c.isdigit())
    word = words().value("decadeword", text)
    if word is not None:
        base = scene.word("hundreds")
        digits = f"{int(base) // 100}{word}" if base else word
    if len(digits) == 2:
        digits = str(short_year(digits, scene.today))
    return Reading(DateType.DATE, with_era(scene, digits[:3]), scene.edge(), NONE_NEEDED)


def read_century(scene: Scene) -> Reading | None:
    """The 11th century -> 10; the turn of the century is the year it began in."""
    if scene.slots["n"] == "turn":
        year = (scene.today.year // 100 * 100) if scene.today else None
        return Reading(DateType.DATE, str(year), "APPROX", PUBLISHED) if year else missing(DateType.DATE)
    number = ordinal_of(scene.slots["n"])
    if number is None or not 1 <= number <= 30:
        return None
    return Reading(DateType.DATE, with_era(scene, f"{number - 1:02}"), scene.edge(), NONE_NEEDED)
