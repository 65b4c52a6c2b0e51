"""Readers of durations, of sets (repeated times) and of words whose value stands in a table."""

from __future__ import annotations

from extractor.annotate.dates.context import Context, Reading, unit_code
from extractor.annotate.dates.grammar.vocabulary import words
from extractor.annotate.dates.numbers import number_of
from extractor.annotate.dates.recognize import Candidate
from extractor.records import DateType

CLOCK_UNITS = {"H": "H", "MIN": "M", "S": "S"}
_MULTIPLES = {"DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "2W": (2, "W")}
_HALVES = {"H": "30M", "MIN": "30S", "Y": "6M"}  # half of a unit in the next smaller one
_COUNTED = frozenset({"%", "percent", "million", "billion"})
_AMOUNTS = frozenset({"$", "£", "€", "%"})


def duration_value(count: float | str, unit: str) -> str:
    """A count ("X" when vague) and a unit -> TIMEX3.

    >>> duration_value(24, "Y"), duration_value("X", "MIN"), duration_value(5, "DE"), duration_value(1.5, "H")
    ('P24Y', 'PTXM', 'P50Y', 'PT1H30M')
    """
    clock_unit = CLOCK_UNITS.get(unit)
    if isinstance(count, str):
        if clock_unit:
            return f"PT{count}{clock_unit}"
        return f"P{count}{unit.removeprefix('2')}"
    if count % 1 == 0.5 and unit in _HALVES:
        return _with_half(int(count), unit)
    if clock_unit:
        return f"PT{_digits(count)}{clock_unit}"
    factor, name = _MULTIPLES.get(unit, (1, unit))
    return f"P{_digits(count * factor)}{name}"


def _with_half(whole: int, unit: str) -> str:
    """The value of a length with half a unit at its end.

    "PT1H30M" for an hour and a half, "P6M" for half a year.
    """
    half = _HALVES[unit]
    prefix, name = ("PT", CLOCK_UNITS[unit]) if unit in CLOCK_UNITS else ("P", unit)
    if whole:
        return f"{prefix}{whole}{name}{half}"
    return f"{prefix}{half}"


def _digits(count: float) -> str:
    """A number without a needless fraction: "2", "2.5"."""
    if count == int(count):
        return str(int(count))
    return f"{count:.2f}".rstrip("0")


def count_of(context: Context) -> float | str | None:
    """The count of an expression, "X" when it has none, None when its words are no number.

    3 for "three years", "X" for "years", 1.5 for "one and a half years".
    """
    if "n" not in context.slots:
        return "X"
    count = number_of(context.slots["n"])
    if count is not None and "half" in context.slots:
        return count + 0.5
    return count


def approx_of(context: Context) -> str | None:
    """The `mod` of "nearly", "more than", "about"."""
    return words().value("approx", context.slots.get("approx", ""))


def read_duration(context: Context) -> Reading | None:
    """Three years, several days, the past six months, a five-decade reign.

    "Three years" is P3Y.
    """
    if "ref" in context.slots:
        return Reading(DateType.DATE, context.slots["ref"])
    unit, count = unit_code(context.slots), count_of(context)
    if count is None or _is_no_length(context, unit, count):
        return None
    if context.slots.get("n") in {"a", "an"} and _is_rate(context):
        return Reading(DateType.SET, duration_value(1, unit))
    return Reading(DateType.DURATION, duration_value(count, unit), approx_of(context))


def _is_no_length(context: Context, unit: str, count: float | str) -> bool:
    """Whether what looks like a length is none: an ordinal, a share.

    "A second", "about a quarter of the town", "in some quarters".
    """
    if unit == "S":
        return count == 1
    if unit != "Q":
        return False
    if context.found.text.lower() in {"quarters", "some quarters"}:
        return True
    if count != 1:
        return False
    return "approx" in context.slots


def _is_rate(context: Context) -> bool:
    """Whether "a day" is a rate and no length.

    "$20 a day", "hundreds of calls a week"; not "for a day".
    """
    *others, left = context.found.before or ("",)
    if left not in _COUNTED and not (left.isalpha() and left.endswith("s")):
        return False
    return any(map(_is_amount, others))


def _is_amount(word: str) -> bool:
    """Whether a word counts or is a currency: "$", "20", "hundreds"."""
    if word[0].isdigit() or word in _AMOUNTS:
        return True
    return words().value("card", word) is not None


def read_compound_duration(context: Context) -> Reading | None:
    """Two years and three months -> P2Y3M."""
    first, second = number_of(context.slots["n"]), number_of(context.slots["n2"])
    if first is None or second is None:
        return None
    head = duration_value(first, unit_code(context.slots))
    tail = duration_value(second, unit_code(context.slots, "unit2"))
    clock = tail.startswith("PT") and not head.startswith("PT")
    return Reading(DateType.DURATION, head + (tail[1:] if clock else tail.lstrip("PT")), approx_of(context))


def read_set(context: Context) -> Reading | None:
    """Every day, each Thursday, Mondays, three times a week.

    "Every Thursday" is XXXX-WXX-4, "three times a week" P1W.
    """
    for slot, pattern in _SETS.items():
        if slot in context.slots:
            part = f"T{context.word('parts')}" if "parts" in context.slots else ""
            return Reading(DateType.SET, pattern.format(context.word(slot)) + part)
    if "month" in context.slots:
        return Reading(DateType.SET, f"XXXX-{int(context.word('month') or 1):02}")
    return Reading(DateType.SET, duration_value(_every(context.slots.get("n", "one")), unit_code(context.slots)))


def _every(text: str) -> float | str:
    """How many units lie between: two of "every other day", X where the words tell no number."""
    count = 2 if text == "other" else number_of(text)
    return "X" if count is None else count


_SETS = {
    "weekday": "XXXX-WXX-{}",
    "weekdays": "XXXX-WXX-{}",
    "part": "XXXX-XX-XXT{}",
    "season": "XXXX-{}",
    "seasons": "XXXX-{}",
}


def _is_part_of_name(found: Candidate) -> bool:
    """Whether an expression with a capital is a part of a name.

    "The Daily Mirror"; not "Daily" at the start of a sentence.
    """
    if not found.text[0].isupper():
        return False
    if found.before_name:
        return True
    if not found.after_name:
        return False
    return not found.opens


def read_fixed(context: Context) -> Reading | None:
    """A word whose meaning the tables give, unless it is part of a name ("the Daily Mirror")."""
    if _is_part_of_name(context.found):
        return None
    return Reading(DateType(context.slots["type"]), context.slots["value"])
