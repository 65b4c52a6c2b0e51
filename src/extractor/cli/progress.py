"""How far a run is: a bar on a terminal, one line a minute elsewhere, with the time left where the total is known."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from extractor.cli.options import say

if TYPE_CHECKING:
    from extractor.batch.parts import Tally

LINE_SECONDS = 60.0
Show = Callable[["Tally", int | None], None]


@contextmanager
def shown() -> Iterator[Show]:
    """What is called with the numbers of a run, and with how many articles there are, after each article."""
    if sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield Lines().show


class Lines:
    """A line a minute on standard error, for logs."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._told = clock()
        self._first: tuple[float, int] | None = None  # when the first article of this call was done, and how many were

    def show(self, tally: "Tally", total: int | None) -> None:
        """Say how far the run is, if a minute is over."""
        now = self._clock()
        self._first = self._first or (now, tally.read)
        if now - self._told >= LINE_SECONDS:
            self._told = now
            began, before = self._first
            say(line(tally, total, (tally.read - before) / (now - began) if now > began else 0.0))


def line(tally: "Tally", total: int | None, rate: float) -> str:
    """The numbers of a run in words; `rate` is in articles a second.

    >>> from extractor.batch.parts import Tally
    >>> line(Tally(read=100, failed=2), 400, 2.0), line(Tally(read=100), None, 0.0)
    ('100 of 400 articles, 2 failed, 2.0 articles/s, 0:02:30 left', '100 articles, 0 failed')
    """
    parts = [f"{tally.read}{'' if total is None else f' of {total}'} articles", f"{tally.failed} failed"]
    if rate > 0:
        parts.append(f"{rate:.1f} articles/s")
        if total is not None:
            parts.append(f"{_clock(max(0, total - tally.read) / rate)} left")
    return ", ".join(parts)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


@contextmanager
def _bar() -> Iterator[Show]:
    """A bar of progress for terminals."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = [
        BarColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    ]
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("loading the pipeline", total=None)

        def show(tally: "Tally", total: int | None) -> None:
            text = line(tally, total, bar.tasks[0].speed or 0.0)
            bar.update(task, completed=tally.read, total=total, description=text)

        yield show
