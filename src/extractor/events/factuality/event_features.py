"""How the article tells an event: evidence that it took place, is of its type, and is told here for the first time.

Form, sides, place and days of the event add nothing to what the probability of its mentions knows of them already:
with them the model did better on the articles it was fitted on and worse on others (models/events.md).
"""

from collections.abc import Iterator, Sequence
from math import log

from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.logistic import Evidence, logit

NEAR = 2  # sentences
EARLY = 3  # sentences


def evidence_of_events(article: AnnotatedArticle, events: Sequence[Draft]) -> Iterator[tuple[Draft, Evidence]]:
    """Each event in text order with what speaks for and against it; "always" is the same for all."""
    ordered = sorted(events, key=lambda event: event.trigger.i)
    for number, event in enumerate(ordered):
        signs: Evidence = {
            "always": 1.0,
            "mention": logit(event.coding.confidence),
            "mentions": log(len(event.claims)),
            "events": log(len(ordered)),
            "sentences": log(len(article.words.sentence_starts)),
        }
        signs.update((sign, 1.0) for sign in (_position(event), *_retelling(event, ordered[:number])))
        yield event, signs


def _position(event: Draft) -> str:
    if event.sentence == 0:
        return "first sentence"
    return "early sentence" if event.sentence <= EARLY else "late sentence"


def _retelling(event: Draft, before: Sequence[Draft]) -> Iterator[str]:
    """An event of its type that was told before, and what it has in common with it: it may be the same one."""
    alike = [other for other in before if other.coding.type == event.coding.type]
    if not alike:
        yield "first of its type"
        return
    nearest = min(event.sentence - other.sentence for other in alike)
    yield "told before here" if nearest == 0 else "told before near" if nearest <= NEAR else "told before far"
    sides = {*event.source, *event.target}
    if not sides:
        yield "told before, no sides"
    if any(not sides.isdisjoint((*other.source, *other.target)) for other in alike):
        yield "told before of a side"
    if event.days is not None and all(other.days not in (None, event.days) for other in alike):
        yield "told before on other days"
    if event.place is not None and all(other.place not in (None, event.place) for other in alike):
        yield "told before elsewhere"
