"""Readers of weekends and of weeks named by a day or a number."""

from __future__ import annotations

from datetime import date, timedelta

from extractor.annotate.dates.calendar import week_value
from extractor.annotate.dates.days import calendar_day
from extractor.annotate.dates.numbers import number_of
from extractor.annotate.dates.reading import NONE_NEEDED, PUBLISHED, Reading, Scene, missing
from extractor.annotate.dates.words import words
from extractor.records import DateType


def read_weekend(scene: Scene) -> Reading | None:
    """The weekend, last weekend: Saturday and Sunday of an ISO week."""
    if scene.found.text.lower() == "weekend":
        return None
    relation = scene.slots.get("rel", "")
    if "arel" in scene.slots and scene.last is not None:
        step = int(words().value("arel", scene.slots["arel"]) or 0)
        return Reading(DateType.DATE, f"{week_value(scene.last.day + timedelta(7 * step))}-WE", anchor=scene.last.id)
    if scene.today is None:
        return missing(DateType.DATE)
    weeks = weekend_step(scene.today, relation, scene.tense())
    value = f"{week_value(scene.today + timedelta(7 * weeks))}-WE"
    return Reading(DateType.DATE, value, scene.edge(), PUBLISHED)


def weekend_step(today: date, relation: str, tense: str | None) -> int:
    """Weeks from the week of today to that of the weekend; a paper of the first days of a week means the one just over.

    >>> weekend_step(date(2024, 12, 8), "last", None)
    -1
    """
    if "last" in relation:
        return -1
    if "next" in relation:
        return 1
    if "coming" in relation or tense == "future":
        return 0
    return -1 if today.isoweekday() <= 4 and (relation != "this" or today.isoweekday() == 1) else 0


def read_week_of(scene: Scene) -> Reading:
    """The week of March 6."""
    day, anchor, reason = calendar_day(scene)
    if day is None or len(day) != 10:
        return missing(DateType.DATE, reason or "no such week")
    return Reading(DateType.DATE, week_value(date.fromisoformat(day)), anchor=anchor)


def read_iso_week(scene: Scene) -> Reading | None:
    """Week 49 of 2024."""
    week = number_of(scene.slots["n"])
    if week is None or not 1 <= week <= 53:
        return None
    return Reading(DateType.DATE, f"{int(scene.slots['year']):04}-W{int(week):02}", anchor=NONE_NEEDED)
