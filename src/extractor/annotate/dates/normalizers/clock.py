"""The time of the day: clock times with their zones, and parts of the day."""

from __future__ import annotations

from extractor.annotate.dates.context import Scene
from extractor.annotate.dates.grammar.vocabulary import words
from extractor.annotate.dates.numbers import number_of


def clock_of(scene: Scene) -> str | None:
    """The part of the value after T, None when no time of the day is named."""
    slots = scene.slots
    digits = _clock_digits(scene)
    if digits is not None:
        return digits + _zone(slots)
    if "night" in slots:
        return "NI"
    return scene.word("moment") or scene.word("part")


def _clock_digits(scene: Scene) -> str | None:
    slots = scene.slots
    if "clockword" in slots:
        return scene.word("clockword")
    if "military" in slots:
        return f"{slots['military'].zfill(4)[:2]}:{slots['military'].zfill(4)[2:]}"
    if "clock" in slots:
        hour, *rest = slots["clock"].replace(".", ":").split(":")
        return ":".join([f"{_hour(int(hour), scene):02}", *rest])
    number = number_of(slots.get("hour", ""))
    return None if number is None else f"{_hour(int(number), scene):02}:00"


def _hour(hour: int, scene: Scene) -> int:
    shift = scene.word("meridiem")
    if shift is None:
        late = scene.word("part") in {"AF", "EV", "NI"}
        return hour + 12 if late and hour < 12 and "part" in scene.slots else hour
    return hour % 12 + int(shift)


def _zone(slots: dict[str, str]) -> str:
    hours = words().value("zone", slots["zone"]) if "zone" in slots else None
    if not hours:
        return ""
    minutes = round(float(hours) * 60)
    if minutes == 0:
        return "Z"
    whole, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{whole:02}" + (f":{rest:02}" if rest else "")
