"""Readers of durations, sets, vague references and days counted from another one."""

from __future__ import annotations

from extractor.annotate.dates.calendar import add_units, unit_value
from extractor.annotate.dates.numbers import number_of
from extractor.annotate.dates.periods import year_before
from extractor.annotate.dates.reading import NOTHING_BEFORE, PUBLISHED, Reading, Scene, missing, unit_code
from extractor.annotate.dates.words import words
from extractor.records import DateType

_CLOCK_UNITS = {"H": "H", "MIN": "M", "S": "S"}
_MULTIPLES = {"DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "2W": (2, "W")}
_FIXED_ENDS = ("later", "earlier", "previously", "before that", "after that", "thereafter", "afterward", "afterwards")
_FORWARD = ("later", "from now", "hence", "after that", "thereafter", "afterward", "afterwards", "from today")


def duration_value(count: float | str, unit: str) -> str:
    """A count ("X" when vague) and a unit -> TIMEX3.

    >>> duration_value(24, "Y"), duration_value("X", "MIN"), duration_value(5, "DE"), duration_value(1.5, "H")
    ('P24Y', 'PTXM', 'P50Y', 'PT1H30M')
    """
    if isinstance(count, str):
        return f"PT{count}{_CLOCK_UNITS[unit]}" if unit in _CLOCK_UNITS else f"P{count}{unit.removeprefix('2')}"
    half, whole = count % 1 == 0.5, f"{int(count)}" if count >= 1 else ""
    if unit in _CLOCK_UNITS:
        name = _CLOCK_UNITS[unit]
        if half and unit != "S":
            return f"PT{whole}{name if whole else ''}30{'M' if unit == 'H' else 'S'}"
        return f"PT{count:g}{name}"
    if half and unit == "Y":
        return f"P{whole}Y6M" if whole else "P6M"
    factor, name = _MULTIPLES.get(unit, (1, unit))
    return f"P{count * factor:g}{name}"


def _count(scene: Scene) -> float | str | None:
    if "n" not in scene.slots:
        return "X"
    count = number_of(scene.slots["n"])
    if count is not None and ("half" in scene.slots):
        count += 0.5
    return count


def _mod(scene: Scene) -> str | None:
    return words().value("approx", scene.slots.get("approx", ""))


def read_duration(scene: Scene) -> Reading | None:
    """Three years, several days, the past six months, a five-decade reign."""
    if "ref" in scene.slots:
        return Reading(DateType.DATE, scene.slots["ref"])
    unit = unit_code(scene.slots)
    count = _count(scene)
    if count is None:
        return None
    if unit == "S" and "n" in scene.slots and scene.slots["n"] in {"a", "one"}:
        return None
    if scene.slots.get("n") in {"a", "an"} and _is_rate(scene):
        return Reading(DateType.SET, duration_value(1, unit))
    return Reading(DateType.DURATION, duration_value(count, unit), _mod(scene))


def _is_rate(scene: Scene) -> bool:
    """Whether "a day" is a rate ("$20 a day", "three times a week") and no length."""
    left = scene.found.before
    if not left or not left[-1].isalpha() and left[-1] != "%":
        return False
    counted = any(
        word[0].isdigit() or word in {"$", "£", "€", "%"} or words().value("card", word) for word in left[:-1]
    )
    return counted and (left[-1].endswith("s") or left[-1] in {"%", "percent", "million", "billion"})


def read_offset(scene: Scene) -> Reading | None:
    """Two weeks ago, three days later."""
    way = scene.slots["way"]
    unit = unit_code(scene.slots, "n2" if "n2" in scene.slots else "unit")
    forward = way in _FORWARD
    if scene.slots.get("n") in {"a", "an", "one"} and unit == "Y" and not forward:
        if scene.today is None:
            return missing(DateType.DATE)
        if way == "ago" or scene.passage is None:
            value, mod, anchor = year_before(scene)
            return Reading(DateType.DATE, value, _mod(scene), anchor)
    if "x" in scene.slots:
        return Reading(DateType.DATE, "FUTURE_REF" if forward else "PAST_REF")
    count = _count(scene)
    if count is None or isinstance(count, str):
        return None
    return _counted_from(scene, count, unit, way)


def _counted_from(scene: Scene, count: float, unit: str, way: str) -> Reading | None:
    if way in _FIXED_ENDS:
        base, anchor = (scene.last.day, scene.last.id) if scene.last else (None, None)
        if base is None:
            return missing(DateType.DATE, NOTHING_BEFORE)
    else:
        base, anchor = scene.today, PUBLISHED
        if base is None:
            return missing(DateType.DATE)
    if unit in _CLOCK_UNITS:
        return Reading(DateType.TIME, None, reason="the hour it is counted from is unknown")
    step = count if way in _FORWARD else -count
    if step != int(step):
        day, unit = add_units(base, round(step * 12), "M"), "M"
    else:
        day = add_units(base, int(step), unit)
    granule = {"DE": "Y", "CE": "Y", "2W": "W", "WE": "WE"}.get(unit, unit)
    return Reading(DateType.DATE, unit_value(day, granule) if day else None, _mod(scene), anchor)


def read_compound_duration(scene: Scene) -> Reading | None:
    """Two years and three months -> P2Y3M."""
    first, second = number_of(scene.slots["n"]), number_of(scene.slots["n2"])
    if first is None or second is None:
        return None
    parts = (
        duration_value(first, unit_code(scene.slots)),
        duration_value(second, unit_code(scene.slots, "unit2")),
    )
    value = parts[0] + parts[1].removeprefix("PT" if parts[0].startswith("PT") else "P")
    return Reading(DateType.DURATION, value, _mod(scene))


def read_set(scene: Scene) -> Reading | None:
    """Every day, each Thursday, Mondays, three times a week."""
    slots = scene.slots
    if "weekday" in slots or "weekdays" in slots:
        number = scene.word("weekday") or scene.word("weekdays")
        part = scene.word("parts")
        return Reading(DateType.SET, f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))
    if "part" in slots:
        return Reading(DateType.SET, f"XXXX-XX-XXT{scene.word('part')}")
    if "month" in slots:
        return Reading(DateType.SET, f"XXXX-{int(scene.word('month') or 1):02}")
    if "seasons" in slots:
        return Reading(DateType.SET, f"XXXX-{scene.word('seasons')}")
    if "season" in slots:
        return Reading(DateType.SET, f"XXXX-{scene.word('season')}")
    count = 2.0 if slots.get("n") == "other" else number_of(slots.get("n", "one"))
    return Reading(DateType.SET, duration_value("X" if count is None else count, unit_code(scene.slots)))


def read_fixed(scene: Scene) -> Reading | None:
    """A word whose meaning the tables give, unless it is part of a name ("the Daily Mirror")."""
    if scene.found.text[0].isupper() and (
        scene.found.before_name or (scene.found.after_name and not scene.found.opens)
    ):
        return None
    return Reading(DateType(scene.slots["type"]), scene.slots["value"])
