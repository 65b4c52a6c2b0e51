"""The alphabet of the grammar: every distinct set of categories that a word can have is one character, its symbol.

A text of words is then a short string, and a pattern like `<month> <day>` a regular expression over it.
"""

from __future__ import annotations

from collections.abc import Iterable

from extractor.annotate.dates.grammar.tokens import ALL_NUMBER_SHAPES, PARAGRAPH, Token, number_shapes, tokens
from extractor.annotate.dates.grammar.vocabulary import Phrase, words

_PRIVATE = 0xE000  # symbols are characters of the private use area
# Tokens whose shape alone says what they are; a dotted clock (6.10 am) is a clock.
_SHAPES = {s: s for s in ("iso", "numdate", "yearfirst", "clock", "decade", "shortyear", "amount", "mixed")}
_SHAPES["dotclock"] = "clock"
# Words that the tables lack: an unknown word in lower case, one that ends in s, one with a capital, a mark, initials.
_GENERIC = ("lower", "plural", "name", "mark", "initials", "paragraph")
_LAST_DAY = 31

Categories = frozenset[str]
KnownPhrase = tuple[Phrase, str, bool]  # with its symbol, and whether it is one with a capital only


class Alphabet:
    """Symbols of words, built from the tables and the literal words of the grammar."""

    def __init__(self, literals: Iterable[str]) -> None:
        self._symbols: dict[Categories, str] = {}
        self._by_word: dict[str, str] = {}
        self._phrases: dict[str, list[KnownPhrase]] = {}
        self._numbers = {shapes: self._symbol(shapes) for shapes in sorted(ALL_NUMBER_SHAPES, key=sorted)}
        self._by_shape = {shape: self._symbol(frozenset({name})) for shape, name in _SHAPES.items()}
        self._generic = {name: self._symbol(frozenset({name})) for name in _GENERIC}
        self._nth = self._symbol(frozenset({"nth", "ordinal"}))
        self._nth_day = self._symbol(frozenset({"nth", "ordinal", "day"}))
        self._learn(literals)
        self._members: dict[str, str] = {}
        for categories, symbol in self._symbols.items():
            for category in categories:
                self._members[category] = self._members.get(category, "") + symbol

    @property
    def paragraph(self) -> str:
        """The symbol of the end of a paragraph."""
        return self._generic["paragraph"]

    def is_name(self, symbols: str, at: int) -> bool:
        """Whether the word at a place is an unknown one with a capital."""
        return 0 <= at < len(symbols) and symbols[at] == self._generic["name"]

    def members(self, category: str) -> str:
        """The symbols of all words of a category, of a literal word with "'" before it. KeyError for an unknown one."""
        return self._members[category]

    def read(self, text: str) -> tuple[list[Token], str]:
        """Text -> its words, phrases of the tables joined, and their symbols, one a word."""
        given = list(tokens(text))
        found: list[Token] = []
        symbols: list[str] = []
        at = 0
        while at < len(given):
            token = given[at]
            phrases = self._phrases.get(token.text.lower())
            joined = self._phrase_at(given, at, phrases) if phrases is not None else None
            token, symbol, size = joined or (token, self._symbol_of(token), 1)
            found.append(token)
            symbols.append(symbol)
            at += size
        return found, "".join(symbols)

    def _phrase_at(self, given: list[Token], at: int, phrases: list[KnownPhrase]) -> tuple[Token, str, int] | None:
        """The longest of the phrases that begins at a word, as one token."""
        first = given[at]
        for phrase, symbol, capital in phrases:
            words_here = given[at : at + len(phrase)]
            if capital and not first.text[0].isupper():
                continue
            if tuple(token.text.lower() for token in words_here) == phrase:
                whole = " ".join(token.text for token in words_here)
                return Token(first.start, words_here[-1].end, whole, "phrase"), symbol, len(phrase)
        return None

    def _symbol_of(self, token: Token) -> str:
        """The symbol of one word, that of its shape when no table has it."""
        if token.shape == "word":
            return self._by_word.get(token.text) or self._generic[_generic(token)]
        if token.shape == "num":
            return self._numbers[number_shapes(token.text)]
        if token.shape == "nth":
            if int(token.text[:-2]) <= _LAST_DAY:
                return self._nth_day
            return self._nth
        if token.shape in self._by_shape:
            return self._by_shape[token.shape]
        return self._by_word.get(token.text) or self._generic[_generic(token)]

    def _symbol(self, categories: Categories) -> str:
        """The symbol of a set of categories, a new one for a new set."""
        return self._symbols.setdefault(categories, chr(_PRIVATE + len(self._symbols)))

    def _learn(self, literals: Iterable[str]) -> None:
        """A symbol for each word and phrase that rules tell apart, in small letters and as a name."""
        table = words()
        any_case = {phrase: set(found) for phrase, found in table.categories.items()}
        for literal in literals:
            any_case.setdefault((literal,), set()).add(f"'{literal}")
        for phrase in {**any_case, **table.capitals}:
            low = frozenset(any_case.get(phrase, ()))
            high = low | frozenset(table.capitals.get(phrase, ()))
            if len(phrase) > 1:
                self._phrases.setdefault(phrase[0], []).append((phrase, self._symbol(high), not low))
            else:
                self._learn_word(phrase[0], low, high)
        for known in self._phrases.values():
            known.sort(key=lambda entry: -len(entry[0]))

    def _learn_word(self, word: str, low: Categories, high: Categories) -> None:
        """Give a word its symbols: in lower case, and with a capital where that means something else ("May")."""
        for form in (word.capitalize(), word.upper(), word.title()):
            self._by_word[form] = self._symbol(high)
        if low:
            self._by_word[word] = self._symbol(low)


def _generic(token: Token) -> str:
    """The category of a word that no table has, by its shape.

    Numbers of one and two digits, years, capitalised words, initials, marks.
    """
    if token.text == PARAGRAPH:
        return "paragraph"
    if token.shape == "word":
        if token.text[0].isupper():
            return "name"
        if token.text[-1] == "s":
            return "plural"
        return "lower"
    if token.shape == "dotted":
        return "initials"
    return "mark"
