"""Outlines of countries: near what is told in detail, the rest of the world coarsely."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, product
from typing import Any

from extractor.lexicon.tables import data_json, data_rows

CONTINENT_DEGREES = 25  # a map of more shows a continent
NEAR_DEGREES = 3.0  # how far around its places a map has the detailed outline
Box = tuple[float, float, float, float]  # west, south, east, north
Ring = list[tuple[float, float]]  # longitude, latitude


def outlines(points: Iterable[tuple[float, float]]) -> dict[str, Any]:
    """The topology for a page about these points (longitude, latitude): arcs, and the rings of each country.

    An arc is drawn in detail when its country holds or nearly holds one of the points.
    """
    world = _world()
    detailed = _arcs_near(list(points))
    levels = enumerate(zip(world["fine"], world["coarse"], strict=True))
    arcs = [fine if i in detailed else coarse for i, (fine, coarse) in levels]
    return {**{key: world[key] for key in ("scale", "translate", "countries")}, "arcs": arcs}


def country_borders(box: Box) -> Iterator[Ring]:
    """The coasts and borders that a small map of this part of the world draws; coarse where it shows a continent."""
    west, south, east, north = box
    level = "fine" if max(east - west, north - south) < CONTINENT_DEGREES else "coarse"
    for arc, other in zip(_world()[level], _boxes(), strict=True):
        if _overlap(box, other):
            yield _degrees(arc)


def _overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share a point.

    An arc that only touches the edge of a map is drawn too.
    """
    if other[0] > one[2] or other[2] < one[0]:
        return False
    return other[1] <= one[3] and other[3] >= one[1]


@cache
def country_names() -> Mapping[str, str]:
    """ISO alpha-2 -> English name."""
    return {row["alpha2"]: row["name"] for row in data_rows("codes/countries.tsv")}


@cache
def _world() -> dict[str, Any]:
    """The countries as rings of arcs, and the arcs in detail and coarsely."""
    return dict(data_json("land/outlines.json"))


def _arcs_near(points: list[tuple[float, float]]) -> set[int]:
    """The arcs whose box, widened, holds one of the points."""
    around: set[tuple[int, int]] = set()
    for x, y in points:
        column, row = int(x // NEAR_DEGREES), int(y // NEAR_DEGREES)
        around.update(product(range(column - 1, column + 2), range(row - 1, row + 2)))
    return {i for i, box in enumerate(_boxes()) if _touches(box, around)}


def _touches(box: Box, cells: set[tuple[int, int]]) -> bool:
    """Whether a box reaches into one of some cells of NEAR_DEGREES."""
    west, south, east, north = (int(edge // NEAR_DEGREES) for edge in box)
    return any(west <= x <= east and south <= y <= north for x, y in cells)


@cache
def _boxes() -> list[Box]:
    """The box around each arc, by the coarse outline."""
    found: list[Box] = []
    for arc in _world()["coarse"]:
        xs, ys = zip(*_degrees(arc), strict=True)
        found.append((min(xs), min(ys), max(xs), max(ys)))
    return found


def _degrees(arc: Sequence[int]) -> Ring:
    """The points of an arc in degrees; an arc is a flat list of whole steps."""
    world = _world()
    (sx, sy), (tx, ty) = world["scale"], world["translate"]
    return [(x * sx + tx, y * sy + ty) for x, y in zip(accumulate(arc[0::2]), accumulate(arc[1::2]), strict=True)]
