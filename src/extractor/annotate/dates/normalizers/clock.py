"""The time of the day: clock times with their zones, and parts of the day."""

from __future__ import annotations

from extractor.annotate.dates.context import Context
from extractor.annotate.dates.grammar.vocabulary import words
from extractor.annotate.dates.numbers import number_of


def clock_of(context: Context) -> str | None:
    """The part of the value after T, None when no time of the day is named.

    "15:30" for "3:30 p.m.", "NI" for "Monday night", "MO" for "Monday morning".
    """
    slots = context.slots
    digits = _clock_digits(context)
    if digits is not None:
        return digits + _zone(slots)
    if "night" in slots:
        return "NI"
    return context.word("moment") or context.word("part")


def _clock_digits(context: Context) -> str | None:
    """Hours and minutes, also seconds where they are given: "15:30"; None when no clock time is named."""
    slots = context.slots
    if "clockword" in slots:
        return _named_hour(context)
    if "military" in slots:
        digits = slots["military"].zfill(4)
        return f"{digits[:2]}:{digits[2:]}"
    if "clock" in slots:
        hour, *rest = slots["clock"].replace(".", ":").split(":")
        return ":".join([f"{_hour(int(hour), context):02}", *rest])
    number = number_of(slots.get("hour", ""))
    if number is None:
        return None
    return f"{_hour(int(number), context):02}:00"


def _named_hour(context: Context) -> str | None:
    """Noon, and midnight: the end of its day, but its beginning in "shortly after midnight on Friday".

    "12:00" for "noon on Friday".
    """
    hour = context.word("clockword")
    is_begun = hour == "24:00" and context.follows("after", "past")
    return "00:00" if is_begun else hour


def _hour(hour: int, context: Context) -> int:
    """The hour of 24: by "pm", else by the part of the day, "five in the evening"."""
    shift = context.word("meridiem")
    if shift is not None:
        return hour % 12 + int(shift)
    is_late = context.word("part") in {"AF", "EV", "NI"}
    return hour + 12 if is_late and hour < 12 else hour


def _zone(slots: dict[str, str]) -> str:
    """The zone of a clock time as in ISO 8601, "" for none that is known."""
    hours = words().value("zone", slots["zone"]) if "zone" in slots else None
    if not hours:
        return ""
    minutes = round(float(hours) * 60)
    if minutes == 0:
        return "Z"
    whole, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{whole:02}" + (f":{rest:02}" if rest else "")
