"""Makes src/extractor/data/land/outlines.json, the land that the page draws: countries in two levels of detail.

Source: `countries-50m.json` of the npm package world-atlas 2.0.2 (ISC), which is Natural Earth 1:50m (public domain).

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    python models/outlines.py package/countries-50m.json

The file keeps the topology: a border between two countries is one arc, so that both sides stay together when it is
simplified. `fine` is for land near what is told, `coarse` for the rest of the world.
"""

import csv
import heapq
import json
import sys
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

ROOT = Path(__file__).parents[1] / "src" / "extractor" / "data"
TARGET = ROOT / "land" / "outlines.json"
# Square degrees of the triangle that a point spans with its neighbours; less is dropped (Visvalingam's measure).
FINE, COARSE = 0.0006, 0.12
# Areas without an ISO number: which country's code they are drawn and shaded under, "" for none.
WITHOUT_NUMBER = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY"}
Point = tuple[int, int]


def main(source: Path) -> None:
    """Read world-atlas, write the outlines."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    square = scale[0] * scale[1]
    arcs = [_absolute(arc) for arc in topology["arcs"]]
    countries: dict[str, list[list[list[int]]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        countries.setdefault(_code(geometry), []).extend(polygons)
    made = {
        "scale": [round(part, 10) for part in scale],
        "translate": translate,
        "fine": [_deltas(simplified(arc, FINE / square)) for arc in arcs],
        "coarse": [_deltas(simplified(arc, COARSE / square)) for arc in arcs],
        "countries": dict(sorted(countries.items())),
    }
    TARGET.write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8")


def simplified(points: Sequence[Point], least: float) -> list[Point]:
    """The points without those that span a smaller triangle than `least`; both ends and a closed ring's shape stay."""
    before, after = list(range(-1, len(points) - 1)), list(range(1, len(points) + 1))
    kept = [True] * len(points)
    fewest = 4 if points[0] == points[-1] else 2
    queue = [(_triangle(points, i - 1, i, i + 1), i) for i in range(1, len(points) - 1)]
    heapq.heapify(queue)
    current = {i: area for area, i in queue}
    left = len(points)
    while queue and queue[0][0] < least and left > fewest:
        area, i = heapq.heappop(queue)
        if not kept[i] or current[i] != area:
            continue
        kept[i] = False
        left -= 1
        one, other = before[i], after[i]
        after[one], before[other] = other, one
        for j in (one, other):
            if 0 < j < len(points) - 1:
                current[j] = max(area, _triangle(points, before[j], j, after[j]))
                heapq.heappush(queue, (current[j], j))
    return [point for point, is_kept in zip(points, kept, strict=True) if is_kept]


def _triangle(points: Sequence[Point], a: int, b: int, c: int) -> float:
    (ax, ay), (bx, by), (cx, cy) = points[a], points[b], points[c]
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2


def _absolute(arc: list[list[int]]) -> list[Point]:
    return list(accumulate(((x, y) for x, y in arc), lambda one, step: (one[0] + step[0], one[1] + step[1])))


def _deltas(points: list[Point]) -> list[int]:
    """The points as one flat list of steps: x, y, dx, dy, dx, dy ..."""
    steps = [points[0], *((bx - ax, by - ay) for (ax, ay), (bx, by) in zip(points, points[1:], strict=False))]
    return [part for step in steps for part in step]


def _code(geometry: dict[str, object]) -> str:
    properties = geometry["properties"]
    assert isinstance(properties, dict)
    number = str(geometry.get("id", "")).lstrip("0")
    return _alpha2().get(number, "") if number else WITHOUT_NUMBER.get(str(properties["name"]), "")


def _alpha2() -> dict[str, str]:
    lines = (ROOT / "codes" / "countries.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return {row["numeric"]: row["alpha2"] for row in rows}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
