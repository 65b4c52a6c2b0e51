"""Worker processes: what a crash, a hang and a kill cost."""

import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from extractor import Extractor, ExtractorError, WorkerLost
from extractor.read.article import make_article
from extractor.run import pool
from extractor.run.jobs import Engine, Job, Kind, Outcome, perform
from extractor.run.order import in_order
from extractor.settings import Settings

CRASH, HANG = "please crash the worker", "please hang"
REAL_WORK = pool._work


def misbehave(engine: Engine, jobs: Sequence[Job], pack: bool = False) -> Iterator[Outcome]:
    """`perform` that does what the articles say. It runs in workers, so it is named in the code they start with."""
    for job in jobs:
        if job.article.text == CRASH:
            os.kill(os.getpid(), signal.SIGKILL)
        if job.article.text == HANG:
            time.sleep(60)
        yield from perform(engine, [job], pack)


def _work_misbehaving(connection: Any, load: pool.Loader, settings: Settings) -> None:
    vars(pool)["perform"] = misbehave
    REAL_WORK(connection, load, settings)


def _work_killed_at_first(connection: Any, load: pool.Loader, settings: Settings) -> None:
    mark = Path(os.environ["EXTRACTOR_TEST_MARK"])
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    REAL_WORK(connection, load, settings)


def _work_always_killed(connection: Any, load: pool.Loader, settings: Settings) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_crash_and_a_hang_cost_one_article_each(
    articles: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [articles[0]["text"], CRASH, articles[1]["text"], HANG, articles[2]["text"], "\x00"]
    monkeypatch.setattr(pool, "_work", _work_misbehaving)
    with pool.Pool(Extractor.from_settings, Settings(), workers=2, seconds=3) as some:
        promises = [some.submit(Job(Kind.ROW, make_article(text), f"#{at}")) for at, text in enumerate(texts)]
        rows = list(in_order(promises, some.capacity))
    assert [row.where for row in rows] == [f"#{at}" for at in range(6)]
    assert [row.problem for row in rows if row.problem] == [
        "the worker process died 2 times",
        "it took longer than 3 seconds",
    ]
    assert [bool(row.json) for row in rows] == [True, False, True, False, True, True]


def test_pipe_survives_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_work", _work_misbehaving)
    extractor = Extractor()
    left = list(extractor.pipe(["Rain fell.", CRASH, "Snow fell."], workers=2, on_error="skip"))
    assert [result.article.text for result in left] == ["Rain fell.", "Snow fell."]
    with pytest.raises(WorkerLost, match="died"):
        list(extractor.pipe(["Rain fell.", CRASH], workers=2))


def test_a_worker_killed_while_it_loads_is_started_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXTRACTOR_TEST_MARK", str(tmp_path / "mark"))
    monkeypatch.setattr(pool, "_work", _work_killed_at_first)
    with pool.Pool(Extractor.from_settings, Settings(), workers=1, seconds=60) as one:
        assert one.submit(Job(Kind.ROW, make_article("Rain fell."), "x")).result().problem is None


def test_workers_that_always_die_while_loading_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_work", _work_always_killed)
    with (
        pool.Pool(Extractor.from_settings, Settings(), workers=1, seconds=60) as one,
        pytest.raises(ExtractorError, match="enough memory"),
    ):
        one.made_by()
