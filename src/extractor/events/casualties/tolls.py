"""Counts that no verb gives: "55 dead and 146 injured", "a toll of 12", "no casualties"."""

from collections.abc import Iterator
from functools import cache

from extractor.document.tokens import Word, Words
from extractor.events.casualties.counts import BEFORE_NUMBERS, SLOTS, casualty_words
from extractor.events.casualties.numerals import parse_number
from extractor.lexicon.tables import word_lists
from extractor.records import Count

_BETWEEN = word_lists("events/words.txt")["between toll and state"]
_AUXILIARY = ("aux", "auxpass", "dobj")
_NONE = frozenset(("no", "without", "zero"))


def stated_casualties(tokens: list[Word]) -> Iterator[tuple[str, Word, Count]]:
    """(slot, the token that says what is counted, count) for each."""
    for token in tokens:
        slot = _state_slot(token)
        if slot is not None and (number := _number_beside(token)) is not None:
            yield slot, token, number
        if token.lemma_ in _ANY and (none := _none_beside(token)) is not None:
            yield from ((slot, token, none) for slot in _ANY[token.lemma_])


_ANY = {
    "casualty": SLOTS[:2],
    "victim": SLOTS[:2],
    "injury": SLOTS[1:2],
    "fatality": SLOTS[:1],
    "death": SLOTS[:1],
    "arrest": SLOTS[2:3],
}


@cache
def _slots_of(kind: str) -> dict[str, str]:
    return {word: slot for slot in SLOTS for word in casualty_words(slot, kind)}


def _state_slot(token: Word) -> str | None:
    if token.pos_ == "VERB" and token.children.has(*_AUXILIARY):
        return None
    if token.dep_ == "amod" and token.i < token.head.i:
        return None
    slot = _slots_of("states").get(token.lower_)
    if slot is None and token.pos_ == "NOUN":
        slot = _slots_of("nouns").get(token.lemma_)
    return slot


def _none_beside(token: Word) -> Count | None:
    start = token.left_edge.i
    if start > 0 and token.words[start - 1].lower_ == "without":
        start -= 1
    if token.words[start].lower_ not in _NONE:
        return None
    return Count(low=0, high=0, **token.words.span(start, token.i + 1).model_dump())


def _number_beside(token: Word) -> Count | None:
    words = token.words
    if token.lemma_ == "toll":
        after = words.between(token.i + 1, token.i + 9)
        number = next((t for t in after if t.pos_ == "NUM" and t.ent_type_ not in ("DATE", "TIME")), None)
        return _count_of(words, number.i, number.i + 1) if number is not None else None
    end = token.i
    while end > 0 and words[end - 1].lower_ in _BETWEEN:
        end -= 1
    start = end
    while start > 0 and end - start < 5 and _numeric(words[start - 1]):
        start -= 1
    if not any(t.pos_ == "NUM" for t in words.between(start, end)):
        return None
    return _count_of(words, start, end)


def _numeric(token: Word) -> bool:
    return token.pos_ == "NUM" or token.lower_ in BEFORE_NUMBERS or token.lower_ in ("half", "a")


def _count_of(words: Words, start: int, end: int) -> Count | None:
    piece = words.span(start, end)
    number = parse_number(piece.text)
    if number is None:
        return None
    return Count(low=number[0], high=number[1], **piece.model_dump())
