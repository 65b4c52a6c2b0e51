"""Publication dates as metadata writes them."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

MAX_WORDS_CHARS = 60
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_CLOCK = re.compile(r"\d\s*(?::\d\d|[ap]\.?m)", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)")


def parse_when(given: object) -> datetime | date | None:
    """ISO 8601, RFC 2822, "20241201", "2024/12/01" or seconds or milliseconds since 1970, English words -> date.

    None when unreadable.

    >>> parse_when("Sun, 01 Dec 2024 10:00:00 GMT").isoformat()
    '2024-12-01T10:00:00+00:00'
    """
    if isinstance(given, date):
        return given
    if isinstance(given, (int, float)) and not isinstance(given, bool):
        return _from_number(given)
    text = str(given).strip()
    if match := _DAY.fullmatch(text):
        return _day(*map(int, match.groups()))
    if re.fullmatch(r"\d{10}|\d{13}", text):
        return _from_number(int(text))
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(text)
        except (ValueError, IndexError, TypeError):
            continue
    return _in_words(text) if len(text) <= MAX_WORDS_CHARS else None


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
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _from_number(number: float) -> datetime | date | None:
    if 19_000_101 <= number <= 21_001_231:
        return parse_when(str(int(number)))
    seconds = number / 1000 if number > 1e11 else number
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds > 1e8 else None
    except (OverflowError, OSError, ValueError):
        return None
