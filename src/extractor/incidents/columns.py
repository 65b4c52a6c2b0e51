"""Reports side by side, in columns: what is asked of thousands of pairs is asked of all of them at once."""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple, Self

import numpy as np

from extractor.incidents.account import AccountPlace
from extractor.incidents.profile import ArticleProfile, Profile
from extractor.incidents.words import rarity

Array = np.ndarray[Any, Any]
SETS = ("sources", "targets", "victims", "dead", "names", "rare", "words", "triggers")
ARTICLE_SETS = ("words", "names", "countries")


class Numbers(NamedTuple):
    """The numbers of a report, NaN in the columns for None: what is not known. Names are numbered."""

    article: int  # the row of its article
    article_id: int | None
    published: int | None
    type: int | None
    group: int | None
    mode: int | None
    first_day: int | None
    last_day: int | None
    time_precision: int | None
    country: int | None
    place: int | None
    point: int | None
    geo_precision: int | None
    unreal: bool
    negative: bool
    rank: int
    mentions: int
    counted: bool


class _Numbered(dict[str, int]):
    """Words with their numbers, in the order in which they are first asked for."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


class Growing:
    """An array that grows at its end, with room so that it is seldom copied."""

    def __init__(self, dtype: type) -> None:
        self._held: Array = np.zeros(0, dtype=dtype)
        self._size = 0

    def __len__(self) -> int:
        return self._size

    @property
    def values(self) -> Array:
        """What it holds."""
        return self._held[: self._size]

    def extend(self, new: Array) -> None:
        """Add values."""
        size = self._size + len(new)
        if size > len(self._held):
            held = np.zeros(max(size, 2 * len(self._held)), dtype=self._held.dtype)
            held[: self._size] = self.values
            self._held = held
        self._held[self._size : size] = new
        self._size = size


class Sets:
    """A set of words for each of many rows, with a weight for each word where the sets are vectors."""

    def __init__(self) -> None:
        self._words, self._sizes, self._ends, self._weights = Growing(int), Growing(int), Growing(int), Growing(float)
        self._masses = Growing(float)

    @property
    def words(self) -> Array:
        """The words of all rows, one row after the other."""
        return self._words.values

    @property
    def weights(self) -> Array:
        """What each word weighs."""
        return self._weights.values

    @property
    def sizes(self) -> Array:
        """How many words each row has."""
        return self._sizes.values

    def masses(self, rarity: Array) -> Array:
        """The rarity of the words of each row together; rarities are quarters, so their sums are exact in any order."""
        known = len(self._masses)
        new = self.sizes[known:]
        words = self.words[len(self.words) - new.sum() :]
        owners = np.repeat(np.arange(len(new)), new)
        self._masses.extend(np.bincount(owners, rarity[words], len(new)))
        return self._masses.values

    def extend(self, sizes: Iterable[int], words: Sequence[int], weights: Sequence[float] = ()) -> None:
        """Add rows of so many words each."""
        counted = np.fromiter(sizes, dtype=int)
        self._ends.extend(len(self._words) + np.cumsum(counted))
        self._sizes.extend(counted)
        self._words.extend(np.array(words, dtype=int))
        self._weights.extend(np.array(weights, dtype=float))

    def spread(self, rows: Array) -> tuple[Array, Array]:
        """All words of some rows: for each the number of its row among these, and where it stands."""
        sizes = self.sizes[rows]
        ends = sizes.cumsum()
        owners = np.arange(len(rows)).repeat(sizes)
        places = np.arange(len(owners))
        places += (self._ends.values[rows] - ends).repeat(sizes)
        return owners, places


class Rows(NamedTuple):
    """The rows of one side of pairs, each once, and which of them each pair has."""

    rows: Array
    of: Array

    @classmethod
    def once(cls, rows: Array) -> Self:
        """The rows of pairs, which need not be sorted but mostly are."""
        changes = np.diff(rows)
        if (changes < 0).any():
            return cls(*np.unique(rows, return_inverse=True))
        is_first = np.append(True, changes > 0)[: len(rows)]
        return cls(rows[is_first], np.cumsum(is_first) - 1)


class Common(NamedTuple):
    """Words that the two sets of a pair have in common: for each the number of the pair, and where it stands."""

    pairs: Array
    first: Array
    second: Array


class Reports:
    """Reports by row, in the order in which they were added."""

    def __init__(self, profiles: Iterable[Profile] = ()) -> None:
        self.profiles: list[Profile] = list(profiles)
        self._settled = 0  # so many of them are in the columns
        self._columns = {name: Growing(float) for name in Numbers._fields}
        self._sets = {name: Sets() for name in SETS}
        self._article_sets = {name: Sets() for name in ARTICLE_SETS}
        self._articles: dict[ArticleProfile, int] = {}
        self._vocabulary = _Numbered()
        self._names: dict[tuple[str, str], int] = {}
        self._rarity = Growing(float)
        self._slots = Growing(int)  # of words, while sets are compared

    def __len__(self) -> int:
        return len(self.profiles)

    def add(self, profile: Profile) -> int:
        """Add a report; gives its row."""
        self.profiles.append(profile)
        return len(self.profiles) - 1

    def column(self, name: str) -> Array:
        """A number of all reports, by its name in Numbers."""
        self._settle()
        return self._columns[name].values

    def sets(self, name: str) -> Sets:
        """The words of all reports, by a name in SETS."""
        self._settle()
        return self._sets[name]

    def article_sets(self, name: str) -> Sets:
        """The words of all articles, by a name in ARTICLE_SETS."""
        self._settle()
        return self._article_sets[name]

    def masses(self, name: str) -> Array:
        """The rarity of the words of all reports together, by a name in SETS."""
        return self.sets(name).masses(self._rarity.values)

    def rarity_of(self, words: Array) -> Array:
        """How rare words are."""
        found: Array = self._rarity.values[words]
        return found

    def common(self, first: Sets, ones: Array, second: Sets, others: Rows) -> Common:
        """The words in common of pairs of rows: a table has those of the second, of which each is in many pairs."""
        owners, places = second.spread(others.rows)
        words, slots = second.words[places], self._slots.values
        slots[words] = np.arange(len(words))
        distinct = words[slots[words] == np.arange(len(words))]
        width = len(distinct) + 1
        slots[distinct] = np.arange(1, width)
        standing = np.zeros(len(others.rows) * width, dtype=np.int32)  # row after row; counted from 1
        standing[owners * width + slots[words]] = places + 1
        filled = np.flatnonzero((first.sizes[ones] > 0) & (second.sizes[others.rows] > 0)[others.of])
        pairs, found = first.spread(ones[filled])
        at = (others.of[filled] * width)[pairs]
        at += slots[first.words[found]]
        there = standing.take(at)
        slots[distinct] = 0
        hits = (there > 0).nonzero()[0]
        return Common(filled[pairs[hits]], found[hits], there[hits].astype(int) - 1)

    def _settle(self) -> None:
        """Put the reports that were added into the columns."""
        new = self.profiles[self._settled :]
        if not new:
            return
        self._settled = len(self.profiles)
        self._add_articles(list(dict.fromkeys(profile.article for profile in new)))
        rows = np.array([self._numbers(profile) for profile in new], dtype=float)
        for column, values in zip(self._columns.values(), rows.T, strict=True):
            column.extend(values)
        for name, sets in self._sets.items():
            self._extend(sets, [getattr(profile, name) for profile in new])
        known = list(islice(self._vocabulary, len(self._rarity), None))
        self._rarity.extend(np.fromiter(map(rarity, known), dtype=float))
        self._slots.extend(np.zeros(len(known), dtype=int))

    def _add_articles(self, articles: list[ArticleProfile]) -> None:
        """Give articles that are new their rows."""
        new = [article for article in articles if article not in self._articles]
        for article in new:
            self._articles[article] = len(self._articles)
        for name, sets in self._article_sets.items():
            self._extend(sets, [getattr(article, name) for article in new])

    def _extend(self, sets: Sets, rows: Sequence[Collection[str]]) -> None:
        """Add sets of words, or vectors."""
        words = list(map(self._vocabulary.__getitem__, chain.from_iterable(rows)))
        weights = [weight for row in rows if isinstance(row, dict) for weight in row.values()]
        sets.extend(map(len, rows), words, weights)

    def _numbers(self, profile: Profile) -> Numbers:
        """The row of a report."""
        place, days = profile.place, profile.days
        return Numbers(
            article=self._articles[profile.article],
            article_id=self._named("article", profile.article.id),
            published=profile.article.published,
            type=self._named("type", profile.type),
            group=self._named("group", profile.group),
            mode=self._named("mode", profile.mode or None),
            first_day=days[0] if days else None,
            last_day=days[1] if days else None,
            time_precision=profile.time_precision,
            country=self._named("country", place.country_code or None) if place else None,
            place=self._named("place", place.name.casefold()) if place else None,
            point=self._point(place) if place else None,
            geo_precision=place.geo_precision if place else None,
            unreal=profile.unreal,
            negative=profile.negative,
            rank=profile.rank,
            mentions=profile.mentions,
            counted=bool(profile.counts),
        )

    def _point(self, place: AccountPlace) -> int | None:
        """The number of the point where a place lies."""
        if place.latitude is None:
            return None
        return self._named("point", f"{place.latitude} {place.longitude}")

    def _named(self, kind: str, name: str | None) -> int | None:
        """The number of a name; None for none."""
        if name is None:
            return None
        return self._names.setdefault((kind, name), len(self._names))
