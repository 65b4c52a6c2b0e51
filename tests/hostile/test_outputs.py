"""Articles whose ids, titles and texts attack what is written of them."""

import csv
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from extractor import Extraction, Extractor, InputError
from extractor.batch.parts import Parts
from extractor.cli import app
from extractor.cli.options import printable
from extractor.read.results import stored_results
from extractor.run.rows import Row
from extractor.write import open_writer

BITES = ("\r", "\n", "\r\n", "\t", '"', ",", "\x1b[31m", "\u202e", "＝1+1", "\n=1+1", "\r=HYPERLINK(1)", " =1", "\x00")
NEWS = "Rebels seized Aleppo on Saturday, the army said."


@pytest.fixture(scope="module")
def results(extractor: Extractor) -> list[Extraction]:
    """An article for each bite: in its id, its title and its text."""
    return [
        extractor.extract({"id": f"{n}{bite}x", "title": f"{bite}T", "text": f"{bite}{NEWS}"}, published="2024-12-01")
        for n, bite in enumerate(BITES)
    ]


def write(results: list[Extraction], path: Path) -> Path:
    with open_writer(path) as writer:
        for result in results:
            writer.write(result)
    return path


@pytest.mark.parametrize(("name", "delimiter"), [("x.csv", ","), ("x.tsv", "\t")])
def test_every_row_has_all_cells_and_none_is_a_formula(
    name: str, delimiter: str, results: list[Extraction], tmp_path: Path
) -> None:
    write(results, tmp_path / name)
    for path in tmp_path.glob(f"x.*{name[1:]}"):
        with path.open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines, delimiter=delimiter)
        assert {len(row) for row in rows} == {len(header)}
        assert "articles" not in path.name or len(rows) == len(BITES)
        assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "@", "＝"))]


def test_events_csv_is_the_table_of_events(results: list[Extraction], tmp_path: Path) -> None:
    write(results, tmp_path / "events.csv")
    assert (tmp_path / "events.csv").read_text().startswith("id,article,type")
    assert (tmp_path / "events.claims.csv").is_file()
    assert not (tmp_path / "events.events.csv").exists()


def test_brat_has_two_files_for_each_id(results: list[Extraction], tmp_path: Path) -> None:
    long = [result.model_copy(deep=True) for result in results[:2]]
    for n, result in enumerate(long):
        object.__setattr__(result.article, "id", "a" * 120 + str(n))
    folder = write([*results, *long], tmp_path / "x.brat")
    assert len(list(folder.glob("*.txt"))) == len(list(folder.glob("*.ann"))) == len(BITES) + 2
    assert "[events]" in (folder / "annotation.conf").read_text()


def test_a_broken_off_folder_or_database_is_taken_back(results: list[Extraction], tmp_path: Path) -> None:
    for name in ("x.brat", "x.sqlite", "x.gpkg"):
        with pytest.raises(RuntimeError), open_writer(tmp_path / name) as writer:
            writer.write(results[0])
            raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_a_text_of_two_million_characters_fits_a_docbin(results: list[Extraction], tmp_path: Path) -> None:
    long = results[0].model_copy(update={"article": results[0].article.model_copy(update={"text": "a " * 1_000_000})})
    assert write([long], tmp_path / "x.spacy").stat().st_size > 0


def test_links_and_full_text_in_sqlite(results: list[Extraction], tmp_path: Path) -> None:
    database = sqlite3.connect(write(results, tmp_path / "x.sqlite"))
    assert {row[2] for row in database.execute("PRAGMA foreign_key_list(events)")} == {"articles", "places", "actors"}
    for table, word in (("claims", "seized"), ("articles", "army"), ("actors", "rebels")):
        found = database.execute(f"SELECT count(*) FROM {table}_text WHERE {table}_text MATCH '{word}'").fetchone()
        assert found[0] > 0
    database.close()


def test_types_in_parquet(results: list[Extraction], tmp_path: Path) -> None:
    import datetime

    import pyarrow.parquet

    write(results, tmp_path / "x.parquet")
    row = pyarrow.parquet.read_table(tmp_path / "x.events.parquet").to_pylist()[0]
    assert row["start_date"] == datetime.date(2024, 11, 30)
    assert row["source_names"] == ["Rebels"]


def test_two_texts_of_one_id_are_told(extractor: Extractor, tmp_path: Path) -> None:
    lines = [extractor.extract({"id": "one", "text": text}).model_dump_json() for text in (NEWS, "It rained.")]
    (tmp_path / "r.jsonl").write_text("\n".join(lines) + "\n")
    done = CliRunner().invoke(app, ["convert", str(tmp_path / "r.jsonl"), "-o", str(tmp_path / "x.sqlite")])
    assert "1 articles have the id of another" in done.stderr


@pytest.mark.parametrize("spoil", ["lines removed", "part removed"])
def test_parts_that_lost_something_are_refused(spoil: str, results: list[Extraction], tmp_path: Path) -> None:
    parts = Parts(tmp_path)
    rows = [Row(result.article.id, "x", json=result.model_dump_json()) for result in results]
    parts.write(0, rows[:6])
    parts.write(1, rows[6:])
    assert len(list(stored_results([tmp_path]))) == len(BITES)
    if spoil == "part removed":
        (tmp_path / "part-00000.jsonl").unlink()
    else:
        path = tmp_path / "part-00001.jsonl"
        path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:3]))
    with pytest.raises(InputError, match="--restart makes it again"):
        list(stored_results([tmp_path]))


def test_a_very_long_id_becomes_its_hash(extractor: Extractor) -> None:
    assert len(extractor.extract({"id": "x" * 100_000, "text": NEWS}).article.id) < 50


def test_nothing_that_steers_a_terminal_reaches_it(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m.txt"
    path.write_text(f"\u202e\x9b31m {NEWS}")
    for form in ("json", "jsonl", "geojson", "claims", "table"):
        done = CliRunner().invoke(app, ["run", str(path), str(tmp_path / "none\x1b[0m"), "--format", form])
        assert not set("\x1b\u202e\x9b") & set(done.stdout + done.stderr)
    assert json.loads(printable('"\x9b"')) == "\x9b"


def test_printable(tmp_path: Any) -> None:
    assert printable("a\tb\nc\x1b\u2066é") == "a\tb\nc\\u001b\\u2066é"
