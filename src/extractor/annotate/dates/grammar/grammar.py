"""The grammar: the rules of `data/en/dates/grammar.toml` and the forms of `data/en/dates/vague.tsv`, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractor.annotate.dates.grammar.patterns import compile_pattern, literals, one_of
from extractor.annotate.dates.grammar.symbols import Alphabet
from extractor.annotate.dates.grammar.tokens import Token, words_of
from extractor.annotate.dates.grammar.vocabulary import forms, rows
from extractor.lexicon.tables import data_toml

_SIDES = ("after", "not_after")
_PATTERNS = ("find", "before", "not_before")


@dataclass(frozen=True)
class Rule:
    """One rule: its pattern over symbols, its reader and what its neighbours must or must not be.

    `after` and `not_after` are sets of symbols for the word before it, `before` and `not_before` patterns for the words
    after it; `fix` are slots that the rule gives itself.
    """

    read: str
    pattern: re.Pattern[str]
    fix: Mapping[str, str]
    after: str
    not_after: str
    before: re.Pattern[str] | None
    not_before: re.Pattern[str] | None

    def fits(self, symbols: str, start: int, end: int) -> bool:
        """Whether the neighbours of [start, end) are as the rule wants them."""
        left = symbols[start - 1] if start else ""
        if self.after and (not left or left not in self.after):
            return False
        if left and left in self.not_after:
            return False
        if self.before is not None and not self.before.match(symbols, end):
            return False
        if self.not_before is None:
            return True
        return not self.not_before.match(symbols, end)


class Grammar:
    """The alphabet and the compiled rules, by the symbols that they can begin with."""

    def __init__(self) -> None:
        source = data_toml("dates/grammar.toml")
        self._parts: dict[str, str] = source["parts"]
        rules = [*source["rule"], *_vague_rules()]
        self.alphabet = Alphabet(_all_literals([*self._parts.values()], rules))
        self.rules_by_symbol: dict[str, list[Rule]] = {}
        for rule in rules:
            self._add(rule)
        self.starts = re.compile(f"[{''.join(self.rules_by_symbol)}]")

    def _add(self, source: dict[str, Any]) -> None:
        """File a rule under the symbols that it can begin with."""
        try:
            pattern, first = compile_pattern(source["find"], self._parts, self.alphabet)
            after, not_after = (one_of(source.get(key, ""), self.alphabet) for key in _SIDES)
            before, not_before = (self._side(source.get(key)) for key in _PATTERNS[1:])
        except (KeyError, ValueError) as error:
            raise ValueError(f"rule {source['find'][:80]!r} of the date grammar: {error}") from error
        rule = Rule(source["read"], pattern, source.get("fix", {}), after, not_after, before, not_before)
        for symbol in sorted(first):
            self.rules_by_symbol.setdefault(symbol, []).append(rule)

    def _side(self, source: str | None) -> re.Pattern[str] | None:
        """The pattern for the words on one side of a rule, None when it asks nothing of them."""
        if source is None:
            return None
        return compile_pattern(source, self._parts, self.alphabet)[0]


def _all_literals(parts: Iterable[str], rules: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The words that stand for themselves in the parts and the rules of the grammar."""
    for part in parts:
        yield from literals(part)
    for rule in rules:
        for key in (*_PATTERNS, *_SIDES):
            yield from literals(rule.get(key, ""))


def _vague_rules() -> Iterator[dict[str, Any]]:
    """A rule for each form of a vague expression of the table: "recently" is a reference to the past."""
    for kind, value, cell in rows("vague.tsv"):
        for form in forms(cell):
            yield {"read": "fixed", "find": " ".join(words_of(form)), "fix": {"type": kind, "value": value}}


@cache
def grammar() -> Grammar:
    """The grammar, compiled at first use."""
    return Grammar()


def slots_of(match: re.Match[str], found: list[Token]) -> dict[str, str]:
    """The named parts of a match as lower-case words, joined by single spaces.

    {"weekday": "monday", "part": "morning"} for "Monday morning".
    """
    slots: dict[str, str] = {}
    for name, value in match.groupdict().items():
        if value:
            start, end = match.span(name)
            slots.setdefault(name.partition("__")[0], " ".join(token.text.lower() for token in found[start:end]))
    return slots
