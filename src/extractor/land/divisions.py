"""First-level divisions: the borders between them in countries told of, the outlines of those told themselves."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate, chain, pairwise
from typing import Any

from extractor.lexicon.tables import data_json
from extractor.records import Place

# Points of borders and outlines on one page: some 60 kB of it. The countries with most places come first.
MOST_POINTS = 15_000
Point = tuple[int, int]


def divisions(places: Iterable[Place]) -> dict[str, Any]:
    """What a map of these places draws: `lines` inside the countries that hold some, `areas` of the divisions told.

    `lines` has each country's number of divisions and the arcs between them; `areas` the rings of a division by its
    GeoNames id. All are flat lists of steps (x, y, dx, dy, ...) of `scale` degrees.
    """
    given = list(places)
    room = _Room(MOST_POINTS)
    areas = {str(number): rings for number in _regions_told(given) if (rings := _rings(number)) and room.holds(rings)}
    lines: dict[str, dict[str, Any]] = {}
    for code in _countries_told(given):
        country = _world()["countries"][code]
        arcs = [country["arcs"][i] for i in country["inner"]]
        if room.holds(arcs):
            lines[code] = {"count": len(country["ids"]), "arcs": arcs}
    return {"scale": _world()["scale"], "lines": lines, "areas": areas}


class _Room:
    """How many points a page still has room for."""

    def __init__(self, points: int) -> None:
        self._points = points

    def holds(self, paths: Sequence[Sequence[int]]) -> bool:
        """Whether there was room for some paths, which then take it; after the first that has none there is none."""
        self._points -= sum(len(path) // 2 for path in paths)
        return self._points >= 0


def _regions_told(places: Iterable[Place]) -> list[int]:
    """The GeoNames ids of the first-level divisions among some places."""
    return sorted({place.geonames_id for place in places if place.kind == "region" and place.geonames_id})


def _countries_told(places: Iterable[Place]) -> list[str]:
    """The countries with known divisions that hold some places, those with most places first."""
    inside: Counter[str] = Counter()
    for place in places:
        if place.kind != "country" and place.latitude is not None:
            inside[place.country_code or ""] += 1
    known = inside.keys() & _world()["countries"].keys()
    return sorted(known, key=lambda code: (-inside[code], code))


@cache
def _world() -> dict[str, Any]:
    """The divisions of all countries: ids, rings of arcs, and the arcs between them."""
    return dict(data_json("land/divisions.json"))


@cache
def _homes() -> dict[int, list[tuple[str, int]]]:
    """GeoNames id -> where the division stands: country, and number in it. Crimea, say, can stand in two."""
    found: dict[int, list[tuple[str, int]]] = {}
    for code, country in _world()["countries"].items():
        for number, division in enumerate(country["ids"]):
            found.setdefault(division, []).append((code, number))
    return found


def _rings(division: int) -> list[list[int]]:
    """The rings of a division as paths of steps; none of one that is not known.

    A division that two countries claim has the rings of both.
    """
    found = []
    for code, number in _homes().get(division, []):
        country = _world()["countries"][code]
        found += [_joined(ring, country["arcs"]) for ring in country["rings"][number]]
    return found


def _joined(ring: Sequence[int], arcs: Sequence[Sequence[int]]) -> list[int]:
    """The arcs of a ring as one path of steps; ~n is arc n backwards."""
    points: list[Point] = []
    for number in ring:
        arc = _absolute(arcs[~number])[::-1] if number < 0 else _absolute(arcs[number])
        points += arc[1:] if points else arc
    steps = [points[0], *((bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points))]
    return list(chain.from_iterable(steps))


def _absolute(steps: Sequence[int]) -> list[Point]:
    """The points that a flat list of steps leads to."""
    return list(zip(accumulate(steps[0::2]), accumulate(steps[1::2]), strict=True))
