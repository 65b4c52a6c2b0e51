"""Which pieces of the text could be place names: NER spans of any label, and capitalised words the gazetteer knows."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc

from extractor.annotate.places.words import words
from extractor.gazetteer.index import Gazetteer
from extractor.gazetteer.keys import fold

# Entities that are never names of places, and whose words are not looked up.
UNNAMED = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"))
LONGEST_NAME = 6  # words; the longest keys of news names ("Democratic Republic of the Congo") have five
_LONGEST_ENTITY = 9
_DROP_FIRST = frozenset(("the", "a", "an", "this", '"', "“", "‘", "'", "(", "[", "-", "–", "—", "*"))
_DROP_LAST = frozenset(("'s", "’s", "'", "’", '"', "”", ",", ".", ")", "]", "-", "–", "—", ":", ";", "s", "*"))


@dataclass(frozen=True, slots=True)
class Entity:
    """A span of the NER, trimmed, in tokens."""

    start: int
    end: int
    label: str


@dataclass(slots=True)
class Words:
    """The tokens of a Doc as plain lists: one pass over spaCy objects instead of many."""

    texts: list[str]
    lower: list[str]
    offsets: list[int]
    entities: list[Entity]
    covering: list[Entity | None]
    capital: list[bool]

    def text(self, start: int, end: int, source: str) -> str:
        """The characters of the tokens [start, end)."""
        return source[self.offsets[start] : self.offsets[end - 1] + len(self.texts[end - 1])]


@dataclass(slots=True)
class Candidate:
    """A piece of the text, tokens [start, end), that could be a place name. `key` is the folded name."""

    start: int
    end: int
    text: str
    key: str
    known: bool
    entity: Entity | None
    exact: bool
    longer: bool = False  # a longer known name covers it
    score: float = 0.0


def read_words(doc: Doc) -> Words:
    """A Doc -> its words and trimmed entities."""
    texts = [token.text for token in doc]
    lower = [text.lower() for text in texts]
    offsets = [token.idx for token in doc]
    entities: list[Entity] = []
    covering: list[Entity | None] = [None] * len(texts)
    for span in doc.ents:
        start, end = span.start, span.end
        while start < end and (lower[start] in _DROP_FIRST or lower[start].isspace()):
            start += 1
        while end > start and (lower[end - 1] in _DROP_LAST or lower[end - 1].isspace()):
            end -= 1
        if start < end:
            entity = Entity(start, end, span.label_)
            entities.append(entity)
            covering[start:end] = [entity] * (end - start)
    capital = [text[0].isupper() for text in texts]
    return Words(texts, lower, offsets, entities, covering, capital)


def candidates(doc: Doc, said: Words, gazetteer: Gazetteer) -> list[Candidate]:
    """All candidates of a Doc in text order, longer ones first; they overlap."""
    found: dict[tuple[int, int], Candidate] = {}
    source = doc.text
    for start, end in _runs(said):
        for i, j in _ngrams(said, start, end):
            text = said.text(i, j, source)
            key = fold(text)
            if gazetteer.knows(key):
                entity = _covering(said, i, j)
                exact = entity is not None and (entity.start, entity.end) == (i, j)
                found[i, j] = Candidate(i, j, text, key, True, entity, exact)
    for entity in said.entities:
        span = entity.start, entity.end
        if span not in found and _nameable(said, entity):
            text = said.text(*span, source)
            found[span] = Candidate(*span, text, fold(text), False, entity, True)
    ordered = sorted(found.values(), key=lambda c: (c.start, -c.end))
    _mark_longer(ordered)
    return ordered


def _nameable(said: Words, entity: Entity) -> bool:
    return (
        entity.label not in UNNAMED
        and entity.end - entity.start <= _LONGEST_ENTITY
        and any(said.capital[entity.start : entity.end])
    )


def _runs(said: Words) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, with small words of names between them."""
    inside = words("inside")
    capital, lower, covering = said.capital, said.lower, said.covering
    total, i = len(capital), 0
    while i < total:
        if not capital[i] or ((entity := covering[i]) is not None and entity.label in UNNAMED):
            i += 1
            continue
        end = j = i + 1
        while j < total and (capital[j] or (lower[j] in inside and j - end < 3)):
            j += 1
            if capital[j - 1]:
                end = j
        yield i, end
        i = end


def _ngrams(said: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    capital, lower, texts = said.capital, said.lower, said.texts
    for i in range(start, end):
        if not capital[i]:
            continue
        for j in range(i + 1, min(i + LONGEST_NAME, end) + 1):
            if not capital[j - 1]:
                continue
            if j == i + 1 and (len(texts[i]) < 2 or (lower[i] in STOP_WORDS and not texts[i].isupper())):
                continue
            yield i, j


def _covering(said: Words, start: int, end: int) -> Entity | None:
    """The entity that holds the whole span, or the one at its start."""
    first = said.covering[start]
    return first if first is not None else said.covering[end - 1]


def _mark_longer(ordered: list[Candidate]) -> None:
    """Mark candidates inside a longer known one; `ordered` by start, longer first."""
    reach, reach_start = -1, -1
    for candidate in ordered:
        candidate.longer = candidate.end <= reach and (candidate.start, candidate.end) != (reach_start, reach)
        if candidate.known and candidate.end > reach:
            reach, reach_start = candidate.end, candidate.start
