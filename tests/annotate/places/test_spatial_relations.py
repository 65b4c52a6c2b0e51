"""How the text stands to a place."""

import pytest

from extractor.annotate.places.spatial_relations import Relation, relation_after, relation_before


@pytest.mark.parametrize(
    ("before", "text", "km", "bearing"),
    [
        ("They fought in northern ", "northern", None, None),
        ("from northern and eastern ", "northern and eastern", None, None),
        ("in the north-east of the ", "north-east of", None, None),
        ("on the outskirts of ", "outskirts of", None, None),
        ("on the southern outskirts of ", "southern outskirts of", None, None),
        ("just outside ", "just outside", None, None),
        ("a village 20 km south of ", "20 km south of", 20.0, 180.0),
        ("some 12 miles north-east of ", "12 miles north-east of", 19.312, 45.0),
        ("a dozen kilometres (7 miles) west of ", "a dozen kilometres (7 miles) west of", 12.0, 270.0),
        ("about 30 miles from ", "30 miles from", 48.28, None),
        ("two miles to the east of ", "two miles to the east of", 3.219, 90.0),
        ("about 300 miles south of ", "300 miles south of", None, None),
        ("in central ", "central", None, None),
    ],
)
def test_before(before: str, text: str, km: float | None, bearing: float | None) -> None:
    assert relation_before(before + "Homs", len(before)) == Relation(text, km, bearing)


@pytest.mark.parametrize("before", ["", "in ", "the mayor of ", "soldiers from ", "the army of the ", "20 dead in "])
def test_none_before(before: str) -> None:
    assert relation_before(before + "Homs", len(before)) is None


def test_after() -> None:
    assert relation_after("Homs' streets", 4) is None
    assert relation_after("Aleppo's northern countryside", 6) == Relation("northern countryside")


@pytest.mark.parametrize(
    ("bearing", "north", "east"), [(0.0, 1, 0), (90.0, 0, 1), (180.0, -1, 0), (225.0, -1, -1), (315.0, 1, -1)]
)
def test_move(bearing: float, north: int, east: int) -> None:
    latitude, longitude = Relation("", 20.0, bearing).move(34.73, 36.72)
    assert abs((latitude > 34.7305) - (latitude < 34.7295)) == abs(north)
    assert abs((longitude > 36.7205) - (longitude < 36.7195)) == abs(east)
    assert (latitude - 34.73) * north >= 0
    assert (longitude - 36.72) * east >= 0


def test_long_blank_is_linear() -> None:
    assert relation_before(" " * 100_000 + "Homs", 100_000) is None
