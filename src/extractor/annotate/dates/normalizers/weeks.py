"""Readers of weekends and of weeks named by a day or a number."""

from __future__ import annotations

from datetime import date

from extractor.annotate.dates.calendar import add_units, week_value
from extractor.annotate.dates.context import NONE_NEEDED, PUBLISHED, Base, Context, Reading, base_of, missing
from extractor.annotate.dates.normalizers.days import calendar_day
from extractor.annotate.dates.normalizers.relation import step, steps
from extractor.annotate.dates.numbers import number_of
from extractor.records import DateType


def read_weekend(context: Context) -> Reading | None:
    """The weekend, last weekend: Saturday and Sunday of an ISO week.

    In an article of 8 December 2024 "last weekend" is 2024-W48-WE.
    """
    if context.found.text.lower() == "weekend":
        return None
    is_beside_last = "arel" in context.slots and context.last is not None
    base = base_of(context.last) if is_beside_last else Base(context.today, PUBLISHED)
    if base.day is None:
        return missing(DateType.DATE)
    relation = context.slots.get("rel") or context.slots.get("arel")
    weeks = steps(context) if is_beside_last else weekend_step(base.day, relation, context.tense())
    day = add_units(base.day, weeks, "W")
    return Reading(DateType.DATE, f"{week_value(day)}-WE" if day else None, context.edge(), base.anchor)


def weekend_step(today: date, relation: str | None, tense: str | None) -> int:
    """Weeks from the week of today to that of the weekend; a paper of the first days of a week means the one just over.

    >>> weekend_step(date(2024, 12, 8), "last", None)
    -1
    """
    if relation in {"last", "next"}:
        return step(relation)
    if relation is not None and step(relation) > 0 or tense == "future":
        return 0
    just_over = today.isoweekday() == 1 if relation == "this" else today.isoweekday() <= 4
    if not just_over:
        return 0
    return -1


def read_week_of(context: Context) -> Reading:
    """The week of March 6.

    "The week of March 6, 2024" is 2024-W10.
    """
    day = calendar_day(context)
    if day.value is None or "bc" in context.slots:
        return missing(DateType.DATE, day.reason)
    return Reading(DateType.DATE, week_value(date.fromisoformat(day.value)), anchor=day.anchor)


def read_iso_week(context: Context) -> Reading | None:
    """Week 49 of 2024.

    The value is 2024-W49.
    """
    week = number_of(context.slots["n"])
    if week is None or not 1 <= week <= 53:
        return None
    return Reading(DateType.DATE, f"{int(context.slots['year']):04}-W{int(week):02}", anchor=NONE_NEEDED)
