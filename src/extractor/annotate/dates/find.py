"""Finding: the words of a text -> candidates, the pieces that a rule of the grammar takes for a time expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.annotate.dates.grammar import Rule, grammar, slots_of
from extractor.annotate.dates.tokens import PARAGRAPH, Token

RANGE = "range"  # of rules that find both ends of a range of days
NO_TIME = "none"  # the reader of rules that find what looks like a time and is none


_SENTENCE_ENDS = frozenset({".", "!", "?", PARAGRAPH, '"', "”", "’", "''", ")"})
_OPENERS = frozenset({"In", "On", "By", "At", "During", "Since", "From", "Until", "After", "Before", "Through"})


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


def candidates(text: str) -> list[Candidate]:
    """The candidates of a text in order, none overlapping another.

    >>> [(c.read, c.slots) for c in candidates("It fell on Dec. 8, 2024.")]
    [('day', {'month': 'dec .', 'day': '8', 'year': '2024'})]
    """
    return list(_scan(text))


def _scan(text: str) -> Iterator[Candidate]:
    rules = grammar()
    alphabet = rules.alphabet
    found, symbols = alphabet.read(text)
    at = rules.starts.search(symbols)
    paragraph = counted = 0
    while at:
        here = at.start()
        paragraph += symbols.count(alphabet.paragraph, counted, here)
        counted = here
        best = _longest(rules.rules_by_symbol[symbols[here]], symbols, here)
        if best is None:
            at = rules.starts.search(symbols, here + 1)
            continue
        rule, slots, end = best[0], dict(best[0].fix), best[1].end()
        if rule.read != NO_TIME:
            slots |= slots_of(best[1], found)
        if rule.read == RANGE:
            yield from _ends_of_range(text, best[1], slots, found, paragraph)
        elif rule.read != NO_TIME:
            yield Candidate(
                read=rule.read,
                start=found[here].start,
                end=found[end - 1].end,
                text=text[found[here].start : found[end - 1].end],
                slots=slots,
                paragraph=paragraph,
                before=tuple(token.text.lower() for token in found[max(0, here - 6) : here]),
                after=tuple(token.text.lower() for token in found[end : end + 4]),
                before_name=alphabet.is_name(symbols, here - 1),
                after_name=alphabet.is_name(symbols, end),
                opens=_opens(found, here),
            )
        at = rules.starts.search(symbols, end)


def _opens(found: list[Token], at: int) -> bool:
    """Whether a word opens its sentence, alone or after a preposition."""
    preposed = at > 0 and found[at - 1].text in _OPENERS
    first = at - 1 if preposed else at
    return found[first].text[0].isupper() and (first == 0 or found[first - 1].text in _SENTENCE_ENDS)


def _ends_of_range(
    text: str, match: re.Match[str], slots: dict[str, str], found: list[Token], paragraph: int
) -> Iterator[Candidate]:
    """The days at both ends of "22-25 April" or "Dec. 6-8"; each takes from the other what it lacks."""
    shared = {name: value for name, value in slots.items() if name not in {"first", "second"}}
    days = {"first": slots["first"].split()[-1], "second": shared["day"]}
    for name, day in days.items():
        start, end = match.span(f"{name}__1")
        if name == "first" and match.start() == match.start("month__1"):
            start = match.start()
        first, last = found[start].start, found[end - 1].end
        yield Candidate("day", first, last, text[first:last], shared | {"day": day}, paragraph)


def _longest(rules: list[Rule], symbols: str, start: int) -> tuple[Rule, re.Match[str]] | None:
    best: tuple[Rule, re.Match[str]] | None = None
    for rule in rules:
        match = rule.pattern.match(symbols, start)
        if match and (best is None or match.end() > best[1].end()) and rule.fits(symbols, start, match.end()):
            best = rule, match
    return best
