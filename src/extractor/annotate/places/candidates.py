"""Which pieces of the text could be place names: NER spans of any label, capitalised words the gazetteer knows, and
capitalised words that end like the name of a street, a river or a building."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc

from extractor.annotate.places.headings import heading_colons
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
_TIMES = frozenset(("DATE", "TIME"))
_MERE = "CARDINAL"  # the label of what is no time: a word of it is looked up when it is no number
LONGEST_NAME = 6  # words; the longest keys of news names ("Democratic Republic of the Congo") have five
_LONGEST_ENTITY = 9
_LONGEST_RUN = 5
_SMALL_WORDS = 3  # between two capitalised words of a name: "of the"
_PLACES = frozenset(("GPE", "LOC", "FAC"))
# Of the words of edited English one in eight begins with a capital letter.
_FEW_CAPITALS = 0.02
_TITLE_SHARE = 0.8  # of the longer words of a line in title case that begin with a capital letter
_OWNERS = frozenset(("'s", "’s"))
_HEADS = ("street", "water", "terrain", "building", "region_word")
_KINDS_BEHIND = ("division_word", "town_word", "building")
_ROAD = re.compile(r"(?:I|US|SR|FM|M|A)-?\d{1,4}")
_INITIALS = re.compile(r"[A-Z]\.[A-Z]\.?")
_NUMBER = re.compile(r"\d{1,4}[A-Z]?")


@dataclass(frozen=True, slots=True)
class Entity:
    """A span of the NER, trimmed, in tokens."""

    start: int
    end: int
    label: str


@dataclass(slots=True)
class Words:
    """The tokens of a Doc as plain lists: one pass over spaCy objects instead of many.

    `run_end` is where the capitalised words that a word belongs to end; `titled` whether its line is in title case;
    `headings` are the colons of a digest, `sentence_starts` the numbers of the first words of the sentences.
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
    headings: frozenset[int]
    sentence_starts: list[int]

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
    told: bool = False  # the words around it call it a town
    score: float = 0.0


def read_words(doc: Doc) -> Words:
    """A Doc -> its words and trimmed entities. Boilerplate lines count as words without capitals or entities."""
    shared = words_of(doc)
    texts = [word.text for word in shared]
    lower = [word.lower_ for word in shared]
    dated = {i for date in marks.DATES.read(doc) for i in shared.within(date.start, date.end)}
    labelled = (_without_towns(span, texts, dated) for span in _labelled(shared))
    entities = [entity for span in labelled if (entity := _entity(span, texts, lower)) is not None]
    covering: list[Entity | None] = [None] * len(texts)
    for entity in entities:
        covering[entity.start : entity.end] = [entity] * (entity.end - entity.start)
    capital = _capitals(list(shared))
    masked = {i for span in marks.masked(doc, MaskReason.BOILERPLATE) for i in shared.within(*span)}
    for i in masked:
        capital[i] = False
    return Words(
        source=shared.text,
        texts=texts,
        lower=lower,
        offsets=[word.idx for word in shared],
        entities=[entity for entity in entities if entity.start not in masked],
        covering=covering,
        capital=capital,
        proper=[word.pos_ == "PROPN" for word in shared],
        run_end=_run_ends(capital),
        titled=_titled(texts, capital),
        headings=heading_colons(texts, lower, capital),
        sentence_starts=shared.sentence_starts,
    )


def _labelled(all_words: Iterable[Word]) -> Iterator[Entity]:
    """The spans of the NER, as the mending of the parse left them.

    "Gao" and "Monday" of "Rebels left Gao on Monday."
    """
    for word in all_words:
        if word.ent_iob_ == "B":
            yield Entity(word.i, word.entity_end, word.ent_type_)


def _without_towns(span: Entity, texts: list[str], dated: set[int]) -> Entity:
    """A time of the NER without a town at its end: "Sunday" for its "Sunday near Zinder", when that is all of a date.

    A lone "Zinder" that it takes for a time is a mere word, as it is with its numerals.
    """
    last = span.end - 1
    if span.label not in _TIMES or last in dated or not texts[last].istitle():
        return span
    if span.start == last:
        return Entity(span.start, span.end, _MERE)
    kept = [i for i in range(span.start, last) if i in dated]
    return Entity(span.start, kept[-1] + 1, span.label) if kept else span


def _entity(span: Entity, texts: list[str], lower: list[str]) -> Entity | None:
    """A span of the NER without articles and marks at its ends; None when nothing is left or it is a mere word.

    "Gao" for "the Gao", and nothing for "the".
    """
    start, end = span.start, span.end
    while start < end and _is_dropped(lower[start], words("drop_first")):
        start += 1
    while end > start and _is_dropped(lower[end - 1], words("drop_last")):
        end -= 1
    if start == end:
        return None
    is_mere_word = span.label in _MISNAMED and _is_word(texts, lower, start, end)
    if is_mere_word:
        return None
    return Entity(start, end, span.label)


def _is_dropped(word: str, listed: frozenset[str]) -> bool:
    """Whether a word is left out of a name.

    >>> _is_dropped("the", frozenset({"the"})), _is_dropped("Gao", frozenset({"the"}))
    (True, False)
    """
    return word in listed or word.isspace()


def _capitals(all_words: list[Word]) -> list[bool]:
    """Which words begin like names; where a text has hardly a capital letter, those that the model takes for names.

    In "rebels took gao on monday and fled to niger" the words "gao", "monday" and "niger".
    """
    capital = [word.text[0].isupper() for word in all_words]
    letters = sum(word.text[0].isalpha() for word in all_words)
    if sum(capital) > _FEW_CAPITALS * letters:
        return capital
    return [
        large or word.pos_ == "PROPN" or word.ent_type_ in _PLACES
        for large, word in zip(capital, all_words, strict=True)
    ]


def _is_word(texts: list[str], lower: list[str], start: int, end: int) -> bool:
    """Whether a numeral is one capitalised word that is no number.

    "Yevlakh", which the model takes for a number; not "Seven" and not "1,918".
    """
    text = texts[start]
    if end - start != 1 or not text.istitle() or not text.isalpha():
        return False
    return lower[start] not in words("numbers")


def _run_ends(capital: list[bool]) -> list[int]:
    """For each word the end of the capitalised words that begin with it; its own number for a small one.

    >>> _run_ends([True, True, False, True])
    [2, 2, 2, 4]
    """
    ends = [0] * len(capital)
    end = len(capital)
    for i in range(len(capital) - 1, -1, -1):
        if not capital[i]:
            end = i
        ends[i] = end
    return ends


def _titled(texts: list[str], capital: list[bool]) -> list[bool]:
    """Whether each word stands in a line whose words are nearly all capitalised.

    All of "Rebels Burn Village" and none of "Rebels burned a village".
    """
    titled = [False] * len(texts)
    start = 0
    for end in [*(i for i, text in enumerate(texts) if "\n" in text), len(texts)]:
        if _is_title(texts[start:end], capital[start:end]):
            titled[start:end] = [True] * (end - start)
        start = end + 1
    return titled


def _is_title(texts: list[str], capital: list[bool]) -> bool:
    """Whether at least three longer words of a line have capitals, nearly all there are.

    >>> _is_title(["Rebels", "Burn", "Village"], [True, True, True])
    True
    """
    long = [large for text, large in zip(texts, capital, strict=True) if len(text) > 3]
    return len(long) > 2 and sum(long) > _TITLE_SHARE * len(long)


def candidates(said: Words, gazetteer: Gazetteer) -> list[Candidate]:
    """All candidates of a Doc in text order, longer ones first; they overlap.

    "Port Sudan", "Port" and "Sudan" for "Rebels shelled Port Sudan."
    """
    found: dict[tuple[int, int], Candidate] = {}
    for start, end in _runs(said):
        for span in chain(_ngrams(said, start, end), _owned(said, end)):
            text = said.text(*span)
            key = fold(text)
            if key not in words("never") and not _is_other_name(said, *span, gazetteer) and gazetteer.knows(key):
                found[span] = candidate_at(said, *span, text, key, True)
        for span in _headed(said, start, end):
            if span not in found:
                text = said.text(*span)
                found[span] = candidate_at(said, *span, text, fold(text), False)
    for entity in said.entities:
        span = entity.start, entity.end
        if span not in found and _can_be_named(said, entity):
            text = said.text(*span)
            found[span] = Candidate(*span, text, fold(text), False, entity, True)
    ordered = sorted(found.values(), key=lambda c: (c.start, -c.end))
    _mark_longer(ordered)
    return [candidate for candidate in ordered if not _is_cut_at_hyphen(candidate, said, gazetteer)]


def _is_cut_at_hyphen(candidate: Candidate, said: Words, gazetteer: Gazetteer) -> bool:
    """Whether a name is only the first part of a known one with hyphens.

    "Port" of "Port-au-Prince"; not "Israel" of "the Israel-Gaza border".
    """
    end = candidate.end
    if not candidate.longer or end >= len(said.texts) or said.texts[end] != "-":
        return False
    ends = range(end + 2, min(len(said.texts), end + 1 + LONGEST_NAME) + 1)
    return any(gazetteer.knows(fold(said.text(candidate.start, stop))) for stop in ends)


def _is_other_name(said: Words, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """A degree behind a person's name, a people before a noun: "M.D.", "Somali capital"."""
    text = said.text(start, end)
    if _is_degree(text):
        return True
    after = said.texts[end] if end < len(said.texts) else ""
    return after.islower() and len(after) > 3 and _is_only_people(text, gazetteer)


def _is_only_people(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a word names a people and not their country as well.

    True of "Somali"; not of "Djibouti" in "Chad and Djibouti abstained".
    """
    code = gazetteer.demonym(text)
    if code is None:
        return False
    return not any(match.entry.kind == "country" for match in gazetteer.lookup(text))


def _is_degree(text: str) -> bool:
    """ "M.D.", "M.A.": of two letters with stops only initials of names of two words are names of places.

    True of "M.D.", not of "N.Y.".
    """
    if _INITIALS.fullmatch(text) is None:
        return False
    return text.lower() not in words("initials")


def candidate_at(said: Words, start: int, end: int, text: str, key: str, known: bool) -> Candidate:
    """The candidate of some tokens.

    That of "Gao" with the entity that covers it.
    """
    entity = said.covering[start] or said.covering[end - 1]
    exact = entity is not None and (entity.start, entity.end) == (start, end)
    return Candidate(start, end, text, key, known, entity, exact)


def _can_be_named(said: Words, entity: Entity) -> bool:
    """Whether an entity may be a place that the gazetteer lacks: a name by its label, its length and its capitals.

    "Bir Lahmi" that it calls a person; not "Monday" and not "the old man".
    """
    if entity.label in UNNAMED or entity.end - entity.start > _LONGEST_ENTITY:
        return False
    if not any(said.capital[entity.start : entity.end]):
        return False
    return fold(said.text(entity.start, entity.end)) not in words("never")


def _runs(said: Words) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, with small words of names between them.

    "Port Vila" and "Suva" of "from Port Vila to Suva".
    """
    capital, covering = said.capital, said.covering
    total, i = len(capital), 0
    while i < total:
        entity = covering[i]
        if not capital[i] or (entity is not None and entity.label in UNNAMED):
            i += 1
            continue
        end = _end_of_run(said, i)
        yield i, end
        i = end


def _end_of_run(said: Words, start: int) -> int:
    """Where the run that a capitalised word begins ends: behind its last one, with some small words between two.

    Behind "Congo" of "Republic of the Congo fell".
    """
    inside, capital, lower = words("inside"), said.capital, said.lower
    end = at = start + 1
    while at < len(capital) and (capital[at] or (lower[at] in inside and at - end < _SMALL_WORDS)):
        at += 1
        if capital[at - 1]:
            end = at
    return end


def _ngrams(said: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of a run that begin and end with a capitalised word, but single letters and words like "The".

    "New", "New York", "York" of "New York".
    """
    capitals = [i for i in range(start, end) if said.capital[i]]
    for at, first in enumerate(capitals):
        if not _is_too_small(said, first):
            yield first, first + 1
        for last in capitals[at + 1 : at + LONGEST_NAME]:
            if last < first + LONGEST_NAME:
                yield first, last + 1


def _owned(said: Words, end: int) -> Iterator[tuple[int, int]]:
    """The name that an owner's mark behind a run parts in two: "Cox's Bazar"; the gazetteer lacks "Kenya's Nakuru".

    Nothing for "Homs's old town".
    """
    if end + 1 < len(said.lower) and said.lower[end] in _OWNERS and said.capital[end + 1]:
        yield end - 1, end + 2


def _is_too_small(said: Words, at: int) -> bool:
    """A letter, a word like "The"; not "US", which is in capitals.

    True of "A" and "The".
    """
    text = said.texts[at]
    if len(text) < 2:
        return True
    if said.lower[at] not in STOP_WORDS:
        return False
    return not text.isupper()


def _headed(said: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Capitalised words up to a word like "Street" or "River", and numbered roads ("Highway 19", "I-75").

    "Ford Street" of "from Old Town to Ford Street".
    """
    for at in range(start, end):
        if not said.capital[at]:
            continue
        if _is_numbered_road(said, at):
            yield at, at + 2
        elif _ROAD.fullmatch(said.texts[at]):
            yield at, at + 1
        else:
            yield from _up_to_head(said, start, at)
    if _is_put_somewhere(said, start, end):
        yield start, end


def _up_to_head(said: Words, start: int, at: int) -> Iterator[tuple[int, int]]:
    """The name that ends in a word like "Street"; nothing where the word is another, or stands alone.

    "Ford Street" of "Old Ford Street burned" at "Street".
    """
    if not any(said.lower[at] in words(listed) for listed in _HEADS):
        return
    first = _start_of_name(said, start, at)
    if first < at:
        yield first, at + 1


def _is_numbered_road(said: Words, at: int) -> bool:
    """ "Highway 19".

    Not "Highway" of "Highway Patrol".
    """
    if at + 1 == len(said.lower) or said.lower[at] not in words("road_number"):
        return False
    return _NUMBER.fullmatch(said.texts[at + 1]) is not None


def _start_of_name(said: Words, start: int, head: int) -> int:
    """The first of the capitalised words of a run before a word like "Street", no further than "The".

    That of "Ford" before the "Street" of "The Ford Street".
    """
    first, furthest = head, max(start, head - _LONGEST_RUN)
    while first > furthest and said.capital[first - 1] and said.lower[first - 1] not in STOP_WORDS:
        first -= 1
    return first


def _is_put_somewhere(said: Words, start: int, end: int) -> bool:
    """Whether the words around a short run put something there: "in Barmal", "Barmal district".

    True of "Barmal" in "fled in Barmal", of "Old Barmal" in "the Old Barmal district".
    """
    if end - start > 3 or len(said.texts[start]) < 3:
        return False
    if said.lower[start] in STOP_WORDS:
        return False
    if start and said.lower[start - 1] in words("locative"):
        return True
    if end == len(said.lower):
        return False
    return any(said.lower[end] in words(name) for name in _KINDS_BEHIND)


def _mark_longer(ordered: list[Candidate]) -> None:
    """Mark candidates inside a longer known one; `ordered` by start, longer first.

    "York" inside "New York".
    """
    reach, reach_start = -1, -1
    for candidate in ordered:
        candidate.longer = candidate.end <= reach and (candidate.start, candidate.end) != (reach_start, reach)
        if candidate.known and candidate.end > reach:
            reach, reach_start = candidate.end, candidate.start
