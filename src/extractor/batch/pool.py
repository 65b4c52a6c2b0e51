"""Worker processes that load the pipeline once. One that dies or hangs costs the article it was at, nothing else."""

import gc
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from extractor.batch.rows import Row, make_row
from extractor.errors import DataNotFound, ExtractorError, InputError, ModelNotFound
from extractor.records import Article
from extractor.settings import Settings

# Rows that may wait for a slower one before them, for each worker. Enough that one long article stops nobody.
AHEAD = 32
TRIES = 2  # a worker may be killed from outside, so the article it was at gets a second chance
_START_ERRORS = {error.__name__: error for error in (ModelNotFound, DataNotFound, InputError)}


@dataclass(frozen=True, slots=True)
class Task:
    """An article with its number in the run; `row` is set when there is nothing left to do."""

    number: int
    where: str
    article: Article | None = None
    row: Row | None = None


def _work(connection: Connection, settings: Settings) -> None:
    """The life of a worker: say what it is made of, then turn articles into rows until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    extractor = None
    try:
        from extractor.assemble import model_label, provenance
        from extractor.pipeline import Extractor

        extractor = Extractor.from_settings(settings)
        gc.freeze()  # as in workers.py
        greeting: object = provenance(extractor.settings, model_label(extractor.nlp)).model_dump()
    except ExtractorError as error:
        greeting = (type(error).__name__, str(error))
    with suppress(EOFError, OSError):  # the parent is gone
        connection.send(greeting)
        while extractor is not None:
            where, article = connection.recv()
            connection.send(make_row(extractor, article, where))


class Worker:
    """One process and the task it is at."""

    def __init__(self, settings: Settings) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(target=_work, args=(theirs, settings), daemon=True)
        self.process.start()
        theirs.close()
        self.made_by: dict[str, str] | None = None
        self.task: Task | None = None
        self.deadline = 0.0

    def greet(self) -> dict[str, str]:
        """Wait until the pipeline is loaded; gives its versions. Raises what the worker raised while loading."""
        try:
            said = self.connection.recv()
        except EOFError:
            raise ExtractorError("a worker died while it loaded the pipeline: is there enough memory?") from None
        if isinstance(said, tuple):
            raise _START_ERRORS.get(said[0], ExtractorError)(said[1])
        self.made_by = dict(said)
        return self.made_by

    def begin(self, task: Task, seconds: float) -> None:
        """Hand over a task."""
        self.connection.send((task.where, task.article))
        self.task, self.deadline = task, time.monotonic() + seconds

    def stop(self) -> None:
        """End the process, whatever it is at."""
        self.connection.close()
        self.process.kill()
        self.process.join()


class Order:
    """Hands out tasks and gives their rows back in the order of the tasks; at most `ahead` are under way."""

    def __init__(self, tasks: Iterable[Task], ahead: int) -> None:
        self._coming, self._ahead = iter(tasks), ahead
        self._again: deque[Task] = deque()
        self._done: dict[int, Row] = {}
        self._tries: dict[int, int] = {}
        self._given_out = self._given_back = 0
        self.finished = False

    def next_task(self) -> Task | None:
        """The next task that needs a worker; None when there is none, or none yet."""
        while self._again or self._given_out < self._given_back + self._ahead:
            task = self._again.popleft() if self._again else next(self._coming, None)
            if task is None:
                self.finished = self._given_back == self._given_out
                return None
            self._given_out += task.number not in self._tries
            if task.row is None:
                self._tries[task.number] = self._tries.get(task.number, 0) + 1
                return task
            self._done[task.number] = task.row
        return None

    def put(self, task: Task, row: Row | None) -> None:
        """Take the row of a task; None when its worker died, and then it is tried again or given up."""
        if row is not None:
            self._done[task.number] = row
        elif self._tries[task.number] < TRIES:
            self._again.append(task)
        else:
            self._done[task.number] = _failed(task, f"the worker process died {TRIES} times")

    def rows(self) -> Iterator[Row]:
        """The rows that are next."""
        while self._given_back in self._done:
            yield self._done.pop(self._given_back)
            self._tries.pop(self._given_back, None)
            self._given_back += 1


class Pool:
    """`workers` processes; use it with `with`. Raises ModelNotFound and the like when they cannot start."""

    def __init__(self, settings: Settings, workers: int, seconds: float) -> None:
        self._settings, self._seconds = settings, seconds
        self._workers = [Worker(settings) for _ in range(workers)]

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.stop()

    def made_by(self) -> dict[str, str]:
        """Versions of what the workers run."""
        return [worker.made_by or worker.greet() for worker in self._workers][0]

    def rows(self, tasks: Iterable[Task]) -> Iterator[Row]:
        """One row for each task, in the order of the tasks (their numbers are 0, 1, 2 ...), with bounded memory."""
        self.made_by()
        order = Order(tasks, AHEAD * len(self._workers))
        while not order.finished:
            for worker in [worker for worker in self._workers if worker.task is None]:
                if (task := order.next_task()) is None:
                    break
                self._begin(worker, task)
            yield from order.rows()
            for row, task in self._wait():
                order.put(task, row)

    def _begin(self, worker: Worker, task: Task) -> None:
        try:
            worker.begin(task, self._seconds)
        except OSError:  # it died while idle; `_wait` sees the closed pipe
            worker.task = task

    def _wait(self) -> Iterator[tuple[Row | None, Task]]:
        """Rows that became ready, in any order; None for a task whose worker died."""
        busy = {worker.connection: worker for worker in self._workers if worker.task is not None}
        if not busy:
            return
        rest = min(worker.deadline for worker in busy.values()) - time.monotonic()
        heard = wait(list(busy), max(0.0, rest))
        ready = {worker for connection, worker in busy.items() if connection in heard}
        for worker in busy.values():
            task = worker.task
            assert task is not None
            if worker in ready:
                row = _receive(worker)
                if row is None:
                    self._replace(worker)
                worker.task = None
                yield row, task
            elif time.monotonic() > worker.deadline and not worker.connection.poll():
                self._replace(worker)
                yield _failed(task, f"it took longer than {self._seconds:g} seconds"), task

    def _replace(self, worker: Worker) -> None:
        worker.stop()
        new = Worker(self._settings)
        new.greet()
        self._workers[self._workers.index(worker)] = new


def _receive(worker: Worker) -> Row | None:
    try:
        row = worker.connection.recv()
    except (EOFError, OSError):
        return None
    assert isinstance(row, Row)
    return row


def _failed(task: Task, problem: str) -> Row:
    return Row(id=task.article.id if task.article else None, where=task.where, problem=problem)
