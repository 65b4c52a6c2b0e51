"""Weights of a linear model that chooses among candidates: what `fit_grounding.py` and `fit_antecedents.py` share."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from extractor.logistic import Evidence

Array = NDArray[Any]
RARE = 6  # evidence seen in fewer choices gets no weight
STEPS = 400


class Candidates(Protocol):
    """What speaks for each candidate of a choice, and which of them are right."""

    @property
    def evidence(self) -> list[Evidence]: ...

    @property
    def right(self) -> list[bool]: ...


def fit_choices(choices: Sequence[Candidates], counts: Sequence[float], penalty: float) -> dict[str, float]:
    """Maximum likelihood of the right candidates of each choice, with a quadratic penalty.

    `counts` says how much each of them counts.
    """
    seen = Counter(name for c in choices for name in set().union(*c.evidence))
    names = sorted(name for name, count in seen.items() if count >= RARE)
    column = {name: i for i, name in enumerate(names)}
    sizes = [len(c.evidence) for c in choices]
    table = np.zeros((sum(sizes), len(names)))
    for row, evidence in enumerate(signs for c in choices for signs in c.evidence):
        for name in evidence.keys() & column.keys():
            table[row, column[name]] = evidence[name]
    starts = np.append(0, np.cumsum(sizes)[:-1])
    group = np.repeat(np.arange(len(sizes)), sizes)
    right = np.array([r for c in choices for r in c.right])
    weight = np.array(counts)[group]
    values, mean, square = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        p = shares(table @ values, starts, group)
        wanted = np.where(right, p, 0.0)
        wanted /= np.add.reduceat(wanted, starts)[group]
        slope = penalty * values + table.T @ (weight * (p - wanted))
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope * slope
        pace = 0.05 if step < 0.7 * STEPS else 0.01
        values -= pace * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(value), 3) for name, value in zip(names, values, strict=True)}


def shares(scores: Array, starts: Array, group: Array) -> Array:
    """Scores -> the probability of each candidate among those of its choice."""
    powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
    return np.asarray(powers / np.add.reduceat(powers, starts)[group])
