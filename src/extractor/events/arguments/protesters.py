"""Who protests, where only another clause says so: "a march began at noon ... the protesters sang"."""

from collections.abc import Iterator

from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.syntax import word_class

# Sentences between a protest and the word for those who protest. For attackers this was wrong more often than right.
_REACH = 2


def add_protesters(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give protests without a source the protesters that the sentences around them name."""
    lacking = [event for event in events if event.coding.kind.voices_demands and not event.source]
    called = _called_protesters(article) if lacking else {}
    for event in lacking:
        nearest = min(_protesters(article, event, called), default=None)
        if nearest is not None:
            event.source.append(nearest[1])
            event.reasons.append("source: the protesters named nearby")


def _protesters(article: AnnotatedArticle, event: Draft, called: dict[int, list[str]]) -> Iterator[tuple[int, str]]:
    """(sentences away, actor) of those whom the article calls protesters."""
    for own in {article.sentence_number(article.trigger(claim)) for claim in event.claims}:
        for sentence in range(own - _REACH, own + _REACH + 1):
            for actor in called.get(sentence, ()):
                if actor not in event.target:
                    yield abs(sentence - own), actor


def _called_protesters(article: AnnotatedArticle) -> dict[int, list[str]]:
    """Sentence -> the actors that it calls protesters."""
    found: dict[int, list[str]] = {}
    for actor in article.actors.values():
        for mention in actor.mentions:
            head = article.words.head_of(mention.start, mention.end)
            if head.lemma_ in word_class("protesting"):
                found.setdefault(article.sentence_number(head), []).append(actor.id)
    return found
