"""A run over an archive: what it writes, how it goes on after a stop, what a bad article costs."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from extractor import Extraction, Extractor, InputError, ModelNotFound
from extractor.batch import BatchOptions, Manifest, run_batch
from extractor.cli import app
from extractor.settings import Settings


@pytest.fixture
def archive(tmp_path: Path, articles: list[dict[str, Any]]) -> Path:
    """A folder with one JSON Lines file of twelve articles, one of them twice."""
    folder = tmp_path / "archive"
    folder.mkdir()
    some = [*articles[:12], articles[3] | {"id": "copy", "url": None, "text": articles[3]["text"] + " Ends."}]
    lines = "".join(json.dumps(article) + "\n" for article in some)
    (folder / "news.jsonl").write_text(lines, encoding="utf-8")
    return folder


def run(
    archive: Path, output: Path, *, restart: bool = False, settings: Settings | None = None, **options: Any
) -> Manifest:
    return run_batch(
        [archive], output, settings=settings, options=BatchOptions(**{"part_articles": 5, **options}), restart=restart
    )


def data(output: Path) -> dict[str, bytes]:
    """The files of a data set but for the manifest, which holds the seconds."""
    return {path.name: path.read_bytes() for path in sorted(output.glob("*.jsonl"))}


@pytest.mark.usefixtures("pool_in_process")
def test_results_are_those_of_the_extractor(
    archive: Path, tmp_path: Path, extractor: Extractor, articles: list[dict[str, Any]]
) -> None:
    manifest = run(archive, tmp_path / "out")
    paths = sorted((tmp_path / "out").glob("part-0000?.jsonl"))
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    results = [Extraction.model_validate_json(line) for line in lines]
    assert len(results) == manifest.tally.done == 12
    assert manifest.tally.copies == 1
    assert results[0] == extractor.extract(results[0].article)
    copy = json.loads((tmp_path / "out" / "copies.jsonl").read_text())  # of the two that are alike the longer is kept
    assert (copy["id"], copy["copy_of"], results[-1].article.id) == (articles[3]["id"], "copy", "copy")
    assert (tmp_path / "out" / "failures.jsonl").read_bytes() == b""
    kept = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert [about["name"] for about in kept["inputs"]] == [str(archive / "news.jsonl")]
    assert kept["made_by"]["made_by"] == results[0].provenance.model_dump()
    assert not list((tmp_path / "out").glob("*.tmp"))


def test_two_workers_write_the_same_bytes(archive: Path, tmp_path: Path) -> None:
    run(archive, tmp_path / "one")
    run(archive, tmp_path / "two", workers=2)
    assert data(tmp_path / "one") == data(tmp_path / "two")


@pytest.mark.usefixtures("pool_in_process")
def test_the_same_call_again_does_nothing(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(archive, tmp_path / "out")
    before = data(tmp_path / "out")
    monkeypatch.setattr("extractor.batch.run.Pool", None)  # it would have to start workers
    manifest = run(archive, tmp_path / "out")
    assert (manifest.skipped, manifest.tally.done) == (13, 12)
    assert data(tmp_path / "out") == before


@pytest.mark.usefixtures("pool_in_process")
def test_stopped_anywhere_it_goes_on_where_it_was(archive: Path, tmp_path: Path) -> None:
    run(archive, tmp_path / "whole")
    output = tmp_path / "out"
    run(archive, output)
    # As kill -9 leaves it: the second part is only a log and a temporary file, the third is not there.
    for name in ("part-00002.jsonl", "part-00002.log.jsonl", "failures.jsonl", "manifest.json"):
        (output / name).unlink()
    (output / "part-00001.jsonl").rename(output / "part-00001.jsonl.tmp")
    manifest = run(archive, output)
    assert manifest.skipped == 5
    assert data(output) == data(tmp_path / "whole")


@pytest.mark.slow
def test_killed_for_real_three_times(archive: Path, tmp_path: Path) -> None:
    lines = (archive / "news.jsonl").read_text(encoding="utf-8").splitlines()
    many = [
        json.dumps(json.loads(line) | {"id": f"{n}-{line[8:14]}", "url": None}) for n in range(20) for line in lines
    ]
    (archive / "news.jsonl").write_text("\n".join(many), encoding="utf-8")
    command = [sys.executable, "-m", "extractor", "batch", str(archive), "--keep-copies", "--workers", "2", "-o"]
    subprocess.run([*command, str(tmp_path / "whole")], check=True)
    for pause in (4.0, 5.0, 6.0):
        process = subprocess.Popen([*command, str(tmp_path / "out")])
        time.sleep(pause)
        process.kill()
        process.wait()
    subprocess.run([*command, str(tmp_path / "out")], check=True)
    assert data(tmp_path / "out") == data(tmp_path / "whole")


@pytest.mark.usefixtures("pool_in_process")
def test_changed_settings_are_refused_until_told(archive: Path, tmp_path: Path) -> None:
    run(archive, tmp_path / "out")
    with pytest.raises(InputError, match="another settings.*--restart"):
        run(archive, tmp_path / "out", settings=Settings(max_chars=9_000))
    assert run(archive, tmp_path / "out", settings=Settings(max_chars=9_000), restart=True).skipped == 0


@pytest.mark.usefixtures("pool_in_process")
def test_articles_that_came_since_are_added(archive: Path, tmp_path: Path) -> None:
    run(archive, tmp_path / "out")
    (archive / "z.txt").write_text("Rain fell in Rome.", encoding="utf-8")
    manifest = run(archive, tmp_path / "out")
    assert (manifest.skipped, manifest.tally.done) == (13, 13)


def test_a_folder_with_other_things_is_left_alone(archive: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no run"):
        run(archive, archive)


def test_a_run_with_an_outlet_window_is_refused(archive: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="outlet_window"):
        run(archive, tmp_path / "out", settings=Settings(outlet_window=4))


def test_workers_that_cannot_start_are_an_error(archive: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelNotFound, match="spacy download no_such"):
        run(archive, tmp_path / "out", settings=Settings(model="no_such"))


def test_command_line(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Rain fell in Rome on Monday.", encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_bytes(b"")
    output = tmp_path / "out"
    done = CliRunner().invoke(app, ["batch", str(tmp_path / "in"), "-o", str(output), "--published", "2024-12-03"])
    assert done.exit_code == 1
    assert "1 articles, " in done.stderr
    assert "1 failed" in done.stderr
    failure = json.loads((output / "failures.jsonl").read_text())
    assert failure == {"where": str(tmp_path / "in" / "b.txt"), "problem": "there is no text"}
    result = Extraction.model_validate_json((output / "part-00000.jsonl").read_text())
    assert str(result.article.published) == "2024-12-03"


@pytest.mark.usefixtures("pool_in_process")
def test_failures_can_be_run_again_alone(archive: Path, tmp_path: Path, articles: list[dict[str, Any]]) -> None:
    failures = tmp_path / "failures.jsonl"
    failures.write_text(json.dumps({"id": articles[5]["id"], "where": "x", "problem": "x"}) + "\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["batch", str(archive), "-o", str(tmp_path / "out"), "--retry", str(failures)])
    assert done.exit_code == 0, done.stderr
    (line,) = (tmp_path / "out" / "part-00000.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["article"]["id"] == articles[5]["id"]


@pytest.mark.parametrize(("name", "made"), [("x.csv", "x.events.csv"), ("x.polecat.tsv", "x.polecat.tsv")])
@pytest.mark.usefixtures("pool_in_process")
def test_the_ending_of_the_output_chooses_the_format(name: str, made: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain fell in Rome on Monday.", encoding="utf-8")
    done = CliRunner().invoke(app, ["batch", str(tmp_path / "a.txt"), "-o", str(tmp_path / name)])
    assert done.exit_code == 0, done.stderr
    assert (tmp_path / made).is_file()
    assert done.stderr.startswith(f"{tmp_path / made}: 1 articles")
    assert (tmp_path / f"{name}.parts" / "manifest.json").is_file()


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="there is no file that cannot be read even by root")
@pytest.mark.usefixtures("pool_in_process")
def test_a_file_that_cannot_be_read_is_a_failure_among_others(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").symlink_to("/proc/self/mem")
    (tmp_path / "in" / "b.txt").write_text("Police arrested two men in Rome.", encoding="utf-8")
    (tmp_path / "in" / "c.gz").write_bytes(b"")
    manifest = run_batch([tmp_path / "in"], tmp_path / "out")
    assert (manifest.tally.done, manifest.tally.failed) == (1, 2)
    assert manifest.inputs[0] == {"name": str(tmp_path / "in" / "a.txt"), "problem": "Input/output error"}
    failures = [json.loads(line) for line in (tmp_path / "out" / "failures.jsonl").read_text().splitlines()]
    assert [failure["problem"] for failure in failures] == ["[Errno 5] Input/output error", "there is no text"]
