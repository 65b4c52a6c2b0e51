"""The batch job on Ray: the same rows as `extractor batch`, also when a worker and then the driver are killed."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from extractor import Extraction, Incident, InputError, MissingExtra, link
from extractor.batch import BatchOptions, run_batch
from extractor.distributed import MakeRows, _left, _rows_of, _share, _write_articles, _write_table, run_distributed
from extractor.read import ReadOptions
from extractor.settings import Settings

# Ray gives itself 30 seconds to start, too few on a busy machine: then it is started again.
RUN = """
import pathlib, sys, extractor.distributed, ray
for left in reversed(range(5)):
    try:
        ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="WARNING")
        break
    except Exception as error:
        if "timed out" not in str(error) or not left:
            raise
        ray.shutdown()
print(extractor.distributed.run_distributed(sys.argv[1:2], pathlib.Path(sys.argv[2])))
"""
PATIENT = {"RAY_gcs_server_port_wait_time_s": "300", "RAY_worker_register_timeout_seconds": "600"}


@pytest.fixture
def archive(tmp_path: Path, articles: list[dict[str, Any]]) -> Path:
    path = tmp_path / "news" / "news.jsonl"
    path.parent.mkdir()
    (path.parent / "mail.eml").write_text("Subject: Rain\nFrom: a@b.example\n\nRebels shelled the port on Monday.\n")
    many = [article | {"id": f"{n}-{article['id']}", "url": None} for n in range(6) for article in articles[:20]]
    path.write_text("".join(json.dumps(article) + "\n" for article in many) + "{\n", encoding="utf-8")
    return path.parent


def parts(output: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(output.glob("part-?????.jsonl")))


def start(archive: Path, output: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-W", "ignore", "-c", RUN, str(archive), str(output)]
    env = {**os.environ, **PATIENT}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True, env=env)


def workers_of(session: int) -> list[int]:
    """The processes of a session in which Ray runs our code."""
    found = []
    for status in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            name, pid = status.read_bytes(), int(status.parent.name)
            if b"ray::MapWorker" in name and os.getsid(pid) == session:
                found.append(pid)
        except OSError:
            continue
    return found


@pytest.mark.slow
def test_a_killed_worker_and_a_killed_driver_lose_and_repeat_nothing(archive: Path, tmp_path: Path) -> None:
    pytest.importorskip("ray")
    run_batch([archive], tmp_path / "batch", options=BatchOptions(keep_copies=True))
    driver = start(archive, tmp_path / "ray")
    while not (workers := workers_of(driver.pid)):
        assert driver.poll() is None
        time.sleep(0.5)
    os.kill(workers[0], signal.SIGKILL)
    time.sleep(8)
    os.killpg(driver.pid, signal.SIGKILL)
    driver.communicate()
    again = start(archive, tmp_path / "ray")
    said, _ = again.communicate()
    assert "read=122, done=121, failed=1" in said
    assert parts(tmp_path / "ray") == parts(tmp_path / "batch")
    assert len((tmp_path / "ray" / "failures.jsonl").read_text().splitlines()) == 1


@pytest.mark.parametrize(("cpus", "workers", "share"), [(1, 2, 0.0), (2, 2, 0.5), (3, 2, 1.0), (4, 8, 0.375)])
def test_one_cpu_is_left_for_reading_and_writing(cpus: float, workers: int, share: float) -> None:
    assert _share(cpus, workers) == share


def test_a_cluster_without_cpus_is_refused() -> None:
    with pytest.raises(InputError, match="--num-cpus"):
        _share(0, 2)


def test_only_what_is_missing_is_left(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [{"number": f"{number:09}", "row": "{}"} for number in range(450)]
    (tmp_path / "articles").mkdir()
    assert len(_write_table(iter(rows), tmp_path / "articles")) == 3
    assert len(_left(tmp_path)) == 3
    _write_table(iter(rows[:200]), tmp_path / "rows")
    (tmp_path / "rows" / "torn.parquet").write_bytes(b"PAR1")
    left = _left(tmp_path)
    assert [row for path in left for row in parquet.read_table(path).to_pylist()] == rows[200:]
    _write_table(iter(rows), tmp_path / "rows")
    assert _left(tmp_path) == []


def test_without_ray_the_command_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(MissingExtra, match=r"news-event-extractor\[ray\]"):
        run_distributed([tmp_path], tmp_path / "out")


@pytest.mark.slow
def test_other_settings_are_refused(archive: Path, tmp_path: Path) -> None:
    pytest.importorskip("ray")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "articles.json").write_text(json.dumps({"settings": {"model": "other"}}), encoding="utf-8")
    with pytest.raises(InputError, match="other settings, reading, inputs"):
        run_distributed([archive], tmp_path / "out", settings=Settings())


def test_documents_are_left_to_the_workers(archive: Path, tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    _write_articles([str(archive)], ReadOptions(), tmp_path / "articles", Settings())
    first = next(iter(_rows_of([str(tmp_path / "articles" / "000000000.parquet")])))
    assert (first["article"], first["body"][:13]) == ("", b"Subject: Rain")
    made = MakeRows(Settings(), ReadOptions(), 60.0)(pyarrow.Table.from_pylist([first]))
    (row,) = map(json.loads, made["row"])
    assert json.loads(row["json"])["article"]["title"] == "Rain"
    # another call with a changed input is no continuation
    (archive / "more.eml").write_text("Subject: Snow\n\nIt snowed.\n")
    with pytest.raises(InputError, match="begun with other inputs"):
        _write_articles([str(archive)], ReadOptions(), tmp_path / "articles", Settings())


LINK = """
import sys, ray
from extractor import Incident
from extractor.distributed import link_distributed
ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="WARNING")
for incident in link_distributed(sys.argv[1], workers=2):
    print(incident.model_dump_json())
"""


def test_two_workers_of_ray_give_the_same(story_results: list[Extraction], tmp_path: Path) -> None:
    pytest.importorskip("ray")
    path = tmp_path / "results.jsonl"
    path.write_text("".join(result.model_dump_json() + "\n" for result in story_results), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", LINK, str(path)], stdout=subprocess.PIPE, text=True, check=True
    )
    assert [Incident.model_validate_json(line) for line in done.stdout.splitlines()] == link(story_results)
