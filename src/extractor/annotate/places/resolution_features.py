"""What the softmax of `resolve` knows of each place that a name can mean, as named columns.

`STATIC` does not depend on the article's other names, `CONTEXT` is what they say. The names of the columns are those of
the weights in `data/en/places/weights.json`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractor.annotate.places.toponyms import Name, Names
from extractor.gazetteer.entries import Entry, NameKind
from extractor.gazetteer.index import Match

Array = NDArray[np.float64]
Numbers = NDArray[np.int64]
EARTH_KM = 6371.0
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
_STATIC = {name: number for number, name in enumerate(STATIC)}
_CONTEXT = {name: number for number, name in enumerate(CONTEXT)}
CITY, COUNTRY, REGION, DISTRICT, _OTHER, _WIDE = range(6)
_KINDS = {"city": CITY, "country": COUNTRY, "region": REGION, "district": DISTRICT}
_KINDS |= dict.fromkeys(("continent", "world_region", "sea", "island"), _WIDE)
_NEAR_KM = {"within 50 km": 50.0, "within 300 km": 300.0}
_PEOPLE_WEIGHT = 0.7  # "the Syrian army" counts for Syria, but less than "Syria" does
_UNCOUNTED = 3000  # people of a place whose population GeoNames does not know
_SEAT_SHARE = 0.2  # of a division's weight that its town of the same name has at least
_CELLS = 1_000_000  # of the tables that compare options, 8 MB each; those of an article fit in one piece
_LIKELY = 0.02  # options below this share do not speak for others
_MOST_HELD = 2  # mentions of places inside one, or around it, that count
_LETTERS = 27
_COUNTRIES = _LETTERS * _LETTERS + 1


@dataclass(frozen=True, slots=True)
class Options:
    """The places of one name, as columns."""

    matches: tuple[Match, ...]
    static: Array
    unit: Array  # points on the unit sphere
    kind: Numbers
    country: Numbers
    above: Numbers  # ids of the place itself, its district, its region


def columns(name: str, matches: tuple[Match, ...], exact: bool) -> Options:
    """The columns of the places a name was looked up to, by its own key or (not `exact`) by sound."""
    kinds = np.array([_KINDS.get(m.entry.kind, _OTHER) for m in matches])
    country = np.array([_country_number(m.entry.country) for m in matches])
    above = np.array([_above(m) for m in matches])
    return Options(matches, _static(name, matches, kinds, exact), _on_sphere(matches), kinds, country, above)


def is_division_of_town(static: Array, row: int) -> bool:
    """Whether a place is a division around a large town of its name.

    Homs governorate, around the city of Homs.
    """
    return bool(static[row, _STATIC["division of same-named town"]])


def _static(name: str, matches: tuple[Match, ...], kinds: Numbers, exact: bool) -> Array:
    """The STATIC columns that do not depend on the article."""
    weights: Array = np.array([m.entry.weight or _UNCOUNTED for m in matches], dtype=float)
    sizes: Array = np.log10(weights) / 7
    of_name = np.array([m.kind for m in matches])
    spelled = set(name.lower().split())
    table = np.zeros((len(matches), len(STATIC)))
    known = {
        "size": sizes,
        "behind largest": sizes - np.max(sizes),
        "largest": np.arange(len(matches)) == np.argmax(sizes),
        "country": kinds == COUNTRY,
        "region": kinds == REGION,
        "district": kinds == DISTRICT,
        "other kind": kinds == _OTHER,
        "other name": of_name == NameKind.OTHER,
        "shortened": of_name == NameKind.SHORTENED,
        "abbreviation": of_name == NameKind.ABBREVIATION,
        "by sound": not exact,
        "same spelling": [m.entry.name.casefold() == name.casefold() for m in matches],
        "division of same-named town": _seats(matches),
        "kind in name": [m.entry.kind in spelled for m in matches],
    }
    for column, values in known.items():
        table[:, _STATIC[column]] = values
    return table


def _on_sphere(matches: tuple[Match, ...]) -> Array:
    """The places as points on the unit sphere."""
    radians = np.radians([(m.entry.latitude, m.entry.longitude) for m in matches])
    latitude, longitude = radians[:, 0], radians[:, 1]
    return np.stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)], axis=1
    )


def _country_number(code: str | None) -> int:
    """An ISO code -> a small number, 0 for none.

    >>> _country_number("AB"), _country_number(None)
    (29, 0)
    """
    if not code:
        return 0
    return (ord(code[0]) - 64) * _LETTERS + ord(code[1]) - 64


def _seats(matches: tuple[Match, ...]) -> list[bool]:
    """Which of the places are divisions around a large town among them: "Aleppo" is so, "Quebec" is not."""
    towns: dict[int | None, int] = {}
    entries = [match.entry for match in matches]
    for entry in entries:
        if entry.kind == "city":
            for above in (entry.admin1, entry.admin2):
                towns[above] = max(towns.get(above, 0), entry.weight)
    return [_is_around_town(entry, towns.get(entry.id, -1)) for entry in entries]


def _is_around_town(entry: Entry, town: int) -> bool:
    """Whether a place is a division, and the town of its name, of which the weight is given, a large part of it."""
    return entry.kind in ("region", "district") and town >= _SEAT_SHARE * entry.weight


def _above(match: Match) -> tuple[int, int, int]:
    """The ids of a place, its district and its region; a district is its own district, a region its own region."""
    entry = match.entry
    district = entry.id if entry.kind == "district" else entry.admin2 or 0
    region = entry.id if entry.kind == "region" else entry.admin1 or 0
    return entry.id, district, region


def _among(numbers: list[int], pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of names that both have options, by where they stand among those.

    >>> _among([4, 7], [(4, 7), (4, 9)])
    [(0, 1)]
    """
    at = {number: i for i, number in enumerate(numbers)}
    known = [(a, b) for a, b in pairs if a in at and b in at]
    return sorted((at[a], at[b]) for a, b in known)


class Table:
    """The options of all names below one another, with what the text says of each name."""

    def __init__(self, names: Names, rows: list[tuple[int, Options]], countries: dict[str, int]) -> None:
        numbers = [n for n, _ in rows]
        every = [options for _, options in rows]
        sizes = np.array([len(options.matches) for options in every])
        self.ends = np.cumsum(sizes)
        self.starts = self.ends - sizes
        self.blocks = list(zip(numbers, self.starts.tolist(), every, strict=True))
        self.group = np.repeat(np.arange(len(rows)), sizes)
        self.static = np.vstack([options.static for options in every])
        self.unit = np.vstack([options.unit for options in every])
        self.kind = np.concatenate([options.kind for options in every])
        self.country = np.concatenate([options.country for options in every])
        self.above = np.vstack([options.above for options in every])
        inner = {a for a, _ in names.inside}
        for n, start, options in self.blocks:
            end = start + len(options.matches)
            _mark_name_words(self.static[start:end], names.names[n], options.kind, n in inner)
        self.inside = _among(numbers, names.inside)
        self.beside = _among(numbers, names.beside)
        self.spoken = np.zeros(_COUNTRIES)
        for country, count in countries.items():
            self.spoken[_country_number(country)] += _PEOPLE_WEIGHT * np.log1p(count)
        self.weight = np.log1p([names.names[n].weight for n in numbers])

    def softmax(self, scores: Array) -> Array:
        """Scores -> shares that sum to one within each name."""
        peak = np.maximum.reduceat(scores, self.starts)
        powers = np.exp(scores - peak[self.group])
        shares: Array = powers / np.add.reduceat(powers, self.starts)[self.group]
        return shares

    def context(self, shares: Array) -> Array:
        """The CONTEXT columns: what the other names say, when these are their shares."""
        found = np.zeros((len(shares), len(CONTEXT)))
        likely = np.flatnonzero(shares > _LIKELY)
        # All options beside all likely ones: in pieces, for the names of a book would fill the memory.
        rows = max(1, _CELLS // max(1, len(likely)))
        for first in range(0, len(shares), rows):
            self._add_article(found, np.arange(first, min(first + rows, len(shares))), shares, likely)
        self._add_neighbours(found, shares, likely)
        return found

    def _add_article(self, found: Array, rows: Numbers, shares: Array, likely: Numbers) -> None:
        """What all other names say of some options, whatever stands beside them."""
        said = shares * self.weight[self.group]
        other = self.group[rows, None] != self.group[None, likely]
        weight = np.where(other, said[None, likely], 0.0)
        total = max(float(self.weight.sum() + self.spoken.sum()), 1e-9)
        country, region = self.country[rows, None], self.above[rows, 2][:, None]
        same_country = (country == self.country[None, likely]) & (country > 0)
        same_region = (region == self.above[None, likely, 2]) & (region > 0)
        in_country = (weight * same_country).sum(axis=1) + self.spoken[self.country[rows]]
        held, holding = weight * self._holds(likely, rows).T, weight * self._holds(rows, likely)
        found[rows, _CONTEXT["country share"]] = in_country / total
        found[rows, _CONTEXT["region share"]] = (weight * same_region).sum(axis=1) / total
        found[rows, _CONTEXT["held by article"]] = np.minimum(held.sum(axis=1), _MOST_HELD)
        found[rows, _CONTEXT["holds of article"]] = np.minimum(holding.sum(axis=1), _MOST_HELD)
        km = EARTH_KM * np.arccos(np.clip(self.unit[rows] @ self.unit[likely].T, -1.0, 1.0))
        exact = weight * (self.kind[None, likely] != COUNTRY)
        for column, width in _NEAR_KM.items():
            found[rows, _CONTEXT[column]] = np.log1p((exact * np.exp(-km / width)).sum(axis=1))
        found[rows, _CONTEXT["country at all"]] = np.log1p(in_country)

    def _holds(self, holder: Numbers, inner: Numbers) -> NDArray[np.bool_]:
        """Whether places lie in others, by rows and columns of option numbers."""
        own = self.above[holder, 0][:, None]
        inner_above = self.above[inner]
        division = (inner_above[None, :, 1] == own) | (inner_above[None, :, 2] == own)
        division &= inner_above[None, :, 0] != own
        country = (self.kind[holder] == COUNTRY)[:, None] & (self.kind[inner] != COUNTRY)[None, :]
        country &= self.country[holder][:, None] == self.country[inner][None, :]
        return np.asarray(division | country)

    def _add_neighbours(self, found: Array, shares: Array, likely: Numbers) -> None:
        """What the names right beside a name say; `likely` is in order, as are the options of each name."""
        groups = self.group[likely]

        def options_of(a: int, b: int) -> tuple[Numbers, Numbers, Array]:
            """The options of a name, the likely ones of another, and the shares of these."""
            first, last = np.searchsorted(groups, (b, b + 1))
            theirs = likely[first:last]
            return np.arange(self.starts[a], self.ends[a]), theirs, shares[theirs]

        for a, b in self.inside:
            mine, theirs, part = options_of(a, b)
            _raise(found, mine, "inside next", (self._holds(theirs, mine).T * part).sum(axis=1))
            mine, theirs, part = options_of(b, a)
            _raise(found, mine, "holds previous", (self._holds(mine, theirs) * part).sum(axis=1))
        pairs = self.beside + self.inside
        for a, b in (order for pair in pairs for order in (pair, pair[::-1])):
            mine, theirs, part = options_of(a, b)
            country = self.country[mine][:, None] == self.country[None, theirs]
            kind = self.kind[mine][:, None] == self.kind[None, theirs]
            _raise(found, mine, "beside same country", (country * part).sum(axis=1))
            _raise(found, mine, "beside same kind", (kind * part).sum(axis=1))


def _raise(found: Array, rows: Numbers, column: str, values: Array) -> None:
    """Put values into a column of CONTEXT where they are larger."""
    at = _CONTEXT[column]
    found[rows, at] = np.maximum(found[rows, at], values)


def _mark_name_words(static: Array, name: Name, kind: Numbers, is_inside: bool) -> None:
    """Fill in the STATIC columns of one name that words of the text around it tell; `kind` are those of its places."""
    is_town = kind == CITY
    is_division = (kind == REGION) | (kind == DISTRICT)
    if name.division:
        static[:, _STATIC["division of same-named town"]] = 0
        static[:, _STATIC["division word"]] = is_division
        static[:, _STATIC["division word, town"]] = is_town
    if name.the:
        static[:, _STATIC["the, no natural feature"]] = is_town | is_division
    if name.town:
        static[:, _STATIC["town word"]] = is_town
        static[:, _STATIC["town word, division"]] = ~is_town
    # "Lebanon" without "Pa." behind it means the country, "Middle East" no part of Baltimore.
    if not is_inside and not name.home:
        static[:, _STATIC["country or wide, alone"]] = (kind == COUNTRY) | (kind == _WIDE)
