"""Parts at the edge of a month or a year: "the last four days of June 2016", "the second half of May"."""

from __future__ import annotations

from datetime import date

from extractor.annotate.dates.calendar import DAY, add_units, days_in_month
from extractor.annotate.dates.context import NONE_NEEDED, PUBLISHED, Base, Context, Reading, in_unit, unit_code
from extractor.annotate.dates.normalizers.months import read_month, read_month_beside_today
from extractor.annotate.dates.numbers import number_of

_FROM_START = frozenset(("first", "opening"))
_HALF_DAYS = 15  # of the first half of a month; the second has what is left


def read_part_of_unit(context: Context) -> Reading | None:
    """The first three days of June 2019, the last two weeks of 2021.

    "The last four days of June 2016" is 2016-06-27/2016-06-30.
    """
    whole, count = _whole(context), number_of(context.slots["n"])
    if whole is None or whole.value is None or count is None or count != int(count):
        return whole
    is_month = len(whole.value) == len("2016-06")
    first = date.fromisoformat(f"{whole.value}-01" if is_month else f"{whole.value}-01-01")
    after = add_units(first, 1, "M" if is_month else "Y")
    if after is None:
        return None
    return _stretch(whole, *_edge(context, first, after, int(count)))


def read_half_of_month(context: Context) -> Reading | None:
    """The first half of June, the second half of last month.

    "The second half of June 2016" is 2016-06-16/2016-06-30.
    """
    month = _whole(context)
    if month is None or month.value is None:
        return month
    first = date.fromisoformat(f"{month.value}-01")
    middle = first.replace(day=_HALF_DAYS)
    if context.slots["n"] in _FROM_START:
        return _stretch(month, first, middle)
    return _stretch(month, middle + DAY, first.replace(day=days_in_month(first.year, first.month)))


def _stretch(whole: Reading, start: date, end: date) -> Reading:
    """The days from one to another, both within a month or a year.

    "2016-06-16/2016-06-30" from the 16th to the 30th of June 2016.
    """
    return Reading(whole.type, f"{start.isoformat()}/{end.isoformat()}", anchor=whole.anchor)


def _whole(context: Context) -> Reading | None:
    """The month or the year that a part is of: its own, that beside today, that named last."""
    if "month" in context.slots:
        return read_month(context)
    if "own" in context.slots:
        return read_month_beside_today(context)
    if "year" in context.slots:
        return in_unit(context, date(int(context.slots["year"]), 1, 1), "Y", Base(None, NONE_NEEDED))
    base = context.last.day if context.last is not None else context.today
    anchor = context.last.id if context.last is not None else PUBLISHED
    return in_unit(context, base, "M", Base(base, anchor))


def _edge(context: Context, first: date, after: date, count: int) -> tuple[date, date]:
    """The first and the last day of the part of [first, after) that so many units make at its start or its end.

    1 to 10 March for "the first ten days of March", 22 to 31 March for the last ten.
    """
    unit = unit_code(context.slots)
    if context.slots["which"] in _FROM_START:
        end = add_units(first, count, unit) or after
        return first, min(end, after) - DAY
    start = add_units(after, -count, unit) or first
    return max(start, first), after - DAY
