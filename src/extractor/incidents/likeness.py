"""How alike two articles are, whatever events of theirs are compared: asked for each pair of events, answered once."""

from functools import lru_cache
from math import log1p
from typing import NamedTuple

from extractor.incidents.profile import ArticleProfile
from extractor.incidents.words import cosine, mass


class Likeness(NamedTuple):
    """The cosine of two articles; the names in common by rarity."""

    words: float
    names: float


@lru_cache(maxsize=100_000)
def articles_alike(one: ArticleProfile, other: ArticleProfile) -> Likeness:
    """How alike two articles are."""
    return Likeness(
        words=cosine(one.words, other.words),
        names=joint_rarity(one.names & other.names),
    )


def joint_rarity(words: frozenset[str]) -> float:
    """The rarity of words in common; each further one tells less."""
    return log1p(mass(words)) / 3
