"""Who protests, where only another clause says so: "a march began at noon ... the protesters sang"."""

from collections.abc import Iterator
from itertools import product

from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.word_classes import word_class

# Sentences between a protest and the word for those who protest. For attackers this was wrong more often than right.
_REACH = 2


def add_protesters(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give protests without a source the protesters that the sentences around them name.

    Changes `source` and `reasons` of the drafts.
    The protesters of "A protest was held in Oslo. The protesters sang." are its source.
    """
    lacking = list(filter(_lacks_protesters, events))
    called = _called_protesters(article) if lacking else {}
    for event in lacking:
        nearest = min(_protesters(article, event, called), default=None)
        if nearest is not None:
            event.source.append(nearest[1])
            event.reasons.append("source: the protesters named nearby")


def _lacks_protesters(event: Draft) -> bool:
    """Whether it is a protest that nobody is said to hold."""
    return event.coding.kind.voices_demands and not event.source


def _protesters(article: AnnotatedArticle, event: Draft, called: dict[int, list[str]]) -> Iterator[tuple[int, str]]:
    """(sentences away, actor) of those whom the article calls protesters."""
    for own, away in product(event.sentences, range(-_REACH, _REACH + 1)):
        for actor in called.get(own + away, ()):
            if actor not in event.target:
                yield abs(away), actor


def _called_protesters(article: AnnotatedArticle) -> dict[int, list[str]]:
    """Sentence -> the actors that it calls protesters."""
    found: dict[int, list[str]] = {}
    for actor in article.actors.values():
        for mention in actor.mentions:
            head = article.words.head_of(mention.start, mention.end)
            if head.lemma_ in word_class("protesting"):
                found.setdefault(article.sentence_number(head), []).append(actor.id)
    return found
