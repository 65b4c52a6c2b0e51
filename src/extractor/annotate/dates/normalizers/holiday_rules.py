"""The day of a holiday in a year, from the rules of `data/en/dates/holidays.tsv`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractor.annotate.dates.calendar import days_in_month, real_day

_HIJRI_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram 1 of the civil tabular calendar, as a Gregorian day
_JEWISH_EPOCH = -1373427  # 1 Tishri of the year 1, as an ordinal of the Gregorian calendar
_OFFSET = re.compile(r"([a-z]+)([+-][0-9]+)")
_HIJRI_START = 622
_LEAP_YEARS = (2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29)  # of the cycle of 30 years


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (Meeus/Jones/Butcher).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    a, b, c = year % 19, year // 100, year % 100
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - b // 4 - g + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches as a Gregorian day (years 1900 to 2099).

    >>> orthodox_easter(2024)
    datetime.date(2024, 5, 5)
    """
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(13)


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    """The count-th such weekday (1 Monday) of a month, from its end when count is negative."""
    if count > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (count - 1))
    last = date(year, month, days_in_month(year, month))
    return last - timedelta((last.isoweekday() - weekday) % 7 + 7 * (-count - 1))


def hijri_day(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar -> the Gregorian day. The proclaimed day may differ by one.

    >>> hijri_day(1445, 9, 1)
    datetime.date(2024, 3, 11)
    """
    cycles, rest = divmod(year - 1, 30)
    days = cycles * 10631 + rest * 354 + sum(leap <= rest for leap in _LEAP_YEARS)
    return date.fromordinal(_HIJRI_EPOCH + days + 29 * (month - 1) + month // 2 + day - 1)


def jewish_new_year(year: int) -> date:
    """Rosh Hashanah of a Gregorian year (Reingold and Dershowitz, Calendrical Calculations).

    >>> jewish_new_year(2024)
    datetime.date(2024, 10, 3)
    """
    before, this, after = (_jewish_days(year + 3761 + k) for k in (-1, 0, 1))
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return date.fromordinal(_JEWISH_EPOCH + this + delay)


def _jewish_days(year: int) -> int:
    """Days from the epoch of the Jewish calendar to the new moon of a year, moved off three weekdays."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def holiday_value(rule: str, year: int) -> str | None:
    """A rule and a year -> the TIMEX3 value of the day (of the month, for an Islamic month); None without one.

    >>> holiday_value("nth 11 4 4", 2024)
    '2024-11-28'
    """
    kind, *numbers = _OFFSET.sub(r"\1 \2", rule).split()
    if kind in _MOVABLE:
        return (_MOVABLE[kind](year) + timedelta(int(numbers[0]))).isoformat()
    if kind in {"nth", "after"}:
        month, weekday, count, *days = map(int, numbers)
        return (nth_weekday(year, month, weekday, count) + timedelta(days[0] if days else 0)).isoformat()
    if kind == "hijri":
        return _hijri_value(year, [int(n) for n in numbers])
    month_day = kind.split("-")
    fixed = real_day(year, *map(int, month_day)) if len(month_day) == 2 else None
    if not fixed:
        return None
    return fixed.isoformat()


def passover(year: int) -> date:
    """The first day of Passover, always 163 days before the Jewish new year.

    >>> passover(2024)
    datetime.date(2024, 4, 23)
    """
    return jewish_new_year(year) - timedelta(163)


_MOVABLE = {"easter": easter, "orthodox": orthodox_easter, "jewish": jewish_new_year, "passover": passover}


def _hijri_value(year: int, numbers: list[int]) -> str | None:
    """The day, or the days of the month, of the Islamic calendar that begin in a year; None before it begins.

    >>> _hijri_value(2024, [10, 1])
    '2024-04-10'
    >>> _hijri_value(2024, [9])
    '2024-03-11/2024-04-09'
    """
    if year <= _HIJRI_START:
        return None
    month, day = numbers[0], numbers[1] if len(numbers) > 1 else 1
    guess = round((year - 622) * 33 / 32)
    for hijri_year in range(guess - 1, guess + 3):
        found = hijri_day(hijri_year, month, day)
        if found.year == year and len(numbers) > 1:
            return found.isoformat()
        if found.year == year:
            return f"{found.isoformat()}/{(hijri_day(hijri_year, month + 1, 1) - timedelta(1)).isoformat()}"
    return None
