"""Readers of dates in digits alone, and the order of day and month in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from extractor.annotate.dates.calendar import real_day
from extractor.annotate.dates.context import NONE_NEEDED, Context, Reading, missing
from extractor.annotate.dates.recognize import Candidate
from extractor.document.date_order import order_of_outlet
from extractor.records import DateType

NO_SUCH_DAY = "the calendar has no such day"
_LONGEST_MONTH = 31
_SEPARATOR = re.compile(r"[/.-]")
YEARS_AHEAD = 10  # two digits are the latest year that ends so, up to ten years after publication


def read_iso(context: Context) -> Reading:
    """2024-12-08, 2024-12-08T15:00Z."""
    text = context.slots["iso"].upper()
    day = real_day(*map(int, text[:10].split("-")))
    if day is None:
        return missing(DateType.DATE, NO_SUCH_DAY)
    return Reading(DateType.TIME if len(text) > 10 else DateType.DATE, text, anchor=NONE_NEEDED)


def read_numeric(context: Context) -> Reading | None:
    """12/7/2024, 7.12.2024, 2024/12/7; the order is that of the source where both are possible.

    "12/7/2024" is 2024-12-07 in an American article, 2024-07-12 in a British one.
    """
    given = context.slots.get("numdate") or context.slots["yearfirst"]
    day = _day_of(given, context) if "numdate" in context.slots else real_day(*_numbers(given))
    if day is not None:
        return Reading(DateType.DATE, day.isoformat(), anchor=NONE_NEEDED)
    return missing(DateType.DATE, NO_SUCH_DAY) if is_impossible_day(given) else None


def _numbers(given: str) -> tuple[int, int, int]:
    """The three numbers of a date in digits.

    >>> _numbers("06/31/2019")
    (6, 31, 2019)
    """
    first, second, third = map(int, _SEPARATOR.split(given))
    return first, second, third


def is_impossible_day(given: str) -> bool:
    """Whether a month, a day up to 31 and a year in full are a day that no calendar has.

    >>> is_impossible_day("06/31/2019"), is_impossible_day("2023/02/30"), is_impossible_day("45/67/8901")
    (True, True, False)
    """
    month, number, year = sorted(_numbers(given))
    if not (1 <= month <= 12 and number <= _LONGEST_MONTH):
        return False
    return 1900 <= year < 2100 and real_day(year, month, number) is None


def _day_of(given: str, context: Context) -> date | None:
    """The day of 12/7/2024 and 12/7/24; 5.6.24 is a version or a section more often than a day.

    12/7/2023 is 7 December, or 12 July for an outlet that writes the day first; 13/7/2023 is 13 July for both.
    """
    first, second, third = _numbers(given)
    if third < 100 and "/" not in given:
        return None
    year = third if third > 99 else full_year(third, context.today)
    options = [real_day(year, first, second), real_day(year, second, first)]
    if context.day_first or "." in given:
        options.reverse()
    elif _is_ahead_of(options[0], context.today) and not _is_ahead_of(options[1], context.today):
        options.reverse()  # what is told in April did not happen "on 05/04" in May
    return options[0] or options[1]


def _is_ahead_of(day: date | None, today: date | None) -> bool:
    """Whether a day is none, or lies after the day of publication."""
    if day is None:
        return True
    return today is not None and day > today


def full_year(two_digits: int, today: date | None) -> int:
    """The latest year that ends in two digits, up to ten years ahead.

    >>> full_year(98, date(2024, 12, 8))
    1998
    """
    limit = (today.year if today else 2030) + YEARS_AHEAD
    year = limit - limit % 100 + two_digits
    return year if year <= limit else year - 100


def writes_day_first(found: Iterable[Candidate], url: str | None) -> bool:
    """Whether a text writes 5/6/2024 for the fifth of June: by its own clear dates, else by the country of its address.

    Without either it is read as May 6, because most English news sites without a country write so.
    """
    for candidate in found:
        parts = [int(n) for n in _SEPARATOR.split(candidate.slots.get("numdate", "0/0/0"))]
        if max(parts[:2]) > 12:
            return parts[0] > 12
    return order_of_outlet(url) == "DMY"
