"""Readers of years, decades and centuries."""

from __future__ import annotations

from datetime import date

from extractor.annotate.dates.context import NONE_NEEDED, PUBLISHED, Context, Reading, missing
from extractor.annotate.dates.grammar.vocabulary import words
from extractor.annotate.dates.normalizers.numeric import full_year
from extractor.annotate.dates.numbers import ordinal_of
from extractor.records import DateType

PLAIN_YEARS = range(1900, 2061)  # four digits that are a year without a word that says so
LONGEST_RANGE = 60  # years of "1939-45"; a larger difference is a score or a number
_BETWEEN = frozenset({"-", "and", "the", "year"})
_BEFORE_OLD_YEARS = frozenset({"the", "(", "–", "-"})
_OWNERS = frozenset({"the", "a", "his", "its", "'s", "’s"})
_ABOUT = frozenset({"some", "nearly", "almost"})  # before a number of people or things
_TOTAL = ("total", "of")
_THEM = (("them",), ("these",), ("those",), ("whom",))
_PREFIXES = frozenset({"post", "pre", "mid", "late", "early"})


def own_year(context: Context) -> int | None:
    """The year in digits or words that stands beside a month or a season."""
    if "year" in context.slots:
        return int(context.slots["year"])
    if "spoken" not in context.slots:
        return None
    return spoken_year(context.slots["spoken"])


def spoken_year(text: str) -> int:
    """A year in lower-case words.

    >>> spoken_year("nineteen ninety - seven"), spoken_year("two thousand and five")
    (1997, 2005)
    """
    first, *rest = [part for part in text.split() if part not in _BETWEEN]
    base = 2000 if rest[:1] == ["thousand"] else int(words().value("hundreds", first) or 0)
    return base + sum(map(_below_hundred, rest))


def _below_hundred(part: str) -> int:
    """The number of "ninety" and "seven", 0 for any other word.

    >>> _below_hundred("ninety"), _below_hundred("year")
    (90, 0)
    """
    return int(words().value("tens", part) or words().value("digit", part) or 0)


def short_year(text: str, today: date | None) -> int:
    """'68 -> the latest year that ends so, up to ten years ahead.

    >>> short_year("'68", date(2024, 12, 8))
    1968
    """
    return full_year(int(text.strip("'’")), today)


def with_era(context: Context, value: str) -> str:
    """The value, marked when the text says "BC"."""
    return f"BC{value}" if "bc" in context.slots else value


def read_year(context: Context) -> Reading | None:
    """A year in digits or words.

    "2011" is 2011.
    """
    year = own_year(context)
    if year is None:
        return None
    is_told = context.has("bc", "ad", "spoken")
    if not is_told and not _is_year(context, year):
        return None
    if not is_told and _is_number(context):
        return None
    return Reading(DateType.DATE, with_era(context, f"{year:04}"), context.edge(), NONE_NEEDED)


def _is_number(context: Context) -> bool:
    """Whether a hyphen ties the digits to what is no year: a telephone number, a score.

    True of "2000" in "call 555-2000", not in "the 1999-2000 season".
    """
    if _is_among_digits(context) or _is_counted(context):
        return True
    first, *hyphen = context.before(2) or ("",)
    if hyphen != ["-"] or _is_prefixed(context):
        return False
    is_year = len(first) == 4 and first.isdigit()
    return not is_year


def _is_among_digits(context: Context) -> bool:
    """Whether digits stand behind three or four that are no year, or between others.

    "2021" of "0800 2021 11", "2014" of "555 2014".
    """
    left = context.left
    if not left.isdigit() or int(left) in PLAIN_YEARS:
        return False
    return len(left) > len("31") or context.right.isdigit()


def _is_counted(context: Context) -> bool:
    """ "300 of 2022 ballots", "in 2022 people", "1848 of them"; not "In 2022 soldiers fled", which opens a sentence."""
    if context.left in _ABOUT or context.before(2) == _TOTAL:
        return True
    if context.right == "of" and context.found.after[1:2] in _THEM:
        return True
    if words().value("measure", context.right) is not None and not context.found.opens:
        return True
    number, *of = context.before(2) or ("",)
    if not number.isdigit() or of != ["of"]:
        return False
    return context.right.endswith("s")


def _is_prefixed(context: Context) -> bool:
    """Post-1959, pre-1914.

    Not "Mid 1959".
    """
    return context.before(2)[1:] == ("-",) and context.before(2)[0] in _PREFIXES


def _is_year(context: Context, year: int) -> bool:
    """Whether digits are a year by the words around them: "in 1850", "2022 (", not "the 300 guests"."""
    if _is_told_to_be_date(context):
        return True
    if year not in PLAIN_YEARS:
        if context.left not in _BEFORE_OLD_YEARS:
            return False
        return not context.right.endswith("s")
    if _counts_things(context):
        return False
    if not context.found.before_name:
        return True
    return context.left == "'s"


def _is_told_to_be_date(context: Context) -> bool:
    """ "Early 1850", "in 1850", "pre-1850"."""
    if context.has("edge", "loose") or words().value("datecue", context.left):
        return True
    return _is_prefixed(context)


def _counts_things(context: Context) -> bool:
    """ "2022 ballots"; not "the 2022 elections", "2022 is"."""
    if not context.right.endswith("s") or len(context.right) <= len("was"):
        return False
    return not context.found.after_name and context.left not in _OWNERS


def read_short_year(context: Context) -> Reading | None:
    """'68 after a word that shows a year ("the class of '68")."""
    is_shown = "edge" in context.slots or context.follows("the", "class")
    if not is_shown and words().value("datecue", context.left) is None:
        return None
    base = context.passage.day if context.passage else context.today
    return Reading(DateType.DATE, f"{short_year(context.slots['yy'], base):04}", context.edge(), NONE_NEEDED)


def read_year_tail(context: Context) -> Reading | None:
    """The second number of "1997-98"."""
    first = context.before(2)[0]
    if len(first) != 4 or not first.isdigit():
        return None
    year = int(first[:2] + context.slots["yy"])
    if not 0 < year - int(first) < LONGEST_RANGE:
        return None
    return Reading(DateType.DATE, f"{year:04}", anchor=NONE_NEEDED)


def read_decade(context: Context) -> Reading | None:
    """The 1970s, the '70s, the seventies.

    "The 1970s" is 197.
    """
    digits = _decade_in_words(context) or "".join(filter(str.isdigit, context.slots["decade"]))
    if len(digits) == 2:
        digits = str(short_year(digits, context.today))
    return Reading(DateType.DATE, with_era(context, digits[:3]), context.edge(), NONE_NEEDED)


def _decade_in_words(context: Context) -> str | None:
    """ "The nineteen seventies" -> "1970", "the seventies" -> "70"; None for a decade in digits.

    "1970" for "the early nineteen seventies" as well.
    """
    word, base = words().value("decadeword", context.slots["decade"]), context.word("hundreds")
    if word is None or base is None:
        return word
    return f"{int(base) // 100}{word}"


def read_century(context: Context) -> Reading | None:
    """The 11th century -> 10; the turn of the century is the year it began in."""
    if context.slots["n"] == "turn":
        return _turn_of_century(context.today)
    number = ordinal_of(context.slots["n"])
    if number is None or not 1 <= number <= 30:
        return None
    return Reading(DateType.DATE, with_era(context, f"{number - 1:02}"), context.edge(), NONE_NEEDED)


def _turn_of_century(today: date | None) -> Reading:
    """The turn of the century in which today is.

    2000 for an article of 2024.
    """
    if today is None:
        return missing(DateType.DATE)
    return Reading(DateType.DATE, str(today.year // 100 * 100), "APPROX", PUBLISHED)
