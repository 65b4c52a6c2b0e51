"""A bigger gazetteer from a GeoNames dump."""

import sqlite3
import zipfile
from pathlib import Path

import pytest

from extractor.errors import InputError
from extractor.gazetteer import geonames
from extractor.gazetteer.entries import Entry, NameKind
from extractor.gazetteer.geonames import Dump, build
from extractor.gazetteer.index import Gazetteer
from extractor.gazetteer.store import write

FIRST = 90_000_001


def line(number: int, name: str, others: str, point: tuple[float, float], feature: str, where: str) -> str:
    """A line of a dump: `feature` is like P.PPL, `where` like SY.13.777."""
    letter, code = feature.split(".")
    country, admin1, admin2 = (*where.split("."), "", "")[:3]
    columns = [str(number), name, name, others, *map(str, point), letter, code, country, "", admin1, admin2]
    return "\t".join([*columns, "", "", "420", "", "5", "Asia/Damascus", "2024-01-01"]) + "\n"


LINES = [
    line(FIRST, "Quillistan Governorate", "", (35.0, 38.0), "A.ADM1", "SY.QQ"),
    line(FIRST + 1, "Quillabad", "Qillabad,كويل,qlb", (35.1, 38.1), "P.PPL", "SY.QQ"),
    line(FIRST + 2, "Nahr Quill", "", (35.2, 38.2), "H.STM", "SY.QQ"),
    line(FIRST + 3, "Quillbridge", "", (51.2, 0.2), "P.PPL", "GB.ENG"),
    line(FIRST + 4, "Quill Street", "", (35.2, 38.2), "R.ST", "SY.QQ"),
]


def dump(folder: Path, lines: list[str], name: str = "SY") -> Path:
    path = folder / f"{name}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}.txt", "".join(lines))
    return path


@pytest.fixture
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small gazetteer to start from."""
    path = tmp_path_factory.mktemp("base") / "base.sqlite"
    entries = [
        Entry(163843, "Syria", "country", "PCLI", 35.0, 38.0, "SY", weight=20_000_000),
        Entry(169577, "Homs", "city", "PPL", 34.72, 36.73, "SY", weight=775_404),
        Entry(100_000_001, "Euphrates", "river", "STM", 35.0, 40.3, weight=3_000_000),
    ]
    names = {entry.id: [(entry.name, NameKind.MAIN)] for entry in entries}
    write(path, entries, names, {"syrian": "SY"}, {"schema": "1", "sources": "test"})
    return path


def test_new_places_beside_the_old(tmp_path: Path, base: Path) -> None:
    target = tmp_path / "big.sqlite"
    count = build(Dump(dump(tmp_path, LINES)), target, base)
    gazetteer = Gazetteer(target)
    town = gazetteer.lookup("qillabad")[0].entry
    assert (town.name, town.kind, town.country, town.admin1, town.weight) == ("Quillabad", "city", "SY", FIRST, 420)
    assert gazetteer.lookup("Nahr Quill")[0].entry.kind == "river"
    assert gazetteer.lookup("Quill Street") == ()
    assert gazetteer.lookup_sound("Kuillabad")[0].entry == town
    assert gazetteer.lookup("Homs") == Gazetteer(base).lookup("Homs")
    assert gazetteer.lookup("Euphrates")[0].entry.geonames_id is None
    assert gazetteer.demonym("Syrian") == "SY"
    assert count == sum(gazetteer.counts().values()) == 3 + 4
    assert gazetteer.version.startswith("geonames-")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["SY.zip", "big.sqlite"]


def test_only_some_countries_and_features(tmp_path: Path, base: Path) -> None:
    target = tmp_path / "big.sqlite"
    build(Dump(dump(tmp_path, LINES), frozenset(("SY",)), "P"), target, base)
    gazetteer = Gazetteer(target)
    assert gazetteer.lookup("Quillabad")
    assert not gazetteer.lookup("Quillbridge")
    assert not gazetteer.lookup("Nahr Quill")


def test_goes_on_where_it_was_stopped(tmp_path: Path, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, read = tmp_path / "big.sqlite", []
    monkeypatch.setattr(geonames, "_BATCH", 2)

    def stop(lines: int, taken: int) -> None:
        read.append(lines)
        if lines == 2:
            raise KeyboardInterrupt

    source = Dump(dump(tmp_path, LINES))
    with pytest.raises(KeyboardInterrupt):
        build(source, target, base, stop)
    assert not target.exists()
    build(source, target, base, stop)
    assert read == [2, 4, 5]
    whole = tmp_path / "whole.sqlite"
    build(source, whole, base)
    assert whole.read_bytes() == target.read_bytes()


@pytest.mark.parametrize("text", ["no dump\n", "1\tQuill\n"])
def test_no_dump(tmp_path: Path, base: Path, text: str) -> None:
    path = tmp_path / "SY.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="line 1: not a line of a GeoNames dump"):
        build(Dump(path), tmp_path / "big.sqlite", base)


def test_wrong_zip(tmp_path: Path, base: Path) -> None:
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(InputError, match=r"holds no other\.txt"):
        build(Dump(path), tmp_path / "big.sqlite", base)


def test_database_is_whole(tmp_path: Path, base: Path) -> None:
    target = tmp_path / "big.sqlite"
    build(Dump(dump(tmp_path, LINES)), target, base)
    database = sqlite3.connect(target)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
