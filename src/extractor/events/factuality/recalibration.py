"""The confidence of events as a user's own checked events correct it, and the least that is told."""

from collections.abc import Iterable, Iterator

from extractor.logistic import logit, probability
from extractor.records import Event
from extractor.settings import Settings


def recalibrated(events: Iterable[Event], settings: Settings) -> Iterator[Event]:
    """Events with the confidence that the settings make of theirs, without those below the least.

    With `least_confidence=0.5` those of 0.5 and more, after `confidence_scale` and `confidence_shift` were applied.
    """
    for event in events:
        confidence = corrected(event.confidence, settings.confidence_scale, settings.confidence_shift)
        if confidence >= settings.least_confidence:
            yield event if confidence == event.confidence else event.with_value("confidence", confidence)


def corrected(confidence: float, scale: float, shift: float) -> float:
    """A confidence with its log odds multiplied by `scale` and moved by `shift`.

    >>> corrected(0.7, 1.0, 0.0), corrected(0.5, 2.0, 1.0)
    (0.7, 0.731)
    """
    if (scale, shift) == (1.0, 0.0):
        return confidence
    return round(probability({"odds": logit(confidence), "always": 1.0}, {"odds": scale, "always": shift}), 3)
