"""Which way the verb beside a time expression looks: into the past or into the future."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from spacy.tokens import Doc, Token

from extractor.annotate.dates.day_names import is_in_name
from extractor.lexicon.tables import word_lists

_MODALS = word_lists("dates/around.txt")["modals"]
_PLANS = word_lists("dates/around.txt")["plans"]
_WORDS = word_lists("dates/around.txt")["given words"]
_HELD = word_lists("dates/around.txt")["held"]
_PLANNED = frozenset({"planned", "scheduled", "upcoming", "forthcoming"})  # a planned rally on Saturday
_CALLING = frozenset({"call", "announce", "convene"})
_PAST_PERFECT = frozenset({"had", "'d"})
_PERFECT = frozenset({"have", "has", "’ve", "'ve"})
_TIMETABLE = word_lists("dates/around.txt")["timetable"]
_DUTIES = frozenset({"have", "need"})
_PRESENT = frozenset({"VBZ", "VBP"})
_FINITE = _PRESENT | {"VBD", "MD"}
_ABOUT_VERB = frozenset({"prep", "punct", "npadvmod", "cc", "conj"})  # behind a verb, and no complement of it
_CLIMB = 8  # words above a date in the tree that are asked


class Tense:
    """The direction of the clause around a character; None without tags and a parse, or when nothing decides."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc

    def at(self, start: int, end: int) -> str | None:
        """ "past", "future" or None for the expression at [start, end)."""
        span = self._doc.char_span(start, end, alignment_mode="expand")
        if not span:  # None, or empty
            return None
        token = span.root
        if not token.tag or not token.dep:
            return None
        if _is_timetable_noun(span[0]) or _is_called_for(token.head):
            return "future"
        for word in (token, *islice(token.ancestors, _CLIMB - 1)):
            if _has_planned_before(word) or _is_due_by_now(word):
                return "future"
            if word.pos_ in {"VERB", "AUX"}:
                if _is_cut_off(self._doc, token, word):
                    return None
                if _was_planned_on(word, token):
                    return "past"
                direction = "future" if _is_in_timetable(word, token) else _of_verb(word)
                if direction is not None or word.tag_ != "VBG":
                    return direction
        return None

    def names_somebody(self, start: int, end: int) -> bool:
        """Whether the expression at [start, end) is a part of somebody's name; False without tags and a parse."""
        span = self._doc.char_span(start, end, alignment_mode="expand")
        if not span or not span.root.tag or not span.root.dep:
            return False
        return is_in_name(span)

    def verb_follows(self, end: int) -> bool:
        """Whether the word behind an expression is a verb: "on the 2nd voted"; False without tags."""
        span = self._doc.char_span(end - 1, end, alignment_mode="expand")
        if not span or span.end == len(self._doc):
            return False
        return self._doc[span.end].tag_ in _FINITE


def _is_in_timetable(verb: Token, date: Token) -> bool:
    """The present of what is fixed: "polls open on Sunday", "the vote is on Sunday"; not "he is ill on Sunday"."""
    if verb.tag_ not in _PRESENT:
        return False
    if verb.lemma_ in _TIMETABLE:
        return True
    if verb.lemma_ != "be" or date.head.head.i != verb.i or date.i < verb.i:
        return False
    return all(child.dep_ in _ABOUT_VERB or child.i < verb.i for child in verb.children)


def _is_cut_off(doc: Doc, date: Token, verb: Token) -> bool:
    """ "Shelled on Friday and on Sunday; work resumes": a semicolon keeps a verb from the date before it."""
    return any(word.text == ";" for word in doc[date.i : max(date.i, verb.i)])


def _is_timetable_noun(date: Token) -> bool:
    """ "Talks resume on Thursday", where the tagger takes the verb for a noun.

    "Thursday".
    """
    if date.i < 3 or date.nbor(-1).lower_ != "on":
        return False
    verb, subject = date.nbor(-2), date.nbor(-3)
    return verb.tag_ == "NN" and verb.lower_ in _TIMETABLE and subject.tag_ in {"NNS", "NNPS"}


def _has_planned_before(noun: Token) -> bool:
    """ "A planned rally on Saturday"."""
    return any(child.dep_ == "amod" and child.lower_ in _PLANNED for child in noun.children)


def _is_due_by_now(word: Token) -> bool:
    """ "A verdict is due on Friday", "is likely on Friday"; not "was due on Friday"."""
    return word.pos_ == "ADJ" and word.lemma_ in _PLANS and word.head.tag_ in _PRESENT


def _was_planned_on(verb: Token, date: Token) -> bool:
    """ "Promised on Monday to leave", "were promised aid on Monday": the day of the plan, not of what is planned."""
    if verb.tag_ not in {"VBD", "VBN"} or verb.lemma_ not in _PLANS:
        return False
    planned = [child for child in verb.children if child.dep_ == "xcomp"]
    if planned:
        return verb.tag_ == "VBD" and any(child.left_edge.i > date.i for child in planned)
    return verb.lemma_ in _WORDS and _is_of_promise(verb, date)


def _is_of_promise(verb: Token, date: Token) -> bool:
    """Whether a day stands at a promise or at a thing that is promised.

    "On Monday" of "promised them a pay rise on Monday"; not that of "promised a strike on Monday" and "by Monday".
    """
    if date.head.lower_ != "on":
        return False
    promised = [child for child in verb.children if child.dep_ == "dobj"]
    return date.head.head in (verb, *promised) and not any(noun.lemma_ in _HELD for noun in promised)


def _of_verb(verb: Token) -> str | None:
    """The direction of a verb by its auxiliaries, its form and what it means.

    "past" for "had closed", "future" for "will open".
    """
    auxiliaries = _auxiliaries(verb)
    for direction, tests in _DIRECTIONS:
        if any(test(verb, auxiliaries) for test in tests):
            return direction
    return None


def _is_past_perfect(_: Token, auxiliaries: set[str]) -> bool:
    """ "Had left"."""
    return not auxiliaries.isdisjoint(_PAST_PERFECT)


def _is_past_form(verb: Token, auxiliaries: set[str]) -> bool:
    """ "Left", "was seen"; not "to be seen"."""
    return "to" not in auxiliaries and verb.tag_ in {"VBD", "VBN"}


def _is_called_for(word: Token) -> bool:
    """Whether a day is the one that something is called for.

    "For" of "called a strike for Monday" and "announced a rally for Friday"; not of "arrested a man for the theft".
    """
    if word.lower_ != "for" or word.dep_ != "prep":
        return False
    verb = word.head.head if word.head.dep_ == "dobj" else word.head
    return verb.lemma_ in _CALLING


def _is_modal_future(verb: Token, auxiliaries: set[str]) -> bool:
    """ "Will leave", "would be leaving"; not "may have left"."""
    if verb.tag_ == "VBG" and "would" in auxiliaries:
        return True
    return bool(auxiliaries & _MODALS) and auxiliaries.isdisjoint(_PERFECT)


def _is_planned(verb: Token, auxiliaries: set[str]) -> bool:
    """ "Is to leave", "plans to leave"; not "had planned to leave"."""
    if "to" not in auxiliaries or verb.head.lemma_ not in _PLANS | {"be"}:
        return False
    return not _has_had(verb.head)


def _is_due(verb: Token, auxiliaries: set[str]) -> bool:
    """ "May have to close", "needs to leave", "could be forced to sell"; not "had to close"."""
    if "to" not in auxiliaries or verb.dep_ != "xcomp":
        return False
    if verb.head.lemma_ in _DUTIES and verb.head.tag_ in _PRESENT:
        return True
    return _is_modal_future(verb.head, _auxiliaries(verb.head))


def _auxiliaries(verb: Token) -> set[str]:
    """The auxiliaries of a verb: "may" and "be" of "may be sold"."""
    return {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}


def _has_had(governor: Token) -> bool:
    """Whether the plan was one of the past: had been scheduled to, had been due to."""
    return any(child.lower_ == "had" for child in (*governor.children, *governor.head.children))


def _is_plan(verb: Token, _: set[str]) -> bool:
    """Whether a verb looks ahead by its meaning: is scheduled, is set for Sunday; not "was set on fire"."""
    if verb.lemma_ != "set":
        return verb.lemma_ in _PLANS and verb.tag_ != "VB"
    return verb.tag_ == "VBN" and any(map(_is_what_is_set, verb.children))


def _is_what_is_set(child: Token) -> bool:
    """ "For Sunday" and "to leave", behind "set"."""
    return child.lower_ == "for" or child.dep_ == "xcomp"


# Which way a verb looks, by the first test that holds.
_DIRECTIONS: tuple[tuple[str, tuple[Callable[[Token, set[str]], bool], ...]], ...] = (
    ("past", (_is_past_perfect,)),
    ("future", (_is_plan, _is_modal_future, _is_planned, _is_due)),
    ("past", (_is_past_form,)),
)
