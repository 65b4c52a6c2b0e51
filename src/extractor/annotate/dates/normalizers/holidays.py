"""Holidays in a text: which year's Christmas is meant."""

from __future__ import annotations

from datetime import date

from extractor.annotate.dates.context import NO_DATE, NONE_NEEDED, PUBLISHED, Context, Day
from extractor.annotate.dates.normalizers.holiday_rules import holiday_value
from extractor.annotate.dates.normalizers.relation import step


def holiday_day(context: Context) -> Day:
    """A holiday of its own year, of the passage's, else the nearest one.

    In an article of 8 December 2024 "Christmas" is 2024-12-25.
    """
    rule = context.word("holiday") or "?"
    if rule == "?":
        return Day(reason="the day of this holiday depends on the country or on a calendar that is not built in")
    if "year" in context.slots:
        return Day(holiday_value(rule, int(context.slots["year"])), NONE_NEEDED)
    if context.passage is not None:
        return Day(holiday_value(rule, context.passage.day.year), context.passage.id)
    if context.today is None:
        return Day(reason=NO_DATE)
    values = [value for k in (-1, 0, 1) if (value := holiday_value(rule, context.today.year + k))]
    return Day(_nearest(context, context.today, values), PUBLISHED)


def _nearest(context: Context, today: date, values: list[str]) -> str | None:
    """The value of the holiday that is meant, of those of last year, this one and the next."""
    starts = {date.fromisoformat(value[:10]): value for value in values}
    chosen = _chosen_day(context, today, sorted(starts))
    return starts[chosen] if chosen is not None else None


def _chosen_day(context: Context, today: date, days: list[date]) -> date | None:
    """Which of some days, in order, is meant.

    The one before today after "last", the next one after "next" and with a future verb, else the nearest.
    """
    relation = step(context.slots["rel"]) if "rel" in context.slots else 0
    past = [day for day in days if day < today]
    if relation < 0:
        if not past:
            return None
        return past[-1]
    if relation > 0 or context.tense() == "future":
        return next(iter(days[len(past) :]), None)
    return min(days, key=lambda day: abs(day - today), default=None)
