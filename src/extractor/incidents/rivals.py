"""What a pair's rivals say: an event of one article is as a rule one event of another, the likeliest.

Two articles on one story share names, places and days, so that all their events look alike; which is which is told by
comparing the pairs of the two articles with each other. A pair that is the likeliest for both its events gains, the
more the more alike the articles are; a pair loses by how much likelier its events' other matches are.
"""

from collections.abc import Callable, Iterable, Iterator
from heapq import nlargest
from math import exp
from typing import NamedTuple

from extractor.incidents.likeness import articles_alike
from extractor.incidents.profile import Profile
from extractor.logistic import logit


class Strengths(NamedTuple):
    """In log-odds. Held-out stories 61 -> 67 pair F1, ECB+ 56 -> 57 and MUC-4 64 -> 69 (models/link.md)."""

    best: float = 2.0  # times the cosine of the articles, for the likeliest pair of both its events
    unlike: float = 0.25  # off that: in an archive of one country, articles on other stories have a likeliest pair too
    behind: float = 0.5  # for each log-odds that a rival is ahead
    furthest: float = 2.0  # of which so many count


STRENGTHS = Strengths()
UNRIVALLED = -6.0  # the log-odds of a rival that is not there
Scored = tuple[int, int, float]
ProfileOf = Callable[[int], Profile]


def beside_rivals(scored: Iterable[Scored], profile_of: ProfileOf) -> Iterator[Scored]:
    """All pairs of an article's events with their probability -> the same pairs, judged beside their rivals."""
    pairs = [(one, other, logit(chance)) for one, other, chance in scored]
    matches: dict[tuple[int, str], list[float]] = {}
    for one, other, odds in pairs:
        for sought in _matched(one, other, profile_of):
            matches.setdefault(sought, []).append(odds)
    best = {sought: [*nlargest(2, found), UNRIVALLED] for sought, found in matches.items()}
    for one, other, odds in pairs:
        first, second = (_ahead(best[sought], odds) for sought in _matched(one, other, profile_of))
        likeness = articles_alike(profile_of(one).article, profile_of(other).article).words
        settled = odds + _gain(first, second, likeness)
        yield one, other, 1.0 / (1.0 + exp(-settled))


def _matched(one: int, other: int, profile_of: ProfileOf) -> tuple[tuple[int, str], tuple[int, str]]:
    """Each event of a pair with the article in which its match is sought."""
    return (one, profile_of(other).article.id), (other, profile_of(one).article.id)


def _ahead(best: list[float], odds: float) -> float:
    """How far the likeliest rival of a pair is ahead of it, the two likeliest of all being known."""
    return (best[1] if odds == best[0] else best[0]) - odds


def _gain(first: float, second: float, likeness: float) -> float:
    behind = sum(min(max(0.0, ahead), STRENGTHS.furthest) for ahead in (first, second))
    is_best = first < 0 and second < 0
    return is_best * (STRENGTHS.best * likeness - STRENGTHS.unlike) - STRENGTHS.behind * behind
