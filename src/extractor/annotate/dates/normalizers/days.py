"""Days of the calendar, with a part of them or a clock time, and days named from today or from another day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from extractor.annotate.dates.calendar import add_days, real_day
from extractor.annotate.dates.context import (
    NO_DATE,
    NONE_NEEDED,
    NOTHING_BEFORE,
    PUBLISHED,
    Day,
    Reading,
    Scene,
    missing,
)
from extractor.annotate.dates.grammar.vocabulary import named_days
from extractor.annotate.dates.normalizers.clock import clock_of
from extractor.annotate.dates.normalizers.holidays import feast
from extractor.annotate.dates.normalizers.relation import step, year_beside
from extractor.annotate.dates.normalizers.weekdays import direction, weekday
from extractor.annotate.dates.numbers import ordinal_of
from extractor.records import DateType

AHEAD_DAYS = 92  # a yearless date is read up to a quarter ahead ("payable Jan. 2"), else as past
FUTURE_DAYS = 300  # and so far with a verb that looks ahead
# A passage goes on: a yearless date lies at most so long before and after the date that it follows.
BACK, ON = timedelta(-210), timedelta(330)
NEAR_CHARS = 150  # a clock time alone is on a day that was named so near before it
NO_SUCH_DAY = "the calendar has no such day"
_JOINTS = {"and", "to", "-", "–", "—", "or", "through", ",", ", and", "&", "until"}


def read_day(scene: Scene) -> Reading:
    """Any day, with or without a part of it or a clock time."""
    clock, day = clock_of(scene), day_of(scene)
    if clock is None:
        return Reading(DateType.DATE, day.value, scene.edge(), day.anchor, day.reason)
    if day.value is None or len(day.value) != len("2024-12-08"):
        return missing(DateType.TIME, day.reason or "a time on an unknown day")
    return Reading(DateType.TIME, f"{day.value}T{clock}", scene.edge(), day.anchor)


def day_of(scene: Scene) -> Day:
    """The day, found by the first of the ways that has its slot."""
    return next((way(scene) for slot, way in _WAYS if slot in scene.slots), None) or _day_of_clock(scene)


def calendar_day(scene: Scene) -> Day:
    """A day of a month, of its own year or without one."""
    month, number = int(scene.word("month") or 0), day_number(scene.slots["day"])
    if number is None:
        return Day(reason=NO_SUCH_DAY)
    if "year" in scene.slots:
        year = int(scene.slots["year"])
        if "bc" in scene.slots:
            return Day(f"BC{year:04}-{month:02}-{number:02}", NONE_NEEDED)
        return _known(real_day(year, month, number), NONE_NEEDED)
    # Beside a weekday, "this" and "next" belong to the weekday: "this coming Sunday, March 8".
    known, anchor = (None, None) if "weekday" in scene.slots else year_beside(scene)
    if known is not None:
        return _known(real_day(known, month, number), anchor)
    return _yearless_day(scene, month, number)


def _known(day: date | None, anchor: str | None) -> Day:
    return Day(day.isoformat(), anchor) if day else Day(reason=NO_SUCH_DAY)


def _yearless_day(scene: Scene, month: int, number: int) -> Day:
    """December 7 -> in the year of the passage where that tells of the past, else in the nearest one."""
    named = _named_day(scene, month, number)
    if named is not None:
        return Day(named.isoformat(), NONE_NEEDED)
    if scene.passage is not None:
        options = _in_years(scene.passage.day.year, (0, 1), month, number)
        near = [day for day in options if BACK <= day - scene.passage.day <= ON]
        wanted = named_weekday(scene)
        if wanted is None or any(day.isoweekday() == wanted for day in near):
            return _known(next(iter(near or options), None), scene.passage.id)
    if scene.today is None:
        return Day(reason=NO_DATE)
    return _known(_nearest_year(scene, scene.today, _in_years(scene.today.year, (-1, 0, 1), month, number)), PUBLISHED)


def _named_day(scene: Scene, month: int, number: int) -> date | None:
    """The Sept. 11 attacks: a day that news names without its year."""
    for day, beside in named_days():
        known = (day.month, day.day) == (month, number) and (scene.today is None or day < scene.today)
        if known and beside.intersection(scene.found.after[:2]):
            return day
    return None


def _in_years(year: int, steps: tuple[int, ...], month: int, number: int) -> list[date]:
    return [day for k in steps if (day := real_day(year + k, month, number)) is not None]


def _nearest_year(scene: Scene, today: date, options: list[date]) -> date | None:
    """The latest of the options that is not too far ahead; a weekday beside the date decides before all else."""
    agreeing = [day for day in options if day.isoweekday() == named_weekday(scene)]
    if agreeing:
        return min(agreeing, key=lambda day: abs(day - today))
    ahead = FUTURE_DAYS if direction(scene) == "future" else AHEAD_DAYS
    if scene.follows("ended", "dated"):
        ahead = 0
    return max((day for day in options if (day - today).days <= ahead), default=None)


def named_weekday(scene: Scene) -> int | None:
    """The weekday that stands beside a day of a month."""
    name = scene.word("weekday") or scene.word("shortday")
    return int(name) if name else None


def day_number(text: str) -> int | None:
    """8, 8th, eighth -> 8; None for what is no day of a month."""
    number = ordinal_of(text)
    return number if number is not None and 1 <= number <= 31 else None


def _from_deictic(scene: Scene) -> Day:
    """Yesterday, today, tomorrow."""
    return _from_today(scene, int(scene.word("deictic") or 0))


def _from_part(scene: Scene) -> Day:
    """Tonight, this morning, last night."""
    return _from_today(scene, -1 if scene.slots.get("rel") == "last" else 0)


def _from_today(scene: Scene, days: int) -> Day:
    return _known(add_days(scene.today, days), PUBLISHED) if scene.today else Day(reason=NO_DATE)


def _from_last(scene: Scene) -> Day:
    """That day, the next morning."""
    if scene.last_day is None:
        return Day(reason=NOTHING_BEFORE)
    return _known(add_days(scene.last_day.day, step(scene.slots["arel"])), scene.last_day.id)


def _day_of_clock(scene: Scene) -> Day:
    """A time alone is on the day named shortly before it, or last in a history, else on the day of publication."""
    last = scene.last_day
    if last is not None and (scene.passage is not None or scene.is_near(last, NEAR_CHARS)):
        return Day(last.day.isoformat(), last.id)
    return _from_today(scene, 0)


_WAYS: tuple[tuple[str, Callable[[Scene], Day]], ...] = (
    ("month", calendar_day),
    ("weekday", weekday),
    ("holiday", feast),
    ("deictic", _from_deictic),
    ("arel", _from_last),
    ("night", _from_part),
    ("rel", _from_part),
)


def read_overnight(scene: Scene) -> Reading:
    """Overnight: the night to today; "overnight Friday" is that of Friday, "overnight into Friday" the one before."""
    named = scene.slots.keys() & {slot for slot, _ in _WAYS}
    day = day_of(scene) if named else _from_today(scene, -1)
    if day.value is None or len(day.value) != len("2024-12-08"):
        return missing(DateType.TIME, day.reason)
    before = add_days(date.fromisoformat(day.value), -1) if "into" in scene.slots else date.fromisoformat(day.value)
    return Reading(DateType.TIME, f"{before.isoformat()}TNI" if before else None, None, day.anchor)


def read_borrowed_day(scene: Scene) -> Reading | None:
    """The second number of "April 24 and 25": it borrows the month of the day before it."""
    return _day_in_month_of_last(scene) if scene.gap in _JOINTS else None


def read_ordinal_day(scene: Scene) -> Reading | None:
    """The 13th, in a passage about the past: of the month named last."""
    return _day_in_month_of_last(scene) if scene.passage is not None else None


def _day_in_month_of_last(scene: Scene) -> Reading | None:
    base, number = scene.last, day_number(scene.slots["day"])
    if base is None or number is None or base.unit not in {"D", "M"}:
        return None
    day = real_day(base.day.year, base.day.month, number)
    return Reading(DateType.DATE, day.isoformat(), anchor=base.id) if day else None
