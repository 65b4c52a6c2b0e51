"""Worker processes that load the pipeline once. One that dies or hangs costs the article it was at, nothing else.

Workers take jobs in groups. When a worker dies or is too slow, the jobs of its group that are not done are tried again
one by one, so that only the guilty one fails.
"""

import gc
import signal
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from extractor.assemble import model_label, provenance
from extractor.errors import DataNotFound, ExtractorError, InputError, ModelNotFound, WorkerLost
from extractor.run.executor import Promise
from extractor.run.jobs import MOST_TOGETHER, AnyJob, Engine, Outcome, failed, group_size, perform
from extractor.settings import Settings

# Jobs under way for each worker: two groups keep it busy, and one long article stops nobody.
AHEAD = 2 * MOST_TOGETHER
TRIES = 2  # a worker may be killed from outside, so the article it was at gets a second chance
START_TRIES = 3  # as may one that is loading the pipeline
_START_ERRORS = {error.__name__: error for error in (ModelNotFound, DataNotFound, InputError)}


Loader = Callable[[Settings], Engine]  # found by its name in a new process: a function of a module or of a class


def _work(connection: Connection, load: Loader, settings: Settings) -> None:
    """The life of a worker: say what it is made of, then do jobs until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    engine = None
    try:
        engine = load(settings)
        gc.freeze()  # the model stays for good: looking through it again costs 3 % of the CPU of a worker
        greeting: object = provenance(engine.settings, model_label(engine.nlp)).model_dump()
    except ExtractorError as error:
        greeting = (type(error).__name__, str(error))
    with suppress(EOFError, OSError):  # the parent is gone
        connection.send(greeting)
        while engine is not None:
            for outcome in perform(engine, connection.recv(), pack=True):
                _send(connection, outcome)


def _send(connection: Connection, outcome: Outcome) -> None:
    """Send an outcome to the parent; an exception that cannot be sent as its words."""
    try:
        connection.send(outcome)
    except (TypeError, AttributeError, ValueError):  # an exception that does not pickle
        connection.send(ExtractorError(f"{type(outcome).__name__}: {outcome}"))


@dataclass(slots=True)
class _Task:
    """A job under way. `alone` once its worker was lost, `tries` counts the times it was alone then."""

    job: AnyJob
    promise: Promise
    alone: bool = False
    tries: int = 0


@dataclass(slots=True, eq=False)
class _Worker:
    """One process and the tasks it has, the first of which it is at."""

    connection: Connection
    process: SpawnProcess
    made_by: dict[str, str] | None = None
    tasks: deque[_Task] = field(default_factory=deque)
    deadline: float = 0.0

    def stop(self) -> None:
        """End the process, whatever it is at."""
        self.connection.close()
        self.process.kill()
        self.process.join()


def _started(load: Loader, settings: Settings) -> _Worker:
    context = get_context("spawn")
    connection, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, load, settings), daemon=True)
    process.start()
    theirs.close()
    return _Worker(connection, process)


class Pool:
    """`workers` processes; use it with `with`. A job that takes longer than `seconds` fails with WorkerLost.

    Each does its jobs with what `load` makes of the settings, as `Extractor.from_settings` does.
    Raises ModelNotFound and the like, at the first job or at `made_by`, when workers cannot start.
    """

    def __init__(self, load: Loader, settings: Settings, workers: int, seconds: float) -> None:
        self.capacity = workers * AHEAD
        self._load, self._settings, self._seconds = load, settings, seconds
        self._queue: deque[_Task] = deque()
        self._workers = [_started(load, settings) for _ in range(workers)]

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.stop()

    def made_by(self) -> dict[str, str]:
        """Versions of what the workers run."""
        return [self._greeted(at) for at in range(len(self._workers))][0]

    def submit(self, job: AnyJob) -> Promise:
        """Take a job."""
        task = _Task(job, Promise(self))
        self._queue.append(task)
        if len(self._queue) >= MOST_TOGETHER:
            self._hand_out()
        return task.promise

    def advance(self) -> None:
        """Wait until a worker has done something, or is late."""
        self._hand_out()
        busy = [worker for worker in self._workers if worker.tasks]
        rest = min(worker.deadline for worker in busy) - time.monotonic()
        heard = wait([worker.connection for worker in busy], max(0.0, rest))
        for worker in busy:
            if worker.connection in heard:
                self._hear(worker)
                continue
            is_late = time.monotonic() > worker.deadline
            if is_late and not worker.connection.poll():
                self._lose(worker, WorkerLost(f"it took longer than {self._seconds:g} seconds"), tries=1)

    def _hand_out(self) -> None:
        """Give each idle worker a fair group of what waits."""
        self.made_by()
        for worker in self._workers:
            if worker.tasks or not self._queue:
                continue
            worker.tasks.extend(self._next_group())
            worker.deadline = time.monotonic() + self._seconds
            with suppress(OSError):  # it died while idle; `advance` sees the closed pipe
                worker.connection.send([task.job for task in worker.tasks])

    def _next_group(self) -> list[_Task]:
        """The next tasks that go to one worker together; one that must be alone ends a group."""
        most = min(MOST_TOGETHER, -(-len(self._queue) // len(self._workers)))
        coming = list(islice(self._queue, most))
        size = group_size([task.job for task in coming])
        first_alone = next((at for at, task in enumerate(coming[:size]) if task.alone), size)
        size = max(1, first_alone)
        return [self._queue.popleft() for _ in range(size)]

    def _hear(self, worker: _Worker) -> None:
        """Take one outcome, or notice that the worker is dead."""
        try:
            outcome = worker.connection.recv()
        except (EOFError, OSError):
            self._lose(worker, WorkerLost(f"the worker process died {TRIES} times"), tries=TRIES)
            return
        worker.tasks.popleft().promise.keep(outcome)
        worker.deadline = time.monotonic() + self._seconds

    def _lose(self, worker: _Worker, error: WorkerLost, tries: int) -> None:
        """Replace a worker. A job that was alone with it for the last of `tries` times fails; others wait again."""
        undone = list(worker.tasks)
        was_alone = len(undone) == 1
        for task in reversed(undone):
            task.alone = True
            task.tries += was_alone
            if task.tries >= tries and was_alone:
                task.promise.keep(failed(task.job, error))
            else:
                self._queue.appendleft(task)
        worker.stop()
        at = self._workers.index(worker)
        self._workers[at] = _started(self._load, self._settings)
        self._greeted(at)

    def _greeted(self, at: int) -> dict[str, str]:
        """Wait until the pipeline is loaded; the worker's versions. Raises what it raised while loading."""
        for _ in range(START_TRIES):
            worker = self._workers[at]
            if worker.made_by is not None:
                return worker.made_by
            try:
                said = worker.connection.recv()
            except (EOFError, OSError):
                worker.stop()
                self._workers[at] = _started(self._load, self._settings)
                continue
            if isinstance(said, tuple):
                raise _START_ERRORS.get(said[0], ExtractorError)(said[1])
            worker.made_by = dict(said)
            return worker.made_by
        raise ExtractorError(f"{START_TRIES} workers died while they loaded the pipeline: is there enough memory?")
