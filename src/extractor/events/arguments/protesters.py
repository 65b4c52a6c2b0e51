"""Who protests, where only another clause says so: "a march began at noon ... the protesters sang"."""

from collections.abc import Iterator

from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.records import Actor
from extractor.syntax import word_class

# Sentences between a protest and the word for those who protest. For attackers this was wrong more often than right.
_REACH = 2


def add_protesters(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give protests without a source the protesters that the sentences around them name."""
    for event in events:
        if not event.coding.kind.voices_demands or event.source:
            continue
        nearest = min(_protesters(article, event), default=None)
        if nearest is not None:
            event.source.append(nearest[1])
            event.reasons.append("source: the protesters named nearby")


def _protesters(article: AnnotatedArticle, event: Draft) -> Iterator[tuple[int, str]]:
    """(sentences away, actor) of those whom the article calls protesters."""
    triggers = [article.sentence_number(article.trigger(claim)) for claim in event.claims]
    for actor in article.actors.values():
        for sentence in _called_protesters(article, actor):
            away = min(abs(sentence - own) for own in triggers)
            if away <= _REACH and actor.id not in event.target:
                yield away, actor.id


def _called_protesters(article: AnnotatedArticle, actor: Actor) -> Iterator[int]:
    for mention in actor.mentions:
        head = article.words.head_of(mention.start, mention.end)
        if head.lemma_ in word_class("protesting"):
            yield article.sentence_number(head)
