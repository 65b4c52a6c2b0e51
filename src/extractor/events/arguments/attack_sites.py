"""What a bomb hits: the building or the vehicle at which it explodes, is put or thrown."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.arguments.instruments import is_weapon
from extractor.events.draft import Coding
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import word_lists
from extractor.records import ActorKind
from extractor.syntax import Frame, conjuncts


def things_hit(article: AnnotatedArticle, coding: Coding, frame: Frame) -> list[str]:
    """The things at the site of an attack whose object is no victim but the means, as actor ids.

    "A bomb exploded at a bank" gives the bank; none where the act is of a kind that hits nothing, or the object of the
    verb is the victim.
    """
    kind = coding.kind
    if not kind.hits_things or coding.manner not in kind.placed:
        return []
    if not _is_means(frame):
        return []
    return article.of_kind(ActorKind.OBJECT, article.actors_at(_sites(frame.trigger)))


def _is_means(frame: Frame) -> bool:
    """Whether a weapon explodes, is planted or thrown, or the trigger is a noun like "explosion"."""
    if frame.noun or frame.light is not None:
        return True
    return any(map(is_weapon, frame.participants("agent", "patient")))


def _sites(trigger: Word) -> Iterator[Word]:
    """The nouns behind the prepositions of a place: "at", "in front of", "under a car parked near"."""
    for child in trigger.rights.those("prep", "advmod", "dobj"):
        is_origin = child.lower_ == "from" and trigger.lemma_ in _words("sending")  # "thrown from a car"
        if not is_origin:
            yield from _behind(child)


def _behind(word: Word) -> Iterator[Word]:
    """The same below one word, also behind the second of two prepositions: "in front of"."""
    is_place = word.lower_ in _words("prepositions")
    for inner in word.rights:
        if _is_preposition(inner):
            yield from _behind(inner)
        elif is_place and inner.dep_ == "pobj":
            yield from _whole(inner)


def _is_preposition(word: Word) -> bool:
    """Whether a word behind a preposition is one too: "out of", "at or near"."""
    if word.dep_ == "conj":
        return word.pos_ == "ADP"
    return word.dep_ == "prep"


def _whole(noun: Word) -> Iterator[Word]:
    """A noun with those coordinated with it; of a part the whole: "the gate of the embassy"."""
    if noun.lemma_ in _words("parts"):
        yield from _behind(noun)
    else:
        yield noun
        yield from conjuncts(noun)


def _words(name: str) -> frozenset[str]:
    """A list of data/en/events/sites.txt."""
    return word_lists("events/sites.txt")[name]
