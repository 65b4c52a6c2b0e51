"""The confidence of whole events: how the article tells them."""

from collections.abc import Mapping

import pytest

from extractor import Extractor
from extractor.events import EventCoder
from extractor.events.factuality.event_features import evidence_of_events
from extractor.events.factuality.event_probability import weights
from extractor.events.index import AnnotatedArticle
from extractor.read.article import make_article

TWO = (
    "Rebels shelled a school in Kidal on Monday.\n\nA union met ministers in Bamako. Nurses marched in Segou.\n\n"
    "Prices rose. Schools stayed shut. The army shelled a bridge in Gao on Tuesday."
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="module")
def evidence(extractor: Extractor) -> list[Mapping[str, float]]:
    article = AnnotatedArticle(extractor.annotate(make_article(TWO, published="2024-05-15")))
    events = EventCoder(extractor.settings).events(article)
    return [signs for event, signs in evidence_of_events(article, events) if event.coding.type == "ASSAULT"]


def test_the_first_of_a_type(evidence: list[Mapping[str, float]]) -> None:
    assert {"first sentence", "first of its type"} <= evidence[0].keys()


def test_a_second_event_elsewhere(evidence: list[Mapping[str, float]]) -> None:
    assert {"late sentence", "told before far", "told before on other days", "told before elsewhere"} <= evidence[
        1
    ].keys()
    assert "told before of a side" not in evidence[1]


def test_all_evidence_has_a_weight(evidence: list[Mapping[str, float]]) -> None:
    assert set().union(*evidence) <= weights().keys()


def test_what_the_lead_tells_is_surer(extractor: Extractor) -> None:
    first, second = (e for e in extractor.extract(TWO, published="2024-05-15").events if e.type == "ASSAULT")
    assert first.confidence > second.confidence
