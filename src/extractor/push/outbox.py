"""The outbox: what is to be sent, kept in SQLite until the receiver has acknowledged it.

An event enters before it is sent and is marked after the answer. A crash in between sends it again under the same
idempotency key, so it is neither lost nor stored twice.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

_TABLE = """
CREATE TABLE IF NOT EXISTS outbox (
    target TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, digest TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting', answer TEXT, number INTEGER PRIMARY KEY, UNIQUE (target, id));
CREATE INDEX IF NOT EXISTS outbox_state ON outbox (target, state, number);
"""


@dataclass(frozen=True, slots=True)
class Letter:
    """One event on its way. `digest` is that of the body: a changed event is sent again, an unchanged one is not."""

    id: str
    body: str
    digest: str
    answer: str | None = None


class Outbox:
    """The letters for one receiver; several receivers may share a file."""

    def __init__(self, path: Path, target: str) -> None:
        self._target = target
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = FULL")
        self._database.executescript(_TABLE)

    def add(self, letters: Iterable[tuple[str, str]]) -> None:
        """Put in (id, body) pairs; what is there with the same body, sent or not, stays as it is."""
        rows = [(self._target, key, body, blake2b(body.encode(), digest_size=16).hexdigest()) for key, body in letters]
        self._database.execute("BEGIN")
        self._database.executemany(
            """INSERT INTO outbox (target, id, body, digest) VALUES (?, ?, ?, ?)
               ON CONFLICT (target, id) DO UPDATE SET body = excluded.body, digest = excluded.digest, state = 'waiting',
               answer = NULL WHERE digest != excluded.digest""",
            rows,
        )
        self._database.execute("COMMIT")

    def waiting(self, count: int) -> list[Letter]:
        """The first letters that wait, at most `count`."""
        return self._letters("waiting", count)

    def refused(self) -> list[Letter]:
        """The letters that the receiver does not want, with its words."""
        return self._letters("refused", -1)

    def count(self, state: str) -> int:
        """How many letters are "waiting", "sent" or "refused"."""
        query = "SELECT count(*) FROM outbox WHERE target = ? AND state = ?"
        return int(self._database.execute(query, (self._target, state)).fetchone()[0])

    def mark(self, letters: Sequence[Letter], state: str, answer: str | None = None) -> None:
        """Letters that have not changed since they were taken get another state."""
        rows = [(state, answer, self._target, letter.id, letter.digest) for letter in letters]
        self._database.execute("BEGIN")
        query = "UPDATE outbox SET state = ?, answer = ? WHERE target = ? AND id = ? AND digest = ?"
        self._database.executemany(query, rows)
        self._database.execute("COMMIT")

    def retry_refused(self) -> None:
        """Refused letters wait again."""
        query = "UPDATE outbox SET state = 'waiting' WHERE target = ? AND state = 'refused'"
        self._database.execute(query, (self._target,))

    def _letters(self, state: str, count: int) -> list[Letter]:
        query = "SELECT id, body, digest, answer FROM outbox WHERE target = ? AND state = ? ORDER BY number LIMIT ?"
        return [Letter(*row) for row in self._database.execute(query, (self._target, state, count))]

    def close(self) -> None:
        """Close the database."""
        self._database.close()
