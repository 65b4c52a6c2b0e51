"""Which pairs are worth comparing: those that share any of three keys, so that a missing day or place costs nothing."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, combinations, groupby, islice
from typing import Any

import numpy as np

from extractor.incidents.account import LEAD_WORDS
from extractor.incidents.columns import Array, Reports
from extractor.incidents.pairs import Pairs
from extractor.incidents.profile import Profile
from extractor.incidents.words import RAREST, common_words, rarity

CELL_DEGREES = 0.25
PERIOD_DAYS = 14
SPARSE = 50  # times as many numbers as are added up: sorting these is quicker than counting through all
PERIODS = 1 << 20  # more than there are
_BESIDE = [east * PERIODS + later for east in (-1, 0, 1) for later in (-1, 0, 1)]
MOST_IN_KEY = 1000  # a fuller key tells nothing: its pairs need another key
MOST_LOOKED_AT = 150
LOOKED_AT_TOGETHER = 20_000  # pairs, of which one in five is then scored
LEAST_PROMISE = 18.0  # below it lie a third of the pairs, and one in a hundred of those that are one event
SAME_DEAD = 30.0  # of promise: a person who is killed in both is killed once
MOST_CANDIDATES = 30  # a report joins by its best pairs: three times as many cost thrice the time and join no better
Key = tuple[Any, ...]
_NONE, _NOTHING = np.zeros(0, dtype=int), np.zeros(0)


def keys_of(profile: Profile) -> list[Key]:
    """The keys under which an event is found, each once: its cell and period, its rare words."""
    found: list[Key] = []
    if profile.place is not None and profile.place.geo_precision < 3 and profile.place.latitude is not None:
        found.append((profile.group, "cell", *_cell(profile), _period(profile)))
    words = {*profile.names, *profile.targets, *profile.sources, *islice(profile.article.lead, LEAD_WORDS)}
    found += [(profile.group, "word", word) for word in sorted(words - common_words())]
    return found


def probes_of(keys: Iterable[Key]) -> list[Key]:
    """The keys under which an event with some keys looks for others, each once."""
    return list(dict.fromkeys(_probes_of(keys)))


def _probes_of(keys: Iterable[Key]) -> Iterator[Key]:
    """An event's own keys, those of neighbouring cells and of the periods before and after.

    >>> len(list(_probes_of([("force", "word", "gao"), ("force", "cell", 16, 0, 120)])))
    28
    """
    for key in keys:
        if key[1] != "cell":
            yield key
            continue
        group, kind, row, column, period = key
        assert isinstance(row, int) and isinstance(column, int) and isinstance(period, int)
        for north in (-1, 0, 1):
            for east in (-1, 0, 1):
                for later in (-1, 0, 1):
                    yield (group, kind, row + north, column + east, period + later)


def key_weight(key: Key) -> float:
    """How much it tells that two events share a key: the rarity of a word; place and period as much as a rare one."""
    return rarity(str(key[2])) if key[1] == "word" else RAREST


def candidate_pairs(reports: Reports, window_days: int, most: int = MOST_CANDIDATES) -> Iterator[Pairs]:
    """Pairs of reports in order, each once: for each the likeliest before it, and those of its article."""
    return Finder(reports, window_days, most).pairs()


class Finder:
    """Finds pairs among reports that come article by article; each is looked for among those that came before it."""

    def __init__(self, reports: Reports, window_days: int, most: int = MOST_CANDIDATES) -> None:
        self._reports, self._window_days, self._most = reports, window_days, most
        self._index = _Index()
        self._known = 0  # so many of the reports are in the index

    def pairs(self, oldest: int = 0) -> Iterator[Pairs]:
        """Pairs of the reports that were added since it was asked last; none has a report before row `oldest`.

        They come in blocks; all pairs of an article with earlier ones are in one.
        """
        block = Block(self._reports)
        for numbers in self._articles():
            block.add_article(numbers)
            for number in numbers:
                keys = keys_of(self._reports.profiles[number])
                block.look(number, self._index.shared(keys, oldest))
                self._index.note(number, keys)
            if block.size >= LOOKED_AT_TOGETHER:
                yield block.pairs(self._window_days, self._most)
                block = Block(self._reports)
        yield block.pairs(self._window_days, self._most)

    def note(self) -> None:
        """Take reports that were added as known, and look for none of them."""
        for number in chain.from_iterable(self._articles()):
            self._index.note(number, keys_of(self._reports.profiles[number]))

    def _articles(self) -> Iterator[list[int]]:
        """The rows of each article that was added."""
        articles = [profile.article for profile in self._reports.profiles]
        rows = range(self._known, len(articles))
        self._known = len(articles)
        for _, of_article in groupby(rows, key=articles.__getitem__):
            yield list(of_article)


class _Index:
    """The reports under each key, in their order: what `probes_of` finds, found without making all of its keys."""

    def __init__(self) -> None:
        self._words: dict[Key, array[int]] = {}
        self._cells: dict[Key, dict[int, array[int]]] = {}  # by group and row, then by column and period

    def note(self, number: int, keys: Iterable[Key]) -> None:
        """Put a report under its keys."""
        for key in keys:
            if key[1] == "word":
                self._words.setdefault(key, array("q")).append(number)
            else:
                group, _, row, column, period = key
                cells = self._cells.setdefault((group, row), {})
                cells.setdefault(_square(column, period), array("q")).append(number)

    def shared(self, keys: Iterable[Key], oldest: int) -> list[tuple[float, "array[int]"]]:
        """The reports under the keys of one, and what each key weighs; those before the oldest are forgotten."""
        found: list[tuple[float, array[int]]] = []
        for key in keys:
            if key[1] != "word":
                found += [(RAREST, known) for known in self._around(key)]
            elif key in self._words:
                found.append((rarity(key[2]), self._words[key]))
        if oldest:
            for _, known in found:
                if known and known[0] < oldest:
                    del known[: bisect_left(known, oldest)]
        return found

    def _around(self, key: Key) -> Iterator["array[int]"]:
        """The reports in a cell and in those around it, in its period and in those beside it."""
        group, _, row, column, period = key
        square = _square(column, period)
        for north in (-1, 0, 1):
            cells = self._cells.get((group, row + north))
            if cells:
                yield from [cells[square + beside] for beside in _BESIDE if square + beside in cells]


def _square(column: int, period: int) -> int:
    """A column of cells in a period as one number."""
    return column * PERIODS + period


class Block:
    """Pairs that are looked at together: reports that share keys, and those of one article.

    Reports are numbered as the index of keys has them; `row_of` tells where they stand.
    """

    def __init__(self, reports: Reports, row_of: Callable[[int], int] | None = None) -> None:
        self._reports, self._row_of = reports, row_of
        self._within: list[int] = []
        self._ones, self._others, self._weights = [_NONE], [_NONE], [np.zeros(0)]
        self.size = 0

    def add_article(self, numbers: Sequence[int]) -> None:
        """Note the reports of an article, which are pairs whatever their keys."""
        self._within += chain.from_iterable(combinations(self._rows(numbers).tolist(), 2))

    def _rows(self, numbers: Sequence[int] | Array) -> Array:
        given = np.asarray(numbers, dtype=int)
        if self._row_of is None:
            return given
        return np.array(list(map(self._row_of, given.tolist())), dtype=int)

    def look(self, number: int, shared: Iterable[tuple[float, "array[int]"]]) -> None:
        """Note the reports under the keys of one, and what these keys weigh."""
        found, weights = _heaviest(shared)
        self._ones.append(found)
        self._others.append(np.repeat(self._rows([number]), len(found)))
        self._weights.append(weights)
        self.size += len(found)

    def pairs(self, window_days: int, most: int = MOST_CANDIDATES) -> Pairs:
        """The pairs worth comparing."""
        numbers = np.concatenate(self._ones)
        across = Pairs(self._reports, self._rows(numbers), np.concatenate(self._others))
        chosen = _likeliest(across, np.concatenate(self._weights), numbers, window_days, most)
        ones, others = np.array(self._within, dtype=int).reshape(-1, 2).T
        found = _of_one_group(Pairs(self._reports, ones, others)).measured().followed_by(chosen)
        return found.of(np.argsort(found.others, kind="stable"))  # comparing is quickest in this order


def _of_one_group(pairs: Pairs) -> Pairs:
    """The pairs whose types are of one group."""
    return pairs.of(np.equal(*pairs.both("group")))


def _heaviest(shared: Iterable[tuple[float, "array[int]"]]) -> tuple[Array, Array]:
    """The reports that share the weightiest keys, by number, and what the keys that they share weigh together."""
    kept = [(weight, known) for weight, known in shared if 0 < len(known) <= MOST_IN_KEY]
    if not kept:
        return _NONE, _NOTHING
    found = np.frombuffer(b"".join([known for _, known in kept]), dtype=np.int64)
    weights = np.array([weight for weight, _ in kept]).repeat([len(known) for _, known in kept])
    numbers, together = _added_up(found, weights)
    if len(numbers) <= MOST_LOOKED_AT:
        return numbers, together
    least = np.partition(together, -MOST_LOOKED_AT)[-MOST_LOOKED_AT]
    heavier, last = (together > least).nonzero()[0], (together == least).nonzero()[0]
    first = np.concatenate([heavier, last[: MOST_LOOKED_AT - len(heavier)]])
    return numbers[first], together[first]


def _added_up(found: Array, weights: Array) -> tuple[Array, Array]:
    """Numbers, each once, with the sum of its weights."""
    if found.max() < SPARSE * len(found):
        sums = np.bincount(found, weights)
        numbers = (sums > 0).nonzero()[0]
        return numbers, sums[numbers]
    order = np.argsort(found, kind="stable")
    found, weights = found[order], weights[order]
    starts = np.flatnonzero(np.append(True, np.diff(found)))
    return found[starts], np.add.reduceat(weights, starts)


def _likeliest(pairs: Pairs, weights: Array, ties: Array, window_days: int, most: int) -> Pairs:
    """The pairs of different articles that are worth comparing: for each second report those that promise most.

    `weights` are those of the keys that they share; of equal promise the lower of `ties` comes first.
    """
    meeting = np.flatnonzero(_in_slices(pairs, partial(_meeting, window_days=window_days)))
    pairs, ties = pairs.of(meeting).measured(), ties[meeting]
    promise = weights[meeting] + _in_slices(pairs, _promise)
    order = np.lexsort((ties, -promise, pairs.others))
    place = np.arange(len(order))
    is_first = np.append(True, np.diff(pairs.others[order]) != 0)[: len(order)]
    rank = place - np.maximum.accumulate(np.where(is_first, place, 0))
    return pairs.of(order[(rank < most) & (promise[order] >= LEAST_PROMISE)])


def _in_slices(pairs: Pairs, ask: Callable[[Pairs], Array]) -> Array:
    """What is asked of pairs, portion by portion."""
    return np.concatenate([np.zeros(0, dtype=bool), *map(ask, pairs.slices())])


def _meeting(pairs: Pairs, window_days: int) -> Array:
    """Which were printed close to each other in different articles, or agree still, as days or rare names say."""
    near: Array = ~pairs.within
    apart = np.abs(np.subtract(*pairs.both("published"))) > window_days  # false where a day is not known
    far = np.flatnonzero(near & apart)
    if len(far):
        near[far] = _agree_still(pairs.of(far))
    return near


def _agree_still(pairs: Pairs) -> Array:
    """Which pairs are dated alike, or share a rare name."""
    first, last = pairs.both("first_day"), pairs.both("last_day")
    alike: Array = (first[0] <= last[1]) & (first[1] <= last[0])
    others = np.flatnonzero(~alike)
    alike[others] = pairs.of(others).meet("rare", "rare")
    return alike


def _promise(pairs: Pairs) -> Array:
    """What speaks for pairs beside their keys: type, trigger words, the articles' words, who died."""
    types = np.equal(*pairs.both("type"))
    triggers, dead = pairs.mass("triggers", "triggers"), pairs.meet("dead", "dead")
    found: Array = 40.0 * pairs.articles_alike + 6.0 * types + 2.0 * triggers + SAME_DEAD * dead
    return found


def _cell(profile: Profile) -> tuple[int, int]:
    """The square of the grid that a place lies in."""
    assert profile.place is not None and profile.place.latitude is not None and profile.place.longitude is not None
    return int(profile.place.latitude // CELL_DEGREES), int(profile.place.longitude // CELL_DEGREES)


def _period(profile: Profile) -> int:
    """The period of an event: that of its days, else that of its publication."""
    if profile.days is not None:
        return profile.days[0] // PERIOD_DAYS
    return (profile.article.published or 0) // PERIOD_DAYS
