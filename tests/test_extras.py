"""A missing extra is told before the work starts, with the command that installs it."""

import sys
import tomllib
from pathlib import Path

import pytest
from samples import PAGE, TEXT, parquet, zipped
from typer.testing import CliRunner

from extractor import MissingExtra
from extractor.batch import run_batch
from extractor.cli import app
from extractor.extras import EXTRAS, missing, need

INPUTS = {
    "html": ("page", PAGE.encode(), "trafilatura"),
    "pdf": ("a.pdf", b"%PDF-1.4", "pypdf"),
    "parquet": ("table.parquet", parquet(), "pyarrow"),
    "zstd": ("a.jsonl.zst", b"\x28\xb5\x2f\xfd", "zstandard"),
    "office": ("pages.zip", zipped({"in/a.docx": b"PK"}), "docx"),
}


@pytest.mark.parametrize("extra", INPUTS)
def test_an_input_whose_reader_is_missing(extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name, data, module = INPUTS[extra]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    (tmp_path / "in" / name).write_bytes(data)
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setattr("extractor.batch.run.Pool", None)  # no worker is started
    with pytest.raises(MissingExtra, match=rf"{name} needs an extra: pip install 'news-event-extractor\[{extra}\]'"):
        run_batch([tmp_path / "in"], tmp_path / "out")


WAYS_OUT = {
    "parquet": (["-o", "x.parquet"], "pyarrow", "parquet"),
    "push": (["-o", "run", "--push", "https://api.example"], "stamina", "push"),
    "database": (["-o", "postgresql://ada@db.example/news"], "psycopg", "postgis"),
}


@pytest.mark.parametrize("name", WAYS_OUT)
def test_a_way_out_that_is_missing(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options, module, extra = WAYS_OUT[name]
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT)
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setattr("extractor.batch.run.Pool", None)
    done = CliRunner().invoke(app, ["batch", "a.txt", *options])
    assert isinstance(done.exception, MissingExtra)
    assert f"news-event-extractor[{extra}]" in str(done.exception)


def test_an_address_that_is_none_is_told_before_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.setattr("extractor.batch.run.Pool", None)
    done = CliRunner().invoke(
        app, ["batch", str(tmp_path / "a.txt"), "-o", str(tmp_path / "o"), "--push", "http://[::1/"]
    )
    assert done.exception is not None
    assert not (tmp_path / "o").exists()


def test_two_are_told_in_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("pypdf", "trafilatura"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra, match=r"extras: pip install 'news-event-extractor\[html,pdf\]'"):
        need(["pdf", "html", "parquet"], "x")
    assert missing(["parquet"]) == []


def test_the_extras_are_those_of_the_package_and_in_the_readme() -> None:
    root = Path(__file__).parents[1]
    known = tomllib.loads((root / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    assert EXTRAS.keys() <= known.keys()
    readme = (root / "README.md").read_text()
    assert all(f"`{extra}`" in readme for extra in known if extra not in ("all", "dev"))
