"""Which pairs are worth comparing: those that share any of three keys, so that a missing day or place costs nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from extractor.incidents.profile import Profile
from extractor.incidents.words import rarity

CELL_DEGREES = 0.25
PERIOD_DAYS = 14
RARE = 5.0  # a word that fewer than one article in 150 has
MOST_IN_KEY = 1000  # a fuller key tells nothing: its pairs need another key
Key = tuple[str | int, ...]


def keys_of(profile: Profile) -> Iterator[Key]:
    """The keys under which an event is found."""
    if profile.place is not None and profile.place.geo_precision < 3 and profile.place.latitude is not None:
        for period in _periods(profile):
            yield (profile.group, "cell", *_cell(profile), period)
    words = profile.names | profile.targets | profile.sources | frozenset(list(profile.article.lead)[:6])
    yield from ((profile.group, "word", word) for word in sorted(words) if rarity(word) >= RARE)


def probes_of(profile: Profile) -> Iterator[Key]:
    """The keys under which an event looks for others: its own, those of neighbouring cells and of the next periods."""
    for key in keys_of(profile):
        if key[1] != "cell":
            yield key
            continue
        group, kind, row, column, period = key
        assert isinstance(row, int) and isinstance(column, int) and isinstance(period, int)
        for north in (-1, 0, 1):
            for east in (-1, 0, 1):
                for later in (-1, 0, 1):
                    yield (group, kind, row + north, column + east, period + later)


def candidate_pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of indices, each once, of events of different articles that share a key."""
    index: dict[Key, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        found = _found(index, probes_of(profile))
        for other in sorted(found):
            if profiles[other].article.id != profile.article.id:
                yield other, number
        for key in set(keys_of(profile)):
            index[key].append(number)


def _found(index: dict[Key, list[int]], probes: Iterable[Key]) -> set[int]:
    found: set[int] = set()
    for key in set(probes):
        known = index.get(key, ())
        if len(known) <= MOST_IN_KEY:
            found.update(known)
    return found


def _cell(profile: Profile) -> tuple[int, int]:
    assert profile.place is not None and profile.place.latitude is not None and profile.place.longitude is not None
    return int(profile.place.latitude // CELL_DEGREES), int(profile.place.longitude // CELL_DEGREES)


def _periods(profile: Profile) -> list[int]:
    """The periods of an event: that of its days, else those before its publication."""
    if profile.days is not None:
        return [profile.days[0] // PERIOD_DAYS]
    if profile.article.published is None:
        return [0]
    return [profile.article.published // PERIOD_DAYS]
