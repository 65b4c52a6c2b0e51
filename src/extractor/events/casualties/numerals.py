"""The words of a number -> its least and greatest value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.tables import data_rows, word_lists

MOST_CHARS = 15  # of a number of people
# Repetitions have an end: from each of the numbers of "1,1,1,1 ..." a search would go on to the last.
_SPACED = re.compile(r"(?<![\d,.])\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,5}(?!\d)")  # "117 000"
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_AT_LEAST = re.compile(
    r"\b(?:at least|over|above|(?:no|not) (?:fewer|less) than|(?<!no )more than|upwards? of|or more)\b"
)
_AT_MOST = re.compile(r"\b(?:at most|up to|as many as|no more than|(?<!no )(?<!not )(?:less|fewer) than|under)\b")
# They only count when no other number follows: "some 60", "as many as 60", "an estimated 70".
_WEAK = frozenset(("a", "an", "some", "many", "no"))
_DECIMAL = re.compile(r"(?<!\d)(\d{1,9}\.\d{1,9}) (thousand|million|billion)")
_RANGE = frozenset(("to", "or"))
_COMPOUND = re.compile(r"\b[\w,.]{0,40}\w(?:-\w+)+")
_AGE = re.compile(r"\b\S{1,40}[- ](?:year|month|week|day)s?[- ]olds?\b")
_COUNTED = word_lists("events/words.txt")["counted"]
_TIMES = frozenset(("dozen", "score", "hundred", "thousand", "million", "billion"))


@dataclass(frozen=True, slots=True)
class _Value:
    low: int
    high: int | None
    weak: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether it can be a part of a longer number: "twenty", not "dozens"."""
        return self.high == self.low and not self.weak

    def has_room_for(self, units: "_Value") -> bool:
        """Whether a smaller number behind it is a part of it: "five" behind "twenty", "ten" behind "a hundred"."""
        if not self.is_exact or not units.is_exact:
            return False
        return units.low in _room(self.low)

    def times(self, unit: int) -> "_Value":
        """ "Several" times "thousand"."""
        high = None if self.high is None else self.high * unit
        return _Value(self.low * unit, high)

    def plus(self, units: "_Value") -> "_Value":
        """ "Twenty" plus "five"."""
        return _Value(self.low + units.low, self.low + units.low)


@cache
def number_words() -> dict[str, tuple[int, int | None]]:
    """Word, or words joined by "_", -> (low, high)."""
    found: dict[str, tuple[int, int | None]] = {}
    for row in data_rows("events/numbers.tsv"):
        high = None if row["high"] == "-" else int(row["high"])
        found[row["word"]] = int(row["low"]), high
    return found


@cache
def _phrases() -> re.Pattern[str]:
    """The numbers of several words, the longest first.

    "one hundred and twenty" before "twenty".
    """
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
    text = _as_words(text.lower())
    is_at_most = _AT_MOST.search(text) is not None
    if "as many" in text and not is_at_most:
        return None  # "twice as many"
    words = re.findall(r"\d[\d,.]*\d|\w+", text)
    values = list(_values(words))
    strong = [value for value in values if not value.weak] or values
    if not strong:
        return None
    first, *others = strong
    if others and not is_at_most and _is_range(words):
        return _range(first, others[0])
    if _AT_LEAST.search(text):
        return first.low, None
    return 0 if is_at_most else first.low, first.high


def _as_words(text: str) -> str:
    """Text in which each number is one word, without ages and measures."""
    text = _SPACED.sub(lambda found: "".join(found[0].split()), text)
    text = _COMPOUND.sub(_without_measure, _AGE.sub(" ", text))
    text = _phrases().sub(lambda found: "_".join(found[0].split()), text.replace("-", " "))
    return _DECIMAL.sub(lambda found: str(round(float(found[1]) * number_words()[found[2]][0])), text)


def _is_range(words: list[str]) -> bool:
    """ "Between eight and 11", "eight to 11", "eight or nine"."""
    return "between" in words or not _RANGE.isdisjoint(words[1:-1])


def _range(first: _Value, second: _Value) -> tuple[int, int | None]:
    """The least and the most of "between eight and 11", in whichever order they are told."""
    if second.high is None or first.low <= second.high:
        return first.low, second.high
    return second.low, first.high


def _without_measure(compound: re.Match[str]) -> str:
    """A compound without the number that measures something: none of "three-day", all of "twenty-five"."""
    first, *_, last = compound[0].split("-")
    if last in _COUNTED or _value(first) is None:
        return compound[0]
    return " " if _value(last) is None else compound[0]


def _values(words: list[str]) -> Iterator[_Value]:
    """The numbers among the words; "twenty five", "two hundred", "nearly 3,000" and "two dozen" are one each."""
    current: _Value | None = None
    for word in words:
        value = _value(word)
        if value is None and word == "and":
            continue
        joined = _joined(current, word, value)
        if current is not None and joined is None:
            yield current
        current = joined or value
    if current is not None:
        yield current


def _joined(current: _Value | None, word: str, value: _Value | None) -> _Value | None:
    """One number of two ("several thousand", "twenty five", "a hundred and ten"); None when they are two, or one."""
    if current is None or value is None:
        return None
    if word in _TIMES and current.low < value.low:
        return _multiplied(current, value)
    if not current.has_room_for(value):
        return None
    return current.plus(value)


def _multiplied(current: _Value, unit: _Value) -> _Value:
    """ "Several thousand"; only the thousand where what stands before it is an article: "some thousand"."""
    is_article = current.weak and current.high != 1
    return unit if is_article else current.times(unit.low)


def _room(number: int) -> range:
    """What a smaller number behind it can be: "twenty" has room for "five", "a hundred" for "ten"."""
    if number in range(20, 100, 10):
        return range(1, 10)
    if number and number % 100 == 0:
        return range(1, 100)
    return range(0)


def _value(word: str) -> _Value | None:
    """The number that a word is."""
    if _DIGITS.fullmatch(word) is None:
        known = number_words().get(word)
        if known is None:
            return None
        return _Value(*known, weak=word in _WEAK)
    if len(word) > MOST_CHARS:
        return None
    number = int(word.replace(",", ""))
    return _Value(number, number)
