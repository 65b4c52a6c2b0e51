"""Counts that no verb gives: "55 dead and 146 injured", "a toll of 12", "no casualties"."""

from collections.abc import Iterator
from functools import cache

from extractor.document.tokens import Word, Words
from extractor.events.casualties.counts import BEFORE_NUMBERS, SLOTS, casualty_words
from extractor.events.casualties.numerals import parse_number
from extractor.lexicon.tables import word_lists
from extractor.records import Count
from extractor.syntax import SUBJECTS

_BETWEEN = word_lists("events/words.txt")["between toll and state"]
_AUXILIARY = ("aux", "auxpass", "dobj")
_TOTALS = word_lists("events/words.txt")["totals"]
_COMING_TO = word_lists("events/words.txt")["coming to a total"]
_NONE = frozenset(("no", "without", "zero"))


def stated_casualties(tokens: list[Word]) -> Iterator[tuple[str, Word, Count]]:
    """(slot, the token that says what is counted, count) for each."""
    for token in tokens:
        slot = _state_slot(token)
        number = _number_beside(token) if slot is not None else None
        if slot is not None and number is not None:
            yield slot, token, number
        none = _none_beside(token) if token.lemma_ in _ANY else None
        if none is not None:
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
    """Words of a kind -> the slot that they tell of."""
    return {word: slot for slot in SLOTS for word in casualty_words(slot, kind)}


def _state_slot(token: Word) -> str | None:
    """What a word counts: "dead" of "55 dead", "casualties"; nothing before its noun or as a verb with helpers."""
    if token.pos_ == "VERB" and token.children.has(*_AUXILIARY):
        return None
    if token.dep_ == "amod" and token.i < token.head.i:
        return None
    state = _slots_of("states").get(token.lower_)
    if state is not None or token.pos_ != "NOUN":
        return state
    return _slots_of("nouns").get(token.lemma_)


def _none_beside(token: Word) -> Count | None:
    """ "No casualties", "without casualties"."""
    start = token.left_edge.i
    if start > 0 and token.words[start - 1].lower_ == "without":
        start -= 1
    if token.words[start].lower_ not in _NONE:
        return None
    return Count(low=0, high=0, **token.words.span(start, token.i + 1).model_dump())


def _number_beside(token: Word) -> Count | None:
    """The number before a word, behind it for "a toll of 12"."""
    if token.lemma_ == "toll":
        return _number_of_toll(token)
    words = token.words
    end = token.i
    while end > 0 and words[end - 1].lower_ in _BETWEEN:
        end -= 1
    start = end
    while start > 0 and end - start < 5 and _numeric(words[start - 1]):
        start -= 1
    if not any(word.pos_ == "NUM" for word in words.between(start, end)):
        return None
    return _count_of(words, start, end)


def _number_of_toll(toll: Word) -> Count | None:
    """The first number within eight words that is no date."""
    for word in toll.words.between(toll.i + 1, toll.i + 9):
        if word.pos_ == "NUM" and word.ent_type_ not in ("DATE", "TIME"):
            return _count_of(toll.words, word.i, word.i + 1)
    return None


def stated_totals(tokens: list[Word]) -> Iterator[tuple[str, Count]]:
    """(slot, count) of each sum: "the toll from the blast rose to 11", "the number of people hurt reached nine"."""
    for token in tokens:
        total = _total_of(token) if token.lemma_ in _TOTALS else None
        slot = _slot_of_total(token) if total is not None else None
        if total is not None and slot is not None:
            yield slot, total


def _slot_of_total(noun: Word) -> str | None:
    """What a toll or a number counts: deaths, unless its phrase tells of the wounded."""
    if noun.lemma_ == "toll":
        return SLOTS[0]
    inside = noun.words.between(noun.left_edge.i, noun.right_edge.i + 1)
    return next((slot for word in inside if (slot := _slots_of("states").get(word.lower_)) is not None), None)


def _total_of(noun: Word) -> Count | None:
    """The number that a sum has come to."""
    verb = noun.head
    if noun.dep_ not in SUBJECTS or verb.lemma_ not in _COMING_TO:
        return None
    number = verb.prep("to", "at") or verb.rights.first("dobj", "npadvmod", "attr")
    if number is None or number.pos_ != "NUM":
        number = number.lefts.first("nummod") if number is not None else None
    return _count_of(noun.words, number.left_edge.i, number.i + 1) if number is not None else None


def _numeric(token: Word) -> bool:
    """Whether a word can be a part of a number: "at", "least", "55"."""
    return token.pos_ == "NUM" or token.lower_ in BEFORE_NUMBERS or token.lower_ in ("half", "a")


def _count_of(words: Words, start: int, end: int) -> Count | None:
    """Words [start, end) as a count."""
    piece = words.span(start, end)
    number = parse_number(piece.text)
    if number is None:
        return None
    return Count(low=number[0], high=number[1], **piece.model_dump())
