"""Readers of calendar units named from today or from another date: last week, that year, the end of the month."""

from __future__ import annotations

from extractor.annotate.dates.calendar import MONTHS_OF, add_units
from extractor.annotate.dates.context import (
    NOTHING_BEFORE,
    PUBLISHED,
    Base,
    Context,
    Reading,
    base_of,
    in_unit,
    missing,
)
from extractor.annotate.dates.grammar.vocabulary import words
from extractor.annotate.dates.normalizers.relation import steps
from extractor.records import DateType


def read_unit(context: Context) -> Reading | None:
    """Last week, this year, the following month, the end of the month.

    In an article of 8 December 2024 "last week" is 2024-W48, "this year" 2024.
    """
    unit = words().value("calunit", context.slots["unit"]) or "Y"
    if unit == "D" and not _is_certain_day(context):
        return None
    base = _base(context)
    if base.day is None:
        return missing(DateType.DATE, NOTHING_BEFORE if "arel" in context.slots else None)
    return _moved(context, base, steps(context), unit)


def _is_certain_day(context: Context) -> bool:
    """ "This day", "that day", "the next day"; not "the day", "the last day of the trial"."""
    if "rel" in context.slots:
        return steps(context) == 0
    return "arel" in context.slots


def _base(context: Context) -> Base:
    """The date that is counted from: the last one after "that" and "the following", the passage's in a history."""
    if "arel" in context.slots:
        return base_of(context.last)
    is_told_in_passage = context.history and context.slots.get("rel") in {"this", "next"}
    if context.passage and ("rel" not in context.slots or is_told_in_passage):
        return base_of(context.passage)
    return Base(context.today, PUBLISHED)


def _moved(context: Context, base: Base, count: int, unit: str) -> Reading:
    """The unit so many units after the one that holds a day."""
    assert base.day is not None
    first = base.day.replace(day=1) if unit in MONTHS_OF else base.day
    return in_unit(context, add_units(first, count, unit), unit, base)


def read_unit_before_last(context: Context) -> Reading:
    """The week before last, the year after next, the night before last.

    In an article of 8 December 2024 "the week before last" is 2024-W47.
    """
    if context.today is None:
        return missing(DateType.DATE)
    count = -2 if context.slots["way"] == "before last" else 2
    if context.slots["unit"] == "night":
        day = add_units(context.today, count, "D")
        return Reading(DateType.TIME, f"{day.isoformat()}TNI" if day else None, anchor=PUBLISHED)
    unit = words().value("calunit", context.slots["unit"]) or "D"
    return _moved(context, Base(context.today, PUBLISHED), count, unit)
