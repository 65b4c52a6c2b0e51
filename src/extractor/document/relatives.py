"""Relative clauses that the parser hangs on the wrong noun: the town of a mosque, what was raided, the day."""

from extractor.document.labels import INSIDE, TIMES_AND_PLACES
from extractor.document.tokens import Word
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.word_classes import word_class, word_classes

_DYING = frozenset(("die", "perish", "shoot", "abduct", "kidnap"))


def repair_relative(verb: Word) -> None:
    """Hang a clause of harm to things on the building, where the parser hangs it on the town the building stands in.

    "The mosque in Homs, which rebels shelled": the mosque; "the mosque in Homs, which rebels captured": Homs.
    """
    _give_to_people(verb)
    if _is_harm_of_act(verb) or _is_within_act(verb):
        return
    town = verb.head
    building = town.head.head if town.is_behind("in", "at", "near", "outside") else None
    which = verb.lefts.first("dobj", "nsubjpass", tag="WDT")
    if building is None or which is None or verb.lemma_ not in word_class("wrecking"):
        return
    if town.pos_ == "PROPN" and _is_building(building):
        verb.move(building, "relcl")


def _give_to_people(verb: Word) -> None:
    """Hang a clause with "who" on the people before it, where the parser hangs it on a day or a place.

    The guards, and not Friday, of "threw stones at guards on Friday, who replied with tear gas".
    """
    who = verb.left_edge
    if who.lower_ != "who" or verb.head.ent_type_ not in TIMES_AND_PLACES:
        return
    clause = next((word for word in verb.head.ancestors if word.pos_ == "VERB"), None)
    if clause is None:
        return
    before = reversed(verb.words.between(clause.i + 1, verb.head.i))
    people = next((word for word in before if _is_of_people(word)), None)
    if people is not None:
        verb.move(people, "relcl")


def _is_of_people(word: Word) -> bool:
    """Whether a word names people: a person's name, or a noun for people that is no part of another.

    "Guards" and "Ann Lee"; not "guard" of "a guard post", nor "Friday".
    """
    if word.dep_ in INSIDE:
        return False
    return word.ent_type_ == "PERSON" or (word.pos_ == "NOUN" and "person" in classes_of(word.lemma_))


def _is_harm_of_act(verb: Word) -> bool:
    """Whether a clause tells whom an act killed, and hangs on the act now.

    The attack, and no convoy, of "the attack on a convoy that killed four soldiers".
    """
    what = verb.lefts.first("nsubj")
    if what is None or what.lower_ not in ("that", "which") or verb.lemma_ not in word_class("causing harm"):
        return False
    act = _act_above(verb)
    hit = act.prep("on") or act.prep("at") if act is not None else None
    if act is None or hit is None or not hit.above(verb) or _can_kill(hit):
        return False
    verb.move(act, "relcl")
    return True


def _is_within_act(verb: Word) -> bool:
    """Whether a clause tells what happened in an act, and hangs on the act now.

    The raid, and no farmhouse, of "a raid on a farmhouse in which two were shot".
    """
    within = verb.left_edge
    if verb.lemma_ not in word_class("causing harm") | _DYING:
        return False
    if within.lower_ not in ("in", "during") or not within.precedes("which") or verb.head.pos_ == "NUM":
        return False
    act = _act_above(verb)
    if act is None or act.prep("on", "at", "against") is None or act.i > verb.head.i:
        return False
    verb.move(act, "relcl")
    return True


def _act_above(verb: Word) -> Word | None:
    """The noun for an attack that governs what a clause hangs on.

    "Raid" for "shot" of "a raid on a farmhouse in which two were shot".
    """
    return next((noun for noun in verb.head.ancestors if noun.lemma_ in word_class("attacking acts")), None)


def _can_kill(noun: Word) -> bool:
    """Whether a noun is for people who may kill too.

    "Soldiers", "gang"; not "convoy", "village".
    """
    return any(noun.lemma_ in word_classes()[name] for name in ("armed", "military", "police"))


def _is_building(noun: Word) -> bool:
    """Whether a noun is for what people build, and not for a place where they live.

    "Mosque", "stadium"; not "town".
    """
    return noun.lemma_ in word_classes()["facility"] and noun.lemma_ not in word_classes()["settlements"]
