"""Dates that belong to an act named by a noun: "convicted in the 2012 shooting", "protested over Monday's raid"."""

from extractor.document.tokens import Word
from extractor.lexicon.tables import word_lists

_WORDS = word_lists("claims/words.txt")
_BEFORE_OTHER_TIMES, _JUDGING = _WORDS["prepositions before other times"], _WORDS["judging"]
_BEFORE_NOUNS = frozenset(("nummod", "amod", "compound", "nmod", "poss"))


def dates_other_act(trigger: Word, date: Word) -> bool:
    """Whether a date belongs to an act behind the trigger with a time of its own: "convicted in the 2012 shooting"."""
    act = _act_named_by(date)
    if act is None or act is trigger or act.above(trigger) or not trigger.above(date):
        return False
    preposition = next((word for word in date.ancestors if word.pos_ == "ADP"), None)
    if preposition is None or not trigger.above(preposition):
        return False
    if preposition.lower_ in _BEFORE_OTHER_TIMES:
        return True
    return preposition.lower_ == "in" and not _JUDGING.isdisjoint((preposition.head.lemma_, trigger.lemma_))


def _act_named_by(date: Word) -> Word | None:
    """The noun behind a date; the act behind "the 2012", where the parser takes the year for a noun."""
    if date.dep_ in _BEFORE_NOUNS:
        return date.head
    behind = date.rights[0] if date.rights else None
    if behind is None or behind.i != date.i + 1 or behind.pos_ not in ("NOUN", "VERB"):
        return None
    return behind if date.lefts.has("det") else None
