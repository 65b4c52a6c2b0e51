"""Who does jobs: `InProcess` here, `extractor.run.pool.Pool` in other processes.

Both work when a result is asked for.
"""

from collections.abc import Iterator
from typing import Any, Protocol

from extractor.run.jobs import MOST_TOGETHER, AnyJob, Engine, Outcome, group_size, perform

_NOTHING = object()


class Promise:
    """An outcome that is there when it is asked for: until then its executor works."""

    def __init__(self, executor: "Executor | None", outcome: Outcome = _NOTHING) -> None:
        self._executor, self._outcome = executor, outcome

    @property
    def is_kept(self) -> bool:
        """Whether the outcome is there."""
        return self._outcome is not _NOTHING

    def keep(self, outcome: Outcome) -> None:
        """Set the outcome."""
        self._outcome = outcome

    def outcome(self) -> Outcome:
        """What the job gives, or the Exception it ended with."""
        while not self.is_kept:
            assert self._executor is not None
            self._executor.advance()
        return self._outcome

    def result(self) -> Any:
        """What the job gives. Raises the Exception it ended with."""
        outcome = self.outcome()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


def kept(outcome: Outcome) -> Promise:
    """A promise whose outcome is known."""
    return Promise(None, outcome)


class Executor(Protocol):
    """Does jobs. `capacity` is how many should be under way to keep it busy."""

    capacity: int

    def submit(self, job: AnyJob) -> Promise:
        """Take a job."""

    def advance(self) -> None:
        """Work until something is done; called while a promise that was given out is not kept."""


class InProcess:
    """Does the jobs in this process, those that wait together in groups."""

    capacity = MOST_TOGETHER

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: list[tuple[AnyJob, Promise]] = []
        self._working: Iterator[tuple[Promise, Outcome]] = iter(())

    def submit(self, job: AnyJob) -> Promise:
        """Take a job."""
        promise = Promise(self)
        self._waiting.append((job, promise))
        return promise

    def advance(self) -> None:
        """Do one job."""
        done = next(self._working, None)
        if done is None:
            self._working = self._next_group()
            done = next(self._working)
        promise, outcome = done
        promise.keep(outcome)

    def _next_group(self) -> Iterator[tuple[Promise, Outcome]]:
        """The next jobs that fit together, done."""
        size = group_size([job for job, _ in self._waiting[:MOST_TOGETHER]])
        group, self._waiting = self._waiting[:size], self._waiting[size:]
        outcomes = perform(self._engine, [job for job, _ in group])
        yield from zip([promise for _, promise in group], outcomes, strict=True)
