"""Verbs that the tagger takes for the nouns or adjectives they look like: "accused of flying drones", "to jail him"."""

from extractor.document.labels import NOUNS
from extractor.document.tokens import Word
from extractor.lexicon.triggers import verb_rules
from extractor.lexicon.word_classes import word_class


def repair_gerund_behind_of(of: Word) -> None:
    """Make an "-ing" that stands before a bare noun the act that somebody is accused of.

    "Flying" of "accused the South of flying drones"; not "rising" of "accused him of the rising costs".
    """
    thing = of.pobj
    if thing is None or of.head.lemma_ not in word_class("charging"):
        return
    act = thing.left_edge
    if act.i != of.i + 1 or act.tag_ != "VBG" or act.head is not thing or act.lemma_ not in verb_rules():
        return
    act.move(of, "pcomp")
    thing.move(act, "dobj")
    act.pos_ = "VERB"


def repair_infinitive(noun: Word) -> None:
    """Make a bare noun behind "to" the verb it is, where the next noun hangs on the verb that asks.

    "Jail" of "asked a judge on Monday to jail a former general"; not "court" of "took the firm to court last year".
    """
    to, asking = noun.head, noun.head.head
    if to.lower_ != "to" or to.i + 1 != noun.i or noun.tag_ != "NN" or noun.lemma_ not in verb_rules():
        return
    objects = (*asking.rights.those("dobj"), *noun.rights.those("dobj"))
    whom = next((word for word in objects if word.left_edge.i == noun.i + 1), None)
    if whom is None or asking.lemma_ not in word_class("object_control") or whom.pos_ not in NOUNS:
        return
    noun.pos_, noun.tag_ = "VERB", "VB"
    noun.move(asking, "xcomp")
    to.pos_, to.tag_ = "PART", "TO"
    to.move(noun, "aux")
    whom.move(noun, "dobj")


def repair_content(infinitive: Word) -> None:
    """Make an infinitive the content of a verb that has one, where a time stands between the two.

    "Release" of "declined on Wednesday to release him", which the parser takes for the purpose of declining.
    """
    verb = infinitive.head
    if infinitive.dep_ != "advcl" or infinitive.tag_ != "VB" or verb.lemma_ not in word_class("with_content"):
        return
    if infinitive.lefts.has_tag("TO") and infinitive.i > verb.i and not verb.rights.has("xcomp", "dobj", "ccomp"):
        infinitive.dep_ = "xcomp"


def repair_call(verb: Word) -> None:
    """Make a participle with a subject and "for" or "on" behind it the past tense that it is.

    "Called" of "residents said the opposition called for talks", where the parser has somebody call the opposition.
    """
    is_active = verb.tag_ == "VBN" and verb.lefts.has("nsubj") and not verb.lefts.has("aux", "auxpass")
    if is_active and calls_for(verb):
        verb.tag_ = "VBD"


def calls_for(verb: Word) -> bool:
    """Whether a verb asks for something by "for" or "on" behind it.

    "Called" of "called for talks" and "called on them to leave"; not of "called him a liar".
    """
    return verb.lemma_ in word_class("calling for") and verb.rights.has_form("for", "on", "upon", dep="prep")
