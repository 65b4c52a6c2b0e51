"""Phrases of time and place that the parser hangs on the clause before or behind their own."""

from extractor.document.labels import TIMES
from extractor.document.tokens import Word
from extractor.lexicon.triggers import event_nouns
from extractor.lexicon.word_classes import word_class

_PHRASES = frozenset(("prep", "npadvmod"))
_COMPANY = frozenset(("with", "without", "by"))


def repair_fronted_times(conjunction: Word) -> None:
    """Give what stands between "and" and the verb that it joins to that verb.

    "On Sunday" of "seized the station and, on Sunday, arrested the mayor" is when they arrested him; "with help" of
    "seized the station and, with help, held it" stays where it is.
    """
    verb = conjunction.head
    joined = verb.rights.first("conj", pos="VERB")
    if joined is None or verb.pos_ != "VERB":
        return
    for phrase in verb.rights:
        is_between = conjunction.i < phrase.i < joined.i
        if is_between and phrase.dep_ in _PHRASES and phrase.lower_ not in _COMPANY:
            phrase.move(joined, phrase.dep_)


def repair_time_of_saying(verb: Word) -> None:
    """Give the time right behind a verb of saying, in front of what is said, to the saying.

    "On Monday" of "the army said on Monday it killed ten rebels".
    """
    saying = verb.head
    for phrase in verb.lefts:
        is_right_behind = phrase.left_edge.i == saying.i + 1
        if is_right_behind and phrase.dep_ in _PHRASES and is_time(phrase):
            phrase.move(saying, phrase.dep_)


def repair_time_of_relative(phrase: Word) -> None:
    """Give what stands right behind a clause that tells of a subject to that clause.

    "On Thursday" of "an officer who was stabbed in Lyon on Thursday died".
    """
    verb = phrase.head
    subject = verb.lefts.first("nsubj", "nsubjpass")
    if subject is None or not subject.i < phrase.i < verb.i:
        return
    clause = subject.rights.first("relcl", "acl")
    if clause is not None and clause.right_edge.i + 1 == phrase.left_edge.i:
        phrase.move(clause, phrase.dep_)


def repair_time_of_act(act: Word | None, verb: Word) -> None:
    """Give the second of two times at a verb to an act between them that the verb is about.

    "On Saturday" of "on Monday condemned the killing of a priest on Saturday" is when the priest was killed.
    """
    if act is None or act.lemma_ not in event_nouns():
        return
    times = [phrase for phrase in verb.children if phrase.dep_ in _PHRASES and is_time(phrase)]
    if len(times) == 2 and times[0].i < act.i < times[1].i:
        times[1].move(act, times[1].dep_)


def repair_time_of_document(issued: Word) -> None:
    """Give the time of a document in front of a sentence to what is said in it.

    "On Monday" of "in a statement issued on Monday, the union condemned the arrest", which it condemned on Monday.
    """
    document = issued.head
    front = document.head
    verb = front.head
    if document.dep_ != "pobj" or front.dep_ != "prep" or front.i > verb.i or verb.pos_ != "VERB":
        return
    if issued.tag_ != "VBN" or issued.lemma_ not in word_class("issuing"):
        return
    _give_times(issued, verb)


def repair_time_of_speech(speaking: Word) -> None:
    """Give the time of a speech in front of a sentence to what is said in it.

    "On Friday" of "speaking in Apia on Friday, the minister backed the bid".
    """
    verb = speaking.head
    if speaking.tag_ != "VBG" or speaking.i > verb.i or speaking.lemma_ not in word_class("speaking"):
        return
    _give_times(speaking, verb)


def _give_times(word: Word, verb: Word) -> None:
    """Hang the times behind a word on a verb.

    "On Monday" of "issued on Monday" on "condemned".
    """
    for phrase in word.rights:
        if phrase.dep_ in _PHRASES and is_time(phrase):
            phrase.move(verb, phrase.dep_)


def is_time(phrase: Word) -> bool:
    """Whether a phrase says when.

    True of "on Monday" and "Monday", not of "in Gao".
    """
    return (phrase.pobj or phrase).ent_type_ in TIMES
