"""Which Tripoli? A linear softmax over the gazetteer's places of each name, in rounds.

The first round knows a place alone (its size, its kind, how the name belongs to it). Each later round adds what the
other names of the article mean by the round before: the countries and regions in the running, containment
("Salem, Ore."), distance. A name has one sense in an article.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from extractor.annotate.places.resolution_features import (
    CITY,
    CONTEXT,
    Array,
    Options,
    Table,
    columns,
    is_division_of_town,
)
from extractor.annotate.places.toponyms import Name, Names
from extractor.annotate.places.words import words
from extractor.gazetteer.entries import Entry
from extractor.gazetteer.index import Gazetteer, Match

ROUNDS = 2  # a third changes one point in a thousand
_DIVISIONS = frozenset(("region", "district"))
_TOWNS = frozenset(("city",))
LEAST_TOWN = 0.1  # share of a town that the words "the city of" put before a country of its name
SURE_REGION = 0.5  # share of the region behind a name that decides which town is meant
NAMESAKE = 0.1  # of the people of a town that its namesake in the only country spoken of has at least


@dataclass(frozen=True, slots=True)
class Resolved:
    """The likeliest place of a name, its share, what the article says of it (CONTEXT), and the second choice."""

    match: Match
    share: float
    support: dict[str, float]
    second: tuple[Match, float] | None


class Resolver:
    """Places of names, by weights for STATIC (first round) and STATIC + CONTEXT (later rounds)."""

    def __init__(self, gazetteer: Gazetteer, first: Array, later: Array) -> None:
        self.gazetteer = gazetteer
        self.first = first
        self.later = later
        self.options = lru_cache(2048)(self._options)

    def _options(self, name: str) -> Options | None:
        """The columns of a name, which do not depend on the article; None for an unknown name."""
        exact = self.gazetteer.lookup(name) or self._without_kind(name)
        matches = exact or tuple(m for m in self.gazetteer.lookup_sound(name) if m.entry.kind != "country")
        if not matches:
            return None
        return columns(name, matches, bool(exact))

    def _without_kind(self, name: str) -> tuple[Match, ...]:
        """ "Oaxaca State", "Bol town": the divisions, or the towns, of the name without its last word."""
        stem, _, last = name.rpartition(" ")
        if not stem:
            return ()
        kinds = _kinds_of_word(last)
        if not kinds:
            return ()
        return tuple(m for m in self.gazetteer.lookup(stem) if m.entry.kind in kinds)

    def features(self, names: Names, countries: dict[str, int]) -> Table | None:
        """All options of an article's names in one table; None when the gazetteer has none of the names."""
        options = [self._options_of(name) for name in names.names]
        rows = [(number, known) for number, known in enumerate(options) if known is not None]
        return Table(names, rows, countries) if rows else None

    def _options_of(self, name: Name) -> Options | None:
        """The places of a name; of the outlet's own place that one.

        The two Salems of Oregon and Massachusetts for "Salem".
        """
        if name.home:
            return columns("", (name.home.place,), True)
        return self.options(name.lookup)

    def resolve(self, names: Names, countries: dict[str, int]) -> dict[int, Resolved]:
        """Number of the name -> its places. Names without any are left out.

        `countries` says how often the article speaks of a country (ISO code) without naming it.
        """
        table = self.features(names, countries)
        if table is None:
            return {}
        shares, context = self._rounds(table)
        result: dict[int, Resolved] = {}
        ranks: dict[int, list[Match]] = {}
        for n, start, options in table.blocks:
            own = shares[start : start + len(options.matches)]
            order = np.argsort(-own, kind="stable").tolist()
            ranked = [(options.matches[i], float(own[i])) for i in order]
            if is_division_of_town(table.static, start + order[0]):
                _put_seat_first(options, order, ranked)
            support = dict(zip(CONTEXT, context[start + order[0]].tolist(), strict=True))
            result[n] = Resolved(*ranked[0], support, ranked[1] if len(ranked) > 1 else None)
            if names.names[n].town:
                result[n] = _as_town(result[n])
            ranks[n] = [match for match, _ in ranked]
        result = _in_their_region(result, ranks, names)
        result = _beside_its_sisters(result, ranks, countries)
        return _in_only_country(result, ranks, countries)

    def _rounds(self, table: Table) -> tuple[Array, Array]:
        """The shares of all options after some rounds, and the context that led to them."""
        shares = table.softmax(table.static @ self.first)
        context = np.zeros((len(shares), len(CONTEXT)))
        for _ in range(ROUNDS):
            context = table.context(shares)
            shares = table.softmax(np.hstack([table.static, context]) @ self.later)
        return shares, context


def _kinds_of_word(word: str) -> frozenset[str]:
    """The kinds of place that the last word of a name calls it: "State", "town".

    The divisions for the "State" of "Oaxaca State".
    """
    if word.lower() in words("division_word"):
        return _DIVISIONS
    if word not in words("town_word"):
        return frozenset()
    return _TOWNS


def _put_seat_first(options: Options, order: list[int], ranked: list[tuple[Match, float]]) -> None:
    """Put the town that gives a division its name before it: their points are near, so that they are one answer.

    Not where the name is another one of the town: "Oklahoma" is the state.
    """
    division = options.above[order[0], 0]
    at = next(at for at, i in enumerate(order) if options.kind[i] == CITY and division in options.above[i])
    if ranked[at][0].kind > ranked[0][0].kind:
        return
    town, share = ranked.pop(at)
    ranked.insert(0, (town, share + ranked[0][1]))
    order.insert(0, order.pop(at))


def _as_town(resolved: Resolved) -> Resolved:
    """ "The city of Salvador" is no country: the town that is nearly as likely, if one is."""
    if resolved.second is None or resolved.match.entry.kind != "country":
        return resolved
    match, share = resolved.second
    if match.entry.kind != "city" or share < LEAST_TOWN:
        return resolved
    return replace(resolved, match=match, share=share, second=(resolved.match, resolved.share))


def _in_their_region(result: dict[int, Resolved], ranks: dict[int, list[Match]], names: Names) -> dict[int, Resolved]:
    """ "Berlin, Conn.": the town of the name in the region behind it, however large its namesake elsewhere is.

    The Cairo of Illinois for "Cairo, Ill.".
    """
    changed = {}
    for inner, holders in _holders(result, names).items():
        chosen = result[inner]
        if _above_of(chosen.match) & holders:
            continue
        own = _town_of_regions(holders, ranks[inner])
        if own is not None:
            changed[inner] = replace(chosen, match=own, second=(chosen.match, chosen.share))
    return result | changed


def _holders(result: dict[int, Resolved], names: Names) -> dict[int, set[int]]:
    """Number of a name -> the ids of the regions, and the countries, that stand right behind it.

    {0: {4896861}} for "Cairo, Ill.", where the first name is Cairo.
    """
    holders: dict[int, set[int]] = {}
    for inner, outer in sorted(names.inside):
        if inner in result and outer in result and result[outer].share >= SURE_REGION:
            holders.setdefault(inner, set()).add(result[outer].match.entry.id)
    return holders


def _above_of(match: Match) -> set[int | None]:
    """The ids of a place and of the region it lies in.

    The Cairo of Illinois and Illinois.
    """
    return {match.entry.id, match.entry.admin1}


def _town_of_regions(regions: set[int], ranked: Iterable[Match]) -> Match | None:
    """The likeliest town of some regions among the places that a name may mean.

    The Athens of Georgia, of all towns of that name.
    """
    for m in ranked:
        if m.entry.kind == "city" and m.entry.admin1 in regions:
            return m
    return None


def _beside_its_sisters(
    result: dict[int, Resolved], ranks: dict[int, list[Match]], countries: dict[str, int]
) -> dict[int, Resolved]:
    """ "Georgia lawmakers passed it, Alabama judges did not": a region among regions of one country is no country."""
    changed = {}
    for n, resolved in result.items():
        country = resolved.match.entry.country
        if resolved.match.entry.kind != "country" or country in countries:
            continue
        others = [other.match.entry for m, other in result.items() if m != n]
        own = _region_beside(others, ranks[n])
        if own is not None and own.entry.country != country:
            changed[n] = replace(resolved, match=own, second=(resolved.match, resolved.share))
    return result | changed


def _region_beside(others: list[Entry], ranked: Iterable[Match]) -> Match | None:
    """The likeliest region that a name may mean of the only country of the others, one of them a region.

    Georgia beside Alabama.
    """
    homes = {other.country for other in others}
    kinds = {other.kind for other in others}
    if len(homes) != 1 or "region" not in kinds:
        return None
    for m in ranked:
        if m.entry.kind == "region" and m.entry.country in homes:
            return m
    return None


def _in_only_country(
    result: dict[int, Resolved], ranks: dict[int, list[Match]], countries: dict[str, int]
) -> dict[int, Resolved]:
    """Towns of the one country that an article speaks of, where no other name speaks for their larger namesakes.

    "Lebanese soldiers clashed with gunmen in Tripoli": the people of a country count for little in the linear score,
    because peoples travel; where they are all that an article says, they count.
    """
    meant = [resolved.match.entry for resolved in result.values()]
    spoken = countries.keys() | {entry.country for entry in meant if entry.kind == "country"}
    if len(spoken) != 1 or None in spoken:
        return result
    (country,) = spoken
    changed = {}
    for n, resolved in result.items():
        own = _town_in(country, ranks[n])
        if own is not None and _is_namesake(resolved, own) and not _has_company(n, result):
            changed[n] = replace(resolved, match=own, second=(resolved.match, resolved.share))
    return result | changed


def _town_in(country: str | None, ranked: Iterable[Match]) -> Match | None:
    """The likeliest town of a country among the places that a name may mean.

    Santiago in the Dominican Republic for "Santiago" and DO.
    """
    for m in ranked:
        if m.entry.kind == "city" and m.entry.country == country:
            return m
    return None


def _is_namesake(resolved: Resolved, own: Match) -> bool:
    """Whether a town of another country was preferred to one that is not much smaller.

    True where the Paris of Texas was preferred to that of France.
    """
    chosen = resolved.match.entry
    if chosen.kind != "city" or chosen.country == own.entry.country:
        return False
    return own.entry.weight >= NAMESAKE * chosen.weight


def _has_company(number: int, result: dict[int, Resolved]) -> bool:
    """Whether another name of the article lies in the country of a name's place.

    True of the Tripoli of Lebanon beside "Beirut".
    """
    country = result[number].match.entry.country
    return any(n != number and other.match.entry.country == country for n, other in result.items())
