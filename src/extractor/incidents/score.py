"""How likely two events are one: linear models over the evidence of the pair.

There are two, for the question is another one. Events of different articles are one if all they say agrees. Events of
one article are two, since the article told them apart, unless it merely tells one of them twice.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from itertools import groupby

from extractor.incidents.features import evidence_of_pair
from extractor.incidents.profile import Profile
from extractor.incidents.rivals import MOST_GAINED, STRENGTHS, ProfileOf, Scored, beside_rivals
from extractor.lexicon.tables import data_json, data_text
from extractor.logistic import chance, log_odds, logit

# Less likely pairs are no evidence for anything, and are forgotten: of events of different articles, of one article.
LEAST_ACROSS, LEAST_WITHIN = logit(0.05), logit(0.1)
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
    return "within" if one.article.id == other.article.id else "across"


def pair_odds(one: Profile, other: Profile) -> float:
    """The log-odds that two events are one, whatever their rivals."""
    return log_odds(evidence_of_pair(one, other), weights()[model_of(one, other)])


def scored(pairs: Iterable[tuple[int, int]], profile_of: ProfileOf) -> Iterator[Scored]:
    """Pairs of numbers with their probability, without those that are too unlikely to matter.

    All pairs of the later article come together, for those of two articles are judged beside each other.
    """
    for _, found in groupby(pairs, key=lambda pair: profile_of(pair[1]).article.id):
        yield from _of_article(found, profile_of)


def _of_article(pairs: Iterable[tuple[int, int]], profile_of: ProfileOf) -> Iterator[Scored]:
    across = []
    for number, other_number in pairs:
        one, other = profile_of(number), profile_of(other_number)
        odds = pair_odds(one, other)
        if one.article.id == other.article.id:
            if odds >= LEAST_WITHIN:
                yield number, other_number, chance(odds)
        elif odds >= LEAST_ACROSS - MOST_GAINED:
            across.append((number, other_number, odds))
    for number, other_number, odds in beside_rivals(across, profile_of):
        if odds >= LEAST_ACROSS:
            yield number, other_number, chance(odds)
