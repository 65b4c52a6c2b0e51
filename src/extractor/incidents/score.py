"""How likely two events are one: linear models over the evidence of the pair.

There are two, for the question is another one. Events of different articles are one if all they say agrees. Events of
one article are two, since the article told them apart, unless it merely tells one of them twice.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from itertools import chain, groupby

import numpy as np

from extractor.incidents.features import Array, Columns, Pair, evidence_of_pairs
from extractor.incidents.profile import Profile
from extractor.incidents.rivals import MOST_GAINED, STRENGTHS, ProfileOf, Scored, beside_rivals
from extractor.lexicon.tables import data_json, data_text
from extractor.logistic import chance, logit

# Less likely pairs are no evidence for anything, and are forgotten: of events of different articles, of one article.
LEAST_ACROSS, LEAST_WITHIN = logit(0.05), logit(0.1)
PAIRS_AT_ONCE = 2_000
Weights = dict[str, float]


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


def pair_odds(pairs: Sequence[Pair]) -> list[float]:
    """The log-odds that two events are one, whatever their rivals, for each of some pairs."""
    evidence = evidence_of_pairs(pairs)
    odds = {model: weighed(evidence, weights()[model]) for model in ("within", "across")}
    return [float(odds[model_of(*pair)][number]) for number, pair in enumerate(pairs)]


def weighed(evidence: Columns, known: Weights) -> Array:
    """The log-odds that evidence means, pair by pair, added in the order of the evidence."""
    odds = np.zeros(len(evidence["always"]))
    for name, column in evidence.items():
        odds += known.get(name, 0.0) * column
    return odds


def scored(pairs: Iterable[tuple[int, int]], profile_of: ProfileOf) -> Iterator[Scored]:
    """Pairs of numbers with their probability, without those that are too unlikely to matter.

    All pairs of the later article come together, for those of two articles are judged beside each other.
    """
    for some in _at_once(groupby(pairs, key=lambda pair: profile_of(pair[1]).article.id)):
        odds = pair_odds([(profile_of(one), profile_of(other)) for one, other in chain.from_iterable(some)])
        coming = iter(odds)
        for found in some:
            yield from _of_article([(*pair, next(coming)) for pair in found], profile_of)


def _at_once(articles: Iterable[tuple[str, Iterable[tuple[int, int]]]]) -> Iterator[list[list[tuple[int, int]]]]:
    """The pairs of articles, of so many together that making evidence of them in columns pays."""
    some: list[list[tuple[int, int]]] = []
    for _, pairs in articles:
        some.append(list(pairs))
        if sum(map(len, some)) >= PAIRS_AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _of_article(pairs: Iterable[Scored], profile_of: ProfileOf) -> Iterator[Scored]:
    """The chances of pairs; of two reports in one article only a high one counts."""
    across = []
    for one, other, odds in pairs:
        if profile_of(one).article.id == profile_of(other).article.id:
            if odds >= LEAST_WITHIN:
                yield one, other, chance(odds)
        elif odds >= LEAST_ACROSS - MOST_GAINED:
            across.append((one, other, odds))
    for one, other, odds in beside_rivals(across, profile_of):
        if odds >= LEAST_ACROSS:
            yield one, other, chance(odds)
