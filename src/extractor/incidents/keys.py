"""Which pairs are worth comparing: those that share any of three keys, so that a missing day or place costs nothing."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np

from extractor.incidents.likeness import words_alike
from extractor.incidents.profile import Profile
from extractor.incidents.words import RAREST, is_rare, mass, rarity

CELL_DEGREES = 0.25
PERIOD_DAYS = 14
MOST_IN_KEY = 1000  # a fuller key tells nothing: its pairs need another key
MOST_LOOKED_AT = 150
LEAST_PROMISE = 18.0  # below it lie a third of the pairs, and one in a hundred of those that are one event
SAME_DEAD = 30.0  # of promise: a person who is killed in both is killed once
MOST_CANDIDATES = 30  # a report joins by its best pairs: three times as many cost thrice the time and join no better
Key = tuple[str | int, ...]
Array = np.ndarray[Any, Any]


def keys_of(profile: Profile) -> list[Key]:
    """The keys under which an event is found, each once."""
    return list(dict.fromkeys(_keys_of(profile)))


def _keys_of(profile: Profile) -> Iterator[Key]:
    """The keys under which a report is compared with others: its cell and period, its rare words."""
    if profile.place is not None and profile.place.geo_precision < 3 and profile.place.latitude is not None:
        for period in _periods(profile):
            yield (profile.group, "cell", *_cell(profile), period)
    words = profile.names | profile.targets | profile.sources | frozenset(list(profile.article.lead)[:6])
    for word in sorted(words):
        if is_rare(word):
            yield profile.group, "word", word


def probes_of(keys: Iterable[Key]) -> list[Key]:
    """The keys under which an event with some keys looks for others, each once."""
    return list(dict.fromkeys(_probes_of(keys)))


def _probes_of(keys: Iterable[Key]) -> Iterator[Key]:
    """An event's own keys, those of neighbouring cells and of the periods before and after."""
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


def candidate_pairs(
    profiles: Sequence[Profile], window_days: int, most: int = MOST_CANDIDATES
) -> Iterator[tuple[int, int]]:
    """Pairs of indices, each once, of profiles in order: for each the likeliest before it, and those of its article."""
    index: defaultdict[Key, array[int]] = defaultdict(partial(array, "q"))
    for number, profile in enumerate(profiles):
        keys = keys_of(profile)
        shared = ((key_weight(key), index[key]) for key in probes_of(keys) if key in index)
        for other in candidates(profile, shared, profiles.__getitem__, window_days, most):
            yield other, number
        yield from ((other, number) for other in _before(profiles, number))
        for key in keys:
            index[key].append(number)


def _before(profiles: Sequence[Profile], number: int) -> Iterator[int]:
    """The events of the same article and group that come before an event."""
    one = profiles[number]
    for other in range(number - 1, -1, -1):
        if profiles[other].article is not one.article:
            return
        if profiles[other].group == one.group:
            yield other


def candidates(
    profile: Profile,
    shared: Iterable[tuple[float, Sequence[int]]],
    profile_of: Callable[[int], Profile],
    window_days: int,
    most: int = MOST_CANDIDATES,
) -> list[int]:
    """Of the events of other articles under the keys of an event, by number, the likeliest to be one with it."""
    numbers, weights = _heaviest(shared)
    others = [profile_of(number) for number in numbers.tolist()]
    meeting = np.flatnonzero(_meeting(profile, others, window_days))
    numbers = numbers[meeting]
    promise = weights[meeting] + _promise(profile, [others[place] for place in meeting.tolist()])
    best = np.lexsort((numbers, -promise))[:most]
    return sorted(numbers[best[promise[best] >= LEAST_PROMISE]].tolist())


def _heaviest(shared: Iterable[tuple[float, Sequence[int]]]) -> tuple[Array, Array]:
    """The events that share the weightiest keys, by number, and what the keys that they share weigh together."""
    kept = [(weight, known) for weight, known in shared if 0 < len(known) <= MOST_IN_KEY]
    if not kept:
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    found = np.concatenate([np.asarray(known, dtype=np.int64) for _, known in kept])
    weights = np.repeat([weight for weight, _ in kept], [len(known) for _, known in kept])
    numbers, places = np.unique(found, return_inverse=True)
    together = np.bincount(places, weights)
    heaviest = np.lexsort((numbers, -together))[:MOST_LOOKED_AT]
    return numbers[heaviest], together[heaviest]


def _meeting(one: Profile, others: Sequence[Profile], window_days: int) -> Array:
    """Which others were printed close to an event, or tell of it still, as days or rare names say."""
    articles = [other.article for other in others]
    printed = np.array([article.published for article in articles], dtype=float)
    apart = np.abs(printed - (np.nan if one.article.published is None else one.article.published))
    far = apart > window_days  # false where a day is not known
    near = np.array([article.id != one.article.id for article in articles], dtype=bool)
    for place in np.flatnonzero(far).tolist():
        near[place] = not one.rare.isdisjoint(others[place].rare) or _are_dated_alike(one, others[place])
    return near


def _are_dated_alike(one: Profile, other: Profile) -> bool:
    """Whether the days of two reports overlap."""
    if one.days is None or other.days is None:
        return False
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def _promise(one: Profile, others: Sequence[Profile]) -> Array:
    """What speaks for pairs of an event beside their keys: type, trigger words, the articles' words, who died."""
    alike = [words_alike(other.article, one.article) for other in others]  # in the order of scoring: known
    types = np.array([other.type == one.type for other in others], dtype=bool)
    triggers = [mass(one.triggers & other.triggers) for other in others]
    dead = np.array([not one.dead.isdisjoint(other.dead) for other in others], dtype=bool)
    return 40.0 * np.array(alike) + 6.0 * types + 2.0 * np.array(triggers) + SAME_DEAD * dead


def _cell(profile: Profile) -> tuple[int, int]:
    """The square of the grid that a place lies in."""
    assert profile.place is not None and profile.place.latitude is not None and profile.place.longitude is not None
    return int(profile.place.latitude // CELL_DEGREES), int(profile.place.longitude // CELL_DEGREES)


def _periods(profile: Profile) -> list[int]:
    """The periods of an event: that of its days, else those before its publication."""
    if profile.days is not None:
        return [profile.days[0] // PERIOD_DAYS]
    if profile.article.published is None:
        return [0]
    return [profile.article.published // PERIOD_DAYS]
