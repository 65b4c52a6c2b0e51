"""A file that is not what it is given for: one line that names it, and what should be given."""

import bz2
import gzip
import sys
from pathlib import Path

import pytest

from extractor import Extractor, InputError
from extractor.cli import main
from extractor.read.results import stored_results

PROSE = "Rain fell in Rome on Monday, and it is no database that this file holds."
CASES = {
    "a text as results": (["convert", "{file}", "-o", "x.csv"], "line 1 is no result: Invalid JSON"),
    "bytes as results": (["convert", "{bytes}", "-o", "x.csv"], "holds no results: it is not UTF-8"),
    "an object that is no result": (["convert", "{object}", "-o", "x.csv"], "line 1 is no result: article: Field"),
    "a text as SQLite output": (["convert", "{empty}", "-o", "{database}"], "is no database of tables: file is not"),
    "a folder as outbox": (["push", "{empty}", "--to", "http://127.0.0.1:1/", "--outbox", "{folder}"], "is a folder"),
    "an input as output": (["convert", "{empty}", "-o", "{empty}", "--format", "jsonl"], "would be written over"),
    "packed results that were cut": (["convert", "{cut}", "-o", "x.csv"], "cannot be read: "),
    "a text as gazetteer": (["run", "{file}", "--gazetteer", "{file}"], "is no gazetteer: file is not a database"),
}


@pytest.mark.parametrize("name", CASES)
def test_one_line_names_the_file(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {kind: tmp_path / kind for kind in ("file", "bytes", "object", "empty")} | {
        "database": tmp_path / "x.sqlite"
    }
    for kind, data in (("file", PROSE), ("object", '{"a": 1}\n'), ("empty", ""), ("database", PROSE * 20)):
        files[kind].write_text(data)
    files["bytes"].write_bytes(b"\xff\xfe\x00" * 100)
    (files["cut"], files["folder"]) = (tmp_path / "cut", tmp_path)
    files["cut"].write_bytes(gzip.compress(b"\n" * 1000)[:-9])
    given, words = CASES[name]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["extractor", *(word.format(**files) for word in given)])
    with pytest.raises(SystemExit) as ended:
        main()
    (said,) = capsys.readouterr().err.splitlines()
    assert ended.value.code == 2
    assert words in said
    assert str(tmp_path) in said
    assert files["database"].read_text() == PROSE * 20


def test_a_bad_row_ends_no_stream(extractor: Extractor) -> None:
    given = ["Rain fell.", {"text": 5}, {"text": "x", "title": 5}, {"text": None}, "Snow fell."]
    results = list(extractor.pipe(given, on_error="skip"))  # type: ignore[arg-type]
    assert [result.article.text for result in results] == ["Rain fell.", "Snow fell."]
    with pytest.raises(InputError, match="needs a text"):
        list(extractor.pipe(given))  # type: ignore[arg-type]


def test_results_as_other_tools_leave_them(extractor: Extractor, tmp_path: Path) -> None:
    line = extractor.extract("Rebels seized Aleppo.", id="a").model_dump_json() + "\n"
    for name, data in (
        ("mark.jsonl", b"\xef\xbb\xbf" + line.encode()),
        ("ends.jsonl", line.replace("\n", "\r\n").encode()),
        ("blank.jsonl", f"\n{line}\n\n".encode()),
        ("packed.jsonl.gz", gzip.compress(line.encode())),
        ("packed.jsonl.bz2", bz2.compress(line.encode())),
    ):
        (tmp_path / name).write_bytes(data)
        assert [result.article.id for result in stored_results([tmp_path / name])] == ["a"], name
