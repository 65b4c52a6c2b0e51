"""Which date, or which place, of an article an event has: a linear chooser that overrules the rules where it is sure.

The candidates are those that the article names near the event, those of the events around it, none, and what the rules
chose. The evidence for each is named (`day_features.py`, `place_features.py`); models/grounding.md tells what the
weights were fitted on.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from extractor.events.draft import Draft
from extractor.events.grounding.mentions import Nearest
from extractor.lexicon.tables import data_json
from extractor.logistic import Evidence
from extractor.records import Modality

T = TypeVar("T", bound=Hashable)
RULES = "rules"  # evidence of the candidate that the rules chose
_OPEN = frozenset((Modality.INTENDED, Modality.HYPOTHETICAL))


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """A value that a slot may have, with what speaks for and against it."""

    value: T
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Chooser:
    """Weights of the evidence, and by how much a candidate has to beat that of the rules."""

    weights: dict[str, float]
    margin: float

    def choose(self, candidates: Sequence[Candidate[T]]) -> T:
        """The likeliest value, that of the rules where no other beats it by the margin.

        Monday for one event, where the rules gave none and "on Monday" stands beside its verb.
        """
        return candidates[self.pick([candidate.evidence for candidate in candidates])].value

    def pick(self, evidence: Sequence[Evidence]) -> int:
        """The number of the likeliest candidate, that of the rules where no other beats it by the margin.

        1 where the second of two beats the first, which is that of the rules, by more than the margin; else 0.
        """
        scores = list(map(self.score, evidence))
        best = scores.index(max(scores))
        rules = next(number for number, signs in enumerate(evidence) if RULES in signs)
        if scores[best] - scores[rules] > self.margin:
            return best
        return rules

    def score(self, evidence: Evidence) -> float:
        """What the evidence of a candidate adds up to.

        >>> Chooser({"none": -1.0, "argument": 2.0}, 0.5).score({"argument": 1.0, "unknown": 1.0})
        2.0
        """
        score = 0.0
        for name, strength in evidence.items():  # in a loop: `sum` rounds differently from Python 3.12 on
            score += self.weights.get(name, 0.0) * strength
        return score


@cache
def chooser(slot: str) -> Chooser:
    """The shipped chooser of a slot, "day" or "place"."""
    found = data_json("events/grounding.json")[slot]
    return Chooser(found["weights"], found["margin"])


def group_of(event: Draft) -> str:
    """What an event is as far as its day and place go: an act, an act of words, a meeting, one to come.

    "act" for a killing, "verbal" for an accusation, "meeting" for talks, "open" for what is planned.
    """
    if event.modality in _OPEN:
        return "open"
    if event.coding.kind.meets:
        return "meeting"
    if event.coding.kind.verbal:
        return "verbal"
    return "act"


def evidence_of_rules(value: object, nearest: Nearest | None) -> Iterator[str]:
    """That the rules chose a value, and how near to the event it stands.

    "rules" and "rules: own clause" for Monday in "rebels left on Monday"; "rules: none" where they gave nothing.
    """
    yield RULES
    if value is None:
        yield "rules: none"
    elif nearest is None:
        yield "rules: not told here"
    else:
        yield f"rules: {nearest.where}"


def evidence_of_none(event: Draft, is_near: bool) -> Iterator[str]:
    """What speaks for an event without a value; `is_near`: whether its sentence names one.

    "none", "none, act" and "none, one in the sentence" for a killing in "he was killed near Homs".
    """
    group, here = group_of(event), "one in the sentence" if is_near else "no one in the sentence"
    yield "none"
    yield f"none, {group}"
    yield f"none, {here}"
    yield f"none, {group}, {here}"
    if event.layout:
        yield "none, layout"
