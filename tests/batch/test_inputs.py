"""What is new, changed or gone among the inputs of a run since the call before."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor import InputError
from extractor.batch import BatchOptions, Manifest, run_batch

pytestmark = pytest.mark.usefixtures("pool_in_process")
TEXTS = {
    "b": "Rebels seized Aleppo on Saturday, the army said.",
    "d": "Police arrested 12 people in Lagos on Sunday.",
    "f": "A bomb killed three soldiers in Gao on Monday, officials said.",
}
MORE = "Two men were shot in Ado on Friday, police said."


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.jsonl").write_text(line(name, text) + line(f"{name}2", f"{text} It rained."))
    return folder


def line(name: str, text: str) -> str:
    return json.dumps({"id": name, "text": text}) + "\n"


def run(archive: Path, output: Path, **options: Any) -> Manifest:
    return run_batch([archive], output, options=BatchOptions(**{"part_articles": 2, **options}))


def results(output: Path) -> list[str]:
    """The ids and texts of all results, in their order."""
    lines = [line for part in sorted(output.glob("part-?????.jsonl")) for line in part.read_text().splitlines()]
    articles = [json.loads(line)["article"] for line in lines]
    return [f"{article['id']}: {article['text']}" for article in articles]


def names(output: Path) -> list[str]:
    return [name.partition(":")[0] for name in results(output)]


def test_a_new_file_in_the_middle_is_added_behind_the_others(archive: Path, tmp_path: Path) -> None:
    run(archive, tmp_path / "out")
    (archive / "c.jsonl").write_text(line("c", MORE))
    manifest = run(archive, tmp_path / "out")
    assert (manifest.skipped, manifest.tally.done) == (6, 7)
    assert names(tmp_path / "out") == ["b", "b2", "d", "d2", "f", "f2", "c"]
    assert [Path(about["name"]).name for about in manifest.inputs] == ["b.jsonl", "d.jsonl", "f.jsonl", "c.jsonl"]


def test_a_file_with_two_names_is_read_once(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive)
    given: list[str | Path] = ["b.jsonl", archive / "b.jsonl", "../news/d.jsonl", "d.jsonl", "./b.jsonl"]
    manifest = run_batch(given, tmp_path / "out")
    assert (manifest.tally.read, manifest.tally.copies) == (4, 0)
    assert [about["name"] for about in manifest.inputs] == ["b.jsonl", "../news/d.jsonl"]


def test_results_that_were_changed_at_equal_size_are_made_again(archive: Path, tmp_path: Path) -> None:
    run(archive, tmp_path / "out")
    part = tmp_path / "out" / "part-00001.jsonl"
    whole = part.read_bytes()
    part.write_bytes(b"".join(reversed(whole.splitlines(keepends=True))))
    assert run(archive, tmp_path / "out").skipped == 2
    assert part.read_bytes() == whole
    assert run(archive, tmp_path / "out").skipped == 6


def test_a_changed_file_is_redone(archive: Path, tmp_path: Path) -> None:
    run(archive, tmp_path / "out")
    (archive / "d.jsonl").write_text(line("d", MORE))
    manifest = run(archive, tmp_path / "out")
    assert (manifest.skipped, manifest.tally.read, manifest.tally.done) == (4, 5, 5)
    assert manifest.inputs_changed == [str(archive / "d.jsonl")]
    assert names(tmp_path / "out") == ["b", "b2", "f", "f2", "d"]
    assert results(tmp_path / "out")[-1] == f"d: {MORE}"
    assert run(archive, tmp_path / "out").skipped == 5


def test_of_a_file_that_grew_only_the_new_lines_are_done(archive: Path, tmp_path: Path) -> None:
    run(archive, tmp_path / "out")
    with (archive / "b.jsonl").open("a") as more:
        more.write(line("b3", MORE))
    manifest = run(archive, tmp_path / "out")
    assert (manifest.skipped, manifest.tally.done) == (6, 7)
    assert names(tmp_path / "out") == ["b", "b2", "d", "d2", "f", "f2", "b3"]


def test_a_file_that_is_gone_is_told_and_its_articles_stay(archive: Path, tmp_path: Path) -> None:
    run(archive, tmp_path / "out")
    (archive / "b.jsonl").unlink()
    manifest = run(archive, tmp_path / "out")
    assert (manifest.skipped, manifest.tally.done, manifest.inputs_gone) == (6, 6, [str(archive / "b.jsonl")])
    assert names(tmp_path / "out") == ["b", "b2", "d", "d2", "f", "f2"]


def test_copies_of_articles_of_a_changed_file_are_redone_too(archive: Path, tmp_path: Path) -> None:
    story = " ".join(f"word{n}" for n in range(80))
    (archive / "b.jsonl").write_text(line("b", f"{story} and more"))
    (archive / "f.jsonl").write_text(line("f", story))
    assert run(archive, tmp_path / "out").tally.copies == 1
    (archive / "b.jsonl").write_text(line("b", MORE))
    manifest = run(archive, tmp_path / "out")
    assert (manifest.tally.copies, manifest.tally.done) == (0, 4)
    assert names(tmp_path / "out") == ["d", "d2", "b", "f"]


def test_a_copy_whose_input_is_gone_fails_when_its_original_changes(archive: Path, tmp_path: Path) -> None:
    story = " ".join(f"word{n}" for n in range(80))
    (archive / "b.jsonl").write_text(line("b", f"{story} and more"))
    (archive / "f.jsonl").write_text(line("f", story))
    assert run(archive, tmp_path / "out").tally.copies == 1
    (archive / "f.jsonl").unlink()
    (archive / "b.jsonl").write_text(line("b", f"{story} and more") + line("b2", MORE))
    assert run(archive, tmp_path / "out").tally.copies == 1  # its original is where it was
    (archive / "b.jsonl").write_text(line("b3", MORE))
    tally = run(archive, tmp_path / "out").tally
    assert (tally.read, tally.done, tally.copies, tally.failed) == (4, 3, 0, 1)
    (failure,) = map(json.loads, (tmp_path / "out" / "failures.jsonl").read_text().splitlines())
    assert (failure["id"], failure["problem"]) == ("f", "it repeats b, which has changed, and its input is gone")


def unreadable(archive: Path) -> None:
    (archive / "d.jsonl").write_text("{")


def grown(archive: Path) -> None:
    with (archive / "b.jsonl").open("a") as more:
        more.write(line("b3", MORE) + line("b4", f"{MORE} Police came."))


def changed(archive: Path) -> None:
    (archive / "d.jsonl").write_text(line("d", MORE) + line("d3", f"{MORE} Police came."))


@pytest.mark.parametrize("change", [unreadable, grown, changed])
@pytest.mark.parametrize("kept", range(4))
def test_stopped_anywhere_after_a_change_it_goes_on(
    change: Callable[[Path], None], kept: int, archive: Path, tmp_path: Path
) -> None:
    run(archive, tmp_path / "out")
    change(archive)
    shutil.copytree(tmp_path / "out", tmp_path / "stopped")
    run(archive, tmp_path / "out")
    run(archive, tmp_path / "stopped")
    for part in list((tmp_path / "stopped").glob("part-*.jsonl")):  # as kill -9 leaves it
        if part.name[5:10] >= f"{kept:05}":
            part.unlink()
    run(archive, tmp_path / "stopped")
    assert sorted(results(tmp_path / "stopped")) == sorted(results(tmp_path / "out"))


def test_stopped_while_parts_are_rewritten(archive: Path, tmp_path: Path) -> None:
    run(archive, tmp_path / "out")
    before = (tmp_path / "out" / "part-00000.jsonl").read_bytes()
    changed(archive)
    (archive / "b.jsonl").write_text(line("b", MORE))
    run(archive, tmp_path / "out")
    whole = sorted(results(tmp_path / "out"))
    (tmp_path / "out" / "part-00000.jsonl").write_bytes(before)  # the log is new, the part is not
    run(archive, tmp_path / "out")
    assert sorted(results(tmp_path / "out")) == whole


def test_an_input_that_is_named_twice_is_read_once(archive: Path, tmp_path: Path) -> None:
    assert run_batch([archive, archive / "b.jsonl"], tmp_path / "out").tally.read == 6


def test_a_stream_must_begin_as_it_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    def given(*texts: str) -> None:
        data = "".join(line(str(n), text) for n, text in enumerate(texts)).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))

    given(*TEXTS.values())
    assert run_batch(["-"], tmp_path / "out").tally.done == 3
    given(*TEXTS.values(), MORE)
    assert run_batch(["-"], tmp_path / "out").tally.done == 4
    given(MORE)
    with pytest.raises(InputError, match="inputs are not those.*--restart"):
        run_batch(["-"], tmp_path / "out")
