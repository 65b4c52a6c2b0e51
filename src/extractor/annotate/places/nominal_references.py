"""Nouns that stand for a place named before: "the capital", "the city", "the border town".

They are kept beside the mentions, which are names alone.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, partial

from extractor.annotate.places.words import nouns
from extractor.document.tokens import Word, Words
from extractor.records import Place, Span

_POINTING = frozenset(("the", "this", "that"))
_CAPITAL = "capital"
_NO_HEAD = frozenset(("NOUN", "PROPN"))


def add_references(places: Sequence[Place], words: Words) -> list[Place]:
    """The places with the nouns that stand for them."""
    named = sorted((span.start, number) for number, place in enumerate(places) for span in place.mentions)
    found: dict[int, list[Span]] = {}
    fitting = cache(partial(_fitting, named, places))
    for start, noun in _noun_phrases(words) if named else ():
        number = _meant(noun.lower_, start.idx, fitting(noun.lower_))
        if number is not None:
            found.setdefault(number, []).append(
                Span(start=start.idx, end=noun.end, text=words.text[start.idx : noun.end])
            )
    return [
        place.model_copy(update={"references": _in_order(place.references, found[number])})
        if number in found
        else place
        for number, place in enumerate(places)
    ]


def _in_order(some: Sequence[Span], more: Sequence[Span]) -> list[Span]:
    """Both lists in text order."""
    return sorted((*some, *more), key=lambda span: span.start)


def _noun_phrases(words: Words) -> Iterator[tuple[Word, Word]]:
    """First word and noun of "the city", "the northern city"; not "the city council", "the city of ..."."""
    for noun in words:
        first = _article_of(noun) if _is_reference(noun) else None
        if first is not None:
            yield first, noun


def _is_reference(noun: Word) -> bool:
    """Whether a word is "city", "capital" ..., as a phrase that ends with it and is no name."""
    if noun.lower_ not in nouns() or noun.text[0].isupper():
        return False
    return not _goes_on(noun)


def _goes_on(noun: Word) -> bool:
    """Whether the phrase of a noun goes on behind it: "the city council", "the city of Homs"."""
    after = noun.words.between(noun.i + 1, noun.i + 2)
    return any(word.pos_ in _NO_HEAD or word.lower_ == "of" for word in after)


def _article_of(noun: Word) -> Word | None:
    """The "the" or "this" of a noun, one of the two words before it."""
    before = noun.words.between(max(0, noun.i - 2), noun.i)
    for word in reversed(before):
        if word.lower_ in _POINTING:
            return word
        if noun.lower_ == _CAPITAL and word.text[0].isupper():  # "the Haitian capital": see capitals.py
            return None
    return None


def _fitting(named: list[tuple[int, int]], places: Sequence[Place], noun: str) -> list[tuple[int, int]]:
    """The mentions of the places that a noun can stand for."""
    kinds = nouns()[noun]
    found: list[tuple[int, int]] = []
    for start, number in named:
        place = places[number]
        fits = place.feature_code == "PPLC" if _CAPITAL in kinds else place.kind in kinds
        if fits:
            found.append((start, number))
    return found


def _meant(noun: str, offset: int, fitting: list[tuple[int, int]]) -> int | None:
    """The number of the place of the right kind that was named last before the offset; for a capital, else after it.

    That of Homs for "the city" of "Syria and Homs ... the city".
    """
    at = bisect_left(fitting, (offset, -1))
    if at:
        return fitting[at - 1][1]
    if not fitting or _CAPITAL not in nouns()[noun]:
        return None
    return fitting[0][1]
