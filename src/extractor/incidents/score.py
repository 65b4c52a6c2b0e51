"""How likely two events are one: linear models over the evidence of the pair.

There are two, for the question is another one. Events of different articles are one if all they say agrees. Events of
one article are two, since the article told them apart, unless it merely tells one of them twice.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b

import numpy as np

from extractor.incidents.columns import Array
from extractor.incidents.features import Columns, evidence_of
from extractor.incidents.pairs import Pairs
from extractor.incidents.profile import Profile
from extractor.incidents.rivals import MOST_GAINED, STRENGTHS, beside_rivals
from extractor.lexicon.tables import data_json, data_text
from extractor.logistic import chance, logit

# Less likely pairs are no evidence for anything, and are forgotten: of events of different articles, of one article.
LEAST_ACROSS, LEAST_WITHIN = logit(0.05), logit(0.1)
Weights = dict[str, float]
Scored = tuple[int, int, float]


@cache
def weights() -> dict[str, Weights]:
    """The fitted weights of both models, "across" and "within" articles (models/link.md)."""
    loaded: dict[str, Weights] = data_json("incidents/weights.json")
    return loaded


@cache
def model_version() -> str:
    """A name that changes with the weights."""
    return blake2b(f"{data_text('incidents/weights.json')}{STRENGTHS}".encode(), digest_size=4).hexdigest()


def model_of(one: Profile, other: Profile) -> str:
    """Which of the two models judges a pair."""
    if one.article.id == other.article.id:
        return "within"
    return "across"


def pair_odds(pairs: Pairs) -> Array:
    """The log-odds that two events are one, whatever their rivals, for each of some pairs."""
    return np.concatenate([np.zeros(0), *map(_odds, pairs.slices())])


def _odds(pairs: Pairs) -> Array:
    """The same for a portion of pairs."""
    evidence = evidence_of(pairs)
    known = weights()
    return np.where(pairs.within, weighed(evidence, known["within"]), weighed(evidence, known["across"]))


def weighed(evidence: Columns, known: Weights) -> Array:
    """The log-odds that evidence means, pair by pair, added in the order of the evidence."""
    odds = np.zeros(len(evidence["always"]))
    for name, column in evidence.items():
        odds += known.get(name, 0.0) * column
    return odds


def scored(blocks: Iterable[Pairs]) -> Iterator[Scored]:
    """Pairs of rows with their probability, without those that are too unlikely to matter.

    All pairs of the later article come in one block, for those of two articles are judged beside each other.
    """
    for pairs in blocks:
        odds = pair_odds(pairs)
        yield from _likely(pairs, odds, pairs.within & (odds >= LEAST_WITHIN))
        known = np.flatnonzero(~pairs.within & (odds >= LEAST_ACROSS - MOST_GAINED))
        across = pairs.of(known)
        settled = beside_rivals(across, odds[known])
        yield from _likely(across, settled, settled >= LEAST_ACROSS)


def _likely(pairs: Pairs, odds: Array, chosen: Array) -> Iterator[Scored]:
    """Some of the pairs with their probability."""
    some = pairs.of(chosen)
    yield from zip(some.ones.tolist(), some.others.tolist(), map(chance, odds[chosen].tolist()), strict=True)
