"""Scale, shift and least confidence that fit checked events best, and what they gain on articles left out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import TypeVar

from extractor.events.factuality.recalibration import corrected
from extractor.logistic import logit, probability

# Below these a fit would follow chance: two numbers want some thirty events, of both kinds.
LEAST_JUDGED, LEAST_OF_EACH = 30, 5
# Scale and shift are held near what they are by so many events' worth of doubt.
_PRIOR = 4.0
_STEPS = 50


Fitted = TypeVar("Fitted")


@dataclass(frozen=True, slots=True)
class Judged:
    """A predicted event: its article, its confidence, and whether it is right."""

    article: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The correction of log odds."""

    scale: float = 1.0
    shift: float = 0.0

    def of(self, confidence: float) -> float:
        """The corrected confidence."""
        return corrected(confidence, self.scale, self.shift)


def is_enough(events: Sequence[Judged]) -> bool:
    """Whether there is enough to fit a confidence on."""
    right = sum(event.right for event in events)
    return len(events) >= LEAST_JUDGED and min(right, len(events) - right) >= LEAST_OF_EACH


def fitted_line(events: Iterable[Judged]) -> Line:
    """The line of greatest likelihood, by Newton's method, with a prior at the line that changes nothing."""
    points = [(logit(event.confidence), float(event.right)) for event in events]
    scale, shift = 1.0, 0.0
    for _ in range(_STEPS):
        step = _newton_step(points, scale, shift)
        scale, shift = max(scale - step[0], 0.05), shift - step[1]
        if max(map(abs, step)) < 1e-9:
            break
    return Line(round(scale, 3), round(shift, 3))


def _newton_step(points: Sequence[tuple[float, float]], scale: float, shift: float) -> tuple[float, float]:
    """What to take off scale and shift to come nearer to the best ones."""
    by_scale, by_shift = _PRIOR * (scale - 1.0), _PRIOR * shift
    scale_2, both, shift_2 = _PRIOR, 0.0, _PRIOR
    for odds, right in points:
        chance = probability({"odds": odds, "always": 1.0}, {"odds": scale, "always": shift})
        weight = chance * (1.0 - chance)
        by_scale += (chance - right) * odds
        by_shift += chance - right
        scale_2 += weight * odds * odds
        both += weight * odds
        shift_2 += weight
    determinant = scale_2 * shift_2 - both * both
    return (
        (shift_2 * by_scale - both * by_shift) / determinant,
        (scale_2 * by_shift - both * by_scale) / determinant,
    )


def log_loss(events: Iterable[Judged], line: Callable[[Judged], Line]) -> float:
    """The mean surprise at what is right; `line` names the correction for each event."""
    losses = [_loss(line(event).of(event.confidence), event.right) for event in events]
    return sum(losses) / len(losses) if losses else 0.0


def _loss(confidence: float, right: bool) -> float:
    """The surprise at one event: minus the logarithm of the confidence in what is so."""
    inside = min(max(confidence, 1e-4), 1 - 1e-4)
    return -log(inside if right else 1 - inside)


def best_threshold(events: Sequence[Judged], wanted: int) -> float:
    """The least confidence with the best F1 of `wanted` checked events; 0 when none does better than all."""
    ordered = sorted(events, key=lambda event: event.confidence)
    right = sum(event.right for event in ordered)
    best, threshold = _f1(right, len(ordered), wanted), 0.0
    for place, event in enumerate(ordered):
        right -= event.right
        after = ordered[place + 1].confidence if place + 1 < len(ordered) else 1.0
        score = _f1(right, len(ordered) - place - 1, wanted)
        if score > best + 1e-9 and after > event.confidence:
            best, threshold = score, round((event.confidence + after) / 2, 3)
    return threshold


def kept_f1(events: Iterable[Judged], threshold: Callable[[Judged], float], wanted: int) -> float:
    """F1 in percent when each event below its threshold is left out."""
    kept = [event for event in events if event.confidence >= threshold(event)]
    return 100 * _f1(sum(event.right for event in kept), len(kept), wanted)


def _f1(right: int, predicted: int, wanted: int) -> float:
    """F1 of some predicted and wanted events, 0 when there are none."""
    if predicted + wanted:
        return 2 * right / (predicted + wanted)
    return 0.0


def left_out(events: Sequence[Judged], fit: Callable[[list[Judged]], Fitted]) -> dict[str, Fitted]:
    """Article -> what is fitted on the events of all others."""
    fitted: dict[str, Fitted] = {}
    for name in dict.fromkeys(event.article for event in events):
        others = [event for event in events if event.article != name]
        fitted[name] = fit(others)
    return fitted
