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
    Context,
    Day,
    Mention,
    Reading,
    missing,
)
from extractor.annotate.dates.grammar.vocabulary import named_days
from extractor.annotate.dates.normalizers.clock import clock_of
from extractor.annotate.dates.normalizers.holidays import holiday_day
from extractor.annotate.dates.normalizers.relation import Year, step, year_beside
from extractor.annotate.dates.normalizers.weekdays import direction, weekday
from extractor.annotate.dates.numbers import ordinal_of
from extractor.lexicon.tables import word_lists
from extractor.records import DateType

AHEAD_DAYS = 92  # a yearless date is read up to a quarter ahead ("payable Jan. 2"), else as past
FUTURE_DAYS = 300  # and so far with a verb that looks ahead
# A passage goes on: a yearless date lies at most so long before and after the date that it follows.
BACK, ON = timedelta(-210), timedelta(330)
NEAR_CHARS = 150  # a clock time alone is on a day that was named so near before it
NO_SUCH_DAY = "the calendar has no such day"
_BARE = ({"weekday"}, {"holiday"})  # parts of a day that may be a name
_JOINTS = word_lists("dates/around.txt")["joints"] | {"-", "–", "—", ",", ", and", "&"}


def read_day(context: Context) -> Reading | None:
    """Any day, with or without a part of it or a clock time; None for a day that is somebody's name.

    "May 3, 2011" is 2011-05-03; in an article of 8 December 2024 "yesterday evening" is 2024-12-07TEV.
    """
    if context.slots.keys() in _BARE and context.names_somebody():
        return None
    clock, day = clock_of(context), day_of(context)
    if clock is None:
        return Reading(DateType.DATE, day.value, context.edge(), day.anchor, day.reason)
    if not _is_single_day(day):
        return missing(DateType.TIME, day.reason or "a time on an unknown day")
    return Reading(DateType.TIME, f"{day.value}T{clock}", context.edge(), day.anchor)


def _is_single_day(day: Day) -> bool:
    """Whether the value is one day of the calendar, no weekend and none before Christ."""
    return day.value is not None and len(day.value) == len("2024-12-08")


def day_of(context: Context) -> Day:
    """The day, found by the first of the ways that has its slot."""
    return next((way(context) for slot, way in _WAYS if slot in context.slots), None) or _day_of_clock(context)


def calendar_day(context: Context) -> Day:
    """A day of a month, of its own year or without one.

    8 March 2024 for "March 8, 2024", and for "this coming Friday, March 8" in an article of that week.
    """
    month, number = int(context.word("month") or 0), day_number(context.slots["day"])
    if number is None:
        return Day(reason=NO_SUCH_DAY)
    if "year" in context.slots:
        return _day_of_year(context, int(context.slots["year"]), month, number)
    # Beside a weekday, "this" and "next" belong to the weekday: "this coming Sunday, March 8".
    year = Year() if "weekday" in context.slots else year_beside(context)
    if year.number is not None:
        return _known(real_day(year.number, month, number), year.anchor)
    return _named_day(context, month, number) or _yearless_day(context, month, number)


def _day_of_year(context: Context, year: int, month: int, number: int) -> Day:
    """December 7, 1941; March 15, 44 BC."""
    if "bc" in context.slots:
        return Day(f"BC{year:04}-{month:02}-{number:02}", NONE_NEEDED)
    return _known(real_day(year, month, number), NONE_NEEDED)


def _known(day: date | None, anchor: str | None) -> Day:
    """The day as an answer; without a value where the calendar has none such."""
    if day:
        return Day(day.isoformat(), anchor)
    return Day(reason=NO_SUCH_DAY)


def _yearless_day(context: Context, month: int, number: int) -> Day:
    """December 7 -> in the year of the passage where that tells of the past, else in the nearest one."""
    told = _day_of_passage(context, context.passage, month, number) if context.passage is not None else None
    if told is not None:
        return told
    if context.today is None:
        return Day(reason=NO_DATE)
    options = _in_years(context.today.year, (-1, 0, 1), month, number)
    return _known(_nearest_year(context, context.today, options), PUBLISHED)


def _day_of_passage(context: Context, passage: Mention, month: int, number: int) -> Day | None:
    """The day in the year that a passage tells of or the next one; None when its weekday is another.

    3 June 2011 for "June 3" of "In May 2011 he fled. On June 3 he returned."
    """
    options = _in_years(passage.day.year, (0, 1), month, number)
    near = [day for day in options if BACK <= day - passage.day <= ON]
    wanted = named_weekday(context)
    if wanted is not None and wanted not in map(date.isoweekday, near):
        return None
    return _known(next(iter(near or options), None), passage.id)


def _named_day(context: Context, month: int, number: int) -> Day | None:
    """A day that news names without its year, None for any other day.

    "The Sept. 11 attacks" are of 2001; "on Sept. 11" is of the nearest year.
    """
    for day, beside in named_days():
        is_meant = (day.month, day.day) == (month, number) and not beside.isdisjoint(context.found.after[:2])
        if is_meant and (context.today is None or day < context.today):
            return Day(day.isoformat(), NONE_NEEDED)
    return None


def _in_years(year: int, steps: tuple[int, ...], month: int, number: int) -> list[date]:
    """A day of a month in some years around one, those that the calendar has.

    February 29 of 2023, 2024 and 2025 is one day.
    """
    return [day for k in steps if (day := real_day(year + k, month, number)) is not None]


def _nearest_year(context: Context, today: date, options: list[date]) -> date | None:
    """The day in the year that is meant from today: the latest one that is not too far ahead.

    A weekday beside the date decides before all else: "Sunday, Dec. 8".
    """
    agreeing = [day for day in options if day.isoweekday() == named_weekday(context)]
    if agreeing:
        return min(agreeing, key=lambda day: abs(day - today))
    ahead = _days_ahead(context)
    return max((day for day in options if (day - today).days <= ahead), default=None)


def _days_ahead(context: Context) -> int:
    """How far ahead of today a yearless date may lie.

    Further with a verb that looks ahead ("will meet Jan. 2"), not at all in a report ("quarter ended Dec. 31").
    """
    if context.follows("ended", "dated"):
        return 0
    if direction(context) == "future":
        return FUTURE_DAYS
    return AHEAD_DAYS


def named_weekday(context: Context) -> int | None:
    """The weekday that stands beside a day of a month."""
    name = context.word("weekday") or context.word("shortday")
    return int(name) if name else None


def day_number(text: str) -> int | None:
    """8, 8th, eighth -> 8; None for what is no day of a month.

    >>> day_number("8th"), day_number("eighth"), day_number("40th")
    (8, 8, None)
    """
    number = ordinal_of(text)
    if number is not None and 1 <= number <= 31:
        return number
    return None


def _from_deictic(context: Context) -> Day:
    """The day of a word that counts from today.

    Of an article of 2024-12-08 "yesterday" is 2024-12-07, "tomorrow" 2024-12-09.
    """
    return _from_today(context, int(context.word("deictic") or 0))


def _from_part(context: Context) -> Day:
    """The day of a part of today or of last night.

    Of an article of 2024-12-08 "tonight" and "this morning" are on it, "last night" is on 2024-12-07.
    """
    return _from_today(context, -1 if context.slots.get("rel") == "last" else 0)


def _from_today(context: Context, days: int) -> Day:
    """So many days after today; without a value for an article without a date."""
    if context.today:
        return _known(add_days(context.today, days), PUBLISHED)
    return Day(reason=NO_DATE)


def _from_last(context: Context) -> Day:
    """That day, the next morning."""
    if context.last_day is None:
        return Day(reason=NOTHING_BEFORE)
    return _known(add_days(context.last_day.day, step(context.slots["arel"])), context.last_day.id)


def _day_of_clock(context: Context) -> Day:
    """A time alone is on the day named shortly before it, or last in a history, else on the day of publication.

    That Saturday for "at noon" of "Rebels came on Saturday. They left at noon."
    """
    last = context.last_day
    if last is None:
        return _from_today(context, 0)
    is_meant = context.passage is not None or context.is_near(last, NEAR_CHARS)
    if is_meant:
        return Day(last.day.isoformat(), last.id)
    return _from_today(context, 0)


_WAYS: tuple[tuple[str, Callable[[Context], Day]], ...] = (
    ("month", calendar_day),
    ("weekday", weekday),
    ("holiday", holiday_day),
    ("deictic", _from_deictic),
    ("arel", _from_last),
    ("night", _from_part),
    ("rel", _from_part),
)


def read_overnight(context: Context) -> Reading:
    """Overnight: the night to today; "overnight Friday" is that of Friday, "overnight into Friday" the one before."""
    names_day = context.has(*(slot for slot, _ in _WAYS))
    day = day_of(context) if names_day else _from_today(context, -1)
    if day.value is None or not _is_single_day(day):
        return missing(DateType.TIME, day.reason)
    back = 1 if "into" in context.slots else 0
    evening = add_days(date.fromisoformat(day.value), -back)
    return Reading(DateType.TIME, f"{evening.isoformat()}TNI" if evening else None, None, day.anchor)


def read_borrowed_day(context: Context) -> Reading | None:
    """The second number of two days of one month: it borrows the month of the day before it.

    "25" in "April 24 and 25".
    """
    if context.gap not in _JOINTS:
        return None
    return _day_in_month_of_last(context)


def read_ordinal_day(context: Context) -> Reading | None:
    """The 13th: of the month named last in a passage about the past, and shortly before "on the 13th"."""
    if context.passage is not None:
        return _day_in_month_of_last(context)
    if not context.follows("on", "since"):
        return None
    last = context.last
    if last is not None and context.is_near(last, NEAR_CHARS) and last.day != context.today:
        return _day_in_month_of_last(context)
    return _latest_of_number(context)


def read_lone_ordinal_day(context: Context) -> Reading | None:
    """The 2nd before a verb: "those who met on the 2nd voted"; not "on the 2nd floor"."""
    if context.verb_follows():
        return read_ordinal_day(context)
    return None


def _latest_of_number(context: Context) -> Reading | None:
    """The latest day of that number up to today.

    20 February for "those who met on the 20th" in an article of 5 March.
    """
    number, today = day_number(context.slots["day"]), context.today
    if today is None or number is None:
        return None
    for month in (today, today.replace(day=1) - timedelta(1)):
        day = real_day(month.year, month.month, number)
        if day is not None and day <= today:
            return Reading(DateType.DATE, day.isoformat(), anchor=PUBLISHED)
    return None


def _day_in_month_of_last(context: Context) -> Reading | None:
    """The day in the month of the date named last, when that was a day or a month.

    3 June 2011 for "on the 3rd" behind "on June 1, 2011".
    """
    base, number = context.last, day_number(context.slots["day"])
    if base is None or number is None or base.unit not in {"D", "M"}:
        return None
    day = real_day(base.day.year, base.day.month, number)
    if not day:
        return None
    return Reading(DateType.DATE, day.isoformat(), anchor=base.id)
