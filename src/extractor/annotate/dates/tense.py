"""Which way the verb beside a time expression looks: into the past or into the future."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from extractor.lexicon.tables import word_lists

_MODALS = word_lists("dates/around.txt")["modals"]
_PLANS = word_lists("dates/around.txt")["plans"]
_PLANNED = frozenset({"planned", "scheduled", "upcoming", "forthcoming"})  # a planned rally on Saturday
_CLIMB = 8  # words above a date in the tree that are asked


class Tense:
    """The direction of the clause around a character; None without tags and a parse, or when nothing decides."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc

    def at(self, start: int, end: int) -> str | None:
        """ "past", "future" or None for the expression at [start, end)."""
        span = self._doc.char_span(start, end, alignment_mode="expand")
        token = span.root if span is not None and len(span) else None
        if token is None or not (token.tag and token.dep):
            return None
        for _ in range(_CLIMB):
            if any(child.lower_ in _PLANNED for child in token.children if child.dep_ == "amod"):
                return "future"
            if token.pos_ in {"VERB", "AUX"}:
                return _of_verb(token)
            if token.head.i == token.i:
                return None
            token = token.head
        return None


def _of_verb(verb: Token) -> str | None:
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {helper.lower_ for helper in helpers}
    if words & {"had", "'d"}:
        return "past"
    if _is_plan(verb) or (words & _MODALS and not words & {"have", "has", "’ve", "'ve"}):
        return "future"
    if verb.tag_ == "VBG" and "would" in words:
        return "future"
    if "to" in words:
        return "future" if verb.head.lemma_ in _PLANS | {"be"} and not _has_had(verb.head) else None
    return "past" if verb.tag_ in {"VBD", "VBN"} else None


def _has_had(governor: Token) -> bool:
    """Whether the plan was one of the past: had been scheduled to, had been due to."""
    return any(child.lower_ == "had" for token in (governor, governor.head) for child in token.children)


def _is_plan(verb: Token) -> bool:
    """Whether a verb looks ahead by its meaning: is scheduled, is set for Sunday; not "was set on fire"."""
    if verb.lemma_ == "set":
        return verb.tag_ == "VBN" and any(c.lower_ == "for" or c.dep_ == "xcomp" for c in verb.children)
    return verb.lemma_ in _PLANS and verb.tag_ != "VB"
