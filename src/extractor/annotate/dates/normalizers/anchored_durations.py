"""The days of a length of time that ends or begins with the day of publication: "the past 24 hours"; not of years."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from extractor.annotate.dates.calendar import add_units
from extractor.annotate.dates.interval import Interval

_LENGTH = re.compile(r"P(?:(\d{1,3})([DWM])|T(\d{1,3})H)")
_WAY = re.compile(r"\b(?:(past|last)|next|coming)\b", re.IGNORECASE)
_UNITS = {"D": "day", "W": "week", "M": "month"}


def interval_of_duration(value: str | None, text: str, after: str, today: date | None) -> Interval | None:
    """A TIMEX3 duration with its words, the text behind them and today -> its days, None where it lies elsewhere.

    >>> interval_of_duration("P3D", "the past three days", ", he said", date(2025, 1, 29)).earliest
    datetime.datetime(2025, 1, 26, 0, 0)
    """
    length, way = _LENGTH.fullmatch(value or ""), _WAY.search(text)
    if length is None or way is None or today is None or after.lstrip().startswith("of "):
        return None  # "the last three days of the siege" are not the last before today
    count, unit = (_whole_days(int(length[3])), "D") if length[3] else (int(length[1]), length[2])
    other = add_units(today, -count if way[1] else count, unit)
    if other is None:
        return None
    first, last = sorted((today, other))
    return Interval(datetime.combine(first, time()), datetime.combine(last, time()) + timedelta(1), _UNITS[unit])


def _whole_days(hours: int) -> int:
    """The days that so many hours touch, rounded up."""
    return -(-hours // 24)
