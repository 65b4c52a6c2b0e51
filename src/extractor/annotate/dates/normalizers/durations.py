"""Readers of durations, of sets (repeated times) and of words whose value stands in a table."""

from __future__ import annotations

from extractor.annotate.dates.context import Reading, Scene, unit_code
from extractor.annotate.dates.grammar.vocabulary import words
from extractor.annotate.dates.numbers import number_of
from extractor.records import DateType

CLOCK_UNITS = {"H": "H", "MIN": "M", "S": "S"}
_MULTIPLES = {"DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "2W": (2, "W")}
_AMOUNTS = frozenset({"$", "£", "€", "%"})


def duration_value(count: float | str, unit: str) -> str:
    """A count ("X" when vague) and a unit -> TIMEX3.

    >>> duration_value(24, "Y"), duration_value("X", "MIN"), duration_value(5, "DE"), duration_value(1.5, "H")
    ('P24Y', 'PTXM', 'P50Y', 'PT1H30M')
    """
    if isinstance(count, str):
        return f"PT{count}{CLOCK_UNITS[unit]}" if unit in CLOCK_UNITS else f"P{count}{unit.removeprefix('2')}"
    half, whole = count % 1 == 0.5, f"{int(count)}" if count >= 1 else ""
    if unit in CLOCK_UNITS:
        name = CLOCK_UNITS[unit]
        if half and unit != "S":
            return f"PT{whole}{name if whole else ''}30{'M' if unit == 'H' else 'S'}"
        return f"PT{_digits(count)}{name}"
    if half and unit == "Y":
        return f"P{whole}Y6M" if whole else "P6M"
    factor, name = _MULTIPLES.get(unit, (1, unit))
    return f"P{_digits(count * factor)}{name}"


def _digits(count: float) -> str:
    return str(int(count)) if count == int(count) else f"{count:.2f}".rstrip("0")


def count_of(scene: Scene) -> float | str | None:
    """The count of an expression, "X" when it has none, None when its words are no number."""
    if "n" not in scene.slots:
        return "X"
    count = number_of(scene.slots["n"])
    return count + 0.5 if count is not None and "half" in scene.slots else count


def approx_of(scene: Scene) -> str | None:
    """The `mod` of "nearly", "more than", "about"."""
    return words().value("approx", scene.slots.get("approx", ""))


def read_duration(scene: Scene) -> Reading | None:
    """Three years, several days, the past six months, a five-decade reign."""
    if "ref" in scene.slots:
        return Reading(DateType.DATE, scene.slots["ref"])
    unit, count = unit_code(scene.slots), count_of(scene)
    if count is None or (unit == "S" and count == 1) or (unit == "Q" and _is_no_quarter(scene, count)):
        return None  # "a second" is an ordinal more often
    if scene.slots.get("n") in {"a", "an"} and _is_rate(scene):
        return Reading(DateType.SET, duration_value(1, unit))
    return Reading(DateType.DURATION, duration_value(count, unit), approx_of(scene))


def _is_no_quarter(scene: Scene, count: float | str) -> bool:
    """About a quarter of the town, in some quarters."""
    return (count == 1 and "approx" in scene.slots) or scene.found.text.lower() in {"quarters", "some quarters"}


def _is_rate(scene: Scene) -> bool:
    """Whether "a day" is a rate ("$20 a day", "hundreds of calls a week") and no length."""
    *others, left = scene.found.before or ("",)
    if not left.isalpha() and left != "%":
        return False
    counted = any(word[0].isdigit() or word in _AMOUNTS or words().value("card", word) for word in others)
    return counted and (left.endswith("s") or left in {"%", "percent", "million", "billion"})


def read_compound_duration(scene: Scene) -> Reading | None:
    """Two years and three months -> P2Y3M."""
    first, second = number_of(scene.slots["n"]), number_of(scene.slots["n2"])
    if first is None or second is None:
        return None
    head = duration_value(first, unit_code(scene.slots))
    tail = duration_value(second, unit_code(scene.slots, "unit2"))
    clock = tail.startswith("PT") and not head.startswith("PT")
    return Reading(DateType.DURATION, head + (tail[1:] if clock else tail.lstrip("PT")), approx_of(scene))


def read_set(scene: Scene) -> Reading | None:
    """Every day, each Thursday, Mondays, three times a week."""
    for slot, pattern in _SETS.items():
        if slot in scene.slots:
            part = f"T{scene.word('parts')}" if "parts" in scene.slots else ""
            return Reading(DateType.SET, pattern.format(scene.word(slot)) + part)
    if "month" in scene.slots:
        return Reading(DateType.SET, f"XXXX-{int(scene.word('month') or 1):02}")
    count = 2 if scene.slots.get("n") == "other" else number_of(scene.slots.get("n", "one"))
    return Reading(DateType.SET, duration_value("X" if count is None else count, unit_code(scene.slots)))


_SETS = {
    "weekday": "XXXX-WXX-{}",
    "weekdays": "XXXX-WXX-{}",
    "part": "XXXX-XX-XXT{}",
    "season": "XXXX-{}",
    "seasons": "XXXX-{}",
}


def read_fixed(scene: Scene) -> Reading | None:
    """A word whose meaning the tables give, unless it is part of a name ("the Daily Mirror")."""
    found = scene.found
    if found.text[0].isupper() and (found.before_name or (found.after_name and not found.opens)):
        return None
    return Reading(DateType(scene.slots["type"]), scene.slots["value"])
