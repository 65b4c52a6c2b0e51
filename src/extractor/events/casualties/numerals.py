"""The words of a number -> its least and greatest value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.tables import data_lines

MOST_CHARS = 15  # of a number of people
_SPACED = re.compile(r"(?<![\d,.])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)")  # "117 000"
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_AT_LEAST = re.compile(
    r"\b(?:at least|over|above|(?:no|not) (?:fewer|less) than|(?<!no )more than|upwards? of|or more)\b"
)
_AT_MOST = re.compile(r"\b(?:at most|up to|as many as|no more than|(?<!no )(?<!not )(?:less|fewer) than|under)\b")
# They only count when no other number follows: "some 60", "as many as 60", "an estimated 70".
_WEAK = frozenset(("a", "an", "some", "many", "no"))
_DECIMAL = re.compile(r"(?<!\d)(\d{1,9}\.\d{1,9}) (thousand|million|billion)")
_RANGE = frozenset(("to", "or"))
_COMPOUND = re.compile(r"\b[\w,.]*\w(?:-\w+)+")
_AGE = re.compile(r"\b\S+[- ](?:year|month|week|day)s?[- ]olds?\b")
# What a number may be joined to and still count people: "a 20-strong gang", "a 12-member team".
_COUNTED = frozenset(("strong", "odd", "plus", "some", "man", "men", "woman", "member", "person", "people"))
_TIMES = frozenset(("dozen", "score", "hundred", "thousand", "million", "billion"))


@dataclass(frozen=True, slots=True)
class _Value:
    low: int
    high: int | None
    weak: bool = False

    def times(self, unit: int) -> "_Value":
        return _Value(self.low * unit, None if self.high is None else self.high * unit)

    def plus(self, units: "_Value") -> "_Value":
        return _Value(self.low + units.low, self.low + units.low)


@cache
def number_words() -> dict[str, tuple[int, int | None]]:
    """Word, or words joined by "_", -> (low, high)."""
    found = {}
    for line in data_lines("events/numbers.txt"):
        word, low, high = line.split()
        found[word] = (int(low), None if high == "-" else int(high))
    return found


@cache
def _phrases() -> re.Pattern[str]:
    joined = sorted((word for word in number_words() if "_" in word), key=len, reverse=True)
    either = "|".join(word.replace("_", r"\s+") for word in joined)
    return re.compile(rf"\b(?:{either})\b")


def parse_number(text: str) -> tuple[int, int | None] | None:
    """The words of a number -> (low, high), None when there is no number among them.

    >>> parse_number("between eight and 11"), parse_number("at least 14"), parse_number("dozens of")
    ((8, 11), (14, None), (24, 99))
    >>> parse_number("two 15-year-old"), parse_number("a 20-year")
    ((2, 2), (1, 1))
    """
    text = _SPACED.sub(lambda found: "".join(found[0].split()), text.lower())
    text = _COMPOUND.sub(_without_measure, _AGE.sub(" ", text))
    text = _phrases().sub(lambda found: "_".join(found[0].split()), text.replace("-", " "))
    if "as many" in text and not _AT_MOST.search(text):
        return None  # "twice as many"
    text = _DECIMAL.sub(lambda found: str(round(float(found[1]) * number_words()[found[2]][0])), text)
    words = re.findall(r"\d[\d,.]*\d|\w+", text)
    values = list(_values(words))
    values = [value for value in values if not value.weak] or values
    if not values:
        return None
    if len(values) > 1 and ("between" in words or not _RANGE.isdisjoint(words[1:-1])) and not _AT_MOST.search(text):
        first, second = values[0], values[1]
        return (first.low, second.high) if second.high is None or first.low <= second.high else (second.low, first.high)
    value = values[0]
    if _AT_LEAST.search(text):
        return value.low, None
    if _AT_MOST.search(text):
        return 0, value.high
    return value.low, value.high


def _without_measure(compound: re.Match[str]) -> str:
    """A compound without the number that measures something: none of "three-day", all of "twenty-five"."""
    first, *_, last = compound[0].split("-")
    measures = _value(first) is not None and _value(last) is None and last not in _COUNTED
    return " " if measures else compound[0]


def _values(words: list[str]) -> Iterator[_Value]:
    """The numbers among the words; "twenty five", "two hundred", "nearly 3,000" and "two dozen" are one each."""
    current: _Value | None = None
    for word in words:
        value = _value(word)
        if value is None:
            if current is not None and word != "and":
                yield current
                current = None
        elif current is not None and (joined := _joined(current, word, value)) is not None:
            current = joined
        else:
            if current is not None:
                yield current
            current = value
    if current is not None:
        yield current


def _joined(current: _Value, word: str, value: _Value) -> _Value | None:
    """One number of two ("several thousand", "twenty five", "a hundred and ten"); None when they are two."""
    if word in _TIMES and current.low < value.low:
        return current.times(value.low) if not current.weak or current.high == 1 else value
    if current.high != current.low or value.high != value.low or current.weak or value.weak:
        return None
    tens = 20 <= current.low < 100 and current.low % 10 == 0 and value.low < 10
    hundreds = current.low >= 100 and current.low % 100 == 0 and value.low < 100
    return current.plus(value) if (tens or hundreds) and value.low > 0 else None


def _value(word: str) -> _Value | None:
    if digits := _DIGITS.fullmatch(word):
        if len(digits[0]) > MOST_CHARS:
            return None
        number = int(digits[0].replace(",", ""))
        return _Value(number, number)
    known = number_words().get(word)
    return _Value(*known, weak=word in _WEAK) if known is not None else None
