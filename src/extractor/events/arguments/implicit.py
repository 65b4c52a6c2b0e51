"""The other side of an act of words where the sentence tells it outside the clause of the act."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.draft import Coding
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_class
from extractor.syntax import Frame, subject_of

_IF = frozenset(("if", "unless", "until", "should"))
_UNDER = word_lists("events/words.txt")["under pressure"]
_AGAINST = frozenset(("at", "of", "against", "over", "about"))


def named_elsewhere(coding: Coding, frame: Frame) -> Iterator[Word]:
    """Who must meet a condition, whose pressure is resisted, what a crowd is in protest at.

    "Chad" of "will attack unless Chad leaves", "threats" of "refused to resign despite threats from Chad".
    """
    if coding.kind.threatens:
        yield from _conditions(frame)
    if coding.kind.resists:
        yield from _pressures(frame)
    if coding.kind.voices_demands:
        yield from _protested_at(frame)


def _pressures(frame: Frame) -> Iterator[Word]:
    """ "Despite threats from Chad": the threats."""
    pressures = word_class("pressures")
    for preposition, noun in _prepositions(frame.trigger):
        if preposition in _UNDER and noun.lemma_ in pressures:
            yield noun


def _protested_at(frame: Frame) -> Iterator[Word]:
    """ "Marched in protest at the ministry's plan": the plan."""
    for head in (frame.trigger, frame.light or frame.trigger):
        for preposition, noun in _prepositions(head):
            if preposition == "in" and noun.lemma_ == "protest":
                yield from _behind(noun, _AGAINST)


def _behind(head: Word, prepositions: frozenset[str]) -> Iterator[Word]:
    """The nouns behind some prepositions of a word or its infinitives."""
    for preposition, noun in _prepositions(head):
        if preposition in prepositions:
            yield noun


def _conditions(frame: Frame) -> Iterator[Word]:
    """Who must do, or must not do, something: "will attack unless Chad leaves"."""
    for clause in (*frame.trigger.lefts, *_below(frame.trigger)):
        subject = subject_of(clause) if _is_condition(clause) else None
        if subject is not None and clause.above(subject):
            yield subject


def _is_condition(clause: Word) -> bool:
    """ "If they go", "until it signs"."""
    return clause.dep_ == "advcl" and clause.lefts.has_form(*_IF)


def _below(trigger: Word) -> Iterator[Word]:
    """The clauses of a verb and of what it is about."""
    for child in trigger.rights:
        yield child
        yield from _below(child)


def _prepositions(head: Word) -> Iterator[tuple[str, Word]]:
    """The prepositions of a word and of its infinitives, with their nouns."""
    for child in head.rights.those("prep", "xcomp"):
        noun = child.pobj
        if noun is not None:
            yield child.lower_, noun
        if child.dep_ == "xcomp" and child.pos_ == "VERB":
            yield from _prepositions(child)
