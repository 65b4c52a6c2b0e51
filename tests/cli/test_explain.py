"""`extractor explain`: what it says of an event, and of which event."""

from pathlib import Path

from typer.testing import CliRunner

from extractor.cli import app
from extractor.lexicon.triggers import LEXICON, rule_text

TEXT = "Jets bombed a hospital in Marib on Sunday. Police in Oslo arrested three men."
runner = CliRunner()


def explained(*args: str) -> str:
    done = runner.invoke(app, ["explain", *args])
    assert done.exit_code == 0, done.stderr
    return done.stdout


def test_rule_path_and_candidates_are_named() -> None:
    lines = [line.strip() for line in explained(TEXT, "--published", "2024-05-01", "--event", "1").splitlines()]
    assert lines[0].startswith("1. ASSAULT aerial")
    assert "target hospital: dobj of bombed" in lines
    rule = next(line for line in lines if line.startswith("rule assault.txt:"))
    name = rule.split()[1]
    assert rule_text(name) in rule
    assert any(line.startswith("place +") and "Marib" in line for line in lines)
    assert any(line.startswith("day +") and "2024-04-28" in line for line in lines)
    assert not any(line.startswith("2. ") for line in lines)


def test_all_events_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert [line[:9] for line in explained(str(file)).splitlines() if line[0].isdigit()] == ["1. ASSAUL", "2. COERCE"]


def test_no_event_of_that_number() -> None:
    done = runner.invoke(app, ["explain", TEXT, "--event", "7"])
    assert done.exit_code != 0


def test_a_text_without_events() -> None:
    assert explained("The weather was fine.") == "no events\n"


def test_escapes_of_a_text_do_not_reach_the_screen() -> None:
    assert "\x1b" not in explained("Jets bombed a \x1b[31mhospital in Marib.")


def test_text_of_rules() -> None:
    first = (LEXICON / "triggers" / "none.txt").read_text(encoding="utf-8").splitlines()[0]
    assert rule_text("none.txt:1") == first
    assert rule_text("none.txt:99999") == rule_text("shifts.toml:future") == ""
