"""Incidents of a store to an API: each once, again when it has changed, and a merge is told."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from extractor import Extraction, IncidentStore
from extractor.cli import app

Received = list[dict[str, Any]]


@pytest.fixture
def receiver() -> Iterator[tuple[str, Received]]:
    """An address that takes incidents, and what it has taken."""
    taken: Received = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            taken.extend(body["incidents"])
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/incidents", taken
    server.shutdown()
    server.server_close()
    thread.join()


def push(address: str, store: Path, folder: Path) -> None:
    """Push what is new."""
    words = ["push", str(store), "--to", address, "--outbox", str(folder / "outbox.sqlite")]
    done = CliRunner().invoke(app, [*words, "--dead-letters", str(folder / "refused.jsonl")], catch_exceptions=False)
    assert done.exit_code == 0, done.output


def test_incidents_are_pushed_and_merges_are_told(
    receiver: tuple[str, Received], story_results: list[Extraction], tmp_path: Path
) -> None:
    address, taken = receiver
    path = tmp_path / "store.sqlite"
    with IncidentStore(path) as store:
        store.add(story_results[:1])
        (bombing,) = store
    push(address, path, tmp_path)
    assert [(incident["id"], incident["revision"]) for incident in taken] == [(bombing.id, 1)]
    push(address, path, tmp_path)
    assert len(taken) == 1
    with IncidentStore(path) as store:
        store.add(story_results[3:])
        other = next(incident for incident in store if incident.id != bombing.id)
        store.correct(merge=[bombing.id, other.id])
    push(address, path, tmp_path)
    last = {incident["id"]: incident for incident in taken}
    assert last[other.id]["merged_into"] == bombing.id
    assert last[bombing.id]["revision"] == 2 and other.id in last[bombing.id]["merged_from"]


def test_the_first_request_is_shown(story_results: list[Extraction], tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    with IncidentStore(path) as store:
        store.add(story_results)
    done = CliRunner().invoke(app, ["push", str(path), "--to", "http://127.0.0.1:9/x", "--dry-run"])
    assert done.exit_code == 0 and '{"incidents":[{"id":"i-' in done.stdout
