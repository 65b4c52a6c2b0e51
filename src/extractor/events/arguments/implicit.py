"""The other side of an act of words where the sentence tells it outside the clause of the act."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.draft import Coding
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


def _addressed(verb: Word) -> Iterator[Word]:
    """Whom the act of words beside another one names: "complained, urging the ministry to pay"."""
    for clause in verb.rights.those("advcl"):
        if _is_participle(clause) and _is_hostile_word(clause):
            yield from _first_addressee(frame_of(clause))


def _is_participle(clause: Word) -> bool:
    """Whether a clause has neither a finite verb nor a subject of its own: "urging them to go"."""
    return clause.tag_ == "VBG" and not clause.lefts.has("nsubj")


def _first_addressee(frame: Frame) -> list[Word]:
    """Who is urged, else who is called upon; at most one word."""
    named = frame.participants("patient")
    if not named:
        named = list(frame.behind(*_UPON))
    return named[:1]


def _opposed(verb: Word) -> Iterator[Word]:
    """Whom a crowd meets to oppose: "gathered at a theatre to confront the president"."""
    for clause in verb.rights.those("advcl", "xcomp"):
        is_purpose = clause.tag_ == "VB"
        if is_purpose and _is_hostile(clause):
            yield from frame_of(clause).participants("patient")


def _is_hostile(verb: Word) -> bool:
    """Whether a rule makes conflict of a verb."""
    return any(map(_is_conflict, _kinds(verb)))


def _is_hostile_word(verb: Word) -> bool:
    """Whether a rule makes conflict by words of it."""
    return any(map(_is_conflict_by_words, _kinds(verb)))


def _is_conflict(kind: EventType) -> bool:
    """Whether acts of a type are conflict, by words or by force."""
    return kind.quad in _CONFLICT


def _is_conflict_by_words(kind: EventType) -> bool:
    """Whether acts of a type are conflict by words only."""
    return kind.verbal and _is_conflict(kind)


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
        noun = child.pobj
        if noun is not None:
            yield child.lower_, noun
        if child.dep_ == "xcomp" and child.pos_ == "VERB":
            yield from _prepositions(child)
