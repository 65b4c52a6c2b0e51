"""Pairs of reports, and what is asked of them all at once: one value a pair."""

from collections.abc import Iterator
from functools import cached_property
from math import fsum, log1p

import numpy as np

from extractor.incidents.columns import Array, Common, Reports, Rows
from extractor.incidents.profile import Profile

PAIRS_AT_ONCE = 8_000  # more are no quicker, and comparing their sets takes memory


class Pairs:
    """Pairs of reports by their rows; `alike` is how alike their articles are, where that was asked before."""

    def __init__(self, reports: Reports, ones: Array, others: Array, alike: Array | None = None) -> None:
        self.reports, self.ones, self.others, self._alike = reports, ones, others, alike

    def __len__(self) -> int:
        return len(self.ones)

    def of(self, chosen: Array) -> "Pairs":
        """Some of the pairs, by their numbers or by a value for each."""
        alike = None if self._alike is None else self._alike[chosen]
        return Pairs(self.reports, self.ones[chosen], self.others[chosen], alike)

    def measured(self) -> "Pairs":
        """The pairs, which know how alike their articles are: it is asked more than once."""
        alike = np.concatenate([np.zeros(0), *(some.articles_alike for some in self.slices())])
        return Pairs(self.reports, self.ones, self.others, alike)

    def followed_by(self, other: "Pairs") -> "Pairs":
        """These pairs and others of the same reports."""
        alike = np.append(self.articles_alike, other.articles_alike)
        ones, others = np.append(self.ones, other.ones), np.append(self.others, other.others)
        return Pairs(self.reports, ones, others, alike)

    def slices(self) -> "list[Pairs]":
        """The pairs in portions of PAIRS_AT_ONCE."""
        starts = range(PAIRS_AT_ONCE, len(self), PAIRS_AT_ONCE)
        return [self.of(some) for some in np.split(np.arange(len(self)), starts)]

    def rows(self) -> Iterator[tuple[int, int]]:
        """The rows of each pair."""
        return zip(self.ones.tolist(), self.others.tolist(), strict=True)

    def profiles(self) -> Iterator[tuple[Profile, Profile]]:
        """The reports of each pair."""
        of = self.reports.profiles
        return ((of[one], of[other]) for one, other in self.rows())

    def both(self, name: str) -> tuple[Array, Array]:
        """A number of the first and of the second reports, by its name in Numbers."""
        column = self.reports.column(name)
        return column[self.ones], column[self.others]

    @cached_property
    def within(self) -> Array:
        """Whether both are of one article."""
        return np.equal(*self.both("article_id"))

    def known(self, name: str) -> Array:
        """Whether both have words in a set."""
        sizes = self.reports.sets(name).sizes
        found: Array = (sizes[self.ones] > 0) & (sizes[self.others] > 0)
        return found

    @cached_property
    def _seconds(self) -> Rows:
        return Rows.once(self.others)

    def common(self, name: str, other_name: str) -> Common:
        """The words that a set of the first has in common with a set of the second."""
        return self.reports.common(self.reports.sets(name), self.ones, self.reports.sets(other_name), self._seconds)

    def meet(self, name: str, other_name: str) -> Array:
        """Whether a set of the first has a word in common with a set of the second."""
        found = np.zeros(len(self), dtype=bool)
        found[self.common(name, other_name).pairs] = True
        return found

    def mass(self, name: str, other_name: str) -> Array:
        """The rarity of the words that a set of the first has in common with a set of the second."""
        common = self.common(name, other_name)
        rarity = self.reports.rarity_of(self.reports.sets(name).words[common.first])
        return np.bincount(common.pairs, rarity, len(self))

    def overlap(self, name: str, other_name: str) -> Array:
        """The rarity of the words in common, as a share of the poorer side's; 0 when a side has none."""
        common = self.mass(name, other_name)
        here, there = self.reports.masses(name)[self.ones], self.reports.masses(other_name)[self.others]
        share: Array = np.divide(common, np.minimum(here, there), out=np.zeros(len(self)), where=common > 0)
        return share

    def cosine(self, name: str) -> Array:
        """How alike their vectors are, from 0 to 1."""
        vectors = self.reports.sets(name)
        return _cosines(self.common(name, name), vectors.weights, len(self))

    # Of their articles

    @cached_property
    def _articles(self) -> "ArticlePairs":
        column = self.reports.column("article").astype(int)
        return ArticlePairs(self.reports, column[self.ones], column[self.others])

    @cached_property
    def articles_alike(self) -> Array:
        """The cosine of the words of the articles."""
        return self._articles.cosine() if self._alike is None else self._alike

    def articles_mass(self, name: str) -> Array:
        """The rarity of the words that both articles have in a set."""
        return self._articles.mass(name)

    def articles_differ(self, name: str) -> Array:
        """Whether both articles have words in a set, and none in common."""
        return self._articles.differ(name)

    def strangers(self, name: str) -> Array:
        """In how many of the two, 0 to 2, the words of a set are named neither by the other nor in its article."""
        sets, articles = self.reports.sets(name), self.reports.article_sets("names")
        column = self.reports.column("article").astype(int)
        first, second = sets.sizes[self.ones] > 0, sets.sizes[self.others] > 0
        there = Rows.once(column[self.others])
        for named in (self.common(name, "names"), self.reports.common(sets, self.ones, articles, there)):
            first[named.pairs] = False
        here = self.reports.common(articles, column[self.ones], sets, self._seconds)
        for named in (self.common("names", name), here):
            second[named.pairs] = False
        found: Array = first.astype(float) + second
        return found


class ArticlePairs:
    """Pairs of articles by their rows. Each is compared once, however often it is there."""

    def __init__(self, reports: Reports, ones: Array, others: Array) -> None:
        self._reports, count = reports, len(reports)
        pairs = Rows.once(others * count + ones)
        self._ones, self._others = pairs.rows % count, Rows.once(pairs.rows // count)
        self._count, self._places = len(pairs.rows), pairs.of

    def cosine(self) -> Array:
        """How alike their words are."""
        found: Array = _cosines(self._common("words"), self._reports.article_sets("words").weights, self._count)
        return found[self._places]

    def mass(self, name: str) -> Array:
        """The rarity of the words that both have in a set."""
        common = self._common(name)
        rarity = self._reports.rarity_of(self._reports.article_sets(name).words[common.first])
        found: Array = np.bincount(common.pairs, rarity, self._count)
        return found[self._places]

    def differ(self, name: str) -> Array:
        """Whether both have words in a set, and none in common."""
        sizes = self._reports.article_sets(name).sizes
        found: Array = (sizes[self._ones] > 0) & (sizes[self._others.rows] > 0)[self._others.of]
        found[self._common(name).pairs] = False
        spread: Array = found[self._places]
        return spread

    def _common(self, name: str) -> Common:
        sets = self._reports.article_sets(name)
        return self._reports.common(sets, self._ones, sets, self._others)


def _cosines(common: Common, weights: Array, count: int) -> Array:
    """The cosines of so many pairs of vectors; summed exactly, so that the order of words does not matter."""
    products = weights[common.first] * weights[common.second]
    sizes = np.bincount(common.pairs, minlength=count)
    sums = np.bincount(common.pairs, products, count)  # exact for two words
    many, ends = sizes > 2, np.cumsum(sizes)
    bounds, listed = zip((ends - sizes)[many].tolist(), ends[many].tolist(), strict=True), products.tolist()
    sums[many] = [fsum(listed[start:end]) for start, end in bounds]
    return sums


def logs(counts: Array) -> Array:
    """log(1 + count), 0 where unknown; of quarters, as rarities are, up to a number they are looked up.

    Not numpy's own, which differs between processors.
    """
    quarters = np.nan_to_num(counts * 4)
    places = quarters.astype(int)
    if len(places) and places.min() >= 0 and places.max() < len(_LOGS) and (places == quarters).all():
        known: Array = _LOGS[places]
        return known
    values, places = np.unique(quarters / 4, return_inverse=True)
    found: Array = np.array(list(map(log1p, values.tolist())))[places]
    return found


_LOGS = np.array([log1p(quarter / 4) for quarter in range(8192)])
