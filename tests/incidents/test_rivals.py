"""Of two articles' events each is one with the likeliest of the other's, if with any."""

import numpy as np

from extractor.incidents.columns import Reports
from extractor.incidents.pairs import Pairs
from extractor.incidents.profile import Profile, profiles_of
from extractor.incidents.rivals import beside_rivals
from incidents.accounts import account

TWO_A, TWO_B = "a bomb went off in Gao and the army fired on Gao", "in Gao a bomb went off, the army fired"


def profiles(other_story: bool = False) -> list[Profile]:
    """Two events of one article, and two of another."""
    words = (TWO_A, "ministers met in Oslo about fish" if other_story else TWO_B)
    return profiles_of([account(name, text) for name, text in zip("ab", words, strict=True) for _ in range(2)])


def settled(odds: dict[tuple[int, int], float], known: list[Profile]) -> dict[tuple[int, int], float]:
    """The log-odds of pairs beside their rivals."""
    ones, others = np.array(list(odds), dtype=int).reshape(-1, 2).T
    found = beside_rivals(Pairs(Reports(known), ones, others), np.array(list(odds.values())))
    return dict(zip(odds, found.tolist(), strict=True))


def test_the_likeliest_pair_gains_and_the_others_lose() -> None:
    before = {(0, 2): 0.6, (0, 3): -0.4, (1, 2): -0.4, (1, 3): -0.8}
    after = settled(before, profiles())
    assert {pair: after[pair] > before[pair] for pair in before} == {pair: pair == (0, 2) for pair in before}


def test_a_pair_without_rivals_gains_the_more_the_more_alike_the_articles_are() -> None:
    same, other = (settled({(0, 2): 0.0}, profiles(other_story))[0, 2] for other_story in (False, True))
    assert same > 0 > other


def test_equals_are_rivals_of_each_other() -> None:
    assert settled({(0, 2): 0.5, (0, 3): 0.5}, profiles()) == {(0, 2): 0.5, (0, 3): 0.5}


def test_no_pairs_give_none() -> None:
    assert settled({}, profiles()) == {}
