"""The outbox: what is to be sent, kept in SQLite until the receiver has acknowledged it.

An event enters before it is sent and is marked after the answer. Which events went together, and under which
idempotency key, is written down before they are sent: a crash in between sends the same batch again under the same
key, whatever the size of batches is by then and whatever has come in since. So nothing is lost or stored twice.
"""

import os
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from filelock import FileLock, Timeout

from extractor.errors import InputError

_TABLE = """
CREATE TABLE IF NOT EXISTS outbox (
    target TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, digest TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting', answer TEXT, number INTEGER PRIMARY KEY, batch TEXT, UNIQUE (target, id));
CREATE INDEX IF NOT EXISTS outbox_state ON outbox (target, state, number);
CREATE INDEX IF NOT EXISTS outbox_batch ON outbox (target, state, batch, number);
"""
_OWNER_ONLY = 0o600
MEMORY = Path(":memory:")


@dataclass(frozen=True, slots=True)
class QueuedEvent:
    """One event on its way. `digest` is that of the body: a changed event is sent again, an unchanged one is not."""

    id: str
    body: str
    digest: str
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class QueuedBatch:
    """Events that go in one request, and the idempotency key of that request."""

    key: str
    events: list[QueuedEvent]


class Outbox:
    """The events for one receiver; several receivers may share a file.

    `target` names the receiver; `former` is a name under which an older file may know it. Only one process at a time
    has an outbox open. Raises InputError when another has it, or when the file is no outbox.
    """

    def __init__(self, path: Path, target: str, former: str | None = None) -> None:
        self._target = target
        self._lock = _locked(path)
        self._database = _opened(path)
        try:
            _prepare(self._database)
            if former is not None and former != target:
                self._rename(former)
        except sqlite3.DatabaseError as error:
            self.close()
            raise InputError(f"{path} is no outbox ({error}): give another file with --outbox") from error

    def add(self, events: Iterable[tuple[str, str]]) -> None:
        """Put in (id, body) pairs; what is there with the same body, sent or not, stays as it is."""
        rows = [(self._target, key, body, blake2b(body.encode(), digest_size=16).hexdigest()) for key, body in events]
        self._many(
            """INSERT INTO outbox (target, id, body, digest) VALUES (?, ?, ?, ?)
               ON CONFLICT (target, id) DO UPDATE SET body = excluded.body, digest = excluded.digest, state = 'waiting',
               answer = NULL, batch = NULL WHERE digest != excluded.digest""",
            rows,
        )

    def next_batch(self, count: int, at_least: int = 1) -> QueuedBatch | None:
        """A batch that was sent before and not acknowledged; else a new one of at most `count` events that wait.

        None when fewer than `at_least` new ones wait.
        """
        query = "SELECT batch FROM outbox WHERE target = ? AND state = 'waiting' AND batch IS NOT NULL LIMIT 1"
        begun = self._database.execute(query, (self._target,)).fetchone()
        if begun:
            return QueuedBatch(begun[0], self._events("state = 'waiting' AND batch = ?", begun[0]))
        fresh = self._events("state = 'waiting' AND batch IS NULL", limit=count)
        if fresh and len(fresh) >= at_least:
            return self.begin(fresh)
        return None

    def begin(self, events: list[QueuedEvent]) -> QueuedBatch:
        """Write down that these events go together, under a key made of their content."""
        key = blake2b("".join(event.id + event.digest for event in events).encode(), digest_size=16).hexdigest()
        query = "UPDATE outbox SET batch = ? WHERE target = ? AND id = ? AND digest = ?"
        self._many(query, [(key, self._target, event.id, event.digest) for event in events])
        return QueuedBatch(key, events)

    def refused(self) -> list[QueuedEvent]:
        """The events that the receiver does not want, with its words."""
        return self._events("state = 'refused'")

    def count(self, state: str) -> int:
        """How many events are "waiting", "sent" or "refused"."""
        query = "SELECT count(*) FROM outbox WHERE target = ? AND state = ?"
        return int(self._database.execute(query, (self._target, state)).fetchone()[0])

    def mark(self, events: Sequence[QueuedEvent], state: str, answer: str | None = None) -> None:
        """Events that have not changed since they were taken get another state."""
        query = "UPDATE outbox SET state = ?, answer = ? WHERE target = ? AND id = ? AND digest = ?"
        self._many(query, [(state, answer, self._target, event.id, event.digest) for event in events])

    def retry_refused(self) -> None:
        """Refused events wait again, in new batches."""
        query = "UPDATE outbox SET state = 'waiting', batch = NULL WHERE target = ? AND state = 'refused'"
        self._database.execute(query, (self._target,))

    def close(self) -> None:
        """Close the database and let others have it."""
        self._database.close()
        self._release()

    def _rename(self, former: str) -> None:
        """Give the rows of an older file the receiver's new name, which holds no password or key."""
        self._database.execute("UPDATE OR IGNORE outbox SET target = ? WHERE target = ?", (self._target, former))
        self._database.execute("DELETE FROM outbox WHERE target = ?", (former,))

    def _many(self, query: str, rows: Sequence[tuple[str | None, ...]]) -> None:
        self._database.execute("BEGIN IMMEDIATE")
        self._database.executemany(query, rows)
        self._database.execute("COMMIT")

    def _events(self, condition: str, *values: str, limit: int = -1) -> list[QueuedEvent]:
        """The events of this target that meet a condition, in the order of their coming."""
        query = f"SELECT id, body, digest, answer FROM outbox WHERE target = ? AND {condition} ORDER BY number LIMIT ?"
        return [QueuedEvent(*row) for row in self._database.execute(query, (self._target, *values, limit))]

    def _release(self) -> None:
        """Let others have the file."""
        if self._lock is not None:
            self._lock.release()


def _locked(path: Path) -> FileLock | None:
    """The lock of an outbox's file; None in memory. Raises InputError when another push has it."""
    if path == MEMORY:
        return None
    if path.is_dir():
        raise InputError(f"{path} is a folder: give a file with --outbox")
    lock = FileLock(f"{path}.lock", timeout=0, mode=_OWNER_ONLY)
    try:
        lock.acquire()
    except Timeout as error:
        raise InputError(f"{path} is in use by another push: wait for it, or give another --outbox") from error
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}") from error
    return lock


def _opened(path: Path) -> sqlite3.Connection:
    """The database, readable by its owner only: it holds what is sent. SQLite's side files take over the mode."""
    if path != MEMORY:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, _OWNER_ONLY))
        path.chmod(_OWNER_ONLY)
    return sqlite3.connect(path, isolation_level=None)


def _prepare(database: sqlite3.Connection) -> None:
    """Make the tables that are not there. Raises sqlite3.DatabaseError when the file is no outbox."""
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    columns = {row[1] for row in database.execute("PRAGMA table_info(outbox)")}
    if columns and "batch" not in columns:  # a file of version 0.1, which did not remember batches
        database.execute("ALTER TABLE outbox ADD COLUMN batch TEXT")
    database.executescript(_TABLE)
