"""Which pieces of the text could be place names: NER spans of any label, capitalised words the gazetteer knows, and
capitalised words that end like the name of a street, a river or a building."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc

from extractor.annotate.places.words import words
from extractor.document import layers as marks
from extractor.document.from_doc import words_of
from extractor.document.tokens import Word
from extractor.gazetteer.index import Gazetteer
from extractor.gazetteer.keys import fold
from extractor.records import MaskReason

# Entities that are never names of places, and whose words are not looked up.
UNNAMED = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"))
# Labels that the NER also gives to names it has never seen ("Yevlakh").
_MISNAMED = frozenset(("CARDINAL", "ORDINAL", "MONEY", "QUANTITY", "LANGUAGE"))
LONGEST_NAME = 6  # words; the longest keys of news names ("Democratic Republic of the Congo") have five
_LONGEST_ENTITY = 9
_LONGEST_RUN = 5
_PLACES = frozenset(("GPE", "LOC", "FAC"))
# Of the words of edited English one in eight begins with a capital letter.
_FEW_CAPITALS = 0.02
_HEADS = ("street", "water", "terrain", "building", "region_word")
_ROAD = re.compile(r"(?:I|US|SR|FM|M|A)-?\d{1,4}")
_INITIALS = re.compile(r"[A-Z]\.[A-Z]\.?")
_NUMBER = re.compile(r"\d{1,4}[A-Z]?")
_DROP_FIRST = frozenset(("the", "a", "an", "this", '"', "“", "‘", "'", "(", "[", "-", "–", "—", "*"))
_DROP_LAST = frozenset(
    ("'s", "’s", "'", "’", '"', "”", ",", ".", ")", "]", "-", "–", "—", ":", ";", "s", "*", "and", "or", "of")
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A span of the NER, trimmed, in tokens."""

    start: int
    end: int
    label: str


@dataclass(slots=True)
class Words:
    """The tokens of a Doc as plain lists: one pass over spaCy objects instead of many.

    `run_end` is where the capitalised words that a word belongs to end; `titled` whether its line is in title case.
    """

    source: str
    texts: list[str]
    lower: list[str]
    offsets: list[int]
    entities: list[Entity]
    covering: list[Entity | None]
    capital: list[bool]
    proper: list[bool]
    run_end: list[int]
    titled: list[bool]

    def text(self, start: int, end: int) -> str:
        """The characters of the tokens [start, end)."""
        return self.source[self.offsets[start] : self.offsets[end - 1] + len(self.texts[end - 1])]


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
    """A Doc -> its words and trimmed entities. Boilerplate lines count as words without capitals or entities."""
    shared = words_of(doc)
    texts = [word.text for word in shared]
    lower = [word.lower_ for word in shared]
    entities: list[Entity] = []
    covering: list[Entity | None] = [None] * len(texts)
    for span in doc.ents:
        start, end = span.start, span.end
        while start < end and (lower[start] in _DROP_FIRST or lower[start].isspace()):
            start += 1
        while end > start and (lower[end - 1] in _DROP_LAST or lower[end - 1].isspace()):
            end -= 1
        if span.label_ in _MISNAMED and _is_word(texts, lower, start, end):
            continue
        if start < end:
            entity = Entity(start, end, span.label_)
            entities.append(entity)
            covering[start:end] = [entity] * (end - start)
    capital = _capitals(list(shared))
    masked = {i for span in marks.masked(doc, MaskReason.BOILERPLATE) for i in shared.within(*span)}
    for i in masked:
        capital[i] = False
    entities = [entity for entity in entities if entity.start not in masked]
    return Words(
        source=shared.text,
        texts=texts,
        lower=lower,
        offsets=[word.idx for word in shared],
        entities=entities,
        covering=covering,
        capital=capital,
        proper=[word.pos_ == "PROPN" for word in shared],
        run_end=_run_ends(capital),
        titled=_titled(texts, capital),
    )


def _capitals(all_words: list[Word]) -> list[bool]:
    """Which words begin like names; where a text has hardly a capital letter, those that the model takes for names."""
    capital = [word.text[0].isupper() for word in all_words]
    letters = sum(word.text[0].isalpha() for word in all_words)
    if sum(capital) > _FEW_CAPITALS * letters:
        return capital
    return [
        large or word.pos_ == "PROPN" or word.ent_type_ in _PLACES
        for large, word in zip(capital, all_words, strict=True)
    ]


def _is_word(texts: list[str], lower: list[str], start: int, end: int) -> bool:
    """Whether a numeral is one capitalised word that is no number."""
    return (
        end - start == 1 and texts[start].istitle() and texts[start].isalpha() and lower[start] not in words("numbers")
    )


def _run_ends(capital: list[bool]) -> list[int]:
    ends = [0] * len(capital)
    end = 0
    for i in range(len(capital) - 1, -1, -1):
        if not capital[i]:
            end = i
        elif i + 1 == len(capital):
            end = i + 1
        ends[i] = end if capital[i] else i
    return ends


def _titled(texts: list[str], capital: list[bool]) -> list[bool]:
    """Whether each word stands in a line whose words are nearly all capitalised."""
    titled = [False] * len(texts)
    start = 0
    for i in range(len(texts) + 1):
        if i == len(texts) or "\n" in texts[i]:
            long = [k for k in range(start, i) if len(texts[k]) > 3]
            if len(long) > 2 and sum(capital[k] for k in long) > 0.8 * len(long):
                titled[start:i] = [True] * (i - start)
            start = i + 1
    return titled


def candidates(said: Words, gazetteer: Gazetteer) -> list[Candidate]:
    """All candidates of a Doc in text order, longer ones first; they overlap."""
    found: dict[tuple[int, int], Candidate] = {}
    for start, end in _runs(said):
        for i, j in _ngrams(said, start, end):
            text = said.text(i, j)
            key = fold(text)
            if key not in words("never") and not _is_other_name(said, i, j, gazetteer) and gazetteer.knows(key):
                found[i, j] = candidate_at(said, i, j, text, key, True)
        for i, j in _headed(said, start, end):
            if (i, j) not in found:
                text = said.text(i, j)
                found[i, j] = candidate_at(said, i, j, text, fold(text), False)
    for entity in said.entities:
        span = entity.start, entity.end
        if span not in found and _nameable(said, entity):
            text = said.text(*span)
            found[span] = Candidate(*span, text, fold(text), False, entity, True)
    ordered = sorted(found.values(), key=lambda c: (c.start, -c.end))
    _mark_longer(ordered)
    return ordered


def _is_other_name(said: Words, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """A degree behind a person's name, a people before a noun: "M.D.", "Somali capital"."""
    text = said.text(start, end)
    if _is_degree(text):
        return True
    after = said.texts[end] if end < len(said.texts) else ""
    return after.islower() and len(after) > 3 and gazetteer.demonym(text) is not None


def _is_degree(text: str) -> bool:
    """ "M.D.", "M.A.": of two letters with stops only initials of names of two words are names of places."""
    return _INITIALS.fullmatch(text) is not None and text.lower() not in words("initials")


def candidate_at(said: Words, start: int, end: int, text: str, key: str, known: bool) -> Candidate:
    """The candidate of some tokens."""
    entity = said.covering[start] or said.covering[end - 1]
    exact = entity is not None and (entity.start, entity.end) == (start, end)
    return Candidate(start, end, text, key, known, entity, exact)


def _nameable(said: Words, entity: Entity) -> bool:
    return (
        entity.label not in UNNAMED
        and fold(said.text(entity.start, entity.end)) not in words("never")
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


def _headed(said: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Capitalised words up to a word like "Street" or "River", and numbered roads ("Highway 19", "I-75")."""
    for j in range(start, end):
        if not said.capital[j]:
            continue
        if j + 1 < len(said.lower) and said.lower[j] in words("road_number") and _NUMBER.fullmatch(said.texts[j + 1]):
            yield j, j + 2
        elif _ROAD.fullmatch(said.texts[j]):
            yield j, j + 1
        elif j > start and any(said.lower[j] in words(listed) for listed in _HEADS):
            i = j
            while i > start and said.capital[i - 1] and j - i < _LONGEST_RUN and said.lower[i - 1] not in STOP_WORDS:
                i -= 1
            if i < j:
                yield i, j + 1
    if _placed(said, start, end):
        yield start, end


def _placed(said: Words, start: int, end: int) -> bool:
    """Whether the words around a short run put something there: "in Barmal", "Barmal district"."""
    if end - start > 3 or said.lower[start] in STOP_WORDS or len(said.texts[start]) < 3:
        return False
    after = said.lower[end] if end < len(said.lower) else ""
    before = said.lower[start - 1] if start else ""
    return (
        after in words("division_word")
        or after in words("town_word")
        or after in words("building")
        or before in words("locative")
    )


def _mark_longer(ordered: list[Candidate]) -> None:
    """Mark candidates inside a longer known one; `ordered` by start, longer first."""
    reach, reach_start = -1, -1
    for candidate in ordered:
        candidate.longer = candidate.end <= reach and (candidate.start, candidate.end) != (reach_start, reach)
        if candidate.known and candidate.end > reach:
            reach, reach_start = candidate.end, candidate.start
