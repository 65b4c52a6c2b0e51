"""How alike two articles are, whatever events of theirs are compared: asked for each pair of events, answered once."""

from functools import lru_cache
from math import log1p

from extractor.incidents.profile import ArticleProfile
from extractor.incidents.words import cosine, mass


@lru_cache(maxsize=100_000)
def words_alike(one: ArticleProfile, other: ArticleProfile) -> float:
    """The cosine of the words of two articles."""
    return cosine(one.words, other.words, one.told & other.told)


@lru_cache(maxsize=100_000)
def names_alike(one: ArticleProfile, other: ArticleProfile) -> float:
    """The rarity of the names in common."""
    return joint_rarity(one.names & other.names)


def joint_rarity(words: frozenset[str]) -> float:
    """The rarity of words in common; each further one tells less."""
    return log1p(mass(words)) / 3


def forget() -> None:
    """Let go of the articles that were compared."""
    words_alike.cache_clear()
    names_alike.cache_clear()
