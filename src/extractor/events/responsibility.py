"""Who says he did it: "claimed the blast", "claimed responsibility for the attack" give an event its source."""

from extractor.events.article import AnnotatedArticle
from extractor.events.draft import Draft
from extractor.events.roles import actor_behind
from extractor.syntax import conjuncts, frame_of, is_event_noun
from extractor.words import Word

_CLAIMING = frozenset(("claim", "admit", "accept"))


def add_responsibility(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give the claimant of an attack to the nearest violent event without a source before the claim."""
    violent = [event for event in events if event.coding.type == "ASSAULT" and not event.source]
    if not violent:
        return
    for token in article.words:
        if token.pos_ != "VERB" or token.lemma_ not in _CLAIMING:
            continue
        frame = frame_of(token)
        if frame.agent is None or frame.patient is None or not _names_attack(frame.patient):
            continue
        claimants = [actor_behind(article, member) for member in (frame.agent, *conjuncts(frame.agent))]
        before = [event for event in violent if event.trigger.i < token.i]
        if before and (found := [actor for actor in claimants if actor]):
            event = max(before, key=lambda e: e.trigger.i)
            event.source = list(dict.fromkeys(found))
            event.reasons.append(f"source: '{token.text} {frame.patient.text}'")


def _names_attack(token: Word) -> bool:
    return token.lemma_ == "responsibility" or is_event_noun(token)
