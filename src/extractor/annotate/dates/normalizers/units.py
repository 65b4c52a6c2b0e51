"""Readers of calendar units named from today or from another date: last week, that year, the end of the month."""

from __future__ import annotations

from datetime import date

from extractor.annotate.dates.calendar import MONTHS_OF, add_units, unit_value
from extractor.annotate.dates.context import NOTHING_BEFORE, PUBLISHED, Reading, Scene, missing
from extractor.annotate.dates.grammar.vocabulary import words
from extractor.annotate.dates.normalizers.relation import step
from extractor.records import DateType


def read_unit(scene: Scene) -> Reading | None:
    """Last week, this year, the following month, the end of the month."""
    unit = words().value("calunit", scene.slots["unit"]) or "Y"
    relation = scene.slots.get("rel") or scene.slots.get("arel")
    if unit == "D" and (relation is None or "rel" in scene.slots and step(relation) != 0):
        return None  # "the day", "the last day of the trial"
    base, anchor = _base(scene)
    if base is None:
        return missing(DateType.DATE, NOTHING_BEFORE if "arel" in scene.slots else None)
    return _moved(scene, base, step(relation) if relation else 0, unit, anchor)


def _base(scene: Scene) -> tuple[date | None, str | None]:
    """The date that is counted from: the last one after "that" and "the following", the passage's in a history."""
    if "arel" in scene.slots:
        return (scene.last.day, scene.last.id) if scene.last else (None, None)
    follows = "rel" not in scene.slots or (scene.history and scene.slots["rel"] in {"this", "next"})
    if scene.passage is not None and follows:
        return scene.passage.day, scene.passage.id
    return scene.today, PUBLISHED


def _moved(scene: Scene, base: date, steps: int, unit: str, anchor: str | None) -> Reading:
    day = add_units(base.replace(day=1) if unit in MONTHS_OF else base, steps, unit)
    return Reading(DateType.DATE, unit_value(day, unit) if day else None, scene.edge(), anchor)


def read_unit_before_last(scene: Scene) -> Reading:
    """The week before last, the year after next, the night before last."""
    if scene.today is None:
        return missing(DateType.DATE)
    steps = -2 if scene.slots["way"] == "before last" else 2
    if scene.slots["unit"] == "night":
        day = add_units(scene.today, steps, "D")
        return Reading(DateType.TIME, f"{day.isoformat()}TNI" if day else None, anchor=PUBLISHED)
    return _moved(scene, scene.today, steps, words().value("calunit", scene.slots["unit"]) or "D", PUBLISHED)
