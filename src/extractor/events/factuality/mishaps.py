"""Harm that befell somebody: a thing did it, something gave way meanwhile, or a hand slipped."""

from collections.abc import Iterable, Iterator

from extractor.document.tokens import Word
from extractor.events.casualties.counts import is_result
from extractor.events.draft import Draft
from extractor.events.factuality.accidents import is_violent
from extractor.events.factuality.crashes import hits_people, tells_crash
from extractor.events.factuality.irrealis_words import words
from extractor.events.factuality.lifeless import is_lifeless, is_vehicle
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.word_classes import word_class, word_classes
from extractor.syntax import SUBJECTS, Frame, predicate_of

_CAUSES = ("when", "after")  # what goes on "as" or "while" somebody is killed is not always what killed him
_TIMES = (*_CAUSES, "as", "while")

# Modes of violence that only people do: "executed", "fired on", "tear-gassed".
_MEANT = frozenset(("targeted", "firearms", "crowd-control", "torture", "abduct", "sexual", "beat", "suicide-attack"))


def is_mishap(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether a verb tells of harm that nobody meant, in a sentence that speaks of no violence.

    "Two cleaners were hurt when a lift fell", "hit by a golf ball", "died in a fire"; not "hurt when a shell fell".
    """
    if frame.noun or not draft.coding.kind.harms_people:
        return False
    if _is_unmeant(frame):
        return True
    if draft.coding.mode in _MEANT:
        return False
    if not (_is_mischance(frame) or any(map(_goes_wrong, _meanwhile(frame.trigger)))):
        return False
    return not is_violent(article, frame.trigger, _hits_of(article.sentence_tokens(frame.trigger)))


def _hits_of(tokens: Iterable[Word]) -> frozenset[str]:
    """The verbs of a sentence with which things hit others, and no nouns: not the "strike" of "after an air strike"."""
    return words("hitting").intersection(word.lemma_ for word in tokens if word.pos_ == "VERB")


def _is_mischance(frame: Frame) -> bool:
    """Whether the clause of harm itself says that nobody meant it.

    True of "was hit by a golf ball", "died in a fire" and "accidentally hit a judge".
    """
    return any(test(frame) for test in (_is_in_fall, _is_by_thing, _is_by_nature))


def _is_unmeant(frame: Frame) -> bool:
    """Whether somebody who does not serve or fight did it by mistake.

    "A hunter accidentally shot a friend"; not "soldiers accidentally shot two herders".
    """
    if frame.agent is None or not frame.trigger.children.has_form(*words("unmeant")):
        return False
    return not any(frame.agent.lemma_ in word_classes()[name] for name in ("military", "police", "armed"))


def _is_by_nature(frame: Frame) -> bool:
    """Whether a storm or a volcano with a name of its own did it.

    "Tropical storm Nora destroyed 40 huts"; not "after the quake Hamas raided a clinic".
    """
    if frame.agent is None or frame.agent.pos_ != "PROPN" or frame.agent.i == 0:
        return False
    kind = frame.agent.nbor(-1)
    return kind.lemma_.lower() in word_classes()["calamity"] and kind.dep_ != "pobj"


def _is_in_fall(frame: Frame) -> bool:
    """Whether a fall, a fire or a crash did it: "ten died in a fire", "two were injured in a fall"."""
    return is_result(frame.predicate) and any(map(_is_fall, frame.trigger.preps("in", "by")))


def _is_fall(noun: Word) -> bool:
    """Whether a noun is for what befalls people.

    "Fall", "fire" of "a fire" and "hotel fire"; not "fire" of "killed in Israeli fire", nor "firing".
    """
    if noun.pos_ != "NOUN" or noun.lemma_ not in words("falls") or noun.lefts.has_form("cross"):
        return False
    return noun.lemma_ != "fire" or noun.lefts.has("det") or any(map(is_lifeless, noun.lefts.those("compound")))


def _is_by_thing(frame: Frame) -> bool:
    """Whether a thing hurt somebody.

    "Hit by a golf ball", "killed by a train", "a splinter wounded him"; not "hit by a bullet" nor "killed by a van that
    ploughed into a crowd".
    """
    if frame.agent is None or any(map(hits_people, frame.agent.rights.those("relcl"))):
        return False
    return is_lifeless(frame.agent) and (frame.passive or not is_vehicle(frame.agent))


def _meanwhile(trigger: Word) -> Iterator[Word]:
    """The verbs that tell when harm was done, be the trigger that of the harm or of what went on.

    "Fell" for either verb of "two were hurt when a lift fell".
    """
    for verb in (trigger, trigger.head) if trigger.dep_ == "conj" else (trigger,):
        if verb is not trigger and verb.lemma_ in words("hitting"):
            yield verb
        if _harms(verb):
            yield from filter(_is_of_time, verb.rights)
        elif _is_of_time(verb) and _harms(verb.head):
            yield verb


def _harms(verb: Word) -> bool:
    """Whether a verb says that people were hurt, or things damaged by nobody: "were injured", "was flattened"."""
    return is_result(verb.lemma_) or (verb.lemma_ in word_classes()["damaging"] and verb.lefts.has("nsubjpass"))


def _is_of_time(clause: Word) -> bool:
    """Whether a clause begins with "when", "after", "as" or "while"."""
    return clause.dep_ == "advcl" and clause.lefts.has_form(*_TIMES)


def _goes_wrong(verb: Word) -> bool:
    """Whether a clause of time tells of a thing that did harm, or that somebody met.

    "When a lift fell", "when he hit a rock", "when their bus was hit by a train"; not "when a parcel exploded".
    """
    subject = verb.lefts.first(*SUBJECTS)
    if subject is not None and _is_no_chance(subject, verb):
        return False
    if tells_crash(verb):
        return True
    if subject is None or (predicate_of(verb) in words("bursting") and subject.lemma_ not in word_class("bursts")):
        return False
    if subject.dep_ == "nsubjpass":
        return any(map(is_lifeless, (noun for by in verb.rights.those("agent") for noun in by.rights)))
    if subject.pos_ == "PRON":
        return verb.lemma_ in words("hitting") and any(map(_is_obstacle, verb.rights.those("dobj")))
    return is_lifeless(subject) and _may_do_harm(subject, verb)


def _is_no_chance(subject: Word, verb: Word) -> bool:
    """Whether those who serve or fight rammed somebody, or a town fell.

    "When a patrol boat rammed them", "when the town fell"; not "when a freighter rammed them".
    """
    if subject.lemma_ in word_classes()["settlements"]:
        return True
    kinds = subject.lefts.those("amod", "compound")
    return verb.lemma_ == "ram" and any(kind.ent_type_ == "NORP" or kind.lemma_ in words("forces") for kind in kinds)


def _is_obstacle(noun: Word) -> bool:
    """Whether somebody who hits a thing meant no harm: "a rock", "a pier"."""
    return noun.lemma_ in words("obstacles") or is_lifeless(noun)


def _may_do_harm(thing: Word, verb: Word) -> bool:
    """Whether a thing did harm, and not only something else meanwhile, nor by the hand of a driver.

    "When a roof broke", "as a roof fell", "when his tractor rolled"; not "as a tap dripped", "when a lorry came", "when
    a wedding began".
    """
    if is_vehicle(thing):
        return thing.lefts.has("poss")
    if predicate_of(verb) in words("phases") and thing.lemma_ not in words("falls"):
        return False
    return verb.lefts.has_form(*_CAUSES) or verb.lemma_ in words("falling")
