"""Which pairs are worth comparing: those that share any of three keys, so that a missing day or place costs nothing."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from extractor.incidents.likeness import articles_alike
from extractor.incidents.profile import Profile
from extractor.incidents.words import RAREST, is_rare, mass, rarity

CELL_DEGREES = 0.25
PERIOD_DAYS = 14
MOST_IN_KEY = 1000  # a fuller key tells nothing: its pairs need another key
MOST_LOOKED_AT = 150
LEAST_PROMISE = 18.0  # below it lie a third of the pairs, and one in a hundred of those that are one event
MOST_CANDIDATES = 30  # a report joins by its best pairs: three times as many cost thrice the time and join no better
Key = tuple[str | int, ...]


def keys_of(profile: Profile) -> list[Key]:
    """The keys under which an event is found, each once."""
    return list(dict.fromkeys(_keys_of(profile)))


def _keys_of(profile: Profile) -> Iterator[Key]:
    if profile.place is not None and profile.place.geo_precision < 3 and profile.place.latitude is not None:
        for period in _periods(profile):
            yield (profile.group, "cell", *_cell(profile), period)
    words = profile.names | profile.targets | profile.sources | frozenset(list(profile.article.lead)[:6])
    yield from ((profile.group, "word", word) for word in sorted(words) if is_rare(word))


def probes_of(profile: Profile) -> list[Key]:
    """The keys under which an event looks for others, each once."""
    return list(dict.fromkeys(_probes_of(profile)))


def _probes_of(profile: Profile) -> Iterator[Key]:
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


def key_weight(key: Key) -> float:
    """How much it tells that two events share a key: the rarity of a word; place and period as much as a rare one."""
    return rarity(str(key[2])) if key[1] == "word" else RAREST


def candidate_pairs(
    profiles: Sequence[Profile], window_days: int, most: int = MOST_CANDIDATES
) -> Iterator[tuple[int, int]]:
    """Pairs of indices, each once, of profiles in order: for each the likeliest before it, and those of its article."""
    index: dict[Key, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        shared = ((key_weight(key), index.get(key, ())) for key in probes_of(profile))
        for other in candidates(profile, shared, profiles.__getitem__, window_days, most):
            yield other, number
        yield from ((other, number) for other in _before(profiles, number))
        for key in keys_of(profile):
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
    weights: defaultdict[int, float] = defaultdict(float)
    for weight, known in shared:
        if len(known) <= MOST_IN_KEY:
            for other in known:
                weights[other] += weight
    looked_at = sorted([(-weight, other) for other, weight in weights.items()])[:MOST_LOOKED_AT]
    promising = _promising(profile, ((other, profile_of(other), -lack) for lack, other in looked_at), window_days)
    return sorted(other for _, other in sorted(promising)[:most])


def _promising(
    profile: Profile, others: Iterable[tuple[int, Profile, float]], window_days: int
) -> Iterator[tuple[float, int]]:
    """Those of others, by number, that may well be one with an event, each with what it lacks."""
    for number, other, weight in others:
        if may_meet(profile, other, window_days):
            promise = weight + _promise(profile, other)
            if promise >= LEAST_PROMISE:
                yield -promise, number


def may_meet(one: Profile, other: Profile, window_days: int) -> bool:
    """Whether two articles were printed close together, or days or rare names say that they tell of one event still."""
    article, other_article = one.article, other.article
    printed, printed_other = article.published, other_article.published
    if printed is None or printed_other is None or abs(printed - printed_other) <= window_days:
        return article.id != other_article.id
    return not one.rare.isdisjoint(other.rare) or _are_dated_alike(one, other)


def _are_dated_alike(one: Profile, other: Profile) -> bool:
    if one.days is None or other.days is None:
        return False
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def _promise(one: Profile, other: Profile) -> float:
    """What speaks for a pair beside its keys: type, trigger words, the articles' words."""
    promise = 40.0 * articles_alike(other.article, one.article).words  # in the order in which pairs are scored: known
    if one.type == other.type:
        promise += 6.0
    if not one.triggers.isdisjoint(other.triggers):
        promise += 2.0 * mass(one.triggers & other.triggers)
    return promise


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
