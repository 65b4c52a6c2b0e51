"""Acts of words and what they are about: the content of a demand, a threat or a promise is no event of its own."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.draft import Draft
from extractor.lexicon.event_types import EventType
from extractor.lexicon.tables import word_lists
from extractor.syntax import Frame, stated_purpose

_DEMANDING = word_lists("events/words.txt")["demanding"]
_OBJECT = ("dobj",)
_SAID = ("dobj", "prep", "xcomp", "ccomp", "attr", "acomp")
_BESIDE = ("advcl", "xcomp", "conj", "acl")


def content_of(frame: Frame, kind: EventType) -> Iterator[int]:
    """The tokens of acts that an act of words, or the end of an act, is about, by number.

    Of "threatened to attack the port" the attack, of "called it a raid on the poor" the raid; none for types that are
    not about other acts.
    """
    for name in frame.trigger.rights.those("oprd"):
        yield from _content(name)
    if kind.holds_content or kind.holds_object or (kind.voices_demands and frame.predicate in _DEMANDING):
        yield from _what_it_is_about(frame, kind)
    sets_end = kind.holds_content and frame.trigger.rights.has_form("until")
    if kind.holds_purpose or sets_end:
        yield from _purpose(frame)


def _what_it_is_about(frame: Frame, kind: EventType) -> Iterator[int]:
    """Triggers inside the content of a demand, a threat, a promise or a refusal, relative clauses aside."""
    if kind.holds_content and frame.complement is not None:
        yield from _content(frame.complement)
    for child in frame.trigger.rights.those(*(_SAID if kind.holds_content else _OBJECT)):
        yield from _content(child)
    if frame.passive:
        for subject in frame.trigger.lefts.those("nsubjpass"):
            yield from _content(subject)


def _purpose(frame: Frame) -> Iterator[int]:
    """What a meeting is for, and what somebody has until an end to do.

    "Discuss" of "met to discuss the border", "surrender" of "gave them until Friday to surrender".
    """
    for child in frame.trigger.rights:
        if child.dep_ == "advcl" and child.lefts.has_tag("TO"):
            yield child.i


def _content(token: Word) -> Iterator[int]:
    """The words of a phrase or clause by number, without those that only tell more of a participant."""
    yield token.i
    for child in token.children:
        if not _tells_aside(child):
            yield from _content(child)


def _tells_aside(child: Word) -> bool:
    """Whether a clause or a noun is no part of what is said, but tells who or when it is."""
    if child.dep_ == "acl":
        return child.tag_ == "VBN"
    return child.dep_ in ("relcl", "appos", "nsubj", "advcl")


def fold_demands(drafts: list[Draft]) -> list[Draft]:
    """What a protest demands is no event of its own (PLOVER); whom it asks is the protest's target.

    The drafts that are likely, without those that are folded into a protest, which is changed.
    Of "marched to demand that the minister resign" the march alone, with the minister as its target.
    """
    protests: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.coding.kind.voices_demands:
            protests.setdefault(draft.sentence, []).append(draft)
    kept: list[Draft] = []
    for draft in drafts:
        protest = _protest_of(draft, protests.get(draft.sentence, []))
        if protest is not None:
            _fold(protest, draft)
        elif not draft.unlikely:
            kept.append(draft)
    return kept


def _protest_of(draft: Draft, protests: list[Draft]) -> Draft | None:
    """The protest of its sentence whose demand or purpose a draft is."""
    is_told_by = _voices if draft.coding.kind.demands else _is_purpose
    for protest in protests:
        if is_told_by(protest, draft):
            return protest
    return None


def _fold(protest: Draft, draft: Draft) -> None:
    """Make a draft a mention of a protest."""
    protest.take_claims(draft)
    if not protest.target:
        protest.target = [actor for actor in draft.target if actor not in protest.source]


def _voices(protest: Draft, draft: Draft) -> bool:
    """Whether a demand stands in the clause of a protest, or beside it with the same people.

    True of "demanding" beside "marched" in "Students marched in Lima, demanding new elections."
    """
    if protest.trigger.above(draft.trigger):
        if not draft.source:
            return True
        return draft.source == protest.source
    if draft.source != protest.source or draft.trigger.dep_ not in _BESIDE:
        return False
    if draft.trigger.head is protest.trigger:
        return True
    return draft.trigger.head is protest.trigger.head


def _is_purpose(protest: Draft, draft: Draft) -> bool:
    """Whether a protest is that of "walked out in protest", told by its verb already."""
    if not draft.coding.kind.voices_demands:
        return False
    return stated_purpose(draft.trigger) is protest.trigger
