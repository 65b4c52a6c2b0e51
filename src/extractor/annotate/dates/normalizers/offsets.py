"""Readers of days counted from another one: two weeks ago, three days later."""

from __future__ import annotations

from datetime import date

from extractor.annotate.dates.calendar import MONTHS_OF, add_months, add_units, unit_value
from extractor.annotate.dates.context import NO_DATE, NOTHING_BEFORE, PUBLISHED, Reading, Scene, missing, unit_code
from extractor.annotate.dates.normalizers.durations import CLOCK_UNITS, approx_of, count_of
from extractor.annotate.dates.normalizers.quarters import read_year_ago
from extractor.lexicon.tables import word_lists
from extractor.records import DateType

_FORWARD = word_lists("dates/around.txt")["forward"]
_FROM_TODAY = frozenset({"ago", "back", "from now", "hence", "from today"})
_LONG = frozenset({"Y", "DE", "CE"})  # so many of these "later" than a date of the text must not lie ahead of today
_HOURS = {"H": 1, "MIN": 1 / 60, "S": 1 / 3600}
# The unit of the value: a decade ago is a year.
_GRANULES = {"DE": "Y", "CE": "Y", "ML": "Y", "2W": "W"}


def read_offset(scene: Scene) -> Reading | None:
    """Two weeks ago, three days later; vague ones are references to the past or the future."""
    way, unit = scene.slots["way"], unit_code(scene.slots)
    if unit in CLOCK_UNITS:
        return _hours_from(scene, way, unit)
    if "x" in scene.slots:
        return Reading(DateType.DATE, "FUTURE_REF" if way in _FORWARD else "PAST_REF")
    if _is_year_before(scene, way, unit):
        return read_year_ago(scene)
    count = count_of(scene)
    if count is None or isinstance(count, str):
        return None
    base, anchor = _base(scene, way)
    if base is None:
        return missing(DateType.DATE, NO_DATE if way in _FROM_TODAY else NOTHING_BEFORE)
    return _counted(scene, base, count if way in _FORWARD else -count, unit, anchor)


def _hours_from(scene: Scene, way: str, unit: str) -> Reading | None:
    """Hours later, two hours ago: an unknown hour of the day it counts from, of a later one after 24 hours."""
    count = count_of(scene)
    if count is None:
        return None
    base, anchor = (scene.today, PUBLISHED) if way in _FROM_TODAY else _day_before(scene)
    if base is None:
        return missing(DateType.TIME, NO_DATE if way in _FROM_TODAY else NOTHING_BEFORE)
    days = 0 if isinstance(count, str) else int(count * _HOURS[unit] / 24)
    day = add_units(base, days if way in _FORWARD else -days, "D")
    return Reading(DateType.TIME, f"{day.isoformat()}TXX" if day else None, approx_of(scene), anchor)


def _day_before(scene: Scene) -> tuple[date | None, str | None]:
    return (scene.last_day.day, scene.last_day.id) if scene.last_day else (None, None)


def _is_year_before(scene: Scene, way: str, unit: str) -> bool:
    """Whether "a year ago", "a year earlier" compares with last year or its quarter, as reports of earnings do."""
    single = scene.slots.get("n") in {"a", "an", "one"} and unit == "Y"
    return single and way not in _FORWARD and (way == "ago" or scene.passage is None)


def _base(scene: Scene, way: str) -> tuple[date | None, str | None]:
    if way in _FROM_TODAY:
        return scene.today, PUBLISHED
    return (scene.last.day, scene.last.id) if scene.last else (None, None)


def _counted(scene: Scene, base: date, steps: float, unit: str, anchor: str | None) -> Reading:
    granule = _GRANULES.get(unit, unit)
    if steps != int(steps):
        day, granule = add_months(base, round(steps * MONTHS_OF.get(unit, 1))), "M" if unit == "Y" else granule
    else:
        day = add_units(base, int(steps), unit)
    mod = approx_of(scene) or ("APPROX" if "n2" in scene.slots else None)
    if day is None:
        return missing(DateType.DATE, "outside the calendar")
    if scene.today is not None and base <= scene.today < day and unit in _LONG and anchor != PUBLISHED:
        return missing(DateType.DATE, "the date it is counted from is unclear")
    return Reading(DateType.DATE, unit_value(day, granule), mod, anchor)
