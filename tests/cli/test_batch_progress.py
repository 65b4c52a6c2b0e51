"""How a run tells how far it is where there is no terminal."""

import json
from pathlib import Path

import pytest

from extractor.batch import run_batch
from extractor.batch.parts import Tally
from extractor.cli.progress import Lines


def test_one_line_a_minute(capsys: pytest.CaptureFixture[str]) -> None:
    now = 1000.0
    lines = Lines(clock=lambda: now)
    tally = Tally(read=40)
    for _ in range(300):  # ten minutes
        tally.read += 4
        lines.show(tally, 1640)
        now += 2.0
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 9
    assert told[0] == "164 of 1640 articles, 0 failed, 2.0 articles/s, 0:12:18 left"


def test_without_a_total_no_time_left_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    now = 0.0
    lines = Lines(clock=lambda: now)
    lines.show(Tally(read=1), None)
    now = 61.0
    lines.show(Tally(read=123, failed=1), None)
    assert capsys.readouterr().err == "123 articles, 1 failed, 2.0 articles/s\n"


@pytest.mark.usefixtures("pool_in_process")
@pytest.mark.parametrize(("name", "text", "total"), [("a.jsonl", "", 3), ("a.csv", "text\n", 3)])
def test_the_total_is_known_by_lines_or_when_all_is_read(name: str, text: str, total: int, tmp_path: Path) -> None:
    texts = ["Rain fell in Rome.", "Police arrested two men.", "Snow fell in Oslo."]
    rows = [json.dumps({"text": one}) if name == "a.jsonl" else one for one in texts]
    (tmp_path / name).write_text(text + "".join(f"{row}\n" for row in rows))
    told: list[tuple[int, int | None]] = []
    run_batch([tmp_path / name], tmp_path / "out", progress=lambda tally, total: told.append((tally.read, total)))
    assert told == [(1, total), (2, total), (3, total)]
