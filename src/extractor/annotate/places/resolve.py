"""Which Tripoli? A linear softmax over the gazetteer's places of each name, in rounds.

The first round knows a place alone (its size, its kind, how the name belongs to it). Each later round adds what the
other names of the article mean by the round before: the countries and regions in the running, containment
("Salem, Ore."), distance. A name has one sense in an article.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from extractor.annotate.places.toponyms import Name, Names
from extractor.annotate.places.words import words
from extractor.gazetteer.entries import NameKind
from extractor.gazetteer.index import Gazetteer, Match

Array = NDArray[np.float64]
EARTH_KM = 6371.0
ROUNDS = 2  # a third changes one point in a thousand
STATIC = (
    *("size", "behind largest", "largest", "country", "region", "district", "other kind"),
    *("other name", "shortened", "abbreviation", "by sound", "same spelling", "division of same-named town"),
    "kind in name",
    *("division word", "division word, town", "town word", "town word, division"),
    *("the, no natural feature", "country or wide, alone"),
)
CONTEXT = (
    *("inside next", "holds previous", "beside same country", "beside same kind"),
    *("country share", "region share", "held by article", "holds of article"),
    *("within 50 km", "within 300 km", "country at all"),
)
_SEAT = STATIC.index("division of same-named town")
_KINDS = {"city": 0, "country": 1, "region": 2, "district": 3}
_WIDE = 5
_KINDS |= dict.fromkeys(("continent", "world_region", "sea", "island"), _WIDE)
_OTHER = 4
_NEAR_KM = (50.0, 300.0)
_PEOPLE_VOICE = 0.7  # "the Syrian army" speaks for Syria, but less than "Syria" does
_UNCOUNTED = 3000  # people of a place whose population GeoNames does not know
_DIVISIONS = frozenset(("region", "district"))
_TOWNS = frozenset(("city",))
_SEAT_SHARE = 0.2  # of a division's weight that its town of the same name has at least
NAMESAKE = 0.1  # of the people of a town that its namesake in the only country spoken of has at least
_CELLS = 1_000_000  # of the tables that compare options, 8 MB each; those of an article fit in one piece
_LIKELY = 0.02  # options below this share do not speak for others


@dataclass(frozen=True, slots=True)
class Options:
    """The places of one name, as columns."""

    matches: tuple[Match, ...]
    static: Array
    unit: Array  # points on the unit sphere
    kind: NDArray[np.int64]
    country: NDArray[np.int64]
    above: NDArray[np.int64]  # ids of the place itself, its district, its region


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
        matches = exact or self.gazetteer.lookup_sound(name)
        return _columns(name, matches, bool(exact)) if matches else None

    def _without_kind(self, name: str) -> tuple[Match, ...]:
        """ "Oaxaca State", "Bol town": the divisions, or the towns, of the name without its last word."""
        stem, _, last = name.rpartition(" ")
        if not stem:
            return ()
        kinds = _DIVISIONS if last.lower() in words("division_word") else _TOWNS if last in words("town_word") else ()
        return tuple(m for m in self.gazetteer.lookup(stem) if m.entry.kind in kinds) if kinds else ()

    def features(self, names: Names, countries: dict[str, int]) -> "Table | None":
        """All options of an article's names in one table."""
        rows = [
            (n, options)
            for n, name in enumerate(names.names)
            if (options := _columns("", (name.home.place,), True) if name.home else self.options(name.lookup))
        ]
        return Table(names, rows, countries) if rows else None

    def resolve(self, names: Names, countries: dict[str, int]) -> dict[int, "Resolved"]:
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
            if table.static[start + order[0], _SEAT]:
                at = _seat(options, order)
                # The division and its town count as one answer: their points are near each other.
                town, share = ranked.pop(at)
                ranked.insert(0, (town, share + ranked[0][1]))
                order.insert(0, order.pop(at))
            support = dict(zip(CONTEXT, context[start + order[0]].tolist(), strict=True))
            result[n] = Resolved(ranked[0][0], ranked[0][1], support, ranked[1] if len(ranked) > 1 else None)
            ranks[n] = [match for match, _ in ranked]
        return _in_only_country(result, ranks, countries)

    def _rounds(self, table: "Table") -> tuple[Array, Array]:
        """The shares of all options after some rounds, and the context that led to them."""
        shares = table.softmax(table.static @ self.first)
        context = np.zeros((len(shares), len(CONTEXT)))
        for _ in range(ROUNDS):
            context = table.context(shares)
            shares = table.softmax(np.hstack([table.static, context]) @ self.later)
        return shares, context


def _in_only_country(
    result: dict[int, Resolved], ranks: dict[int, list[Match]], countries: dict[str, int]
) -> dict[int, Resolved]:
    """Towns of the one country that an article speaks of, where no other name speaks for their larger namesakes.

    "Lebanese soldiers clashed with gunmen in Tripoli": the people of a country count for little in the linear score,
    because peoples travel; where they are all that an article says, they count.
    """
    spoken = countries.keys() | {r.match.entry.country for r in result.values() if r.match.entry.kind == "country"}
    only = next(iter(spoken)) if len(spoken) == 1 else None
    if only is None:
        return result
    changed = {}
    for n, resolved in result.items():
        own = next((m for m in ranks[n] if m.entry.country == only and m.entry.kind == "city"), None)
        if own is not None and _is_namesake(resolved, own) and not _has_company(n, result):
            changed[n] = replace(resolved, match=own, second=(resolved.match, resolved.share))
    return result | changed


def _is_namesake(resolved: Resolved, own: Match) -> bool:
    """Whether a town of another country was preferred to one that is not much smaller."""
    chosen = resolved.match.entry
    if chosen.kind != "city" or chosen.country == own.entry.country:
        return False
    return own.entry.weight >= NAMESAKE * chosen.weight


def _has_company(number: int, result: dict[int, Resolved]) -> bool:
    """Whether another name of the article lies in the country of a name's place."""
    country = result[number].match.entry.country
    return any(n != number and other.match.entry.country == country for n, other in result.items())


class Table:
    """The options of all names below one another, with what the text says of each name."""

    def __init__(self, names: Names, rows: list[tuple[int, Options]], countries: dict[str, int]) -> None:
        self.blocks: list[tuple[int, int, Options]] = []
        start = 0
        for n, options in rows:
            self.blocks.append((n, start, options))
            start += len(options.matches)
        sizes = [len(options.matches) for _, options in rows]
        self.starts = np.array([start for _, start, _ in self.blocks])
        self.group = np.repeat(np.arange(len(rows)), sizes)
        self.static = np.vstack([options.static for _, options in rows])
        self.unit = np.vstack([options.unit for _, options in rows])
        self.kind = np.concatenate([options.kind for _, options in rows])
        self.country = np.concatenate([options.country for _, options in rows])
        self.above = np.vstack([options.above for _, options in rows])
        self.ends = np.append(self.starts[1:], start)
        self._name_words(names.names)
        self._alone(names)
        number = {n: g for g, (n, _) in enumerate(rows)}
        self.inside = sorted((number[a], number[b]) for a, b in names.inside if a in number and b in number)
        self.beside = sorted((number[a], number[b]) for a, b in names.beside if a in number and b in number)
        self.spoken = np.zeros(_COUNTRIES)
        for country, count in countries.items():
            self.spoken[_country_number(country)] += _PEOPLE_VOICE * np.log1p(count)
        self.voice = np.log1p([names.names[n].weight for n, _, _ in self.blocks])

    def _name_words(self, names: list[Name]) -> None:
        for n, start, options in self.blocks:
            name, end = names[n], start + len(options.matches)
            towns = (options.kind == 0).astype(float)
            if name.division:
                self.static[start:end, 12] = 0
                self.static[start:end, 14] = (options.kind == 2) | (options.kind == 3)
                self.static[start:end, 15] = towns
            if name.the:
                self.static[start:end, 18] = (options.kind == 0) | (options.kind == 2) | (options.kind == 3)
            if name.town:
                self.static[start:end, 16] = towns
                self.static[start:end, 17] = 1 - towns

    def _alone(self, names: Names) -> None:
        """ "Lebanon" without "Pa." behind it means the country, "Middle East" no part of Baltimore."""
        inner = {a for a, _ in names.inside}
        for n, start, options in self.blocks:
            if n not in inner and not names.names[n].home:
                known = (options.kind == 1) | (options.kind == _WIDE)
                self.static[start : start + len(options.matches), 19] = known

    def softmax(self, scores: Array) -> Array:
        """Scores -> shares that sum to one within each name."""
        peak = np.maximum.reduceat(scores, self.starts)
        powers = np.exp(scores - peak[self.group])
        shares: Array = powers / np.add.reduceat(powers, self.starts)[self.group]
        return shares

    def context(self, shares: Array) -> Array:
        """What the other names say, when these are their shares."""
        found = np.zeros((len(shares), len(CONTEXT)))
        likely = np.flatnonzero(shares > _LIKELY)
        # All options beside all likely ones: in pieces, for the names of a book would fill the memory.
        rows = max(1, _CELLS // max(1, len(likely)))
        for first in range(0, len(shares), rows):
            self._hear(found, np.arange(first, min(first + rows, len(shares))), shares, likely)
        self._neighbours(found, shares, likely)
        return found

    def _hear(self, found: Array, rows: NDArray[np.int64], shares: Array, likely: NDArray[np.int64]) -> None:
        """What some options hear of all others, whatever stands beside them."""
        said = shares * self.voice[self.group]
        other = self.group[rows, None] != self.group[None, likely]
        weight = np.where(other, said[None, likely], 0.0)
        total = max(float(self.voice.sum() + self.spoken.sum()), 1e-9)
        country, region = self.country[rows, None], self.above[rows, 2][:, None]
        same_country = (country == self.country[None, likely]) & (country > 0)
        same_region = (region == self.above[None, likely, 2]) & (region > 0)
        in_country = (weight * same_country).sum(axis=1) + self.spoken[self.country[rows]]
        found[rows, 4] = in_country / total
        found[rows, 5] = (weight * same_region).sum(axis=1) / total
        found[rows, 6] = np.minimum((weight * self._holds(likely, rows).T).sum(axis=1), 2)
        found[rows, 7] = np.minimum((weight * self._holds(rows, likely)).sum(axis=1), 2)
        km = EARTH_KM * np.arccos(np.clip(self.unit[rows] @ self.unit[likely].T, -1.0, 1.0))
        exact = weight * (self.kind[None, likely] != 1)
        for column, width in zip((8, 9), _NEAR_KM, strict=True):
            found[rows, column] = np.log1p((exact * np.exp(-km / width)).sum(axis=1))
        found[rows, 10] = np.log1p(in_country)

    def _holds(self, holder: NDArray[np.int64], inner: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether places lie in others, by rows and columns of option numbers."""
        own = self.above[holder, 0][:, None]
        inner_above = self.above[inner]
        division = (inner_above[None, :, 1] == own) | (inner_above[None, :, 2] == own)
        division &= inner_above[None, :, 0] != own
        country = (self.kind[holder] == 1)[:, None] & (self.kind[inner] != 1)[None, :]
        country &= self.country[holder][:, None] == self.country[inner][None, :]
        return np.asarray(division | country)

    def _neighbours(self, found: Array, shares: Array, likely: NDArray[np.int64]) -> None:
        """What the names right beside a name say; `likely` is in order, as are the options of each name."""
        groups = self.group[likely]

        def heard(a: int, b: int) -> tuple[NDArray[np.int64], NDArray[np.int64], Array]:
            """The options of a name, the likely ones of another, and the shares of these."""
            first, last = np.searchsorted(groups, (b, b + 1))
            theirs = likely[first:last]
            return np.arange(self.starts[a], self.ends[a]), theirs, shares[theirs]

        for a, b in self.inside:
            mine, theirs, part = heard(a, b)
            found[mine, 0] = np.maximum(found[mine, 0], (self._holds(theirs, mine).T * part).sum(axis=1))
            mine, theirs, part = heard(b, a)
            found[mine, 1] = np.maximum(found[mine, 1], (self._holds(mine, theirs) * part).sum(axis=1))
        for pair in self.beside + self.inside:
            for a, b in (pair, pair[::-1]):
                mine, theirs, part = heard(a, b)
                country = self.country[mine][:, None] == self.country[None, theirs]
                kind = self.kind[mine][:, None] == self.kind[None, theirs]
                found[mine, 2] = np.maximum(found[mine, 2], (country * part).sum(axis=1))
                found[mine, 3] = np.maximum(found[mine, 3], (kind * part).sum(axis=1))


_LETTERS = 27
_COUNTRIES = _LETTERS * _LETTERS + 1


def _country_number(code: str | None) -> int:
    """An ISO code -> a small number, 0 for none."""
    return (ord(code[0]) - 64) * _LETTERS + ord(code[1]) - 64 if code else 0


def _columns(name: str, matches: tuple[Match, ...], exact: bool) -> Options:
    """The columns of the places a name was looked up to, by its own key or (not `exact`) by sound."""
    weights: Array = np.array([m.entry.weight or _UNCOUNTED for m in matches], dtype=float)
    sizes: Array = np.log10(weights) / 7
    kinds = np.array([_KINDS.get(m.entry.kind, _OTHER) for m in matches])
    names = np.array([m.kind for m in matches])
    static = np.zeros((len(matches), len(STATIC)))
    static[:, 0] = sizes
    static[:, 1] = sizes - np.max(sizes)
    static[int(np.argmax(sizes)), 2] = 1
    for kind in range(1, 5):
        static[:, 2 + kind] = kinds == kind
    for position, kind in enumerate((NameKind.OTHER, NameKind.SHORTENED, NameKind.ABBREVIATION)):
        static[:, 7 + position] = names == kind
    static[:, 10] = not exact
    static[:, 11] = [m.entry.name.casefold() == name.casefold() for m in matches]
    static[:, 12] = _seats(matches)
    spelled = set(name.lower().split())
    static[:, 13] = [m.entry.kind in spelled for m in matches]
    radians = np.radians([(m.entry.latitude, m.entry.longitude) for m in matches])
    latitude, longitude = radians[:, 0], radians[:, 1]
    unit = np.stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)], axis=1
    )
    country = np.array([_country_number(m.entry.country) for m in matches])
    above = np.array([_above(m) for m in matches])
    return Options(matches, static, unit, kinds, country, above)


def _seat(options: Options, order: list[int]) -> int:
    """The position in the ranking of the town that gives the first option, a division, its name."""
    division = options.above[order[0], 0]
    return next(at for at, i in enumerate(order) if options.kind[i] == 0 and division in options.above[i])


def _seats(matches: tuple[Match, ...]) -> list[bool]:
    """Which of the places are divisions around a large town among them: "Aleppo" is so, "Quebec" is not."""
    towns: dict[int | None, int] = {}
    for match in matches:
        if match.entry.kind == "city":
            for above in (match.entry.admin1, match.entry.admin2):
                towns[above] = max(towns.get(above, 0), match.entry.weight)
    return [
        m.entry.kind in ("region", "district") and towns.get(m.entry.id, -1) >= _SEAT_SHARE * m.entry.weight
        for m in matches
    ]


def _above(match: Match) -> tuple[int, int, int]:
    """The ids of a place, its district and its region; a region is its own region."""
    entry = match.entry
    region = entry.id if entry.kind == "region" else entry.admin1 or 0
    return entry.id, entry.id if entry.kind == "district" else entry.admin2 or 0, region
