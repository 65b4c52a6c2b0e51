"""Makes src/extractor/data/land/divisions.json, the first-level divisions that the page draws inside countries.

Source: layer `states_provinces` of world_map.gpkg in Debian's package qgis-common 3.22, which is Natural Earth 1:10m
Admin 1 v4.1 (public domain), somewhat simplified. Needs geopandas and shapely 2.1, and the built gazetteer.

    apt-get download qgis-common && dpkg -x qgis-common_*.deb q
    python models/divisions.py q/usr/share/qgis/resources/data/world_map.gpkg

Natural Earth's units are finer than the gazetteer's in some countries (101 departments of France, 13 regions): a unit
belongs to the division that most of its towns are in, and units of one division are merged. Each division is known by
its GeoNames id. As in outlines.json a border is one arc, whichever divisions it parts.
"""

import json
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import geopandas
import shapely

DATA = Path(__file__).parents[1] / "src" / "extractor" / "data"
TARGET = DATA / "land" / "divisions.json"
SCALE = 0.01  # degrees of a step: about a kilometre, a pixel where a large country fills the map
SIMPLIFY = 0.06  # degrees; the triangles that are dropped are smaller than its square
LEAST_PART = 0.05  # square degrees: smaller islands are left out, but for the largest part of a division
MOST = 140  # divisions of a country; where there are more (the 200 communes of Slovenia), lines would hide the map
Point = tuple[int, int]
Edge = tuple[Point, Point]


def main(source: Path) -> None:
    """Read Natural Earth and the gazetteer, write the divisions."""
    units = geopandas.read_file(source, layer="states_provinces")
    units = units[units["iso_a2"] != "-1"].reset_index(drop=True)
    units["division"] = _division_of(units)
    made = {}
    for country, inside in units.groupby("iso_a2"):
        merged = inside.dissolve("division").geometry
        if 1 < len(merged) <= MOST:
            made[str(country)] = _topology([int(number) for number in merged.index], merged.to_numpy())
    document = {"scale": SCALE, "countries": made}
    TARGET.write_text(json.dumps(document, separators=(",", ":")) + "\n", encoding="utf-8")


def _division_of(units: geopandas.GeoDataFrame) -> list[int]:
    """The GeoNames id of the division that most towns of each unit are in; below zero for one without towns."""
    with sqlite3.connect(DATA / "gazetteer.sqlite") as gazetteer:
        rows = gazetteer.execute("SELECT admin1, longitude, latitude FROM place WHERE admin1 IS NOT NULL").fetchall()
    ids, xs, ys = zip(*rows, strict=True)
    points = shapely.points([x / 1e5 for x in xs], [y / 1e5 for y in ys])
    which, towns = shapely.STRtree(points).query(units.geometry.to_numpy(), predicate="contains")
    votes: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for unit, town in zip(which, towns, strict=True):
        votes[unit][ids[town]] += 1
    return [max(votes[i], key=lambda one: (votes[i][one], one)) if i in votes else -1 - i for i in range(len(units))]


def _topology(ids: Sequence[int], shapes: Sequence[shapely.Geometry]) -> dict[str, object]:
    """Arcs, the rings of each division as numbers of arcs (~n: backwards), and which arcs lie inside the country."""
    rings = [list(_rings(shape)) for shape in shapely.coverage_simplify(shapes, SIMPLIFY)]
    owners: dict[Edge, set[int]] = defaultdict(set)
    for number, division in enumerate(rings):
        for ring in division:
            for edge in _edges(ring):
                owners[_undirected(edge)].add(number)
    nodes = _nodes(owners)
    numbers: dict[tuple[Point, ...], int] = {}
    inner: set[int] = set()
    divisions = []
    for division in rings:
        made = []
        for ring in division:
            arcs = [_number(arc, numbers) for arc in _cut(ring, nodes)]
            made.append(arcs)
        divisions.append(made)
    for arc, number in numbers.items():
        if len(owners[_undirected((arc[0], arc[1]))]) > 1:
            inner.add(number)
    return {"ids": ids, "rings": divisions, "inner": sorted(inner), "arcs": [_deltas(arc) for arc in numbers]}


def _rings(shape: shapely.Geometry) -> Iterator[list[Point]]:
    """The outer and inner rings of a division on the grid, without small islands."""
    parts = sorted(shapely.get_parts(shape), key=lambda part: -part.area)
    for part in parts[:1] + [part for part in parts[1:] if part.area >= LEAST_PART]:
        for ring in (part.exterior, *part.interiors):
            points = [(round(x / SCALE), round(y / SCALE)) for x, y in ring.coords]
            kept = [point for point, before in zip(points, [None, *points], strict=False) if point != before]
            if len(kept) > 3:
                yield kept


def _edges(ring: Sequence[Point]) -> Iterator[Edge]:
    return zip(ring, ring[1:], strict=False)


def _undirected(edge: Edge) -> Edge:
    return min(edge, edge[::-1])


def _nodes(owners: dict[Edge, set[int]]) -> set[Point]:
    """The points where an arc ends: where more than two edges meet, or the owners change."""
    around: dict[Point, list[frozenset[int]]] = defaultdict(list)
    for (one, other), who in owners.items():
        around[one].append(frozenset(who))
        around[other].append(frozenset(who))
    return {point for point, sides in around.items() if len(sides) != 2 or sides[0] != sides[1]}


def _cut(ring: list[Point], nodes: set[Point]) -> Iterator[tuple[Point, ...]]:
    """A ring as arcs from node to node; one without a node begins at its least point."""
    body = ring[:-1]
    starts = [i for i, point in enumerate(body) if point in nodes] or [body.index(min(body))]
    turned = body[starts[0] :] + body[: starts[0]] + [body[starts[0]]]
    cuts = [i - starts[0] for i in starts] + [len(body)]
    for start, end in zip(cuts, cuts[1:], strict=False):
        yield tuple(turned[start : end + 1])


def _number(arc: tuple[Point, ...], numbers: dict[tuple[Point, ...], int]) -> int:
    """The number of an arc; ~n when the arc n runs the other way."""
    back = arc[::-1]
    if back in numbers:
        return ~numbers[back]
    return numbers.setdefault(arc, len(numbers))


def _deltas(arc: Sequence[Point]) -> list[int]:
    """The points as one flat list of steps: x, y, dx, dy, dx, dy ..."""
    steps = [arc[0], *((bx - ax, by - ay) for (ax, ay), (bx, by) in zip(arc, arc[1:], strict=False))]
    return [part for step in steps for part in step]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
