"""The other side of an act of words where the sentence tells it outside the clause of the act."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.coding import Coding
from extractor.lexicon.event_types import event_types
from extractor.lexicon.tables import word_lists
from extractor.lexicon.triggers import NOT_AN_EVENT, verb_rules
from extractor.syntax import Frame, frame_of, subject_of, word_class

_CONFLICT = (3, 4)  # quads of PLOVER: conflict by words and by force
_IF = frozenset(("if", "unless", "until", "should"))
_UNDER = word_lists("events/words.txt")["under pressure"]
_AGAINST = frozenset(("at", "of", "against", "over", "about"))


def named_elsewhere(coding: Coding, frame: Frame) -> Iterator[Word]:
    """Who is threatened on a condition, whose pressure is resisted, what a crowd is in protest at."""
    if coding.kind.threatens:
        yield from _conditions(frame)
    if coding.kind.resists:
        yield from (noun for p, noun in _prepositions(frame.trigger) if p in _UNDER and _presses(noun))
    if coding.kind.voices_demands:
        yield from _opposed(frame.light or frame.trigger)
        for preposition, noun in (*_prepositions(frame.trigger), *_prepositions(frame.light or frame.trigger)):
            if preposition == "in" and noun.lemma_ == "protest":
                yield from (inner for p, inner in _prepositions(noun) if p in _AGAINST)


def _conditions(frame: Frame) -> Iterator[Word]:
    """Who must do, or must not do, something: "will attack unless Chad leaves"."""
    for clause in (*frame.trigger.lefts, *_below(frame.trigger)):
        if clause.dep_ == "advcl" and clause.lefts.has_form(*_IF):
            subject = subject_of(clause)
            if subject is not None and clause.above(subject):
                yield subject


def _opposed(verb: Word) -> Iterator[Word]:
    """Whom a crowd meets to oppose: "gathered at a theatre to confront the president"."""
    for clause in verb.rights:
        if clause.dep_ not in ("advcl", "xcomp") or clause.tag_ != "VB" or not _is_hostile(clause):
            continue
        if (whom := frame_of(clause).patient) is not None:
            yield whom


def _is_hostile(verb: Word) -> bool:
    return any(
        event_types()[rule.type].quad in _CONFLICT
        for rule in verb_rules().get(verb.lemma_, ())
        if rule.type != NOT_AN_EVENT
    )


def _below(trigger: Word) -> Iterator[Word]:
    """The clauses of a verb and of what it is about."""
    for child in trigger.rights:
        yield child
        yield from _below(child)


def _presses(noun: Word) -> bool:
    return noun.lemma_ in word_class("pressures")


def _prepositions(head: Word) -> Iterator[tuple[str, Word]]:
    for child in head.rights:
        if child.dep_ in ("prep", "xcomp") and child.pobj is not None:
            yield child.lower_, child.pobj
        if child.dep_ == "xcomp" and child.pos_ == "VERB":
            yield from _prepositions(child)
