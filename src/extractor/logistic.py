"""Linear models over named evidence: what speaks for something, weighed, as a probability."""

from math import exp, log

Evidence = dict[str, float]


def probability(evidence: Evidence, weights: dict[str, float]) -> float:
    """Evidence and weights -> a probability; evidence without a weight says nothing.

    >>> probability({"always": 1.0}, {"always": 0.0})
    0.5
    """
    return chance(log_odds(evidence, weights))


def log_odds(evidence: Evidence, weights: dict[str, float]) -> float:
    """Evidence and weights -> the logarithm of the odds.

    Adds in a loop, since `sum` rounds differently from Python 3.12 on.
    """
    score = 0.0
    for name, strength in evidence.items():
        score += weights.get(name, 0.0) * strength
    return score


def chance(odds: float) -> float:
    """The probability that log-odds mean."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, odds))))


def logit(probability: float) -> float:
    """A probability as evidence: the logarithm of its odds, 0 and 1 taken for 0.0001 less extreme."""
    inside = min(max(probability, 1e-4), 1 - 1e-4)
    return log(inside / (1 - inside))
