"""The stretch of time that a TIMEX3 value names: half-open instants and its granularity."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

from extractor.annotate.dates.calendar import SEASON_MONTHS, add_months


class Interval(NamedTuple):
    """[earliest, latest) and the unit that the expression names."""

    earliest: datetime
    latest: datetime
    granularity: str


_YEAR = re.compile(r"(\d{4})(?:-(.+))?")
_PART = re.compile(r"([QH])([1-4])|W(\d\d)(?:-(WE|[1-7]))?|(SP|SU|FA|WI)|(\d\d)(?:-(\d\d)(?:T(.+))?)?")
_CLOCK = re.compile(r"(\d\d)(?::(\d\d))?(?::(\d\d))?(Z|[+-]\d\d(?::\d\d)?)?")
_NAMED_PARTS = {
    **{f"Q{n}": (3 * n - 2, 3, "quarter") for n in (1, 2, 3, 4)},
    **{f"H{n}": (6 * n - 5, 6, "half") for n in (1, 2)},
    **{season: (first, 3, "season") for season, first in SEASON_MONTHS.items()},
}
_MONTH_DAYS = (29, 31)
LONG_UNITS = {1: ("millennium", 1000), 2: ("century", 100), 3: ("decade", 10)}


def interval_of(value: str, weekend: tuple[int, int] = (6, 7), zone: tzinfo | None = None) -> Interval | None:
    """A TIMEX3 value -> its interval, None for values without one (durations, sets, references, unknown years).

    Two days with a slash are the first and the last day of a month of another calendar, or of a part of ours.
    `weekend` are the ISO numbers of its two days. A clock time with a zone is moved to `zone` when that is known;
    all instants are naive, the wall clock of the place of publication.

    >>> interval_of("2024-W48-WE").earliest
    datetime.datetime(2024, 11, 30, 0, 0)
    """
    try:
        if "/" in value:
            first, last = (datetime.fromisoformat(day) for day in value.split("/"))
            return Interval(first, last + timedelta(1), _unit_of_days((last - first).days + 1))
        if value.isdigit() and len(value) in LONG_UNITS:
            name, years = LONG_UNITS[len(value)]
            return _years(int(value) * years, years, name)
        match = _YEAR.fullmatch(value)
        if match is None:
            return None
        year = int(match[1])
        if match[2] is None:
            return _years(year, 1, "year")
        return _within(year, match[2], weekend, zone)
    except (KeyError, ValueError, OverflowError):
        return None


def _unit_of_days(count: int) -> str:
    """What so many days are called: a month of any calendar has 29 to 31."""
    if count < _MONTH_DAYS[0]:
        return "part of month"
    return "month" if count <= _MONTH_DAYS[1] else "part of year"


def _years(first: int, count: int, name: str) -> Interval:
    """The years of a value that begins with one: a year, a decade, a century."""
    return Interval(datetime(max(first, 1), 1, 1), datetime(first + count, 1, 1), name)


def _within(year: int, rest: str, weekend: tuple[int, int], zone: tzinfo | None) -> Interval | None:
    """The part of a year that the rest of a value names.

    "Q3", "H1", "W48-WE", "SU", "12", "12-08", "12-08T15:30".
    """
    match = _PART.fullmatch(rest)
    if match is None:
        return None
    part, number, week, of_week, season, month, day, clock = match.groups()
    if part or season:
        first, size, name = _NAMED_PARTS[f"{part}{number}" if part else season]
        return _months(year, first, size, name)
    if week:
        return _week(year, int(week), of_week, weekend)
    if day is None:
        return _months(year, int(month), 1, "month")
    if clock:
        return _time(date(year, int(month), int(day)), clock, zone)
    return _days(date(year, int(month), int(day)))


def _months(year: int, first: int, count: int, name: str) -> Interval | None:
    """Some months from the first one; None outside the calendar."""
    start = date(year, first, 1)
    end = add_months(start, count)
    if not end:
        return None
    return Interval(_midnight(start), _midnight(end), name)


def _week(year: int, week: int, of_week: str | None, weekend: tuple[int, int]) -> Interval:
    """An ISO week, its weekend, or one day of it.

    Of week 10 of 2024 with a weekend of (6, 7) "WE" is 9 and 10 March, "3" is Wednesday, 6 March.
    """
    if of_week == "WE":
        first = datetime.fromisocalendar(year, week, weekend[0])
        return Interval(first, first + timedelta(2), "weekend")
    first = datetime.fromisocalendar(year, week, int(of_week or 1))
    if of_week:
        return Interval(first, first + timedelta(1), "day")
    return Interval(first, first + timedelta(7), "week")


def _days(day: date, name: str = "day") -> Interval:
    """One day."""
    return Interval(_midnight(day), _midnight(day) + timedelta(1), name)


def _time(day: date, clock: str, zone: tzinfo | None) -> Interval | None:
    """The hour, the minute or the second that a clock names, or the day of a part of it ("TNI")."""
    if clock.isalpha() and clock != "Z":
        return _days(day, "part of day")
    match = _CLOCK.fullmatch(clock)
    if match is None:
        return None
    hour, minute, second, offset = match.groups()
    start = _midnight(day) + timedelta(hours=int(hour), minutes=int(minute or 0), seconds=int(second or 0))
    if offset and zone:
        start = start.replace(tzinfo=_offset(offset)).astimezone(zone).replace(tzinfo=None)
    if second:
        return Interval(start, start + timedelta(seconds=1), "second")
    if minute:
        return Interval(start, start + timedelta(minutes=1), "minute")
    return Interval(start, start + timedelta(hours=1), "hour")


def _offset(text: str) -> tzinfo:
    """A zone as in ISO 8601: "Z", "+02:00"."""
    if text == "Z":
        return UTC
    hours, _, minutes = text[1:].partition(":")
    distance = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-distance if text[0] == "-" else distance)


def _midnight(day: date) -> datetime:
    """The first instant of a day."""
    return datetime.combine(day, time())
