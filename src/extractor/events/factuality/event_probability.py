"""The confidence of whole events: a linear model over how the article tells them (models/events.md)."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extractor.events.draft import Draft
from extractor.events.factuality.event_features import evidence_of_events
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import data_json
from extractor.logistic import probability


def weigh(article: AnnotatedArticle, events: Sequence[Draft]) -> None:
    """Give each event its probability as confidence.

    One that is told often, and at least once without doubt, gets more than one that a late sentence mentions.
    """
    for event, evidence in list(evidence_of_events(article, events)):
        event.coding = replace(event.coding, confidence=probability(evidence, weights()))


@cache
def weights() -> dict[str, float]:
    """Evidence -> its weight, as shipped.

    `weights()["always"]` counts for every event.
    """
    found: dict[str, float] = data_json("events/events.json")
    return found
