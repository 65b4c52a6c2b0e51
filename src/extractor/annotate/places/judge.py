"""Which candidates are place names: a linear score over the evidence, then the best that do not overlap."""

from math import exp

from spacy.tokens import Doc

from extractor.annotate.places.evidence import read_article, weigh
from extractor.annotate.places.find import Candidate, Words
from extractor.gazetteer.index import Gazetteer

# The threshold with the best exact F1 over the four development corpora; flat between 0.3 and 0.5.
THRESHOLD = 0.4


def choose(
    doc: Doc, said: Words, found: list[Candidate], gazetteer: Gazetteer, weights: dict[str, float]
) -> list[Candidate]:
    """The candidates that are place names, in text order, with their probability as `score`."""
    article = read_article(doc, said)
    for candidate in found:
        evidence = weigh(candidate, said, article, gazetteer)
        candidate.score = _probability(evidence, weights)
    taken: list[Candidate] = []
    used: set[int] = set()
    for candidate in sorted(found, key=lambda c: (-c.score, c.start, -c.end)):
        if candidate.score < THRESHOLD:
            break
        span = range(candidate.start, candidate.end)
        if used.isdisjoint(span):
            used.update(span)
            taken.append(candidate)
    return sorted(taken, key=lambda c: c.start)


def _probability(evidence: dict[str, float], weights: dict[str, float]) -> float:
    score = sum(weights.get(name, 0.0) * strength for name, strength in evidence.items())
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))
