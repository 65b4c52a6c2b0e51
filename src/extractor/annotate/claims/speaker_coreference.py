"""Who "I" and "we" are in a quotation: its speaker, known only once the quotation has been read."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc

from extractor.document import layers as marks
from extractor.document.from_doc import words_of
from extractor.document.tokens import Word, in_text_order
from extractor.lexicon.tables import data_rows
from extractor.records import Span


def is_first_person(word: Word) -> bool:
    """Whether a word is "I", "we", "our" or the like, and not the "US" of "US troops"."""
    return word.pos_ == "PRON" and word.lower_ in _first_person_words()


@cache
def _first_person_words() -> frozenset[str]:
    """ "i", "me", "my", "we", "us", "our" and their like."""
    return frozenset(row["pronoun"] for row in data_rows("actors/pronouns.tsv") if row["person"] == "1")


def add_mentions(doc: Doc, speakers: Mapping[int, str]) -> None:
    """Give actors (by id) the words (by number) that stand for them as further mentions.

    The mayor gets "We" of “We left,” the mayor said as a mention.
    """
    if not speakers:
        return
    words = words_of(doc)
    spoken: dict[str, list[Span]] = {}
    for at, actor in speakers.items():
        spoken.setdefault(actor, []).append(words.span(at, at + 1))
    actors = [
        actor.model_copy(update={"mentions": in_text_order([*actor.mentions, *spoken[actor.id]])})
        if actor.id in spoken
        else actor
        for actor in marks.ACTORS.read(doc)
    ]
    marks.ACTORS.write(doc, actors)
