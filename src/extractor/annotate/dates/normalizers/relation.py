"""Words that relate a unit to today or to the date named last: last, this, next, the following, that."""

from __future__ import annotations

from extractor.annotate.dates.context import PUBLISHED, Scene
from extractor.annotate.dates.grammar.vocabulary import words


def step(relation: str) -> int:
    """-1, 0 or 1; the last word decides ("this past", "this coming", "the previous").

    >>> step("this past"), step("that same"), step("the following")
    (-1, 0, 1)
    """
    last = relation.rsplit(maxsplit=1)[-1]
    return int(words().value("rel", last) or words().value("arel", last) or 0)


def year_beside(scene: Scene) -> tuple[int | None, str | None]:
    """The year that "this year", "last year" or "that year" beside a month or a quarter names, and its anchor."""
    if "arel" in scene.slots and scene.last is not None:
        return scene.last.day.year + step(scene.slots["arel"]), scene.last.id
    if "rel" in scene.slots and scene.today is not None:
        return scene.today.year + step(scene.slots["rel"]), PUBLISHED
    return None, None
