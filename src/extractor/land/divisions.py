"""First-level divisions: the borders between them in countries told of, the outlines of those told themselves."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
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
    world = _world()
    given = list(places)
    room = MOST_POINTS
    areas: dict[str, list[list[int]]] = {}
    for number in sorted({place.geonames_id for place in given if place.kind == "region" and place.geonames_id}):
        rings = _rings(number)
        room -= _points(rings)
        if rings and room >= 0:
            areas[str(number)] = rings
    lines: dict[str, dict[str, Any]] = {}
    inside = Counter(place.country_code for place in given if place.kind != "country" and place.latitude is not None)
    for code, _ in sorted(inside.items(), key=lambda one: (-one[1], str(one[0]))):
        if code not in world["countries"]:
            continue
        country = world["countries"][code]
        arcs = [country["arcs"][i] for i in country["inner"]]
        room -= _points(arcs)
        if room >= 0:
            lines[str(code)] = {"count": len(country["ids"]), "arcs": arcs}
    return {"scale": world["scale"], "lines": lines, "areas": areas}


@cache
def _world() -> dict[str, Any]:
    return dict(data_json("land/divisions.json"))


@cache
def _homes() -> dict[int, list[tuple[str, int]]]:
    """GeoNames id -> where the division stands: country, and number in it. Crimea, say, can stand in two."""
    found: dict[int, list[tuple[str, int]]] = {}
    for code, country in _world()["countries"].items():
        for number, division in enumerate(country["ids"]):
            found.setdefault(division, []).append((code, number))
    return found


def _points(paths: Sequence[Sequence[int]]) -> int:
    return sum(len(path) // 2 for path in paths)


def _rings(division: int) -> list[list[int]]:
    """The rings of a division; none of one that is not known."""
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
    steps = [points[0], *((bx - ax, by - ay) for (ax, ay), (bx, by) in zip(points, points[1:], strict=False))]
    return [part for step in steps for part in step]


def _absolute(steps: Sequence[int]) -> list[Point]:
    return list(zip(accumulate(steps[0::2]), accumulate(steps[1::2]), strict=True))
