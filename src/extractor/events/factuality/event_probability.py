"""The confidence of whole events: a linear model over how the article tells them (models/events.md)."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from extractor.events.draft import Draft
from extractor.events.factuality.event_features import evidence_of_events
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import data_text
from extractor.logistic import probability

# The least probability that is told: higher ones cost a long article with many captions a quarter of its events.
LEAST = 0.2


def likely(article: AnnotatedArticle, events: Sequence[Draft]) -> Iterator[Draft]:
    """The events that are likely enough, with their probability as confidence."""
    for event, evidence in list(evidence_of_events(article, events)):
        chance = probability(evidence, weights())
        if chance >= LEAST:
            event.coding = replace(event.coding, confidence=chance)
            yield event


@cache
def weights() -> dict[str, float]:
    """Evidence -> its weight, as shipped."""
    found: dict[str, float] = json.loads(data_text("events/events.json"))
    return found
