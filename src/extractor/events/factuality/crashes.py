"""Vehicles that ran into something, or off their way, where nobody meant it."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.draft import Draft
from extractor.events.factuality.accidents import is_violent
from extractor.events.factuality.irrealis_words import words
from extractor.events.factuality.lifeless import is_lifeless, is_vehicle
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.actor_nouns import nouns_of
from extractor.lexicon.noun_classes import classes_of
from extractor.syntax import SUBJECTS, Frame

_REACH = 3  # verbs above an act up to the crash that it came of
_TIED = frozenset(("conj", "advcl"))
_INTO = ("into", "through", "onto")


def is_crash(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """ "An army helicopter hit a power line and crashed, killing six": a vehicle that ran into something.

    Not "a helicopter hit by a missile crashed", nor "a helicopter hit a convoy", nor "a boat sank after guards fired".
    """
    if not draft.coding.kind.harms_people or (frame.agent is not None and not is_vehicle(frame.agent)):
        return False
    told = list(_told_together(frame.trigger))
    if _is_car_bomb(told):
        return False
    if not any(map(_crashes, told)) and (draft.source or not any(map(_rams_vehicle, told))):
        return False
    return not is_violent(article, frame.trigger, words("hitting"))


def _is_car_bomb(told: list[Word]) -> bool:
    """Whether what rams something explodes as well, as it was meant to.

    True of "a truck rammed a barrier and exploded"; False of "a lorry hit a tree and exploded".
    """
    said = {verb.lemma_ for verb in told}
    return "ram" in said and not said.isdisjoint(("explode", "detonate"))


def tells_crash(verb: Word) -> bool:
    """Whether a verb says that a vehicle crashed, or ran into another or into what stands there.

    "Overturned" of "a coach overturned", "rammed" of "a train rammed a lorry"; not "hit" of "a jet hit a truck".
    """
    return _crashes(verb) or _rams_vehicle(verb)


def _crashes(verb: Word) -> bool:
    """Whether a verb says that a vehicle came off its way, or hit what does not move.

    "Overturned" of "a coach overturned", "hit" of "a helicopter hit a mast"; not "hit" of "a lorry hit a crowd".
    """
    vehicle = _vehicle_of(verb)
    if vehicle is None:
        return False
    if verb.lemma_ in words("crashing"):
        return True
    return any(_is_in_way(noun, vehicle) for noun in _met_by(verb))


def _is_in_way(noun: Word, vehicle: Word) -> bool:
    """Whether a vehicle that hits a thing does so by accident.

    "Mast" for a helicopter, "the underside of a bridge" for a ship; not "house" for a helicopter, "gate" of "rammed a
    gate".
    """
    if noun.lemma_ in words("obstacles"):
        return True
    return noun.head.lemma_ != "ram" and is_lifeless(noun) and "aircraft" not in classes_of(vehicle.lemma_)


def _rams_vehicle(verb: Word) -> bool:
    """Whether a verb says that a vehicle on the ground or a ship ran into another.

    "Rammed" of "a train rammed a lorry"; not "hit" of "a jet hit a truck".
    """
    vehicle = _vehicle_of(verb)
    if vehicle is None or "aircraft" in classes_of(vehicle.lemma_):
        return False
    return any(map(is_vehicle, _met_by(verb)))


def _met_by(verb: Word) -> list[Word]:
    """What is hit by the subject of a verb: the tree of "hit a tree", nothing of "saw a tree"."""
    return verb.rights.those("dobj") if verb.lemma_ in words("hitting") else []


def _vehicle_of(verb: Word) -> Word | None:
    """The vehicle that a verb is about, where nothing was done to it before, nor people run into.

    "Bus" for "overturned" of "a bus overturned"; None for "crashed" of "a helicopter hit by a missile crashed".
    """
    told = list(_told_together(verb))
    subject = next((noun for one in told if (noun := one.lefts.first(*SUBJECTS)) is not None), None)
    if subject is None or not is_vehicle(subject):
        return None
    is_hit = any(clause.tag_ == "VBN" for clause in subject.rights.those("acl"))
    return None if is_hit or any(map(hits_people, told)) else subject


def hits_people(verb: Word) -> bool:
    """Whether a verb says that people were run into.

    "Hit" of "a lorry hit a crowd and overturned"; not "hit" of "a lorry hit a tree", nor "killing" of "killing two".
    """
    met = list(verb.preps(*_INTO)) if verb.lemma_ in words("crashing") else []
    if verb.lemma_ in words("hitting"):
        met += verb.rights.those("dobj")
    people = nouns_of("human", "crowd")
    return any(noun.lemma_ in people or "person" in classes_of(noun.lemma_) for noun in met)


def _told_together(verb: Word) -> Iterator[Word]:
    """A verb, those that it hangs on as one of a row or as what came of it, and those in a row with them.

    "Killing", "crashed" and "hit" for the first of them in "hit a crane and crashed, killing two".
    """
    for _ in range(_REACH):
        yield verb
        yield from verb.rights.those("conj")
        if verb.dep_ not in _TIED:
            return
        verb = verb.head
