"""How the article tells an event: evidence that it took place, is of its type, and is told here for the first time.

Form, sides, place and days of the event add nothing to what the probability of its mentions knows of them already:
with them the model did better on the articles it was fitted on and worse on others (models/events.md).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import log

from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.logistic import Evidence, logit

NEAR = 2  # sentences
EARLY = 3  # sentences


def evidence_of_events(article: AnnotatedArticle, events: Sequence[Draft]) -> Iterator[tuple[Draft, Evidence]]:
    """Each event in text order with what speaks for and against it; "always" is the same for all."""
    ordered = sorted(events, key=lambda event: event.trigger.i)
    before: dict[str, _Told] = {}
    for event in ordered:
        signs: Evidence = {
            "always": 1.0,
            "mention": logit(event.coding.confidence),
            "mentions": log(len(event.claims)),
            "events": log(len(ordered)),
            "sentences": log(len(article.words.sentence_starts)),
        }
        told = before.setdefault(event.coding.type, _Told())
        signs.update((sign, 1.0) for sign in (_position(event), *_retelling(event, told)))
        told.add(event)
        yield event, signs


@dataclass(slots=True)
class _Told:
    """The events of one type that were told so far: the last sentence, sides, days and places of any."""

    sentence: int | None = None
    sides: set[str] = field(default_factory=set)
    days: set[tuple[date, date] | None] = field(default_factory=set)
    places: set[str | None] = field(default_factory=set)

    def add(self, event: Draft) -> None:
        """One more."""
        self.sentence = event.sentence if self.sentence is None else max(self.sentence, event.sentence)
        self.sides.update(event.source, event.target)
        self.days.add(event.days)
        self.places.add(event.place)


def _position(event: Draft) -> str:
    """Where in the article the event is first told."""
    if event.sentence == 0:
        return "first sentence"
    if event.sentence <= EARLY:
        return "early sentence"
    return "late sentence"


def _retelling(event: Draft, told: _Told) -> Iterator[str]:
    """An event of its type that was told before, and what it has in common with it: it may be the same one.

    For the second act of "Rebels shelled Gao. The rebels shelled Kidal." that one of a side was told before, near,
    elsewhere.
    """
    if told.sentence is None:
        yield "first of its type"
        return
    nearest = event.sentence - told.sentence
    yield "told before here" if nearest == 0 else "told before near" if nearest <= NEAR else "told before far"
    sides = {*event.source, *event.target}
    if not sides:
        yield "told before, no sides"
    if not sides.isdisjoint(told.sides):
        yield "told before of a side"
    if event.days is not None and told.days.isdisjoint((None, event.days)):
        yield "told before on other days"
    if event.place is not None and told.places.isdisjoint((None, event.place)):
        yield "told before elsewhere"
