"""The built gazetteer and its reader."""

from pathlib import Path

import pytest

from extractor.errors import DataNotFound
from extractor.gazetteer.entries import NameKind
from extractor.gazetteer.index import Gazetteer, open_gazetteer


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Aleppo", "city", "SY"),
        ("Raqqa", "city", "SY"),
        ("Deir al-Zour", "city", "SY"),
        ("Kiev", "city", "UA"),
        ("Syria", "country", "SY"),
        ("U.K.", "country", "GB"),
        ("Donetsk Oblast", "region", "UA"),
        ("Donbas", "world_region", "UA"),
        ("Mediterranean Sea", "sea", None),
        ("Euphrates", "river", None),
        ("Africa", "continent", None),
        ("Sangamon County", "district", "US"),
    ],
)
def test_first_place_of_a_name(name: str, kind: str, country: str | None) -> None:
    first = open_gazetteer().lookup(name)[0].entry
    assert (first.kind, first.country) == (kind, country)


def test_a_town_lies_in_its_divisions() -> None:
    gazetteer = open_gazetteer()
    town = next(m.entry for m in gazetteer.lookup("Springfield") if m.entry.geonames_id == 4250542)
    assert town.admin1 is not None
    assert town.admin2 is not None
    state, county = gazetteer.entry(town.admin1), gazetteer.entry(town.admin2)
    assert state is not None
    assert county is not None
    assert (state.name, county.name) == ("Illinois", "Sangamon County")


def test_abbreviations_are_marked() -> None:
    kinds = {m.entry.name: m.kind for m in open_gazetteer().lookup("Ore.")}
    assert kinds["Oregon"] is NameKind.ABBREVIATION


def test_unknown_names_have_no_place() -> None:
    assert open_gazetteer().lookup("Qwertyuiopolis") == ()
    assert not open_gazetteer().knows("qwertyuiopolis")


def test_romanised_spellings_are_found() -> None:
    assert open_gazetteer().lookup_sound("Dayr az-Zoor")[0].entry.country == "SY"


def test_demonyms() -> None:
    assert open_gazetteer().demonym("Syrian") == "SY"
    assert open_gazetteer().demonym("Martian") is None


def test_a_missing_file_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(DataNotFound, match="pip install -e ."):
        Gazetteer(tmp_path / "none.sqlite")
