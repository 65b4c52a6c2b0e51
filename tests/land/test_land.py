"""The land under maps: whole rings, shared borders, only what a map needs."""

from itertools import accumulate

import pytest

from extractor.land import country_borders, divisions, outlines
from extractor.land.divisions import MOST_POINTS
from extractor.records import Place

IDLIB, FRANCE_ISLE = 169387, 3012874  # GeoNames ids of first-level divisions


def place(name: str, kind: str, longitude: float, latitude: float, country: str, number: int | None = None) -> Place:
    return Place(
        id=name, name=name, kind=kind, longitude=longitude, latitude=latitude, country_code=country, confidence=1,
        geonames_id=number, mentions=[],
    )  # fmt: skip


def points(steps: list[int]) -> list[tuple[int, int]]:
    return list(zip(accumulate(steps[0::2]), accumulate(steps[1::2]), strict=True))


def holds(ring: list[tuple[int, int]], x: float, y: float) -> bool:
    """Whether a point lies inside a ring: a line from it to the right crosses the ring an odd number of times."""
    sides = zip(ring, ring[1:], strict=False)
    crossed = (ax + (y - ay) / (by - ay) * (bx - ax) > x for (ax, ay), (bx, by) in sides if (ay > y) != (by > y))
    return sum(crossed) % 2 == 1


@pytest.mark.parametrize(
    ("name", "number", "country", "longitude", "latitude"),
    [("Idlib", IDLIB, "SY", 36.63, 35.93), ("Île-de-France", FRANCE_ISLE, "FR", 2.35, 48.85)],
)
def test_a_division_that_is_told_has_closed_rings_around_its_capital(
    name: str, number: int, country: str, longitude: float, latitude: float
) -> None:
    made = divisions([place(name, "region", longitude, latitude, country, number)])
    rings = [points(ring) for ring in made["areas"][str(number)]]
    assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings)
    assert sum(holds(ring, longitude / made["scale"], latitude / made["scale"]) for ring in rings) == 1


def test_borders_between_divisions_come_with_the_countries_of_places() -> None:
    made = divisions([place("Aleppo", "city", 37.16, 36.2, "SY"), place("France", "country", 2, 46, "FR")])
    assert set(made["lines"]) == {"SY"} and made["areas"] == {}
    assert made["lines"]["SY"]["count"] == 14
    assert len({min(points(arc)[0], points(arc)[-1]) for arc in made["lines"]["SY"]["arcs"]}) > 1


def test_places_all_over_the_world_get_no_more_than_a_page_can_hold() -> None:
    codes = ["US", "RU", "CN", "IN", "BR", "NG", "TR", "TH", "JP", "UA", "ID", "MX", "CO", "DZ", "IR", "PH", "CA", "AU"]
    made = divisions([place(code, "city", 0, 0, code) for code in codes] + [place("x", "city", 0, 0, "SY")] * 2)
    total = sum(len(arc) // 2 for country in made["lines"].values() for arc in country["arcs"])
    assert "SY" in made["lines"] and total <= MOST_POINTS


def test_a_map_of_nothing_has_no_divisions() -> None:
    assert divisions([]) == {"scale": 0.01, "lines": {}, "areas": {}}


def test_near_land_is_in_detail() -> None:
    near, far = outlines([(37.16, 36.2)]), outlines([])
    assert sum(map(len, near["arcs"])) > sum(map(len, far["arcs"]))
    assert near["countries"] == far["countries"]


def test_a_small_map_has_the_borders_that_cross_it() -> None:
    lines = list(country_borders((35.0, 34.0, 39.0, 38.0)))
    assert lines and all(len(line) > 1 for line in lines)
    assert len(lines) < 60
    assert list(country_borders((-150.0, -60.0, -149.0, -59.0))) == []
