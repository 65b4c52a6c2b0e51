"""Dates that belong to an act named by a noun: "convicted in the 2012 shooting", "protested over Monday's raid"."""

from itertools import takewhile

from extractor.document.tokens import Word
from extractor.lexicon.tables import word_lists

_WORDS = word_lists("claims/words.txt")
_BEFORE_OTHER_TIMES, _JUDGING = _WORDS["prepositions before other times"], _WORDS["judging"]
_NAMING = frozenset(("compound", "nmod", "amod", "npadvmod"))
_BEFORE_NOUNS = frozenset(("nummod", "amod", "compound", "nmod", "poss"))


def dates_other_act(trigger: Word, date: Word) -> bool:
    """Whether a date belongs to an act behind the trigger with a time of its own: "convicted in the 2012 shooting"."""
    act = _act_named_by(date)
    if act is None or not trigger.above(date):
        return False
    if act is trigger or act.above(trigger):
        return False
    between = takewhile(lambda word: word is not trigger, date.ancestors)
    preposition = next((word for word in between if word.pos_ == "ADP"), None)
    if preposition is None:
        return False
    return _leads_to_other_time(preposition, trigger)


def names_thing(day: Word, end: int) -> bool:
    """Whether an expression of time that ends at a character stands before a noun, which it names.

    True of "Christmas" in "bombed a Christmas market" and of "New Year's Eve" in "a New Year's Eve party"; not of
    "Monday" in "Monday's attack", "killed Monday" and "killed on Monday some miles from Gao".
    """
    first = day.left_edge
    if first.i and first.nbor(-1).pos_ == "ADP":
        return False
    if day.dep_ not in _NAMING and not (day.dep_ == "poss" and end > day.nbor(1).end):
        return False
    return day.head.i > day.i and day.head.pos_ in ("NOUN", "PROPN")


def _leads_to_other_time(preposition: Word, trigger: Word) -> bool:
    """Whether an act behind a preposition has a time of its own: "over", and the "in" of "convicted in"."""
    if preposition.lower_ != "in":
        return preposition.lower_ in _BEFORE_OTHER_TIMES
    if preposition.head.lemma_ in _JUDGING:
        return True
    return trigger.lemma_ in _JUDGING


def _act_named_by(date: Word) -> Word | None:
    """The noun behind a date; the act behind "the 2012", where the parser takes the year for a noun."""
    if date.dep_ in _BEFORE_NOUNS:
        return date.head
    if not date.lefts.has("det"):
        return None
    behind = next(iter(date.rights), date)
    is_act = behind.i == date.i + 1 and behind.pos_ in ("NOUN", "VERB")
    if not is_act:
        return None
    return behind
