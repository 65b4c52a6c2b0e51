"""The words of time expressions: the tables of `data/en/dates`, read once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from extractor.annotate.dates.grammar.tokens import words_of
from extractor.lexicon.tables import data_rows

# Word categories by (word, needs a capital); a phrase is the tuple of its words.
Phrase = tuple[str, ...]


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table of `data/en/dates` without comments and the line of column names."""
    for row in data_rows(f"dates/{name}"):
        yield list(row.values())


def forms(cell: str) -> Iterator[str]:
    """The forms of a cell; one that ends with a period is given without it too.

    >>> list(forms("Dec.;December"))
    ['Dec.', 'Dec', 'December']
    """
    for form in cell.split(";"):
        word = form.strip()
        yield word
        if word.endswith(".") and "." not in word[:-1]:
            yield word[:-1]


class Words:
    """What every word of the tables means: `categories[phrase]` for any case, `capitals[phrase]` with a capital."""

    def __init__(self) -> None:
        self.categories: dict[Phrase, set[str]] = {}
        self.capitals: dict[Phrase, set[str]] = {}
        self._values: dict[tuple[str, str], str] = {}
        for category, value, cell in rows("words.tsv"):
            self._add(category, value, cell)
        for rule, cell in rows("holidays.tsv"):
            self._add("holiday", rule, cell)
        for abbreviation, hours in rows("zones.tsv"):
            self._add("zone", hours, abbreviation)

    def _add(self, category: str, value: str, cell: str) -> None:
        """File the forms of a value under their category, those with a capital apart: "May" the month."""
        for form in forms(cell):
            phrase = tuple(words_of(form.lower()))
            table = self.capitals if form[0].isupper() else self.categories
            table.setdefault(phrase, set()).add(category)
            self._values[category, " ".join(phrase)] = value

    def value(self, category: str, words: str) -> str | None:
        """The value of lower-case words in a category, None when the table lacks them.

        >>> Words().value("month", "dec .")
        '12'
        """
        known = self._values.get((category, words))
        if known is None:
            return self._values.get((category, words.removesuffix(" .")))
        return known


@cache
def words() -> Words:
    """The tables, read at first use."""
    return Words()


@cache
def named_days() -> tuple[tuple[date, frozenset[str]], ...]:
    """Days that are named without their year, with the words that stand beside them."""
    return tuple(
        (date.fromisoformat(day), frozenset(word.strip() for word in cell.split(";")))
        for day, cell in rows("named_days.tsv")
    )
