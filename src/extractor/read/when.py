"""Publication dates as metadata writes them."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

from extractor.document.date_order import DateOrder

MAX_WORDS_CHARS = 60
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_CLOCK = re.compile(r"\d\s*(?::\d\d|[ap]\.?m)", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([/. -])(\d{1,2})\2(\d{4})(?!\d)")


def parse_when(given: object, order: DateOrder | None = None) -> datetime | date | None:
    """ISO 8601, RFC 2822, "20241201", "01/12/2024", seconds or milliseconds since 1970, English words -> date.

    None when unreadable, and for "04/03/2024" without an `order`: nothing tells March from April.

    >>> parse_when("Sun, 01 Dec 2024 10:00:00 GMT").isoformat(), parse_when("04/03/2024", "DMY").isoformat()
    ('2024-12-01T10:00:00+00:00', '2024-03-04')
    """
    if isinstance(given, date):
        return given
    if isinstance(given, (int, float)) and not isinstance(given, bool):
        return _from_number(given)
    text = str(given).strip()
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(*map(int, match.groups()))
    if re.fullmatch(r"\d{10}|\d{13}", text):
        return _from_number(int(text))
    if match := _YEAR_LAST.search(text):
        day = _year_last(match, order)
        text = "" if day is None else f"{text[: match.start()]}{day.isoformat()}{text[match.end() :]}"
    for parse in (_iso, parsedate_to_datetime):
        try:
            return parse(text)
        except (ValueError, IndexError, TypeError, OverflowError):
            continue
    if 0 < len(text) <= MAX_WORDS_CHARS:
        return _in_words(text)
    return None


def orders_of(given: object) -> frozenset[DateOrder]:
    """The orders of day and month in which a date like "25/03/2024" is a day; none for dates of other forms.

    >>> sorted(orders_of("04/03/2024")), sorted(orders_of("25/03/2024")), sorted(orders_of("2024-03-04"))
    (['DMY', 'MDY'], ['DMY'], [])
    """
    match = _YEAR_LAST.search(given) if isinstance(given, str) else None
    if match is None:
        return frozenset()
    if match[2] == ".":  # no English-language press writes points and the month first
        return frozenset(("DMY",))
    orders: tuple[DateOrder, ...] = ("DMY", "MDY")
    return frozenset(order for order in orders if _ordered(match, order))


def _year_last(match: re.Match[str], order: DateOrder | None) -> date | None:
    """The day of a date whose year comes last: in the order that is the only one, or else in the one given.

    25/4/2024 is 25 April in any order; 5/4/2024 is 5 April in "DMY", 4 May in "MDY" and None without an order.
    """
    days = {one: day for one in orders_of(match[0]) if (day := _ordered(match, one))}
    if len(set(days.values())) == 1:
        return next(iter(days.values()))
    return days.get(order) if order is not None else None


def _ordered(match: re.Match[str], order: DateOrder) -> date | None:
    """The day of three numbers in the order given."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if order == "DMY":
        return _day(year, second, first)
    return _day(year, first, second)


def _iso(text: str) -> datetime | date:
    """A day or a time in the form of ISO 8601. Raises ValueError."""
    if len(text) <= 10:
        return date.fromisoformat(text)
    return datetime.fromisoformat(text)


@lru_cache(maxsize=4096)
def _in_words(text: str) -> datetime | date | None:
    """Absolute formats in English words, as dateparser reads them; "yesterday" and "May" are no publication date.

    The language is fixed: finding it out costs twenty times as much and turns words into dates.
    """
    import dateparser  # type: ignore[import-untyped]

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    found: datetime | None = dateparser.parse(text, languages=["en"], settings=settings)
    if found is None or not _YEAR.search(text):
        return None
    return found if _CLOCK.search(text) else found.date()


def _day(year: int, month: int, day: int) -> date | None:
    """The day; None when the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _from_number(number: float) -> datetime | date | None:
    """A date written as a number: 20240131, or seconds or milliseconds since 1970; None for other numbers.

    >>> _from_number(20240131)
    datetime.date(2024, 1, 31)
    """
    if 19_000_101 <= number <= 21_001_231:
        return parse_when(str(int(number)))
    seconds = number / 1000 if number > 1e11 else number
    try:
        if seconds > 1e8:
            return datetime.fromtimestamp(seconds, UTC)
        return None
    except (OverflowError, OSError, ValueError):
        return None
