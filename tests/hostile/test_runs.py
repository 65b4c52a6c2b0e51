"""Runs whose folder, input or articles are not as they should be."""

import json
import multiprocessing
import os
from pathlib import Path
from typing import Any

import pytest

from extractor import InputError
from extractor.batch import BatchOptions, Manifest, run_batch
from extractor.batch.lock import only_run
from extractor.geocoder import GazetteerGeocoder
from extractor.read import ReadOptions

pytestmark = pytest.mark.usefixtures("pool_in_process")
NEWS = "Rebels seized Aleppo on Saturday, the army said."


def run(source: Path, output: Path, **options: Any) -> Manifest:
    return run_batch([source], output, options=BatchOptions(**{"part_articles": 2, **options}))


def lines(path: Path, *texts: str) -> None:
    path.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts)))


def _hold(folder: Path, held: Any, end: Any) -> None:
    with only_run(folder):
        held.set()
        end.wait(60)


def test_a_second_run_is_refused_and_a_killed_one_is_no_hindrance(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    held, end = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(tmp_path, held, end))
    other.start()
    assert held.wait(60)
    with pytest.raises(InputError, match="another run writes to"), only_run(tmp_path):
        pass
    other.kill()
    other.join()
    with only_run(tmp_path):
        pass


def test_damage_is_repaired_or_named(tmp_path: Path) -> None:
    source, output = tmp_path / "a.jsonl", tmp_path / "out"
    lines(source, NEWS, "It rained in Rome on Monday.", "Police arrested 12 people in Lagos.", "")
    first = run(source, output)
    assert (first.tally.read, first.tally.done, first.tally.failed) == (4, 3, 1)
    before = {path.name: path.read_bytes() for path in output.glob("part-*")}
    (output / "part-00001.log.jsonl").unlink()
    assert run(source, output).skipped == 2
    assert {path.name: path.read_bytes() for path in output.glob("part-*")} == before
    # the same ids, another text
    lines(source, NEWS + " Two died.", "It rained in Rome on Monday.", "Police arrested 12 people in Lagos.", "")
    again = run(source, output)
    assert (again.inputs_changed, again.skipped, again.tally.read) == ([str(source)], 0, 4)
    assert "Two died." in (output / "part-00000.jsonl").read_text()
    (output / "state.json").write_text('{"ext')
    with pytest.raises(InputError, match=r"state.json is damaged: give --restart"):
        run(source, output)


def test_a_failure_of_reading_can_be_run_again(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text(json.dumps({"text": NEWS}) + '\n{"text": \n')
    first = run(source, tmp_path / "out")
    failures = [json.loads(line) for line in (tmp_path / "out" / "failures.jsonl").read_text().splitlines()]
    assert (first.tally.failed, [failure["where"] for failure in failures]) == (1, [f"{source}#2"])
    source.write_text(json.dumps({"text": NEWS}) + "\n" + json.dumps({"text": "It rained in Rome."}) + "\n")
    again = run(source, tmp_path / "again", only=frozenset(failure["where"] for failure in failures))
    assert (again.tally.read, again.tally.done, again.tally.passed) == (1, 1, 1)


@pytest.mark.parametrize(
    "inputs", ["5", "[5]", "[{}]", '[{"name": 5}]', '[{"name": "gone.jsonl", "colour": "red"}]', "null"]
)
def test_a_state_of_another_shape_is_damaged(inputs: str, tmp_path: Path) -> None:
    source, output = tmp_path / "a.jsonl", tmp_path / "out"
    lines(source, NEWS)
    run(source, output)
    known = json.loads((output / "state.json").read_text())
    (output / "state.json").write_text(json.dumps(known | {"inputs": json.loads(inputs)}))
    with pytest.raises(InputError, match=r"state.json is damaged: give --restart"):
        run(source, output)


@pytest.mark.parametrize("line", ["null", "{}", "[]", "5", '{"id": "9", "where": "x", "problem": "y", "segment": 0}'])
def test_a_log_that_was_changed_is_written_again(line: str, tmp_path: Path) -> None:
    source, output = tmp_path / "a.jsonl", tmp_path / "out"
    lines(source, NEWS, "It rained in Rome on Monday.", "")
    run(source, output)
    log = output / "part-00000.log.jsonl"
    before = log.read_text()
    head, *rows = before.splitlines()
    for changed in ([line, *rows[1:]], [*rows, line], rows[:1], []):
        log.write_text("".join(f"{one}\n" for one in (head, *changed)))
        tally = run(source, output).tally
        assert (tally.read, tally.done, tally.failed, log.read_text()) == (3, 2, 1, before)


def test_what_a_run_writes_is_no_input_of_it(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    lines(tmp_path / "news" / "a.jsonl", NEWS)
    table = tmp_path / "news" / "events.csv"
    for _ in range(3):
        again = run(tmp_path / "news", tmp_path / "news" / "events.csv.parts", writes=frozenset([table]))
        table.write_text("text\nTwo men were shot in Gao.\n")
        assert (again.tally.read, again.tally.done, again.inputs_changed) == (1, 1, [])


def test_an_input_is_not_written_over(tmp_path: Path) -> None:
    lines(tmp_path / "a.jsonl", NEWS)
    with pytest.raises(InputError, match=r"a.jsonl is an input and would be written over"):
        run(tmp_path, tmp_path / "out", writes=frozenset([tmp_path / "a.jsonl"]))


def test_a_name_that_is_no_text_is_the_same_file_again(tmp_path: Path) -> None:
    source = tmp_path / "news"
    source.mkdir()
    (source / os.fsdecode(b"\xff\xfe.txt")).write_text(NEWS)
    for _ in range(2):
        again = run(source, tmp_path / "out")
        assert (again.tally.read, again.tally.done, again.inputs_changed, again.inputs_gone) == (1, 1, [], [])


def test_an_input_without_a_name_is_not_the_folder_one_is_in(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no name"):
        run_batch([""], tmp_path / "out")


@pytest.mark.parametrize("name", ["nosuch", "base64", "rot13", "undefined", ""])
def test_an_encoding_that_is_none_is_told_before_the_work(name: str) -> None:
    with pytest.raises(InputError, match="there is no encoding"):
        ReadOptions(encoding=name).checked()


@pytest.mark.parametrize("wrong", [{"workers": 0}, {"seconds": 0.0}, {"seconds": float("nan")}, {"part_articles": -1}])
def test_a_number_that_no_run_can_have_is_an_input_error(wrong: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(InputError, match="give a number above 0"):
        run(tmp_path, tmp_path / "out", **wrong)


def test_an_unknown_country_is_an_input_error() -> None:
    with pytest.raises(InputError, match="near is 'XX', which is no country"):
        GazetteerGeocoder().geocode("Tripoli", near="XX")
