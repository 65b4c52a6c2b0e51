"""Readers of days counted from another one: two weeks ago, three days later."""

from __future__ import annotations

from datetime import date

from extractor.annotate.dates.calendar import MONTHS_OF, add_months, add_units, unit_value
from extractor.annotate.dates.context import (
    NO_DATE,
    NOTHING_BEFORE,
    PUBLISHED,
    Base,
    Context,
    Mention,
    Reading,
    base_of,
    missing,
    unit_code,
)
from extractor.annotate.dates.normalizers.durations import CLOCK_UNITS, approx_of, count_of
from extractor.annotate.dates.normalizers.quarters import read_year_ago
from extractor.lexicon.tables import word_lists
from extractor.records import DateType

_FORWARD = word_lists("dates/around.txt")["forward"]
_FROM_TODAY = frozenset({"ago", "back", "from now", "hence", "from today"})
_LONG = frozenset({"Y", "DE", "CE"})  # so many of these "later" than a date of the text must not lie ahead of today
_SHORT = frozenset({"D", "W"})
_HOURS = {"H": 1, "MIN": 1 / 60, "S": 1 / 3600}
# The unit of the value: a decade ago is a year.
_GRANULES = {"DE": "Y", "CE": "Y", "ML": "Y", "2W": "W"}


def read_offset(context: Context) -> Reading | None:
    """Two weeks ago, three days later; vague ones are references to the past or the future.

    In an article of 8 December 2024 "two weeks ago" is 2024-W47.
    """
    way, unit = context.slots["way"], unit_code(context.slots)
    if unit in CLOCK_UNITS:
        return _hours_from(context, way, unit)
    if "x" in context.slots:
        return Reading(DateType.DATE, "FUTURE_REF" if way in _FORWARD else "PAST_REF")
    if _is_year_before(context, way, unit):
        return read_year_ago(context)
    count = count_of(context)
    if count is None or isinstance(count, str):
        return None
    base = _base(context, way, _counted_from(context, unit))
    if base.day is None:
        return missing(DateType.DATE, _why_no_base(way))
    return _counted(context, base, count if way in _FORWARD else -count, unit)


def _hours_from(context: Context, way: str, unit: str) -> Reading | None:
    """Hours later, two hours ago: an unknown hour of the day it counts from, of a later one after 24 hours.

    2024-03-04TXX for "36 hours ago" in an article of 5 March 2024.
    """
    count = count_of(context)
    if count is None:
        return None
    base = _base(context, way, context.last_day)
    if base.day is None:
        return missing(DateType.TIME, _why_no_base(way))
    days = 0 if isinstance(count, str) else int(count * _HOURS[unit] / 24)
    day = add_units(base.day, days if way in _FORWARD else -days, "D")
    return Reading(DateType.TIME, f"{day.isoformat()}TXX" if day else None, approx_of(context), base.anchor)


def _is_year_before(context: Context, way: str, unit: str) -> bool:
    """Whether "a year ago", "a year earlier" compares with last year or its quarter, as reports of earnings do."""
    if unit != "Y" or context.slots.get("n") not in {"a", "an", "one"} or way in _FORWARD:
        return False
    return way == "ago" or context.passage is None


def _base(context: Context, way: str, named: Mention | None) -> Base:
    """The day that is counted from: today after "ago", else that of a date named before."""
    if way in _FROM_TODAY:
        return Base(context.today, PUBLISHED)
    return base_of(named)


def _counted_from(context: Context, unit: str) -> Mention | None:
    """The date before that so many units later or earlier count from: of days and weeks no mere year in passing.

    May 3 for "a day later" in "Troops left on May 3. A report of 2019 blamed them. A day later ...".
    """
    last = context.last
    if last is not None and unit in _SHORT and last.unit in _LONG:
        return context.last_day
    return last


def _why_no_base(way: str) -> str:
    """Why there is no day to count from."""
    return NO_DATE if way in _FROM_TODAY else NOTHING_BEFORE


def _counted(context: Context, base: Base, steps: float, unit: str) -> Reading:
    """The unit that holds the day so many units after another; half a unit is counted in months."""
    assert base.day is not None
    day, granule = _moved(base.day, steps, unit)
    if day is None:
        return missing(DateType.DATE, "outside the calendar")
    is_of_text = base.anchor != PUBLISHED and unit in _LONG
    if is_of_text and _passes_today(context.today, base.day, day):
        return missing(DateType.DATE, "the date it is counted from is unclear")
    mod = "APPROX" if "n2" in context.slots else None
    return Reading(DateType.DATE, unit_value(day, granule), approx_of(context) or mod, base.anchor)


def _moved(day: date, steps: float, unit: str) -> tuple[date | None, str]:
    """The day so many units on and the unit that is told of it: a month for "a year and a half later"."""
    if steps == int(steps):
        return add_units(day, int(steps), unit), _GRANULES.get(unit, unit)
    granule = "M" if unit == "Y" else _GRANULES.get(unit, unit)
    return add_months(day, round(steps * MONTHS_OF.get(unit, 1))), granule


def _passes_today(today: date | None, base: date, day: date) -> bool:
    """Whether today lies between a day that is past and one that would be ahead."""
    return today is not None and base <= today < day
