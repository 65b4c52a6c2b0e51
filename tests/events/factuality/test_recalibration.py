"""Confidence as a user's settings correct it."""

import pytest

from extractor import Event, Extractor
from extractor.events.factuality.recalibration import corrected, recalibrated
from extractor.settings import make_settings

TEXT = "Rebels seized Aleppo on Saturday, the army said. Police in Minsk arrested two students on Friday."


def event(confidence: float) -> Event:
    return Event(id="e-1", type="PROTEST", claims=[], confidence=confidence)


@pytest.mark.parametrize(
    ("confidence", "scale", "shift", "expected"),
    [
        (0.7, 1.0, 0.0, 0.7),
        (0.5, 1.0, 1.0, 0.731),
        (0.5, 3.0, 0.0, 0.5),
        (0.9, 0.5, 0.0, 0.75),
        (1.0, 0.5, 0.0, 0.99),
        (0.0, 1.0, -50.0, 0.0),
    ],
)
def test_log_odds_are_scaled_and_moved(confidence: float, scale: float, shift: float, expected: float) -> None:
    assert corrected(confidence, scale, shift) == expected


def test_the_least_is_taken_of_the_corrected_confidence() -> None:
    settings = make_settings({"confidence_shift": 1.0, "least_confidence": 0.6})
    kept = list(recalibrated([event(0.3), event(0.4), event(0.9)], settings))
    assert [one.confidence for one in kept] == [0.644, 0.961]


def test_what_is_left_out_leaves_its_claims_without_event(extractor: Extractor) -> None:
    whole = extractor.extract(TEXT)
    sure = max(one.confidence for one in whole.events)
    some = Extractor(model=extractor.nlp, least_confidence=sure).extract(TEXT)
    assert 0 < len(some.events) < len(whole.events)
    assert len(some.claims) == len(whole.claims)
    assert {claim.event for claim in some.claims} <= {None, *(one.id for one in some.events)}
