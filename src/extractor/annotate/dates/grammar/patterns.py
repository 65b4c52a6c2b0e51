"""Patterns over words -> regular expressions over symbols. The notation is told in `data/en/dates/grammar.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extractor.annotate.dates.grammar.symbols import Alphabet

_PIECE = re.compile(r"\[\w+:|[][()|?]|<:?\w+>|\{\w+\}|[^][()|?<>{}\s]+")
_OPERATORS = "[]()|?<{"


def literals(source: str) -> Iterator[str]:
    """The words of a pattern that stand for themselves."""
    return (piece.lower() for piece in _PIECE.findall(source) if piece[0] not in _OPERATORS)


def one_of(source: str, alphabet: Alphabet) -> str:
    """Alternatives of single words and categories -> the symbols of all of them."""
    return "".join(_members(piece, alphabet) for piece in _PIECE.findall(source) if piece != "|")


def _members(piece: str, alphabet: Alphabet) -> str:
    """The symbols of a category in angle brackets, or of a word that stands for itself."""
    return alphabet.members(piece.strip("<:>") if piece[0] == "<" else f"'{piece.lower()}")


def compile_pattern(source: str, parts: Mapping[str, str], alphabet: Alphabet) -> tuple[re.Pattern[str], set[str]]:
    """A pattern -> its regular expression and the symbols that it can begin with.

    Raises ValueError for brackets that do not fit and KeyError for an unknown category or part.
    """
    pattern, first = _Compiler(parts, alphabet).compile(source)
    return re.compile(pattern), first


class _Compiler:
    """Recursive descent over one pattern; each step gives (expression, first symbols, can be empty, pieces left)."""

    def __init__(self, parts: Mapping[str, str], alphabet: Alphabet) -> None:
        self._parts = parts
        self._alphabet = alphabet
        self._names: dict[str, int] = {}

    def compile(self, source: str) -> tuple[str, set[str]]:
        """A pattern of words and categories -> a regular expression over symbols, and those it can begin with."""
        pattern, first, empty, rest = self._alternatives(list(self._expand(source)))
        if rest or empty:
            raise ValueError("brackets do not fit, or the pattern matches nothing")
        return pattern, first

    def _expand(self, source: str) -> Iterator[str]:
        """The pieces of a pattern, with each {part} in its place."""
        for piece in _PIECE.findall(source):
            if piece[0] == "{":
                yield "("
                yield from self._expand(self._parts[piece[1:-1]])
                yield ")"
            else:
                yield piece

    def _alternatives(self, pieces: list[str]) -> tuple[str, set[str], bool, list[str]]:
        """Sequences parted by "|" as an expression, what it can begin with, whether it can be empty, and the rest."""
        patterns: list[str] = []
        first: set[str] = set()
        empty = False
        while True:
            pattern, start, nothing, pieces = self._sequence(pieces)
            patterns.append(pattern)
            first |= start
            empty |= nothing
            if not pieces or pieces[0] != "|":
                return f"(?:{'|'.join(patterns)})", first, empty, pieces
            pieces = pieces[1:]

    def _sequence(self, pieces: list[str]) -> tuple[str, set[str], bool, list[str]]:
        """Items one after another, with the same answers."""
        pattern, first, empty = "", set[str](), True
        while pieces and pieces[0] not in {")", "]", "|"}:
            part, start, nothing, pieces = self._item(pieces)
            if pieces and pieces[0] == "?":
                part, nothing, pieces = f"(?:{part})?", True, pieces[1:]
            pattern += part
            if empty:
                first |= start
            empty &= nothing
        return pattern, first, empty, pieces

    def _item(self, pieces: list[str]) -> tuple[str, set[str], bool, list[str]]:
        """A group in brackets or a class of tokens, with the same answers."""
        head, rest = pieces[0], pieces[1:]
        if head[0] in "([":
            inner, first, empty, rest = self._alternatives(rest)
            if not rest:
                raise ValueError("a bracket is not closed")
            return (inner if head == "(" else self._named(head[1:-1], inner)), first, empty, rest[1:]
        symbols = _members(head, self._alphabet)
        keeps = head[0] == "<" and head[1] != ":"
        one = f"[{symbols}]"
        return (self._named(head[1:-1], one) if keeps else one), set(symbols), False, rest

    def _named(self, name: str, inner: str) -> str:
        """A name may stand several times in a pattern; a regular expression wants it once, so copies are numbered."""
        self._names[name] = self._names.get(name, 0) + 1
        return f"(?P<{name}__{self._names[name]}>{inner})"
