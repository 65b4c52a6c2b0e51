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
    for event in filter(_is_arrest_by_nobody, events):
        trigger = article.trigger(event.claims[0])
        acting = set(_acting_police(article, trigger))
        if len(acting) != 1:
            continue
        if acting.isdisjoint(event.target):
            event.source += acting
            event.reasons.append("source: police of the sentence")


def _is_arrest_by_nobody(event: Draft) -> bool:
    """Whether it is not told who arrested somebody.

    "Two men were arrested".
    """
    if event.source:
        return False
    return event.coding.manner in event.coding.kind.detains


def _acting_police(article: AnnotatedArticle, trigger: Word) -> Iterator[str]:
    """The police that are the subject of a verb in the sentence of a trigger, but not of one of saying.

    The police of "police raided a flat, and two men were held".
    """
    saying = word_class("saying")
    for word in article.sentence_tokens(trigger):
        if word.dep_ == "nsubj" and word.head.lemma_ not in saying:
            yield from _police_of(article, word)


def _police_of(article: AnnotatedArticle, subject: Word) -> Iterator[str]:
    """The body of police that a subject stands for, no single officer.

    "Police" and "soldiers"; not "the police chief".
    """
    actor = article.actors.get(article.actor_of(subject) or "")
    if actor is None:
        return
    if actor.kind is ActorKind.PERSON:
        return
    if actor.sector in _SECTORS:
        yield actor.id
