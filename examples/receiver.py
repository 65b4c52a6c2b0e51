"""An example receiver of `extractor push`: stores events by their id in SQLite.

pip install fastapi uvicorn
RECEIVER_DATABASE=events.sqlite uvicorn receiver:app --port 8000
extractor push results.jsonl --to http://127.0.0.1:8000/events
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Annotated

from fastapi import FastAPI, Header
from pydantic import BaseModel

from extractor.push import EventBatch

app = FastAPI(title="Receiver of events", version="1")


class Stored(BaseModel):
    """The answer: how many events of the batch are stored."""

    stored: int


@contextmanager
def database() -> Iterator[sqlite3.Connection]:
    """The events table; a transaction that is undone by an error."""
    path = os.environ.get("RECEIVER_DATABASE", "events.sqlite")
    with closing(sqlite3.connect(path, timeout=30)) as connection, connection:
        connection.execute("CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY, body TEXT, times INT DEFAULT 1)")
        connection.execute("CREATE TABLE IF NOT EXISTS keys (key TEXT PRIMARY KEY)")
        yield connection


@app.post("/events")
def receive(batch: EventBatch, idempotency_key: Annotated[str | None, Header()] = None) -> Stored:
    """Store a batch, all or none. A batch whose key was seen is not stored again, and neither is an event."""
    rows = [(document.id, document.model_dump_json()) for document in batch.events]
    with database() as connection:
        seen = connection.execute("SELECT 1 FROM keys WHERE key = ?", (idempotency_key,)).fetchone()
        if not seen:
            connection.executemany(
                """INSERT INTO events (id, body) VALUES (?, ?)
                   ON CONFLICT (id) DO UPDATE SET body = excluded.body, times = times + 1""",
                rows,
            )
            if idempotency_key:
                connection.execute("INSERT INTO keys VALUES (?)", (idempotency_key,))
    return Stored(stored=len(rows))
