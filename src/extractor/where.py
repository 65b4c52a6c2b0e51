"""Conditions on events, as in `confidence >= 0.5 and type = ASSAULT and modality != hypothetical`.

The names are the columns of the table of events. Text is compared without case; of a column with several values any
may be the one; a value that is missing is equal to nothing.

    condition = part ("or" part)*      part = test ("and" test)*      test = "not" test | "(" condition ")" | comparison
    comparison = name ("=" | "!=" | "<" | "<=" | ">" | ">=") value | name ("in" | "not in") "(" value ("," value)* ")"
"""

import operator
import re
from collections.abc import Callable
from datetime import datetime
from math import isfinite, nan
from typing import Any

from extractor.errors import InputError
from extractor.records import Event, Extraction
from extractor.write.columns import DAYS, TABLES, typed_rows

Row = dict[str, Any]
Test = Callable[[Row], bool]

MOST_CHARS = 2_000
MOST_DEPTH = 50
_TOKEN = re.compile(r"""\s*(?:("[^"]*"|'[^']*')|(<=|>=|!=|=|<|>|\(|\)|,)|([^\s"'<>=!(),]+))""")
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    **{"=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
}
# A day, or as much of it as is given: "2024-12" stands before its days. What was published may have an hour behind it.
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_DATES = frozenset((*DAYS["events"], "published"))
_NUMBERS = frozenset(name for name, kind in TABLES["events"].items() if kind != "text")


def parse_where(text: str) -> Test:
    """A condition -> a test of a row of the table of events. Raises InputError that names what is wrong.

    >>> test = parse_where("confidence >= 0.5 and type in (ASSAULT, COERCE)")
    >>> test({"confidence": 0.7, "type": "ASSAULT"}), test({"confidence": 0.4, "type": "ASSAULT"})
    (True, False)
    """
    parser = _Parser(_tokens(text))
    test = parser.condition(0)
    if parser.left:
        raise InputError(f"--where: {parser.left[0]!r} is not expected there")
    return test


def kept(result: Extraction, test: Test) -> Extraction:
    """The result with those events alone that pass; the claims of the others stay and name no event."""
    rows = typed_rows(result)["events"]
    events = [event for event, row in zip(result.events, rows, strict=True) if test(row)]
    if len(events) == len(result.events):
        return result
    return _with(result, events)


def _with(result: Extraction, events: list[Event]) -> Extraction:
    """A result with some of its events; the claims of the others belong to none."""
    ids = {event.id for event in events}
    claims = [
        claim if claim.event is None or claim.event in ids else claim.model_copy(update={"event": None})
        for claim in result.claims
    ]
    return result.model_copy(update={"events": events, "claims": claims})


def _tokens(text: str) -> list[str]:
    """The words and signs of a condition. Raises InputError for what is none."""
    if len(text) > MOST_CHARS:
        raise InputError(f"--where is longer than {MOST_CHARS} characters")
    found, at = [], 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            raise InputError(f"--where: {text[at : at + 20]!r} cannot be read")
        found.append(match[0].strip())
        at = match.end()
    return found


class _Parser:
    """Takes tokens from the left."""

    def __init__(self, tokens: list[str]) -> None:
        self.left = tokens

    def condition(self, depth: int) -> Test:
        """Parts joined by "or"."""
        if depth > MOST_DEPTH:
            raise InputError(f"--where is more than {MOST_DEPTH} brackets deep")
        parts = [self._part(depth)]
        while self._take("or"):
            parts.append(self._part(depth))
        if len(parts) == 1:
            return parts[0]
        return lambda row: any(part(row) for part in parts)

    def _part(self, depth: int) -> Test:
        """Tests joined by `and`."""
        tests = [self._test(depth)]
        while self._take("and"):
            tests.append(self._test(depth))
        if len(tests) == 1:
            return tests[0]
        return lambda row: all(test(row) for test in tests)

    def _test(self, depth: int) -> Test:
        """A test, one in brackets, or one behind `not`. Raises InputError when they lie too deep."""
        if self._take("not"):
            if depth > MOST_DEPTH:
                raise InputError(f"--where has more than {MOST_DEPTH} times not")
            inner = self._test(depth + 1)
            return lambda row: not inner(row)
        if self._take("("):
            inner = self.condition(depth + 1)
            self._expect(")")
            return inner
        return self._comparison()

    def _comparison(self) -> Test:
        """A column, a sign and a value, or a list behind `in`. Raises InputError for anything else."""
        name = self._next("a column")
        if name not in TABLES["events"]:
            raise InputError(f"--where: there is no column {name!r}; the columns are {', '.join(TABLES['events'])}")
        denied = self._take("not")
        if denied or (self.left and self.left[0].lower() == "in"):
            self._expect("in")
            values = self._values(name)
            return lambda row: any(_is(row.get(name), operator.eq, value) for value in values) != denied
        sign = self._next("a sign")
        if sign not in _COMPARE:
            raise InputError(f"--where: behind {name} stands {sign!r}; the signs are {' '.join(_COMPARE)} and in")
        value = _value(name, self._next("a value"))
        if sign == "!=":
            return lambda row: not _is(row.get(name), operator.eq, value)
        return lambda row: _is(row.get(name), _COMPARE[sign], value)

    def _values(self, name: str) -> list[Any]:
        """The values of a list in brackets."""
        self._expect("(")
        values = [_value(name, self._next("a value"))]
        while self._take(","):
            values.append(_value(name, self._next("a value")))
        self._expect(")")
        return values

    def _take(self, word: str) -> bool:
        """Whether the next word is this one, which is then passed over."""
        if self.left and self.left[0].lower() == word:
            self.left = self.left[1:]
            return True
        return False

    def _expect(self, word: str) -> None:
        """Pass over a word. Raises InputError when another one is next."""
        if not self._take(word):
            raise InputError(
                f"--where: {word!r} is missing{f' before {self.left[0]!r}' if self.left else ' at the end'}"
            )

    def _next(self, what: str) -> str:
        """The next word or sign. Raises InputError at the end."""
        if not self.left:
            raise InputError(f"--where ends where {what} should be")
        word, *self.left = self.left
        return word


def _value(name: str, word: str) -> Any:
    """A word as the column holds it. Raises InputError for a word where a number or a date belongs."""
    if name in _DATES:
        return _date(name, word.strip("\"'"))
    if name not in _NUMBERS:
        return word.strip("\"'").casefold()
    try:
        number = float(word)
    except ValueError:
        number = nan
    if not isfinite(number):
        raise InputError(f"--where: {name} is a number, and {word!r} is none")
    return number


def _date(name: str, word: str) -> str:
    """A year, a month, a day or an instant in ISO 8601, compared as text. Raises InputError for what is none."""
    whole = word + "0000-01-01"[len(word) :] if _DAY.fullmatch(word) else word
    try:
        datetime.fromisoformat(whole)
    except ValueError:
        raise InputError(f"--where: {name} is a date, and {word!r} is none: give 2024, 2024-12 or 2024-12-31") from None
    return word.casefold()


def _is(cell: Any, compare: Callable[[Any, Any], bool], value: Any) -> bool:
    """Whether a cell, or one of its values, compares so. A missing one never does."""
    if isinstance(cell, list):
        return any(_is(one, compare, value) for one in cell)
    if cell is None:
        return False
    return compare(float(cell) if isinstance(value, float) else str(cell).casefold(), value)
