"""The grammar: patterns over words (`data/dates/grammar.toml`) compiled to regular expressions over symbols.

Every distinct set of categories that a word can have is one character, its symbol; a text of words is then a short
string, and `<month> <day>` a regular expression over it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from extractor.annotate.dates.tokens import ALL_NUMBER_SHAPES, PARAGRAPH, Token, number_shapes, tokens
from extractor.annotate.dates.words import Phrase, forms, rows, words

_PIECE = re.compile(r"\[\w+:|[][()|?]|<:?\w+>|\{\w+\}|[^][()|?<>{}\s]+")
_PRIVATE = 0xE000  # symbols are characters of the private use area
_MARK_SHAPES = ("iso", "numdate", "yearfirst", "clock", "decade", "shortyear", "amount", "mixed")
_GENERIC = ("lower", "plural", "name", "mark", "initials")

Categories = frozenset[str]


@dataclass(frozen=True)
class Rule:
    """One rule: its pattern over symbols, its reader and what its neighbours must or must not be.

    `after` and `not_after` are sets of symbols for the word before, `before` and
    `not_before` patterns for the words after.
    """

    read: str
    pattern: re.Pattern[str]
    fix: dict[str, str] = field(default_factory=dict)
    after: str = ""
    not_after: str = ""
    before: re.Pattern[str] | None = None
    not_before: re.Pattern[str] | None = None

    def fits(self, symbols: str, start: int, end: int) -> bool:
        """Whether the neighbours of [start, end) are as the rule wants them."""
        left = symbols[start - 1] if start else ""
        if (self.after and (not left or left not in self.after)) or (left and left in self.not_after):
            return False
        if self.before is not None and not self.before.match(symbols, end):
            return False
        return self.not_before is None or not self.not_before.match(symbols, end)


class Grammar:
    """The compiled rules, and the table from words to symbols."""

    def __init__(self) -> None:
        self._source = tomllib.loads(files("extractor").joinpath("data/dates/grammar.toml").read_text("utf-8"))
        self._rules_source = [*self._source["rule"], *_vague_rules()]
        self._numbers = {shapes: self._new_symbol(i) for i, shapes in enumerate(sorted(ALL_NUMBER_SHAPES, key=sorted))}
        self._symbols: dict[Categories, str] = dict(self._numbers)
        self._by_word: dict[str, str] = {}
        self._phrases: dict[str, list[tuple[Phrase, str, bool]]] = {}
        self._number_cache: dict[str, str] = {}
        for shape in (*_MARK_SHAPES, *_GENERIC):
            self._symbol(frozenset({shape}))
        self.paragraph = self._symbol(frozenset({"paragraph"}))
        self._nth = {n: self._symbol(frozenset({"nth", "ordinal"} | ({"day"} if n <= 31 else set()))) for n in (1, 99)}
        self._learn_words()
        self._members: dict[str, str] = {}
        for categories, symbol in self._symbols.items():
            for category in categories:
                self._members[category] = self._members.get(category, "") + symbol
        self.rules_by_symbol: dict[str, list[Rule]] = {}
        for number, source in enumerate(self._rules_source):
            self._add_rule(number, source)
        self._name = self._symbols[frozenset({"name"})]
        self.starts = re.compile(f"[{''.join(map(re.escape, self.rules_by_symbol))}]")

    # --- symbols -----------------------------------------------------------------------------------------------------

    @staticmethod
    def _new_symbol(number: int) -> str:
        return chr(_PRIVATE + number)

    def _symbol(self, categories: Categories) -> str:
        if categories not in self._symbols:
            self._symbols[categories] = self._new_symbol(len(self._symbols))
        return self._symbols[categories]

    def _learn_words(self) -> None:
        table = words()
        any_case = {phrase: set(found) for phrase, found in table.categories.items()}
        for literal in self._literals():
            any_case.setdefault((literal,), set()).add(f"'{literal}")
        for phrase in {**any_case, **table.capitals}:
            low = frozenset(any_case.get(phrase, ()))
            high = low | frozenset(table.capitals.get(phrase, ()))
            if len(phrase) > 1:
                self._phrases.setdefault(phrase[0], []).append((phrase, self._symbol(high), not low))
                continue
            if low:
                self._by_word[phrase[0]] = self._symbol(low)
            for form in (phrase[0].capitalize(), phrase[0].upper(), phrase[0].title()):
                if form != phrase[0] or not low:
                    self._by_word[form] = self._symbol(high)
        for known in self._phrases.values():
            known.sort(key=lambda entry: -len(entry[0]))

    def _literals(self) -> Iterator[str]:
        sources = list(self._source["parts"].values())
        for rule in self._rules_source:
            sources += [rule[key] for key in ("find", "after", "not_after", "before", "not_before") if key in rule]
        for source in sources:
            for piece in _PIECE.findall(source):
                if piece[0] not in "[]()|?<{":
                    yield piece.lower()

    def _symbol_of(self, token: Token) -> str:
        if token.shape == "num":
            known = self._number_cache.get(token.text)
            if known is None:
                known = self._numbers[number_shapes(token.text)]
                if len(token.text) <= 4:
                    self._number_cache[token.text] = known
            return known
        if token.shape == "nth":
            return self._nth[1 if int(token.text[:-2]) <= 31 else 99]
        if token.shape == "dotclock":
            return self._symbols[frozenset({"clock"})]
        if token.text == PARAGRAPH:
            return self.paragraph
        if token.shape in _MARK_SHAPES:
            return self._symbols[frozenset({token.shape})]
        known = self._by_word.get(token.text)
        if known is not None:
            return known
        if token.shape == "word":
            kind = "name" if token.text[0].isupper() else "plural" if token.text[-1] == "s" else "lower"
        else:
            kind = "initials" if token.shape == "dotted" else "mark"
        return self._symbols[frozenset({kind})]

    def read(self, text: str) -> tuple[list[Token], str]:
        """Text -> its words, phrases and abbreviations joined, and their symbols, one a word."""
        found: list[Token] = []
        symbols: list[str] = []
        given = list(tokens(text))
        at, size = 0, len(given)
        while at < size:
            token = given[at]
            at += 1
            phrases = self._phrases.get(token.text.lower()) if token.shape in {"word", "dotted"} else None
            if phrases:
                for phrase, symbol, capital in phrases:
                    if capital and not token.text[0].isupper():
                        continue
                    if tuple(t.text.lower() for t in given[at - 1 : at - 1 + len(phrase)]) == phrase:
                        last = given[at + len(phrase) - 2]
                        token, at = (
                            Token(token.start, last.end, text[token.start : last.end], "phrase"),
                            at + len(phrase) - 1,
                        )
                        found.append(token)
                        symbols.append(symbol)
                        break
                else:
                    phrases = None
            if not phrases:
                found.append(token)
                symbols.append(self._symbol_of(token))
        return found, "".join(symbols)

    def is_name(self, symbols: str, at: int) -> bool:
        """Whether the word at a place is an unknown one with a capital."""
        return 0 <= at < len(symbols) and symbols[at] == self._name

    # --- rules -------------------------------------------------------------------------------------------------------

    def _add_rule(self, number: int, source: dict[str, Any]) -> None:
        try:
            pattern, first = self._compile(source["find"])
            rule = Rule(
                read=source["read"],
                pattern=re.compile(pattern),
                fix=source.get("fix", {}),
                after=self._set(source.get("after", "")),
                not_after=self._set(source.get("not_after", "")),
                before=self._side(source, "before"),
                not_before=self._side(source, "not_before"),
            )
        except (KeyError, ValueError) as error:
            raise ValueError(f"rule {number} of the date grammar ({source['find'][:60]!r}): {error}") from error
        for symbol in sorted(first):
            self.rules_by_symbol.setdefault(symbol, []).append(rule)

    def _compile(self, source: str) -> tuple[str, set[str]]:
        return _Compiler(self._members, self._source["parts"]).compile(source)

    def _side(self, source: dict[str, Any], key: str) -> re.Pattern[str] | None:
        return re.compile(self._compile(source[key])[0]) if key in source else None

    def _set(self, source: str) -> str:
        chosen = [_members(self._members, piece) for piece in _PIECE.findall(source) if piece != "|"]
        return "".join(chosen)


def _members(members: dict[str, str], piece: str) -> str:
    """`<category>` or a word -> the symbols it stands for."""
    category = piece.strip("<:>") if piece.startswith("<") else f"'{piece.lower()}"
    return members[category]


def _vague_rules() -> Iterator[dict[str, Any]]:
    for kind, value, cell in rows("vague.tsv"):
        for form in forms(cell):
            find = " ".join(token.text for token in tokens(form))
            yield {"read": "fixed", "find": find, "fix": {"type": kind, "value": value}}


class _Compiler:
    """Recursive descent over one pattern: regular expression, first symbols, whether it can be empty."""

    def __init__(self, members: dict[str, str], parts: dict[str, str]) -> None:
        self._members = members
        self._parts = parts
        self._names: dict[str, int] = {}

    def compile(self, source: str) -> tuple[str, set[str]]:
        pieces = self._expand(source)
        pattern, first, empty, rest = self._alternatives(pieces)
        if rest or empty:
            raise ValueError("unbalanced brackets or a pattern that matches nothing")
        return pattern, first

    def _expand(self, source: str) -> list[str]:
        found: list[str] = []
        for piece in _PIECE.findall(source):
            if piece.startswith("{"):
                found += ["(", *self._expand(self._parts[piece[1:-1]]), ")"]
            else:
                found.append(piece)
        return found

    def _alternatives(self, pieces: list[str]) -> tuple[str, set[str], bool, list[str]]:
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
        head, rest = pieces[0], pieces[1:]
        if head == "(" or head.startswith("["):
            inner, first, empty, rest = self._alternatives(rest)
            if not rest:
                raise ValueError("a bracket is not closed")
            return (self._named(head[1:-1], inner) if head != "(" else inner), first, empty, rest[1:]
        symbols = _members(self._members, head)
        one = f"[{symbols}]"
        return (self._named(head[1:-1], one) if head[0] == "<" and head[1] != ":" else one), set(symbols), False, rest

    def _named(self, name: str, inner: str) -> str:
        """A name may stand several times in a pattern; re wants it once, so copies are numbered."""
        self._names[name] = self._names.get(name, 0) + 1
        return f"(?P<{name}__{self._names[name]}>{inner})"


@cache
def grammar() -> Grammar:
    """The grammar, compiled at first use."""
    return Grammar()


def slots_of(match: re.Match[str], found: list[Token]) -> dict[str, str]:
    """The named parts of a match as lower-case words, joined by single spaces."""
    slots: dict[str, str] = {}
    for name, value in match.groupdict().items():
        if value:
            start, end = match.span(name)
            slots.setdefault(name.partition("__")[0], " ".join(words_in(found[start:end])))
    return slots


def words_in(found: Iterable[Token]) -> Iterator[str]:
    """Lower-case words of tokens, phrases split the way the tables are."""
    for token in found:
        if token.shape == "phrase":
            yield from (part.text.lower() for part in tokens(token.text))
        else:
            yield token.text.lower()
