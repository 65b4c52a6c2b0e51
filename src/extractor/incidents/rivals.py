"""What a pair's rivals say: an event of one article is as a rule one event of another, the likeliest.

Two articles on one story share names, places and days, so that all their events look alike; which is which is told by
comparing the pairs of the two articles with each other. A pair that is the likeliest for both its events gains, the
more the more alike the articles are; a pair loses by how much likelier its events' other matches are.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from extractor.incidents.likeness import words_alike
from extractor.incidents.profile import Profile


class Strengths(NamedTuple):
    """In log-odds. Held-out stories 61 -> 67 pair F1, ECB+ 56 -> 57 and MUC-4 64 -> 69 (models/link.md)."""

    best: float = 2.0  # times the cosine of the articles, for the likeliest pair of both its events
    unlike: float = 0.25  # off that: in an archive of one country, articles on other stories have a likeliest pair too
    behind: float = 0.5  # for each log-odds that a rival is ahead
    furthest: float = 2.0  # of which so many count


STRENGTHS = Strengths()
MOST_GAINED = STRENGTHS.best - STRENGTHS.unlike
UNRIVALLED = float("-inf")
Scored = tuple[int, int, float]
ProfileOf = Callable[[int], Profile]
Sought = tuple[int, str]  # an event, and the article in which its match is sought


def beside_rivals(scored: Iterable[Scored], profile_of: ProfileOf) -> Iterator[Scored]:
    """All likely pairs of an article's events with their log-odds -> the same pairs, judged beside their rivals."""
    pairs = [(one, other, odds, *_matched(one, other, profile_of)) for one, other, odds in scored]
    best: dict[Sought, tuple[float, float]] = {}
    for _, _, odds, *sides in pairs:
        for side in sides:
            best[side] = _two_best(odds, best.get(side, (UNRIVALLED, UNRIVALLED)))
    for one, other, odds, first, second in pairs:
        ahead = _ahead(best[first], odds), _ahead(best[second], odds)
        likeness = words_alike(profile_of(one).article, profile_of(other).article)
        yield one, other, odds + _gain(*ahead, likeness)


def _matched(one: int, other: int, profile_of: ProfileOf) -> tuple[Sought, Sought]:
    return (one, profile_of(other).article.id), (other, profile_of(one).article.id)


def _two_best(odds: float, best: tuple[float, float]) -> tuple[float, float]:
    """The two best odds after one more."""
    if odds > best[0]:
        return odds, best[0]
    return best[0], max(odds, best[1])


def _ahead(best: tuple[float, float], odds: float) -> float:
    """How far the likeliest rival of a pair is ahead of it, the two likeliest of all being known."""
    return (best[1] if odds == best[0] else best[0]) - odds


def _gain(first: float, second: float, likeness: float) -> float:
    """What a report gains or loses beside its rivals, by how far they are ahead."""
    if first < 0 and second < 0:
        return STRENGTHS.best * likeness - STRENGTHS.unlike
    behind = sum(min(max(0.0, ahead), STRENGTHS.furthest) for ahead in (first, second))
    return -STRENGTHS.behind * behind
