"""Readers of quarters, halves and fiscal years."""

from __future__ import annotations

from datetime import date

from extractor.annotate.dates.calendar import add_months, quarter_of, unit_value
from extractor.annotate.dates.context import NONE_NEEDED, PUBLISHED, Base, Context, Reading, base_of, in_unit, missing
from extractor.annotate.dates.grammar.vocabulary import words
from extractor.annotate.dates.normalizers.relation import Year, steps, year_beside
from extractor.annotate.dates.numbers import ordinal_of
from extractor.records import DateType

# "the fourth quarter" is this year's up to so many days before it begins, or months with a future verb.
EARLY_DAYS = 45
EARLY_MONTHS = 6
# Until May, "the second half" with a past verb is last year's.
MAY = 5


def read_quarter(context: Context) -> Reading | None:
    """The third quarter, the year-ago quarter, the latest quarter.

    "The third quarter of 1989" is 1989-Q3; in an article of 8 December 2024 "the year-ago quarter" is 2023-Q3.
    """
    number = ordinal_of(context.slots["n"]) if "n" in context.slots else None
    if not _is_quarter(context, number):
        return None
    if "year" in context.slots:
        return _quarter_of_year(context, number)
    if context.today is None:
        return missing(DateType.DATE)
    base = _numbered(context, number, context.today) if number else _unnumbered(context, context.today)
    if base.day is not None and "back" in context.slots:
        base = Base(add_months(base.day, -12), base.anchor)
    return in_unit(context, base.day, "Q", base)


def _is_quarter(context: Context, number: int | None) -> bool:
    """ "The third quarter", "the period" in a report about a quarter; not "the fifth quarter"."""
    if number is not None and not 1 <= number <= 4:
        return False
    if context.slots.get("which") != "period":
        return True
    return context.quarter is not None


def _quarter_of_year(context: Context, number: int | None) -> Reading:
    """The third quarter of 1984; "the 1988 quarter" has the number of the quarter that the text is about."""
    quarter = number or _quarter_spoken_of(context)
    value = f"{context.slots['year']}-Q{quarter}" if quarter else context.slots["year"]
    return Reading(DateType.DATE, value, context.edge(), NONE_NEEDED)


def _quarter_spoken_of(context: Context) -> int | None:
    """The number of the quarter that the text is about, else of the latest one."""
    latest = add_months(context.today, -3) if context.today else None
    day = context.quarter.day if context.quarter else latest
    return quarter_of(day) if day else None


def _numbered(context: Context, number: int, today: date) -> Base:
    """The latest such quarter that has begun or nearly so, the next one with a future verb.

    In an article of March 2024 "fell in the third quarter" is that of 2023, "will rise in the third quarter" of 2024.
    """
    first = 3 * number - 2
    beside = year_beside(context)
    if beside.number is not None:
        return Base(date(beside.number, first, 1), beside.anchor)
    this_year = date(today.year, first, 1)
    soon = (this_year - today).days <= EARLY_DAYS
    if soon or (context.tense() == "future" and first - today.month <= EARLY_MONTHS):
        return Base(this_year, PUBLISHED)
    return Base(date(today.year - 1, first, 1), PUBLISHED)


def _unnumbered(context: Context, today: date) -> Base:
    """The current quarter, the latest quarter, and "the quarter" that the text is about."""
    which = context.slots.get("which")
    if which in {"current", "present"}:
        return Base(today, PUBLISHED)
    if context.quarter is not None and which != "latest":
        return base_of(context.quarter)
    return Base(add_months(today, -3), PUBLISHED)


def read_year_ago(context: Context) -> Reading:
    """A year ago, a year-earlier loss: the same quarter of last year where a quarter was named, else last year."""
    mod = words().value("approx", context.slots.get("approx", ""))
    if context.quarter is not None:
        day = add_months(context.quarter.day, -12)
        return Reading(DateType.DATE, unit_value(day, "Q") if day else None, mod, context.quarter.id)
    if context.today is None:
        return missing(DateType.DATE)
    return Reading(DateType.DATE, f"{context.today.year - 1:04}", mod, PUBLISHED)


def read_half(context: Context) -> Reading:
    """The second half of 1989.

    The value is 1989-H2.
    """
    number = 1 if context.slots["n"] in {"first", "1"} else 2
    year = _year_of_half(context, number)
    if year.number is None:
        return missing(DateType.DATE)
    return Reading(DateType.DATE, f"{year.number:04}-H{number}", anchor=year.anchor)


def _year_of_half(context: Context, number: int) -> Year:
    """The year a half has itself or beside it, else this one, or the last one where the half is over.

    2023 for "sales fell in the second half" in an article of March 2024.
    """
    if "year" in context.slots:
        return Year(int(context.slots["year"]), NONE_NEEDED)
    beside = year_beside(context)
    if beside.number is not None or context.today is None:
        return beside
    is_over = number == 2 and context.today.month < MAY and context.tense() == "past"
    return Year(context.today.year - is_over, PUBLISHED)


def read_fiscal_year(context: Context) -> Reading:
    """Fiscal 1990 is read as the calendar year of its name; when it began is the company's or the country's own.

    "Fiscal 1990" is 1990.
    """
    if "year" in context.slots:
        return Reading(DateType.DATE, context.slots["year"], context.edge(), NONE_NEEDED)
    if context.today is None:
        return missing(DateType.DATE)
    return Reading(DateType.DATE, f"{context.today.year + steps(context):04}", context.edge(), PUBLISHED)
