"""`extractor geocode` and `extractor gazetteer`."""

import pytest
from typer.testing import CliRunner

from extractor.cli import app

runner = CliRunner()


@pytest.mark.parametrize(
    ("args", "address"),
    [
        (["Tripoli", "--near", "LB"], "Tripoli, North Lebanon, Lebanon"),
        (["Tripoli", "--near", "33.9,35.5"], "Tripoli, North Lebanon, Lebanon"),
        (["Paris, Texas"], "Paris, Lamar County, Texas, United States"),
    ],
)
def test_first_line(args: list[str], address: str) -> None:
    done = runner.invoke(app, ["geocode", *args])
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0].endswith(address)


def test_unknown_name() -> None:
    done = runner.invoke(app, ["geocode", "Quillfeatherham"])
    assert done.exit_code == 1
    assert "not in the gazetteer" in done.stderr


def test_gazetteer_info() -> None:
    done = runner.invoke(app, ["gazetteer", "info"])
    assert done.exit_code == 0
    assert "version   bundled-" in done.stdout
    assert " city" in done.stdout
    assert "CC BY 4.0" in done.stdout
