"""A user's own places."""

from pathlib import Path

import pytest

from extractor import Extractor
from extractor.batch.own_places import never_found
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


@pytest.fixture(scope="module")
def with_places(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    """An Extractor with places that neither the gazetteer nor the NER knows, or that they know elsewhere."""
    path = tmp_path_factory.mktemp("own") / "own.csv"
    path.write_text(
        "name,latitude,longitude,kind,country,aliases\n"
        "Camp Quill,33.1,44.2,facility,IQ,FOB Quill;Quill Base\nSite 7,9.1,7.4,facility,NG,\n"
        "Al-Dahr,36.3,41.1,facility,SY,\nSpringfield,44.1,-123.1,city,US,\nOld Market,6.4,3.3,city,NG,\n"
    )
    return Extractor(places_file=path)


@pytest.mark.parametrize(
    ("text", "name", "latitude"),
    [
        ("Shells hit Camp Quill on Monday.", "Camp Quill", 33.1),
        ("Camp Quill was shelled.", "Camp Quill", 33.1),
        ("Soldiers from Camp Quill arrested ten men.", "Camp Quill", 33.1),
        ("Gunmen stormed FOB Quill at dawn.", "FOB Quill", 33.1),
        ("The army said Quill Base's fence had been cut.", "Quill Base", 33.1),
        ("Police raided Site 7.", "Site 7", 9.1),
        ("Rebels attacked the Al-Dahr camp on Monday, killing two.", "Al-Dahr", 36.3),
        ("A bomb went off near Old Market, officials said.", "Old Market", 6.4),
        ("Protesters marched in Springfield on Monday.", "Springfield", 44.1),
        ("Protesters marched in Springfield, Ohio, on Monday.", "Springfield", 39.9),
    ],
)
def test_an_own_place_is_found_wherever_it_stands(
    with_places: Extractor, text: str, name: str, latitude: float
) -> None:
    found = {place.name: place.latitude for place in with_places.extract(text).places}
    assert name in found
    assert found[name] == pytest.approx(latitude, abs=0.05)


def test_places_that_no_article_names_are_told(tmp_path: Path) -> None:
    path = write(tmp_path, "own.csv", "name,latitude,longitude,geonames_id\nCamp Quill,33.1,44.2,\nHalab,,,170063\n")
    lines = ['{"latitude":33.1,"longitude":44.2,"geonames_id":null}']
    assert never_found(lines, path) == ["Halab (line 3)"]
    assert never_found([*lines, '{"geonames_id":170063,"x":1}'], path) == []
