"""Words that relate a unit to today or to the date named last: last, this, next, the following, that."""

from __future__ import annotations

from typing import NamedTuple

from extractor.annotate.dates.context import PUBLISHED, Context
from extractor.annotate.dates.grammar.vocabulary import words


def step(relation: str) -> int:
    """-1, 0 or 1; the last word decides ("this past", "this coming", "the previous").

    >>> step("this past"), step("that same"), step("the following")
    (-1, 0, 1)
    """
    last = relation.rsplit(maxsplit=1)[-1]
    return int(words().value("rel", last) or words().value("arel", last) or 0)


def steps(context: Context) -> int:
    """-1, 0 or 1 by the word that relates the candidate to today or to the date named last; 0 without one."""
    relation = context.slots.get("rel") or context.slots.get("arel")
    return step(relation) if relation else 0


class Year(NamedTuple):
    """A year with what it rests on; both None where the text names none."""

    number: int | None = None
    anchor: str | None = None


def year_beside(context: Context) -> Year:
    """The year that "this year", "last year" or "that year" beside a month or a quarter names."""
    if "arel" in context.slots and context.last is not None:
        return Year(context.last.day.year + step(context.slots["arel"]), context.last.id)
    if "rel" in context.slots and context.today is not None:
        return Year(context.today.year + step(context.slots["rel"]), PUBLISHED)
    return Year()
