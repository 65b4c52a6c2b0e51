"""A user's own places."""

from pathlib import Path

import pytest

from extractor import Extractor
from extractor.errors import InputError, OntologyError
from extractor.gazetteer.index import DEFAULT_PATH, OwnGazetteer
from extractor.gazetteer.own import read_places

CSV = """name,latitude,longitude,kind,country,aliases,geonames_id
Camp Quill,33.1,44.2,facility,iq,Quill camp;FOB Quill,
Uncle Sam's,,,,,,6252001
"""
TOML = """
[[place]]
name = "Camp Quill"
latitude = 33.1
longitude = 44.2
country = "IQ"
aliases = ["Quill camp"]

[[place]]
name = "Point Nought"
latitude = 0
longitude = 0
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_csv(tmp_path: Path) -> None:
    gazetteer = OwnGazetteer(DEFAULT_PATH, write(tmp_path, "own.csv", CSV))
    camp = gazetteer.lookup("fob quill")[0].entry
    assert (camp.name, camp.kind, camp.country, camp.latitude, camp.geonames_id) == (
        *("Camp Quill", "facility", "IQ", 33.1),
        None,
    )
    assert gazetteer.lookup("Uncle Sam's")[0].entry.country == "US"
    assert gazetteer.knows("camp quill")
    assert gazetteer.lookup("Homs")[0].entry.country == "SY"
    assert "own-" in gazetteer.version


def test_toml(tmp_path: Path) -> None:
    places = read_places(write(tmp_path, "own.toml", TOML))
    assert [place.names for place in places] == [("Camp Quill", "Quill camp"), ("Point Nought",)]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "title\nX\n", "line 1: the columns are"),
        ("a.csv", "name,lat\nX,1\n", "unknown: lat"),
        ("a.csv", "name,latitude,longitude\nX,91,0\n", "line 2: a place needs latitude"),
        ("a.csv", "name,latitude,longitude\nX,1,2\nY,one,2\n", "line 3: not a number"),
        ("a.csv", "name,latitude,longitude\n,1,2\n", "line 2: a place needs a name"),
        ("a.csv", "name,latitude,longitude\nX,1,2,3\n", "line 2: more values than columns"),
        ("a.csv", "name,latitude,longitude,kind\nX,1,2,pub\n", "line 2: unknown kind 'pub'"),
        ("a.csv", "name,latitude,longitude,country\nX,1,2,IRQ\n", "line 2: country is 'IRQ'"),
        ("a.toml", "[[place]\n", "line 1"),
        ("a.toml", "[[place]]\nname='X'\ngeonames_id=1\n\n[[place]]\nlat=1\n", "line 5: unknown lat"),
        ("a.toml", "[[place]]\nname='X'\n", "line 1: a place needs latitude"),
        ("a.toml", "places = 1\n", "line 1: a TOML file of places"),
    ],
)
def test_wrong(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        read_places(write(tmp_path, name, text))


def test_unknown_id(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="line 2: geonames_id 1 is not in the gazetteer"):
        OwnGazetteer(DEFAULT_PATH, write(tmp_path, "own.csv", "name,geonames_id\nX,1\n"))


def test_missing_file() -> None:
    with pytest.raises(InputError, match="places_file nowhere.csv is no file"):
        Extractor(places_file="nowhere.csv")


def test_extraction_finds_an_own_place(tmp_path: Path) -> None:
    path = write(tmp_path, "own.csv", CSV)
    result = Extractor(places_file=path).extract("Rockets hit Camp Quill in Iraq on Monday.")
    camp = next(place for place in result.places if place.name == "Camp Quill")
    assert (camp.latitude, camp.longitude, camp.country_code) == (33.1, 44.2, "IQ")
    assert "own-" in result.provenance.gazetteer
