"""Acts of words and what they are about: the content of a demand, a threat or a promise is no event of its own."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.draft import Draft
from extractor.lexicon.event_types import EventType
from extractor.syntax import Frame, stated_purpose


def content_of(frame: Frame, kind: EventType) -> Iterator[int]:
    """The tokens of acts that an act of words, or the end of an act, is about."""
    if kind.holds_content or kind.holds_object:
        yield from _what_it_is_about(frame, kind)
    if kind.holds_purpose:
        yield from _purpose(frame)


def _what_it_is_about(frame: Frame, kind: EventType) -> Iterator[int]:
    """Triggers inside the content of a demand, a threat, a promise or a refusal, relative clauses aside."""
    said = kind.holds_content
    starts = [frame.complement] if said and frame.complement is not None else []
    for child in frame.trigger.rights:
        if child.dep_ == "dobj" or (said and child.dep_ in ("prep", "xcomp", "ccomp", "attr", "acomp")):
            starts.append(child)
    if frame.passive:
        starts += frame.trigger.lefts.those("nsubjpass")
    for start in starts:
        yield from _content(start)


def _purpose(frame: Frame) -> Iterator[int]:
    """ "met to discuss the border", "will meet to sign it": what a meeting is for."""
    for child in frame.trigger.rights:
        if child.dep_ == "advcl" and child.lefts.has_tag("TO"):
            yield child.i


def _content(token: Word) -> Iterator[int]:
    yield token.i
    for child in token.children:
        if child.dep_ not in ("relcl", "appos", "nsubj", "advcl") and not (child.dep_ == "acl" and child.tag_ == "VBN"):
            yield from _content(child)


def fold_demands(drafts: list[Draft]) -> list[Draft]:
    """What a protest demands is no event of its own (PLOVER); whom it asks is the protest's target."""
    protests: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.coding.kind.voices_demands:
            protests.setdefault(draft.sentence, []).append(draft)
    kept: list[Draft] = []
    for draft in drafts:
        voices = _voices if draft.coding.kind.demands else _is_purpose
        protest = next((p for p in protests.get(draft.sentence, ()) if voices(p, draft)), None)
        if protest is None:
            kept.append(draft)
            continue
        protest.take_claims(draft)
        protest.target = protest.target or [actor for actor in draft.target if actor not in protest.source]
    return kept


def _voices(protest: Draft, draft: Draft) -> bool:
    """Whether a demand stands in the clause of a protest, or beside it with the same people."""
    if protest.trigger.above(draft.trigger):
        return not draft.source or draft.source == protest.source
    beside = draft.trigger.head is protest.trigger or draft.trigger.head is protest.trigger.head
    return beside and draft.source == protest.source and draft.trigger.dep_ in ("advcl", "xcomp", "conj", "acl")


def _is_purpose(protest: Draft, draft: Draft) -> bool:
    """Whether a protest is that of "walked out in protest", told by its verb already."""
    return draft.coding.kind.voices_demands and stated_purpose(draft.trigger) is protest.trigger
