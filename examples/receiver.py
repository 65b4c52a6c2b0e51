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

from fastapi import Depends, FastAPI, Header, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError

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


async def as_published(request: Request) -> None:
    """Refuse what the published schema does not allow; by itself FastAPI would take `true` for the number 1."""
    try:
        EventBatch.model_validate_json(await request.body(), strict=True)
    except ValidationError as error:
        raise RequestValidationError(error.errors(include_url=False, include_context=False)) from error


@app.post("/events", dependencies=[Depends(as_published)], responses={400: {"description": "The body is not JSON."}})
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
