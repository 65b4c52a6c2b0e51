"""spaCy's attribute ruler with its answers remembered: the same annotation for a tenth of the time.

Nearly all its patterns look at one token, and only at its tag, its dependency and whether it is one of some words. What
they say of such a token is asked once; longer patterns are tried where a token can begin one.
"""

import re
from functools import lru_cache
from typing import Any

import numpy as np
from spacy.attrs import IDS  # type: ignore[import-not-found]
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Span

MOST_WORDS = 50_000  # of which it is known whether a pattern speaks of them

_READ: list[int | str] = ["LOWER", "TAG", "DEP", "IS_SPACE"]
_WRITTEN: list[int | str] = ["POS", "MORPH", "LEMMA", "TAG", "DEP"]
_NUMBERS = [IDS[str(name)] for name in _WRITTEN]
_UNTOUCHED = 2**64 - 1  # no hash of a string that occurs

Pattern = list[dict[str, Any]]
Rules = tuple[int, ...]  # numbers of rules; a later one overwrites an earlier one


class RememberedRuler:
    """Does what `ruler` does. For one with patterns of another kind `fits` is False, and it must not be called."""

    def __init__(self, ruler: AttributeRuler) -> None:
        given: list[dict[str, Any]] = ruler.patterns
        patterns: list[Pattern] = [pattern for rule in given for pattern in rule["patterns"]]
        self.ruler, self._size = ruler, len(ruler.attrs)
        self.fits = all(map(_readable, patterns)) and {key for attrs in ruler.attrs for key in attrs} <= {*_NUMBERS}
        if not self.fits:
            return
        strings = ruler.vocab.strings
        self._longest = max(map(len, patterns), default=1)
        self._words = {strings[word] for pattern in patterns for word in _words(pattern[0])}
        self._expressions = [re.compile(given) for pattern in patterns for given in _expressions(pattern[0])]
        self._word = lru_cache(maxsize=MOST_WORDS)(self._word_of)
        self._starts = Matcher(ruler.vocab)
        self._starts.add("starts", [pattern[:1] for pattern in patterns if len(pattern) > 1])
        self._known: dict[tuple[int, ...], tuple[Rules, bool]] = {}
        self._effects: dict[Rules, int] = {}
        self._values: list[list[int]] = []

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes."""
        if len(self.ruler.attrs) != self._size:  # somebody added a rule
            return self.ruler(doc)
        before = doc.to_array(_WRITTEN)
        effects = [self._effect(rules) for rules in self._rules(doc)]
        after = np.array(self._values, dtype=np.uint64)[effects] if effects else before
        doc.from_array(_WRITTEN, np.where(after == _UNTOUCHED, before, after))  # type: ignore[arg-type]
        return doc

    def _rules(self, doc: Doc) -> list[Rules]:
        """The rules that fit each token."""
        found, longer = [], []
        for at, (lower, *rest) in enumerate(doc.to_array(_READ).tolist()):
            key = (self._word(lower), *rest)
            known = self._known.get(key)
            if known is None:
                known = self._known[key] = self._ask(doc[at : at + 1])
            found.append(known[0])
            if known[1]:
                longer.append(at)
        for at in longer:
            for number, target in self._matches(doc[at : at + self._longest]):
                found[at + target] = tuple(sorted({*found[at + target], number}))
        return found

    def _ask(self, token: Span) -> tuple[Rules, bool]:
        """The rules of one token that fit it, and whether it can begin a longer pattern."""
        return tuple(number for number, _ in self._matches(token)), bool(self._starts(token))

    def _word_of(self, lower: int) -> int:
        """A word that some pattern speaks of; 0 for all others."""
        if lower in self._words:
            return lower
        text = self.ruler.vocab.strings[lower]
        if not any(given.search(text) for given in self._expressions):
            return 0
        return lower

    def _matches(self, span: Span) -> list[tuple[int, int]]:
        """Rules with a match at the start of a span, in order, and the token that each is about."""
        strings, indices = self.ruler.vocab.strings, self.ruler.indices
        found = [
            (int(strings[key]), end) for key, start, end in self.ruler.matcher(span, allow_missing=True) if start == 0
        ]
        return sorted((number, range(end)[indices[number]]) for number, end in found)

    def _effect(self, rules: Rules) -> int:
        """The row of `_values` that holds what some rules write."""
        if rules not in self._effects:
            written: dict[int, int] = {}
            for number in rules:
                written |= self.ruler.attrs[number]
            self._effects[rules] = len(self._values)
            self._values.append([written.get(attribute, _UNTOUCHED) for attribute in _NUMBERS])
        return self._effects[rules]


def _readable(pattern: Pattern) -> bool:
    """Whether a pattern asks only for what is read of a token; no operators, no fuzzy words.

    >>> _readable([{"LOWER": "the", "TAG": "DT"}])
    True
    >>> _readable([{"LOWER": "the", "OP": "?"}])
    False
    """
    word = pattern[0].get("LOWER", "")
    plain = isinstance(word, str) or set(word) <= {"IN", "NOT_IN", "REGEX"}
    return plain and all(set(token) <= set(_READ) for token in pattern)


def _words(token: dict[str, Any]) -> list[str]:
    """The words that a pattern of one token speaks of, those that it excludes too."""
    given = token.get("LOWER", {})
    if isinstance(given, str):
        return [given]
    return [*given.get("IN", ()), *given.get("NOT_IN", ())]


def _expressions(token: dict[str, Any]) -> list[str]:
    """The regular expressions that a pattern of one token asks of the word."""
    given = token.get("LOWER", {})
    if not isinstance(given, dict) or "REGEX" not in given:
        return []
    return [given["REGEX"]]
