"""Readers of months and seasons."""

from __future__ import annotations

import re
from datetime import date

from extractor.annotate.dates.calendar import SEASON_MONTHS, add_months, days_in_month, unit_value
from extractor.annotate.dates.context import NONE_NEEDED, PUBLISHED, Base, Context, Reading, in_unit, missing
from extractor.annotate.dates.grammar.vocabulary import words
from extractor.annotate.dates.normalizers.holiday_rules import nth_weekday
from extractor.annotate.dates.normalizers.relation import Year, step, year_beside
from extractor.annotate.dates.normalizers.years import own_year, short_year, with_era
from extractor.annotate.dates.numbers import ordinal_of
from extractor.lexicon.tables import word_lists
from extractor.records import DateType

# How many months ahead a month without a year is looked for, by the tense of the verb. Measured on newswire, where a
# choice of one more or less moves no corpus by more than 0.2 points.
AHEAD_MONTHS = 2
PAST_MONTHS = 1
FUTURE_MONTHS = 9
AHEAD_SEASON = 4  # the same for a season where no tense is known; too rare in the corpora to be measured
# In a passage an earlier month is the next year's when it is so many months before the date that it follows.
TURN_OF_YEAR = 7
_SATURDAY = 6
_OWNERS = word_lists("dates/around.txt")["before months"]
_FIRST_LIKELY_YEAR = 1900  # of news, where a number of four digits stands before people or things
_JOINTS = word_lists("dates/around.txt")["joints"] | {"-", "–"}
_YEAR = re.compile(r"[12]\d{3}")
_TITLES = word_lists("dates/around.txt")["titles"]
_WEAK_CUES = frozenset({"and", "or", "to", "of"})  # between two names as much as between two months
_SURE_CUES = frozenset({"in", "since", "until", "by", "during"})


def read_month(context: Context) -> Reading | None:
    """A month, with its year or without one.

    "May 2011" is 2011-05.
    """
    month = int(context.word("month") or 0)
    year = own_year(context)
    if year is not None and not _is_count(context, year):
        return _in_year(context, year, month, NONE_NEEDED)
    if "yy" in context.slots:
        return _in_year(context, short_year(context.slots["yy"], context.today), month, NONE_NEEDED)
    if not _is_month(context):
        return None
    beside = year_beside(context)
    if beside.number is not None:
        return _in_year(context, beside.number, month, beside.anchor)
    shared = _shared_year(context, month)
    if shared:
        return _in_year(context, shared, month, NONE_NEEDED)
    return _yearless_month(context, month)


def _is_count(context: Context, year: int) -> bool:
    """ "In May 1500 soldiers": a number of them; "in May 2007 soldiers" is a year."""
    return year < _FIRST_LIKELY_YEAR and words().value("measure", context.right) is not None


def _shared_year(context: Context, month: int) -> int | None:
    """The year that stands behind the second month in "January and February 2019"."""
    joint, name, year = (*context.found.after, "", "", "")[:3]
    second = words().value("month", name)
    if joint not in _JOINTS or second is None or not _YEAR.fullmatch(year):
        return None
    return int(year) - (month > int(second))


def _in_year(context: Context, year: int, month: int, anchor: str | None) -> Reading:
    """A month of a year."""
    return Reading(DateType.DATE, with_era(context, f"{year:04}-{month:02}"), context.edge(), anchor)


def _is_month(context: Context) -> bool:
    """Whether a word is the month by what stands around it.

    "May", "March" and "Jan" alone only after a word that shows a date; "April" and "June" not beside a name.
    """
    if context.has("edge", "rel", "arel", "own", "n"):
        return True
    left, found = context.left, context.found
    if _is_named(context):
        return False
    is_cued = words().value("datecue", left) is not None
    if words().value("shy", context.slots["month"]) is None:
        return is_cued or not found.after_name
    if found.after_name:
        return left in _SURE_CUES
    return is_cued or left in _OWNERS


def _is_named(context: Context) -> bool:
    """Whether a month is the name of a person: "Mrs June", "Senator Augustus June", "and August Meyer"."""
    *_, before, left = ("", "", *context.found.before)
    if left.rstrip(".") in _TITLES or (left == "." and before in _TITLES):
        return True
    if context.found.before_name:
        return True
    if not context.found.after_name or left not in _WEAK_CUES:
        return False
    return words().value("month", before) is None


def _yearless_month(context: Context, month: int) -> Reading:
    """In May -> of the year that the passage tells of, else the nearest one, a little more past than ahead."""
    if context.passage is not None and "own" not in context.slots:
        base = context.passage.day
        turned = context.passage.unit in {"D", "M"} and base.month - month > TURN_OF_YEAR
        return _in_year(context, base.year + turned, month, context.passage.id)
    if context.today is None:
        return missing(DateType.DATE)
    first = add_months(context.today.replace(day=1), _months_from(context, context.today, month))
    return in_unit(context, first, "M", Base(context.today, PUBLISHED))


def _months_from(context: Context, today: date, month: int) -> int:
    """Months from the month of today to the one that is meant.

    In December "last October" is -2, "October" -2, "January" 1.
    """
    ahead = (month - today.month) % 12
    if "own" not in context.slots:
        if ahead <= _months_ahead(context):
            return ahead
        return ahead - 12
    relation = step(context.slots["own"])
    if relation == 0:
        return month - today.month
    return ahead - 12 if relation < 0 else ahead or 12


def _months_ahead(context: Context) -> int:
    """How many months ahead of today a month may lie, by the tense of its verb.

    Nine for "will open in October", one for "closed in October", none for "closed since October".
    """
    tense = context.tense()
    if tense == "future" or context.follows("by", "until", "through", "effective"):
        return FUTURE_MONTHS
    if context.follows("since"):
        return 0
    if tense == "past":
        return PAST_MONTHS
    return AHEAD_MONTHS


def read_week_of_month(context: Context) -> Reading | None:
    """The last week of August, the first Monday of March, the last day of this month.

    "The last week of August 2024" is 2024-W35.
    """
    month = read_month(context) if "month" in context.slots else read_month_beside_today(context)
    if month is None or month.value is None:
        return month
    first = date.fromisoformat(f"{month.value}-01")
    is_last = context.slots["n"] in {"last", "final"}
    count = -1 if is_last else ordinal_of(context.slots["n"]) or 1
    unit = words().value("calunit", context.slots.get("unit", "day")) or "D"
    weekday = context.word("weekday")
    if weekday or unit == "WE":
        day = nth_weekday(first.year, first.month, int(weekday or _SATURDAY), count)
    else:
        day = _nth_of_month(first, count, unit)
    return Reading(DateType.DATE, unit_value(day, unit), anchor=month.anchor)


def _nth_of_month(first: date, count: int, unit: str) -> date:
    """A day of the month that begins on `first`, or the middle of a week of it; -1 for the last.

    >>> _nth_of_month(date(2024, 6, 1), -1, "D")
    datetime.date(2024, 6, 30)
    >>> _nth_of_month(date(2024, 6, 1), 2, "W")
    datetime.date(2024, 6, 11)
    """
    is_week = unit == "W"
    if count > 0:
        return first.replace(day=7 * count - 3 if is_week else count)
    return first.replace(day=days_in_month(first.year, first.month) - (3 if is_week else 0))


def read_month_beside_today(context: Context) -> Reading:
    """This, the last or the next month."""
    if context.today is None:
        return missing(DateType.DATE)
    first = add_months(context.today.replace(day=1), step(context.slots["own"]))
    return Reading(DateType.DATE, unit_value(first, "M") if first else None, anchor=PUBLISHED)


def read_season(context: Context) -> Reading | None:
    """The summer of 1994, last fall, the spring.

    "The summer of 1994" is 1994-SU.
    """
    season = context.word("season") or context.word("clearseason", "season") or "SU"
    year = _year_of_season(context, season)
    if year.number is None:
        return missing(DateType.DATE)
    return Reading(DateType.DATE, with_era(context, f"{year.number:04}-{season}"), context.edge(), year.anchor)


def _year_of_season(context: Context, season: str) -> Year:
    """The year a season has itself or beside it, that of the passage, else the one meant from today.

    2019 for "the autumn of 2019"; 2023 for "rebuilt in winter" in an article of March 2024.
    """
    own = own_year(context)
    if own is not None:
        return Year(own, NONE_NEEDED)
    beside = year_beside(context) if "own" not in context.slots else Year()
    if beside.number is not None:
        return beside
    if context.passage is not None:
        return Year(context.passage.day.year, context.passage.id)
    if context.today is not None:
        return Year(_season_from_today(context, SEASON_MONTHS[season], context.today), PUBLISHED)
    return Year()


def _season_from_today(context: Context, first: int, today: date) -> int:
    """The year of the season that began last in the month `first`; a coming one after "next" or a future verb."""
    begun = today.year if today.month >= first else today.year - 1
    is_running = (today.month - first) % 12 < 3
    if "own" not in context.slots:
        if is_running:
            return begun
        return begun + _is_next_season(context, (first - today.month) % 12)
    relation = step(context.slots["own"])
    if relation == 0:
        if first == SEASON_MONTHS["WI"]:
            return begun
        return today.year
    return begun + 1 if relation > 0 else begun - is_running


def _is_next_season(context: Context, ahead: int) -> bool:
    """Whether a season is the one that begins so many months ahead, not the one that is over."""
    tense = context.tense()
    if tense == "future":
        return True
    if tense is not None:
        return False
    return ahead <= AHEAD_SEASON
