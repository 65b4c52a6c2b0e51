"""A disk that is full while something is written: one line, exit code 2, and nothing half-written is left."""

import json
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from extractor import Acled, Article, Claim, Event, Extraction, Place, Provenance, Span
from extractor.cli import main
from extractor.write import FORMATS

resource = pytest.importorskip("resource", reason="this system has no limit on the size of files")

MADE_BY = Provenance(extractor="1", spacy="3", model="m", gazetteer="g", ontology="o", settings="s")
TEXT = "Rebels seized Aleppo. "
ACLED = Acled(event_type="Battles", sub_event_type="Armed clash")
SPAN = Span(start=0, end=6, text="Rebels")


@contextmanager
def full_disk(limit: int) -> Iterator[None]:
    """No file can grow beyond a limit: for who writes it is as if the disk were full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def some_results(path: Path, count: int = 60) -> Path:
    """A file of results, each with an event that every format writes."""
    lines = []
    for number in range(count):
        claim = Claim(
            id=f"c{number}",
            start=0,
            end=20,
            text=TEXT[:20],
            trigger=SPAN,
            predicate="seize",
            event=f"e{number}",
            confidence=0.5,
        )
        place = Place(
            id=f"p{number}", name="Aleppo", kind="city", confidence=0.5, latitude=36.2, longitude=37.1, mentions=[SPAN]
        )
        event = Event(
            id=f"e{number}",
            type="ASSAULT",
            acled=ACLED,
            start_date=date(2024, 12, 1),
            end_date=date(2024, 12, 1),
            claims=[claim.id],
            place=place.id,
            confidence=0.5,
        )
        article = Article(id=f"a{number}", text=f"{TEXT * 40} {number * 7919}", title=f"Rebels {number * 104729}")
        result = Extraction(article=article, claims=[claim], places=[place], events=[event], provenance=MADE_BY)
        lines.append(result.model_dump_json() + "\n")
    path.write_text("".join(lines))
    return path


def fails(arguments: list[str], limit: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command on a disk that is full after `limit` bytes a file; the one line that it says."""
    monkeypatch.setattr(sys, "argv", ["extractor", *arguments])
    capsys.readouterr()
    with full_disk(limit), pytest.raises(SystemExit) as ended:
        main()
    (said,) = capsys.readouterr().err.splitlines()
    assert (ended.value.code, said.partition(":")[0]) == (2, "error")
    return said


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_of_an_output_is_left(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = some_results(tmp_path / "results.jsonl")
    (tmp_path / "out").mkdir()
    output = tmp_path / "out" / f"x{FORMATS[form][0][0]}"
    limit = 700 if form in ("brat", "acled", "parquet") else 2_000
    fails(["convert", str(source), "-o", str(output), "--format", form, "--all-events"], limit, monkeypatch, capsys)
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("form", ["sqlite", "gpkg", "csv", "brat"])
def test_what_was_there_before_stays(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    few, many = some_results(tmp_path / "few.jsonl", 2), some_results(tmp_path / "many.jsonl", 400)
    output = tmp_path / "out" / f"x{FORMATS[form][0][0]}"
    output.parent.mkdir()
    monkeypatch.setattr(sys, "argv", ["extractor", "convert", str(few), "-o", str(output), "--format", form])
    with pytest.raises(SystemExit) as done:
        main()
    assert not done.value.code
    before = {path: path.read_bytes() for path in output.parent.rglob("*") if path.is_file()}
    limit = max(map(len, before.values())) + 1_000 if form != "brat" else 700
    fails(["convert", str(many), "-o", str(output), "--format", form], limit, monkeypatch, capsys)
    if form != "sqlite":
        assert {path: path.read_bytes() for path in output.parent.rglob("*") if path.is_file()} == before
        return
    database = sqlite3.connect(output)  # what is whole in it stays
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("SELECT count(*) FROM articles").fetchone()[0] >= 2
    database.close()


@pytest.mark.usefixtures("pool_in_process")
def test_a_run_goes_on_when_there_is_room_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    texts = [f"Police arrested {number} people in Lagos on Monday. {TEXT * 3}" for number in range(3, 9)]
    Path("a.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    fails(["batch", "a.jsonl", "-o", "run", "--keep-copies"], 8_000, monkeypatch, capsys)
    assert not [path for path in Path("run").iterdir() if path.suffix == ".tmp" or path.name == "part-00000.jsonl"]
    shutil.copytree("run", "again")
    monkeypatch.setattr(sys, "argv", ["extractor", "batch", "a.jsonl", "-o", "again", "--keep-copies"])
    with pytest.raises(SystemExit) as done:
        main()
    assert not done.value.code
    assert len(Path("again/part-00000.jsonl").read_text().splitlines()) == len(texts)
