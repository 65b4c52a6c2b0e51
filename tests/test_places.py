"""The gazetteer as a geopy geocoder."""

from pathlib import Path

import pytest
from geopy.location import Location  # type: ignore[import-untyped]

from extractor.errors import InputError
from extractor.geocoder import GazetteerGeocoder


@pytest.fixture(scope="module")
def geocoder() -> GazetteerGeocoder:
    return GazetteerGeocoder()


@pytest.mark.parametrize(
    ("query", "near", "country"),
    [
        ("Tripoli", None, "LY"),
        ("Tripoli", "LB", "LB"),
        ("Tripoli", "Beirut", "LB"),
        ("Tripoli", (37.9, 23.7), "GR"),
        ("Tripoli, Lebanon", None, "LB"),
        ("Paris, Texas", None, "US"),
        ("Paris, Lamar County, Texas", None, "US"),
        ("deir ez-zor", None, "SY"),
    ],
)
def test_geocode(geocoder: GazetteerGeocoder, query: str, near: str | tuple[float, float] | None, country: str) -> None:
    found = geocoder.geocode(query, near=near)
    assert isinstance(found, Location)
    assert found.raw["country"] == country


@pytest.mark.parametrize("near", ["XX", "Quillfeatherham", (99.0, 0.0), (0.0, -999.0), (float("nan"), 0.0)])
def test_near_what_is_nowhere(geocoder: GazetteerGeocoder, near: str | tuple[float, float]) -> None:
    with pytest.raises(InputError, match="near is"):
        geocoder.geocode("Tripoli", near=near)


def test_geocode_all(geocoder: GazetteerGeocoder) -> None:
    found = geocoder.geocode("Springfield", exactly_one=False, limit=3)
    assert isinstance(found, list)
    assert len(found) == 3
    assert found[0].address.endswith("United States")


def test_unknown(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.geocode("Quillfeatherham") is None
    assert geocoder.geocode("Paris, Mongolia") is None
    assert geocoder.geocode("", exactly_one=False) is None


@pytest.mark.parametrize(
    ("point", "name"),
    [((36.2, 37.16), "Aleppo"), ("48.8566, 2.3522", "Paris"), ((-17.8, 179.999), None), ((90, 0), None)],
)
def test_reverse(geocoder: GazetteerGeocoder, point: str | tuple[float, float], name: str | None) -> None:
    found = geocoder.reverse(point)
    assert found is None or isinstance(found, Location)
    if name:
        assert found is not None
        assert name in found.address
    else:
        assert found is None or found.raw["kind"] == "city"


def test_own_places(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("name,latitude,longitude\nCamp Quill,33.1,44.2\n", encoding="utf-8")
    found = GazetteerGeocoder(places_file=own).geocode("camp quill")
    assert isinstance(found, Location)
    assert (found.latitude, found.longitude) == (33.1, 44.2)
