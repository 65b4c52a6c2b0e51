"""A file that is not what it is given for: one line that names it, and what should be given."""

import sys
from pathlib import Path

import pytest

from extractor import Extractor, InputError
from extractor.cli import main

PROSE = "Rain fell in Rome on Monday, and it is no database that this file holds."
CASES = {
    "a text as results": (["convert", "{file}", "-o", "x.csv"], "line 1 is no result: Invalid JSON"),
    "bytes as results": (["convert", "{bytes}", "-o", "x.csv"], "holds no results: it is not UTF-8"),
    "an object that is no result": (["convert", "{object}", "-o", "x.csv"], "line 1 is no result: article: Field"),
    "a text as SQLite output": (["convert", "{empty}", "-o", "{database}"], "is no database of tables: file is not"),
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
