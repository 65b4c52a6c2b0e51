"""To whom an answer is given, where only the act before it says so: "Peru asked for talks; Chile refused".

Also an answer by force: "youths threw stones at the guards, who replied with tear gas".
"""

from collections.abc import Iterator

from extractor.events.draft import Draft, position_of
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.event_types import EventType
from extractor.lexicon.sectors import sectors
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_class
from extractor.records import Actor
from extractor.syntax import Frame, frame_of

_ANSWERING = word_lists("events/words.txt")["answering by force"]
_REACH = 1  # sentences between a question and its answer
_HORIZON = 10  # events before an answer that may be its question


def add_answered(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give refusals and consents without a target the side whose demand, offer, threat or protest they answer.

    Changes `target` and `reasons` of the drafts.
    """
    ordered = sorted(events, key=position_of)
    for number, event in enumerate(ordered):
        find = _blow if _is_blow_back(event) else _question if _is_bare_answer(event) else None
        if find is None:
            continue
        question = find(article, event, ordered[max(0, number - _HORIZON) : number])
        if question is not None:
            event.target += question.source
            event.reasons.append(f"target: answers '{question.trigger.text}'")


def _is_blow_back(event: Draft) -> bool:
    """Whether somebody answers by force, and the clause does not tell against whom.

    "Replied with tear gas".
    """
    if event.noun or event.target or not event.source or not event.coding.kind.harms_people:
        return False
    return event.trigger.lemma_ in _ANSWERING


def _blow(article: AnnotatedArticle, answer: Draft, before: list[Draft]) -> Draft | None:
    """The act by force against the one who answers that stands right before the answer; None without one.

    "Threw" for "replied" of "youths threw stones at guards, who replied with tear gas".
    """
    for act in reversed(before):
        if _is_near(act, answer) and act.source and _share_side(article, act.target, answer.source):
            return None if _share_side(article, act.source, answer.source) else act
    return None


def _is_bare_answer(event: Draft) -> bool:
    """Whether somebody consents or refuses, and the clause does not tell what and to whom.

    True of "Niger refused.", not of "Niger refused to sign a treaty."
    """
    is_answer = event.coding.kind.promises or event.coding.kind.resists
    if not is_answer or not event.source:
        return False
    tells_more = any((event.noun, event.target, event.coding.reciprocal))
    return not tells_more and _takes_up(frame_of(event.trigger))


def _takes_up(frame: Frame) -> bool:
    """Whether a clause has nothing, "that" or "the offer" as its object, told before, and no other content."""
    if frame.complement is not None or frame.behind("to", "with", "about"):
        return False
    said = frame.patient
    if said is None or said.pos_ == "PRON":
        return True
    is_said = said.lemma_ in word_class("voiced") | word_class("messages")
    if not is_said:
        return False
    return said.prep("by", "of", "from") is None


def _question(article: AnnotatedArticle, answer: Draft, before: list[Draft]) -> Draft | None:
    """The act of the other side that an answer is given to; None where another act of words lies between.

    "demanded" for "refused" of "Mali demanded that Niger withdraw. Niger refused."
    """
    act = next(_acts_of_others(article, answer, before), None)
    if act is None or not _wants_answer(act.coding.kind):
        return None
    if act.target and not _share_side(article, act.target, answer.source):
        return None
    return act


def _acts_of_others(article: AnnotatedArticle, answer: Draft, before: list[Draft]) -> Iterator[Draft]:
    """What others said or demanded right before an answer, the nearest first."""
    for act in filter(_may_be_answered, reversed(before)):
        if _is_near(act, answer) and not _share_side(article, act.source, answer.source):
            yield act


def _may_be_answered(act: Draft) -> bool:
    """Whether an act is one of words, or a protest, of one side alone that is told."""
    if act.coding.reciprocal or not act.source:
        return False
    return act.coding.kind.verbal or act.coding.kind.voices_demands


def _is_near(act: Draft, answer: Draft) -> bool:
    """Whether a mention of an act stands in the sentence of an answer or right before it."""
    return any(0 <= answer.sentence - sentence <= _REACH for sentence in act.sentences)


def _wants_answer(kind: EventType) -> bool:
    """Whether one consents to an act or refuses it: a demand, an offer, a threat, a protest."""
    return any((kind.demands, kind.promises, kind.threatens, kind.voices_demands))


def _share_side(article: AnnotatedArticle, some: list[str], others: list[str]) -> bool:
    """Whether some actors are among others, or act for the same state."""
    if not set(some).isdisjoint(others):
        return True
    states = {_state_of(article.actors[actor]) for actor in some} - {None}
    return not states.isdisjoint(_state_of(article.actors[actor]) for actor in others)


def _state_of(actor: Actor) -> str | None:
    """The country that an actor acts for: a state, its government, its army."""
    if actor.sector not in sectors("state"):
        return None
    return actor.country
