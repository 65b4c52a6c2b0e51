"""What a pair's rivals say: an event of one article is as a rule one event of another, the likeliest.

Two articles on one story share names, places and days, so that all their events look alike; which is which is told by
comparing the pairs of the two articles with each other. A pair that is the likeliest for both its events gains, the
more the more alike the articles are; a pair loses by how much likelier its events' other matches are.
"""

from typing import NamedTuple

import numpy as np

from extractor.incidents.columns import Array
from extractor.incidents.pairs import Pairs


class Strengths(NamedTuple):
    """In log-odds. Held-out stories 61 -> 67 pair F1, ECB+ 56 -> 57 and MUC-4 64 -> 69 (models/link.md)."""

    best: float = 2.0  # times the cosine of the articles, for the likeliest pair of both its events
    unlike: float = 0.25  # off that: in an archive of one country, articles on other stories have a likeliest pair too
    behind: float = 0.5  # for each log-odds that a rival is ahead
    furthest: float = 2.0  # of which so many count


STRENGTHS = Strengths()
MOST_GAINED = STRENGTHS.best - STRENGTHS.unlike
UNRIVALLED = float("-inf")


def beside_rivals(pairs: Pairs, odds: Array) -> Array:
    """The log-odds of all likely pairs of some articles' events -> the same, judged beside their rivals."""
    if not len(pairs):
        return odds
    articles = pairs.both("article_id")
    ahead = _ahead(pairs.ones, articles[1], odds), _ahead(pairs.others, articles[0], odds)
    gained = STRENGTHS.best * pairs.articles_alike - STRENGTHS.unlike
    behind = sum(np.clip(found, 0.0, STRENGTHS.furthest) for found in ahead)
    likeliest = (ahead[0] < 0) & (ahead[1] < 0)
    found: Array = odds + np.where(likeliest, gained, -STRENGTHS.behind * behind)
    return found


def _ahead(events: Array, articles: Array, odds: Array) -> Array:
    """How far the likeliest other match of an event in an article is ahead of each pair."""
    order = np.lexsort((-odds, articles, events))
    changes = (np.diff(events[order]) != 0) | (np.diff(articles[order]) != 0)
    starts = np.flatnonzero(np.append(True, changes))
    sizes = np.diff(np.append(starts, len(order)))
    best = np.repeat(odds[order[starts]], sizes)
    second = np.repeat(np.where(sizes > 1, odds[order[np.minimum(starts + 1, len(order) - 1)]], UNRIVALLED), sizes)
    ahead = np.empty(len(order))
    ahead[order] = np.where(odds[order] == best, second, best) - odds[order]
    return ahead
