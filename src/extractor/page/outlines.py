"""The land that a page draws: countries near what is told in detail, the rest of the world coarsely."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from extractor.lexicon.tables import data_json, data_rows

NEAR_DEGREES = 3.0  # how far around its places a page has the detailed outline
Box = tuple[float, float, float, float]


def outlines(points: Iterable[tuple[float, float]]) -> dict[str, Any]:
    """The topology for a page about these points (longitude, latitude): arcs, and the rings of each country.

    An arc is drawn in detail when its country holds or nearly holds one of the points.
    """
    world = _world()
    detailed = _arcs_near(list(points))
    levels = enumerate(zip(world["fine"], world["coarse"], strict=True))
    arcs = [fine if i in detailed else coarse for i, (fine, coarse) in levels]
    return {**{key: world[key] for key in ("scale", "translate", "countries")}, "arcs": arcs}


@cache
def country_names() -> Mapping[str, str]:
    """ISO alpha-2 -> English name."""
    return {row["alpha2"]: row["name"] for row in data_rows("codes/countries.tsv")}


@cache
def _world() -> dict[str, Any]:
    return dict(data_json("page/outlines.json"))


def _arcs_near(points: list[tuple[float, float]]) -> set[int]:
    """The arcs whose box, widened, holds one of the points."""
    near = NEAR_DEGREES
    cells = {(int(x // near), int(y // near)) for x, y in points}
    around = {(x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
    return {i for i, box in enumerate(_boxes()) if _touches(box, around)}


def _touches(box: Box, cells: set[tuple[int, int]]) -> bool:
    west, south, east, north = (int(edge // NEAR_DEGREES) for edge in box)
    return any(west <= x <= east and south <= y <= north for x, y in cells)


@cache
def _boxes() -> list[Box]:
    world = _world()
    (sx, sy), (tx, ty) = world["scale"], world["translate"]
    found: list[Box] = []
    for arc in world["coarse"]:
        xs, ys = list(_sums(arc[0::2])), list(_sums(arc[1::2]))
        found.append((min(xs) * sx + tx, min(ys) * sy + ty, max(xs) * sx + tx, max(ys) * sy + ty))
    return found


def _sums(steps: Iterable[int]) -> Iterable[int]:
    total = 0
    for step in steps:
        total += step
        yield total
