"""Harm that nobody did on purpose: a boiler bursts, a helicopter hits a power line, a hostel burns down."""

from functools import partial

from extractor.document.tokens import Word
from extractor.events.casualties.counts import is_result
from extractor.events.draft import Draft
from extractor.events.factuality.irrealis_words import words
from extractor.events.factuality.lifeless import is_moved
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.actor_nouns import nouns_of
from extractor.lexicon.word_classes import word_classes
from extractor.syntax import SUBJECTS, Frame, predicate_of

_NEAR = 2  # words before a noun that may deny it: "not a bomb"


def is_accident(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """ "A boiler exploded, killing two", "a crane fell and killed a boy": a thing that is no weapon did it."""
    if not draft.coding.kind.harms_people:
        return False
    cause = _cause_of(frame)
    if cause is not None and not draft.source and _is_left_over(cause, frame):
        return True
    if cause is None or _holds_weapon(cause) or _meets_weapon(cause):
        return False
    if _falls(cause):
        return not is_violent(article, frame.trigger, words("hitting"))
    if frame.predicate in words("hitting") or not is_thing(cause):
        return False
    return not is_violent(article, frame.trigger, frozenset())


def _cause_of(frame: Frame) -> Word | None:
    """What did harm: the subject of the harm or of its clause, or the burst itself.

    "Wall" of "a wall collapsed, killing two", "blast" of "a blast in a coal mine".
    """
    if frame.noun:
        return frame.trigger if frame.predicate in words("bursting") else None
    if frame.agent is not None and frame.agent.lemma_ in words("bursting"):
        return frame.agent
    if not _may_be_of_burst(frame):
        return None
    return frame.agent if frame.agent is not None else _subject_of_cause(frame.trigger)


def _may_be_of_burst(frame: Frame) -> bool:
    """Whether a verb tells of harm, of a burst, or of what a burst does to things.

    "Killed", "exploded", "flattened" of "a boiler exploded and flattened a house"; not that of "they flattened a hut".
    """
    if is_result(frame.predicate) or frame.predicate in words("bursting") | words("hitting") | {"poison"}:
        return True
    if frame.trigger.dep_ not in ("conj", "advcl") or frame.predicate not in word_classes()["damaging"]:
        return False
    return predicate_of(frame.trigger.head) in words("bursting")


def _is_left_over(cause: Word, frame: Frame) -> bool:
    """Whether what went off had lain there since a war.

    "A World War Two bomb exploded on a building site", "a leftover shell blew up"; not "a bomb exploded near the World
    War museum", nor "a bomb exploded and an unexploded one was found".
    """
    if words("bursting").isdisjoint((frame.predicate, predicate_of(frame.trigger.head))):
        return False
    phrase = {word.lower_ for word in cause.words.between(cause.left_edge.i, cause.i + 1)}
    return {"world", "war"} <= phrase or not phrase.isdisjoint(words("leftover"))


def _falls(noun: Word) -> bool:
    """Whether a thing hurts by its weight, and nobody moved it.

    "A falling rock", "a boulder"; not "a rock", nor "a boulder thrown by settlers".
    """
    if noun.lemma_ not in words("heavy") and not noun.lefts.has_form(*words("loose")):
        return False
    return not is_moved(noun)


def _holds_weapon(noun: Word) -> bool:
    """Whether the phrase of a noun names a weapon.

    True for "car" of "a car packed with explosives"; False for "blast" of "a blast in a coal mine".
    """
    phrase = noun.words.between(noun.left_edge.i, noun.right_edge.i + 1)
    return bool(word_classes()["weapon"].among({word.lemma_ for word in phrase if not _is_harmless(word)}))


def _meets_weapon(noun: Word) -> bool:
    """Whether a thing runs into a weapon, so that it is no accident.

    "Truck" of "a truck hit a land mine"; not "truck" of "a truck hit a tree".
    """
    weapons = word_classes()["weapon"]
    return any(met.lemma_ in weapons and not _is_pit(met) for met in noun.head.rights.those("dobj"))


def _is_harmless(word: Word) -> bool:
    """Whether a word for a weapon is none: "mine" of "a coal mine", "tank" of "a fuel tank"."""
    return _is_pit(word) or _holds_fuel(word)


def _holds_fuel(noun: Word) -> bool:
    """Whether a vehicle or a vessel is full of what burns.

    "Tanker" of "a petrol tanker", "tank" of "a chemical tank"; not "canister" of "a tear gas canister".
    """
    return noun.lemma_ in words("vessels") and any(child.lemma_ in words("fuels") for child in noun.lefts)


def _is_pit(word: Word) -> bool:
    """Whether a mine is one by what is dug there.

    "Mine" of "a coal mine"; not of "a land mine".
    """
    return word.lemma_ == "mine" and any(child.lemma_ in words("dug") for child in word.lefts)


def is_thing(noun: Word) -> bool:
    """Whether a word names what bursts or kills by accident: no weapon, no vehicle, nobody.

    "Boiler", "gas explosion", "blast in a coal mine", "blast at a fireworks workshop".
    """
    classes = word_classes()
    if noun.lemma_ in words("bursting"):
        if any(_is_pit(site) or _is_volatile(site) for site in noun.preps("in", "at", "inside")):
            return True
        kinds = noun.lefts.those("compound", "amod", "nmod")
        return any(word.lemma_ in classes["bursts"] for kind in kinds for word in (kind, *kind.lefts))
    if noun.lemma_ in nouns_of("human"):
        return noun.lemma_ in words("drivers") and noun.lefts.has_form(*words("careless"))
    if noun.lemma_ in classes["thing"] or noun.lemma_ in words("killers") or _holds_fuel(noun):
        return True
    if noun.lemma_ not in classes["bursts"]:
        return False
    return not classes["weapon"].among({child.lemma_ for child in noun.lefts})


def _is_volatile(site: Word) -> bool:
    """Whether things burst by themselves at a place.

    "Plant" of "a chemical plant", "stall" of "a fireworks stall"; not "depot" of "an ammunition depot".
    """
    return any(child.lower_ in words("volatile") for child in site.lefts)


def _subject_of_cause(trigger: Word) -> Word | None:
    """The subject of the clause that a participle depends on: "a wall collapsed, killing two"."""
    if trigger.dep_ not in ("advcl", "conj"):
        return None
    return trigger.head.lefts.first(*SUBJECTS)


def is_fire(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """ "A hostel burned down on Tuesday": a building that burns, set on fire by nobody.

    Not "rebels burned down a hostel", "a hostel was burned down", "a hostel burned down in the riots".
    """
    building = _burning(frame)
    if building is None or not (building.lemma_ in word_classes()["facility"] or building.lemma_ in nouns_of("object")):
        return False
    is_lightning = "lightning" in article.sentence_words(frame.trigger)
    return not is_violent(article, frame.trigger, words("hitting") if is_lightning else frozenset())


def _burning(frame: Frame) -> Word | None:
    """What burns by itself in a clause, or in the clause of which somebody's death came.

    The hostel of "A hostel burned down, killing six."
    """
    is_of_other = frame.trigger.dep_ == "advcl" and frame.trigger.lemma_ != "burn"
    verb = frame.trigger.head if is_of_other else frame.trigger
    if verb.lemma_ != "burn" or verb.rights.has("dobj"):
        return None
    return verb.lefts.first("nsubj") or _subject_taken_for_object(frame)


def _subject_taken_for_object(frame: Frame) -> Word | None:
    """The hostel of "A hostel burned down.", where the parser takes the verb for a participle of its subject."""
    noun = frame.trigger.head
    if frame.trigger.dep_ != "acl" or noun.dep_ != "ROOT" or frame.agent is not None:
        return None
    return noun if noun.lefts.has("det", "nummod") else None


def is_violent(article: AnnotatedArticle, trigger: Word, besides: frozenset[str]) -> bool:
    """Whether a sentence speaks of violence or unrest, besides some words, that somebody was hurt and that he serves.

    True of "came under fire and crashed"; False of "crashed, killing six soldiers".
    """
    said, classes = article.sentence_words(trigger), word_classes()
    found = classes["violence"].among(said) | classes["weapon"].among(said) | (said & words("unrest"))
    harmless = words("bursting") | words("volatile") | words("harm") | words("serving") | besides
    if not said.isdisjoint(words("dug")):
        harmless |= {"mine"}
    if not said.isdisjoint(words("fuels")):
        harmless |= {"tank"}
    if {"under", "fire"} <= said or _suspects(said):
        return True
    found -= harmless
    return bool(found) and any(map(partial(_is_meant, found), article.sentence_tokens(trigger)))


def _is_meant(violent: frozenset[str], word: Word) -> bool:
    """Whether a word is one of some for violence, and neither denied nor only compared with, nor a month.

    "Bomb" of "a bomb went off"; not of "a crack, not a bomb, brought it down", nor of "it sounded like a bomb".
    """
    if word.lemma_.lower() not in violent or word.ent_type_ == "DATE":
        return False
    before = word.words.between(max(0, word.i - _NEAR), word.i)
    return words("unlike").isdisjoint(near.lower_ for near in before)


def _suspects(said: frozenset[str]) -> bool:
    """Whether the words of a sentence suspect a deed.

    True of "police suspect sabotage"; False of "police ruled out sabotage" and of "they suspect a leak".
    """
    return "suspect" in said and not said.isdisjoint(words("deeds"))
