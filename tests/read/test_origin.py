"""Where an article was read, and what the name of its file tells of it; carried into every kind of output."""

import json
import sqlite3
from pathlib import Path

import pytest
from samples import ROW, TEXT, line, tarred, warc, zipped

from extractor import Extractor
from extractor.push.document import documents
from extractor.read import read
from extractor.write import open_writer

PLACES = {
    "a.txt": (TEXT.encode(), ["a.txt"]),
    "a.jsonl": (line(**ROW) + b"\n" + line(**ROW), ["a.jsonl#1", "a.jsonl#3"]),
    "a.csv": (b"text\nRain fell in Rome.\n", ["a.csv#2"]),
    "a.zip": (zipped({"in/b.tar": tarred({"c.jsonl": line(**ROW)})}), ["a.zip!in/b.tar!c.jsonl#1"]),
    "a.warc": (warc(), ["a.warc!https://news.example/shell"]),
}


@pytest.mark.parametrize("name", PLACES)
def test_the_file_with_member_record_and_row(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data, expected = PLACES[name]
    Path(name).write_bytes(data)
    assert [reading.article.file for reading in read([name]) if reading.article] == expected


NAMES = {
    "2024-12-01_storm-hits-the-coast.txt": ("storm hits the coast", None),
    "Storm hits coast.txt": ("Storm hits coast", None),
    "storm.txt": (None, None),
    "https%3A%2F%2Fnews.example%2Fworld%2Fstorm": (None, "https://news.example/world/storm"),
    "www.news.example/2024/12/01/storm.txt": (None, "http://www.news.example/2024/12/01/storm.txt"),
}


@pytest.mark.parametrize("name", NAMES)
def test_headline_and_address_from_the_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT)
    (reading,) = read([path])
    assert reading.article is not None
    assert (reading.article.title, reading.article.url) == NAMES[name]


def test_the_text_and_its_header_win_over_the_name(tmp_path: Path) -> None:
    path = tmp_path / "storm-hits-the-coast.txt"
    path.write_text(f"Title: Shell kills two\nURL: https://news.example/1\n\n{TEXT}")
    (reading,) = read([path])
    assert reading.article is not None
    assert (reading.article.title, reading.article.url) == ("Shell kills two", "https://news.example/1")


def test_the_address_that_a_browser_notes_in_a_saved_page(tmp_path: Path) -> None:
    mark = "<!DOCTYPE html>\n<!-- saved from url=(0028)https://news.example/storm/1 -->"
    page = f'{mark}<html lang="en"><body><article><h1>Storm</h1><p>{TEXT}</p><p>{TEXT}</p></article></body></html>'
    (tmp_path / "page.html").write_text(page)
    (reading,) = read([tmp_path / "page.html"])
    assert reading.article is not None
    assert reading.article.url == "https://news.example/storm/1"
    assert reading.article.language == "en"


def test_tables_maps_and_pushed_events_name_it(extractor: Extractor, tmp_path: Path) -> None:
    result = extractor.extract({"text": TEXT, "title": "Shell", "file": "a.csv#2", "language": "en"})
    told = {"file": "a.csv#2", "language": "en", "title": "Shell"}
    assert told.items() <= result.to_geojson()["features"][0]["properties"].items()
    assert told.items() <= next(documents(result)).article.model_dump().items()
    with open_writer(tmp_path / "x.sqlite") as writer:
        writer.write(result)
    database = sqlite3.connect(tmp_path / "x.sqlite")
    for table in ("events", "articles"):
        assert database.execute(f"SELECT file, language, title FROM {table}").fetchone() == tuple(told.values())
    database.close()


def test_a_database_of_an_earlier_version_gets_the_new_columns(extractor: Extractor, tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    for name in ("first", "second"):
        with open_writer(path) as writer:
            writer.write(extractor.extract({"id": name, "text": TEXT, "file": f"{name}.txt"}))
        database = sqlite3.connect(path)
        if name == "first":
            database.execute("ALTER TABLE events DROP COLUMN file")
            database.commit()
        else:
            assert database.execute("SELECT file FROM events ORDER BY rowid").fetchall()[-1] == ("second.txt",)
        database.close()


def test_the_schema_of_results_names_it() -> None:
    from extractor import Extraction

    assert "file" in json.dumps(Extraction.model_json_schema()["$defs"]["Article"]["properties"])


def test_a_template_in_english_makes_no_english_page(tmp_path: Path) -> None:
    text = "La policía detuvo el sábado a doce personas en la capital, dijo un portavoz del gobierno. " * 3
    (tmp_path / "a.html").write_text(
        f'<html lang="en"><body><article><h1>Detenidos</h1><p>{text}</p></article></body></html>'
    )
    (reading,) = read([tmp_path / "a.html"])
    assert reading.article is not None
    assert reading.article.language is None
