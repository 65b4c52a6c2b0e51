"""Where and when of a proposition: by syntax first, then the clause around it, then the sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Generic, TypeVar

from spacy.tokens import Doc, Token

from extractor.annotate.claims.cues import cue_class
from extractor.syntax import Frame

T = TypeVar("T")


class Circumstance(Generic[T]):
    """The places or the dates of one Doc by the token at their head."""

    def __init__(self, doc: Doc, items: Iterable[tuple[int, int, T]], sentence_starts: list[int]) -> None:
        self.at: dict[int, T] = {}
        self._starts = [*sentence_starts, len(doc)]
        for start, end, item in items:
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is not None and len(span):
                self.at[span.root.i] = item
        self._heads = sorted(self.at)

    def in_sentence(self, token: Token) -> list[int]:
        """The heads of the items in the sentence of a token."""
        at = bisect_right(self._starts, token.i)
        first = bisect_left(self._heads, self._starts[at - 1])
        return self._heads[first : bisect_left(self._heads, self._starts[at])]

    def below(self, head: Token, *, skip: frozenset[int] = frozenset(), depth: int = 0) -> tuple[int, T] | None:
        """The nearest item under a word, outside the clauses inside it: (distance in arcs, item)."""
        best: tuple[int, T] | None = None
        if head.i in self.at:
            return depth, self.at[head.i]
        if depth > 7:
            return None
        for child in head.children:
            if child.i in skip or (child.pos_ in ("VERB", "AUX") and child.dep_ not in ("aux", "auxpass", "amod")):
                continue
            found = self.below(child, skip=skip, depth=depth + 1)
            if found is not None and (best is None or found[0] < best[0]):
                best = found
        return best


def find_date(frame: Frame, dates: Circumstance[T]) -> T | None:
    """The date of the act: in its own clause, else of the clause it belongs to; never the date of the saying."""
    token = frame.trigger
    if not dates.in_sentence(token):
        return None
    for _ in range(5):
        found = dates.below(token, skip=_subject_clause(token))
        if found is not None:
            return found[1]
        shared = _coordinated(token, dates)
        if shared is not None:
            return shared
        token_above = _clause_above(token)
        if token_above is None:
            return None
        token = token_above
    return None


def _subject_clause(token: Token) -> frozenset[int]:
    return frozenset(child.i for child in token.children if child.dep_ in ("relcl", "advcl", "ccomp", "conj"))


def _coordinated(token: Token, items: Circumstance[T]) -> T | None:
    """A circumstance before the first of several verbs, or after the last, holds for all of them."""
    for child in token.rights:
        if child.dep_ == "conj" and child.pos_ == "VERB" and not any(c.dep_ in ("nsubj",) for c in child.lefts):
            found = items.below(child)
            if found is not None:
                return found[1]
    return None


def _clause_above(token: Token) -> Token | None:
    """The clause whose time this one shares: participles, infinitives, coordinated verbs, nouns with their verb."""
    head, dep = token.head, token.dep_
    if head == token:
        return None
    if token.pos_ in ("NOUN", "PROPN"):
        while head.pos_ == "ADP" and head.head != head:
            head = head.head
        if head.pos_ in ("NOUN", "PROPN"):
            return head
        return None if cue_class(head) in ("report", "think", "allege", "deny") else head
    if head.pos_ == "ADP" and head.head != head:
        head, dep = head.head, "pcomp"
    if cue_class(head) in ("report", "think", "allege", "deny", "confirm"):
        return None
    if dep == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.lefts):
        return None
    if dep in ("conj", "advcl", "xcomp", "pcomp", "acl") and (dep != "acl" or token.tag_ == "VBG"):
        if dep == "advcl" and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.lefts):
            return None
        return head
    return None


def find_place(frame: Frame, places: Circumstance[T], said_by: Token | None) -> T | None:
    """The place of the act: where its clause says, where its object is, where its clause belongs, else the sentence."""
    token: Token | None = frame.trigger
    if not places.in_sentence(frame.trigger):
        return None
    skip = frozenset(t.i for t in (said_by, frame.agent) if t is not None)
    for _ in range(4):
        if token is None:
            break
        found = _by_preposition(token, places) or places.below(token, skip=skip)
        if found is not None:
            return found[1]
        shared = _coordinated(token, places)
        if shared is not None:
            return shared
        token = _clause_above(token)
    return _in_sentence(frame.trigger, places, skip)


def _by_preposition(token: Token, places: Circumstance[T]) -> tuple[int, T] | None:
    """ "in", "at", "near" beside the verb say more than a name inside an object."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "at", "near", "outside", "around", "inside", "on", "across"):
            found = places.below(child)
            if found is not None:
                return found
    return None


def _in_sentence(trigger: Token, places: Circumstance[T], skip: frozenset[int]) -> T | None:
    """The nearest place of the sentence, those before the trigger first; not inside the words for the source."""
    doc = trigger.doc
    near = [i for i in places.in_sentence(trigger) if not _acts(doc[i]) and not _under(doc[i], skip)]
    if not near:
        return None
    return places.at[min(near, key=lambda i: (i > trigger.i, abs(i - trigger.i)))]


def _acts(token: Token) -> bool:
    """A name that is a subject or an owner stands for a government or a people, not for a place."""
    return token.dep_ in ("nsubj", "nsubjpass", "poss", "amod", "dobj") or (
        token.dep_ == "pobj" and token.head.lower_ in ("by", "with", "against", "between")
    )


def _under(token: Token, heads: frozenset[int]) -> bool:
    for _ in range(6):
        if token.i in heads:
            return True
        if token.head == token:
            return False
        token = token.head
    return False
