"""Every input format to every output format, by the commands that a user types."""

import json
from pathlib import Path

import pytest
from samples import SAMPLES, TITLE
from typer.testing import CliRunner

from extractor.cli import app
from extractor.write import FORMATS


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a run over one article in all formats."""
    folder = tmp_path_factory.mktemp("all")
    (folder / "in").mkdir()
    for name, data in SAMPLES.items():
        (folder / "in" / name).write_bytes(data)
    done = CliRunner().invoke(app, ["batch", str(folder / "in"), "--keep-copies", "-o", str(folder / "out")])
    assert done.exit_code == 0, done.output
    return folder / "out"


def test_every_input_became_a_result(run: Path) -> None:
    results = [json.loads(line) for line in (run / "part-00000.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [result["article"]["title"] for result in results] == [TITLE] * len(SAMPLES)
    assert all(result["events"] for result in results)


@pytest.mark.parametrize("form", FORMATS)
def test_every_result_becomes_every_output(form: str, run: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["convert", str(run), "-o", str(tmp_path / f"x{FORMATS[form][0][0]}")])
    assert done.exit_code == 0, done.output
    made = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert made
    assert all(path.stat().st_size for path in made)
