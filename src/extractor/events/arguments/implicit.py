"""The other side of an act of words where the sentence tells it outside the clause of the act."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.coding import Coding
from extractor.lexicon.event_types import EventType, event_types
from extractor.lexicon.tables import word_lists
from extractor.lexicon.triggers import NOT_AN_EVENT, verb_rules
from extractor.syntax import Frame, frame_of, subject_of, word_class

_CONFLICT = (3, 4)  # quads of PLOVER: conflict by words and by force
_IF = frozenset(("if", "unless", "until", "should"))
_UNDER = word_lists("events/words.txt")["under pressure"]
_UPON = frozenset(("on", "upon"))
_AGAINST = frozenset(("at", "of", "against", "over", "about"))


def named_elsewhere(coding: Coding, frame: Frame) -> Iterator[Word]:
    """Who must meet a condition, whose pressure is resisted, whom one calls on beside it, what a crowd is against."""
    if coding.kind.threatens:
        yield from _conditions(frame)
    if coding.kind.resists:
        yield from _pressures(frame)
    if coding.kind.verbal:
        yield from _addressed(frame.trigger)
    if coding.kind.voices_demands:
        yield from _opposed(frame.light or frame.trigger)
        yield from _protested_at(frame)


def _pressures(frame: Frame) -> Iterator[Word]:
    """ "Despite threats from Chad": the threats."""
    for preposition, noun in _prepositions(frame.trigger):
        if preposition in _UNDER and noun.lemma_ in word_class("pressures"):
            yield noun


def _protested_at(frame: Frame) -> Iterator[Word]:
    """ "Marched in protest at the ministry's plan": the plan."""
    for preposition, noun in (*_prepositions(frame.trigger), *_prepositions(frame.light or frame.trigger)):
        if preposition == "in" and noun.lemma_ == "protest":
            yield from (inner for inside, inner in _prepositions(noun) if inside in _AGAINST)


def _conditions(frame: Frame) -> Iterator[Word]:
    """Who must do, or must not do, something: "will attack unless Chad leaves"."""
    for clause in (*frame.trigger.lefts, *_below(frame.trigger)):
        if clause.dep_ != "advcl" or not clause.lefts.has_form(*_IF):
            continue
        subject = subject_of(clause)
        if subject is not None and clause.above(subject):
            yield subject


def _addressed(verb: Word) -> Iterator[Word]:
    """Whom the act of words beside another one names: "complained, urging the ministry to pay"."""
    for clause in verb.rights.those("advcl"):
        if clause.tag_ != "VBG" or clause.lefts.has("nsubj") or not _is_hostile_word(clause):
            continue
        inner = frame_of(clause)
        named = inner.participants("patient") or [noun for p, noun in inner.obliques if p in _UPON]
        yield from named[:1]


def _opposed(verb: Word) -> Iterator[Word]:
    """Whom a crowd meets to oppose: "gathered at a theatre to confront the president"."""
    for clause in verb.rights.those("advcl", "xcomp"):
        if clause.tag_ == "VB" and _is_hostile(clause):
            yield from frame_of(clause).participants("patient")


def _is_hostile(verb: Word) -> bool:
    """Whether a rule makes conflict of a verb."""
    return any(kind.quad in _CONFLICT for kind in _kinds(verb))


def _is_hostile_word(verb: Word) -> bool:
    """Whether a rule makes conflict by words of it."""
    return any(kind.verbal and kind.quad in _CONFLICT for kind in _kinds(verb))


def _kinds(verb: Word) -> list[EventType]:
    """The types that the rules make of a verb."""
    types = {rule.type for rule in verb_rules().get(verb.lemma_, ())} - {NOT_AN_EVENT}
    return [event_types()[name] for name in types]


def _below(trigger: Word) -> Iterator[Word]:
    """The clauses of a verb and of what it is about."""
    for child in trigger.rights:
        yield child
        yield from _below(child)


def _prepositions(head: Word) -> Iterator[tuple[str, Word]]:
    """The prepositions of a word and of its infinitives, with their nouns."""
    for child in head.rights.those("prep", "xcomp"):
        if child.pobj is not None:
            yield child.lower_, child.pobj
        if child.dep_ == "xcomp" and child.pos_ == "VERB":
            yield from _prepositions(child)
