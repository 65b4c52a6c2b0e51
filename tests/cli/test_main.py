"""`extractor run`, `info`, `schema`: what they print, where errors go, and which exit code a script sees."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor import Extraction
from extractor.cli import app, main
from extractor.cli.options import settings_of

TEXT = "Rebels seized Aleppo on Saturday, the army said."
runner = CliRunner()


def run(*args: str, stdin: str | bytes | None = None) -> tuple[int, str, str]:
    done = runner.invoke(app, list(args), input=stdin)
    return done.exit_code, done.stdout, done.stderr


def exit_of(monkeypatch: pytest.MonkeyPatch, *args: str) -> int:
    monkeypatch.setattr(sys, "argv", ["extractor", *args])
    with pytest.raises(SystemExit) as stop:
        main()
    assert isinstance(stop.value.code, int)
    return stop.value.code


@pytest.mark.parametrize("command", [[], ["run"], ["schema"], ["info"]])
def test_help_does_not_load_spacy(command: list[str]) -> None:
    code = (
        "import sys\nfrom extractor.cli import main\n"
        f"sys.argv = ['extractor', *{command}, '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "sys.exit('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Usage" in done.stdout


def test_standard_input_to_json() -> None:
    code, out, err = run("run", "--published", "2024-12-01", stdin=TEXT)
    assert (code, err) == (0, "")
    result = Extraction.model_validate_json(out)
    assert result.article.text == TEXT
    assert str(result.article.published) == "2024-12-01"


def test_json_lines_and_geojson(tmp_path: Path) -> None:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path in paths:
        path.write_text(TEXT, encoding="utf-8")
    files = [str(path) for path in paths]
    code, out, _ = run("run", *files, "--format", "jsonl")
    assert code == 0
    assert [json.loads(line)["article"]["text"] for line in out.splitlines()] == [TEXT, TEXT]
    code, out, _ = run("run", *files, "--format", "geojson")
    assert json.loads(out)["type"] == "FeatureCollection"
    code, out, _ = run("run", *files)
    assert len(json.loads(out)) == 2


def test_the_table_shows_the_article() -> None:
    code, out, _ = run("run", "--published", "2024-12-01", "--format", "table", stdin=TEXT)
    assert code == 0
    assert TEXT in out
    assert "2024-12-01" in out


def test_terminal_escapes_of_an_article_do_not_reach_the_screen() -> None:
    _, out, _ = run("run", "--format", "table", stdin="Red \x1b[31m text about a fire in Rome.")
    assert "\x1b" not in out


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(TEXT, encoding="utf-8")
    bad.write_bytes(b"\n")
    code, out, err = run("run", str(bad), str(tmp_path / "none.txt"), str(good), "--format", "jsonl")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert sum(line.startswith("error: ") for line in err.splitlines()) == 2
    assert "there is no text" in err


def test_warnings_go_to_standard_error() -> None:
    code, out, err = run("run", stdin="Les rebelles ont pris la ville dans la nuit de samedi. " * 3)
    assert code == 0
    assert json.loads(out)["events"] == []
    assert err.startswith("warning: ")


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["run", "--published", "last week"], 2, "YYYY-MM-DD"),
        (["run", "--model", "no_such_pipeline"], 3, "python -m spacy download no_such_pipeline"),
        (["info", "--model", "no_such_pipeline"], 3, "python -m spacy download no_such_pipeline"),
    ],
)
def test_errors_are_one_line_with_the_remedy(
    args: list[str], code: int, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_of(monkeypatch, *args) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert err.startswith("error: ")
    assert words in err


def test_wrong_option_is_exit_code_2(monkeypatch: pytest.MonkeyPatch) -> None:
    assert exit_of(monkeypatch, "run", "--no-such-option") == 2
    assert exit_of(monkeypatch, "run", "--format", "xml") == 2


def test_schema_is_the_schema_of_the_results() -> None:
    code, out, _ = run("schema")
    assert code == 0
    schema = json.loads(out)
    assert schema.pop("$schema") == "https://json-schema.org/draft/2020-12/schema"
    assert schema == Extraction.model_json_schema()


def test_info_names_every_part() -> None:
    code, out, _ = run("info")
    assert code == 0
    names = [line.split()[0] for line in out.splitlines()]
    assert names == ["extractor", "spaCy", "model", "gazetteer", "ontology", "settings"]
    assert "en_core_web_md==3.7.1" in out


def test_any_format_can_be_run(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    lines = [{"maintext": TEXT, "date_publish": f"2024-12-0{day}"} for day in (1, 8)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    code, out, _ = run("run", str(path), "--format", "jsonl", "--published", "1999-01-01", "--title", "Rebels")
    assert code == 0
    articles = [json.loads(line)["article"] for line in out.splitlines()]
    assert [article["published"] for article in articles] == ["2024-12-01", "2024-12-08"]
    assert [article["title"] for article in articles] == ["Rebels", "Rebels"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), sqlite3.OperationalError("disk is full")])
def test_a_full_disk_is_one_line(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr("extractor.cli.app", fail)
    with pytest.raises(SystemExit) as ended:
        main()
    assert (ended.value.code, capsys.readouterr().err) == (2, f"error: {error}\n")


def test_settings_come_from_a_file_and_the_command_line_wins(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('date_order = "DMY"\nleast_confidence = 0.99\n')
    assert settings_of(file).date_order == "DMY"
    assert settings_of(file, date_order="MDY", model=None).date_order == "MDY"
    article = tmp_path / "a.txt"
    article.write_text("Rebels seized Aleppo on Saturday.")
    _, out, _ = run("run", str(article), "--format", "jsonl", "--settings", str(file))
    assert json.loads(out)["events"] == []
