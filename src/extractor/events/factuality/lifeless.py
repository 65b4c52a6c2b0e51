"""Things: what does harm without meaning it, where nobody threw it or attacked with it."""

from functools import cache

from extractor.document.tokens import Word
from extractor.events.factuality.irrealis_words import words
from extractor.lexicon.actor_nouns import nouns_of
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.weapons import means, modes_of_means
from extractor.lexicon.word_classes import word_classes

# Classes of nouns that are no things, or things with which people do harm.
_DOERS = ("living", "military", "police", "armed", "official", "crowd", "weapon", "explosive", "messages")
_ABSTRACT = ("abstract", "violence", "protest", "act", "talks", "deal", "vague", "charging")


def is_lifeless(noun: Word) -> bool:
    """Whether a noun is for a thing that nobody attacks with and that speaks for nobody.

    "Canopy", "train", "fever"; not "army", "stone", "quarrel", "pack" of "a pack of thugs".
    """
    if noun.lemma_.lower() in words("killers"):
        return True
    if noun.pos_ != "NOUN" or noun.lemma_ in nouns_of("human", "crowd", "group") | words("quarrels"):
        return False
    if noun.lemma_ in _arms() and not is_vehicle(noun):
        return False
    if any(inner.lemma_ in nouns_of("human") | _arms() | {"fire"} for inner in noun.preps("of")):
        return False
    return not is_moved(noun) and not any(noun.lemma_ in word_classes()[name] for name in (*_DOERS, *_ABSTRACT))


def is_vehicle(noun: Word) -> bool:
    """Whether a noun is for a vehicle that is no weapon.

    "Coach", "train"; not "tank".
    """
    if noun.lemma_ in word_classes()["weapon"]:
        return False
    return noun.lemma_ in words("rides") or "vehicle" in classes_of(noun.lemma_)


def is_moved(thing: Word) -> bool:
    """Whether somebody threw or moved a thing: "a boulder thrown from a bridge", "a slab loosened by settlers"."""
    clauses = thing.rights.those("acl")
    doers = [doer for clause in clauses for by in clause.rights.those("agent") for doer in by.rights]
    if any(doer.lemma_ in word_classes()["living"] for doer in doers):
        return True
    return any(clause.lemma_ in words("throwing") for clause in clauses)


@cache
def _arms() -> frozenset[str]:
    """The words for what people attack with: "knife", "stone"."""
    return means("instrument").union(*modes_of_means().values())
