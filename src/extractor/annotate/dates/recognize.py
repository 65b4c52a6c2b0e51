"""Finding: the words of a text -> candidates, the pieces that a rule of the grammar takes for a time expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from extractor.annotate.dates.grammar.grammar import Rule, grammar, slots_of
from extractor.annotate.dates.grammar.tokens import PARAGRAPH, Token
from extractor.lexicon.tables import word_lists

RANGE = "range"  # of rules that find both ends of a range of days
NO_TIME = "none"  # the reader of rules that find what looks like a time and is none
WORDS_BEFORE, WORDS_AFTER = 6, 4  # that a candidate remembers
_SENTENCE_ENDS = frozenset({".", "!", "?", PARAGRAPH, '"', "”", "’", "''", ")"})
_OPENERS = frozenset(map(str.capitalize, word_lists("dates/around.txt")["openers"]))


@dataclass(frozen=True)
class Candidate:
    """A piece of the text that a rule matched: `slots` are its named parts in lower-case words."""

    read: str
    start: int
    end: int
    text: str
    slots: dict[str, str]
    paragraph: int = 0
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    before_name: bool = False  # an unknown word with a capital stands before it, after it
    after_name: bool = False
    opens: bool = False  # it opens its sentence, alone or after a preposition


class _Words(NamedTuple):
    """A text as the grammar sees it."""

    text: str
    found: list[Token]
    symbols: str

    def span(self, start: int, end: int) -> tuple[int, int, str]:
        """Words [start, end) -> their place in the text and the text itself."""
        first, last = self.found[start].start, self.found[end - 1].end
        return first, last, self.text[first:last]

    def around(self, start: int, end: int) -> tuple[str, ...]:
        """Words [start, end) in lower case."""
        return tuple(token.text.lower() for token in self.found[max(0, start) : end])


def candidates(text: str) -> list[Candidate]:
    """The candidates of a text in order, none overlapping another.

    >>> [(c.read, c.slots) for c in candidates("It fell on Dec. 8, 2024.")]
    [('day', {'month': 'dec .', 'day': '8', 'year': '2024'})]
    """
    return list(_scan(_Words(text, *grammar().alphabet.read(text))))


def _scan(words: _Words) -> Iterator[Candidate]:
    """The candidates of a text in order: at each word the longest that a rule finds."""
    rules = grammar()
    at = rules.starts.search(words.symbols)
    paragraph = counted = 0
    while at:
        here = at.start()
        paragraph += words.symbols.count(rules.alphabet.paragraph, counted, here)
        counted = here
        best = _longest(rules.rules_by_symbol[words.symbols[here]], words.symbols, here)
        if best is not None:
            yield from _candidates_of(*best, words, paragraph)
        at = rules.starts.search(words.symbols, best[1].end() if best else here + 1)


def _longest(rules: list[Rule], symbols: str, start: int) -> tuple[Rule, re.Match[str]] | None:
    """The rule with the longest match that begins at a word, None without one; of equals the first.

    At "Monday" of "on Monday morning" the rule that takes both words.
    """
    best: tuple[Rule, re.Match[str]] | None = None
    for rule in rules:
        match = rule.pattern.match(symbols, start)
        if match and (best is None or match.end() > best[1].end()) and rule.fits(symbols, start, match.end()):
            best = rule, match
    return best


def _candidates_of(rule: Rule, match: re.Match[str], words: _Words, paragraph: int) -> Iterator[Candidate]:
    """None, one, or for a range of days two."""
    if rule.read == NO_TIME:
        return
    slots = {**rule.fix, **slots_of(match, words.found)}
    if rule.read == RANGE:
        yield from _ends_of_range(match, slots, words, paragraph)
        return
    start, end = match.span()
    alphabet = grammar().alphabet
    yield Candidate(
        rule.read,
        *words.span(start, end),
        slots=slots,
        paragraph=paragraph,
        before=words.around(start - WORDS_BEFORE, start),
        after=words.around(end, end + WORDS_AFTER),
        before_name=alphabet.is_name(words.symbols, start - 1),
        after_name=alphabet.is_name(words.symbols, end),
        opens=_opens(words.found, start),
    )


def _opens(found: list[Token], at: int) -> bool:
    """Whether a word opens its sentence, alone or after a preposition.

    True of "1990" in "In 1990 it fell." and of "Monday" in "Monday was calm.", not of "1995" in "He left in 1995".
    """
    preposed = at > 0 and found[at - 1].text in _OPENERS
    first = at - 1 if preposed else at
    if not found[first].text[0].isupper():
        return False
    return first == 0 or found[first - 1].text in _SENTENCE_ENDS


def _ends_of_range(match: re.Match[str], slots: dict[str, str], words: _Words, paragraph: int) -> Iterator[Candidate]:
    """The days at both ends of "22-25 April" or "Dec. 6-8"; each takes from the other what it lacks."""
    shared = {name: value for name, value in slots.items() if name not in {"first", "second"}}
    days = {"first": slots["first"].split()[-1], "second": shared["day"]}
    for name, day in days.items():
        start, end = match.span(f"{name}__1")
        if name == "first" and match.start() == match.start("month__1"):
            start = match.start()
        yield Candidate("day", *words.span(start, end), slots=shared | {"day": day}, paragraph=paragraph)
