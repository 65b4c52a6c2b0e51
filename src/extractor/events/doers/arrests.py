"""Who made an arrest that is told in the passive: "police raided a flat, and two men were held"."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.word_classes import word_class
from extractor.records import ActorKind

_SECTORS = frozenset(("COP", "MIL", "SPY"))


def add_arresting(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give arrests by nobody the police that act in the same sentence, where they are the only ones.

    Changes `source` and `reasons` of the drafts. The police for "Police foiled a plot, and two men were arrested.";
    nobody for "Police said two men were arrested." and for "A blast hit police. Two men were arrested."
    """
    for event in events:
        is_arrest = event.coding.manner in event.coding.kind.detains
        if event.source or not is_arrest:
            continue
        acting = set(_acting_police(article, article.trigger(event.claims[0])))
        if len(acting) == 1 and acting.isdisjoint(event.target):
            event.source += acting
            event.reasons.append("source: police of the sentence")


def _acting_police(article: AnnotatedArticle, trigger: Word) -> Iterator[str]:
    """The police that are the subject of a verb in the sentence of a trigger, but not of one of saying."""
    for word in article.sentence_tokens(trigger):
        if word.dep_ != "nsubj" or word.head.lemma_ in word_class("saying"):
            continue
        actor = article.actors.get(article.actor_of(word) or "")
        if actor is not None and actor.sector in _SECTORS and actor.kind is not ActorKind.PERSON:
            yield actor.id
