"""Holidays in a text: which year's Christmas is meant."""

from __future__ import annotations

from datetime import date

from extractor.annotate.dates.context import NO_DATE, NONE_NEEDED, PUBLISHED, Day, Scene
from extractor.annotate.dates.normalizers.holiday_rules import holiday_value
from extractor.annotate.dates.normalizers.relation import step


def feast(scene: Scene) -> Day:
    """A holiday of its own year, of the passage's, else the nearest one."""
    rule = scene.word("holiday") or "?"
    if rule == "?":
        return Day(reason="the day of this holiday depends on the country or on a calendar that is not built in")
    if "year" in scene.slots:
        return Day(holiday_value(rule, int(scene.slots["year"])), NONE_NEEDED)
    if scene.passage is not None:
        return Day(holiday_value(rule, scene.passage.day.year), scene.passage.id)
    if scene.today is None:
        return Day(reason=NO_DATE)
    values = [value for k in (-1, 0, 1) if (value := holiday_value(rule, scene.today.year + k))]
    return Day(_nearest(scene, scene.today, values), PUBLISHED)


def _nearest(scene: Scene, today: date, values: list[str]) -> str | None:
    starts = {date.fromisoformat(value[:10]): value for value in values}
    relation = step(scene.slots["rel"]) if "rel" in scene.slots else 0
    if relation < 0:
        chosen = max((day for day in starts if day < today), default=None)
    elif relation > 0 or scene.tense() == "future":
        chosen = min((day for day in starts if day >= today), default=None)
    else:
        chosen = min(starts, key=lambda day: abs(day - today), default=None)
    return starts[chosen] if chosen else None
