"""Events reach the example receiver exactly once, whatever happens to requests and answers on the way."""

import json
import random
import socket
import sqlite3
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import stamina
from typer.testing import CliRunner

from extractor import Article, Event, Extraction, InputError, Provenance, PushFailed
from extractor.cli import app
from extractor.push import EventBatch, EventDocument, Pusher, PushOptions, documents
from extractor.push.answer import retry_after
from extractor.push.credentials import credentials
from extractor.push.mapping import apply, load_mapping
from extractor.records import Record

ROOT = Path(__file__).parents[2]
MADE_BY = Provenance(extractor="1", spacy="3", model="m", gazetteer="g", ontology="o", settings="s")
QUICK = PushOptions(batch_events=50, wait=0, attempts=12, timeout=5)


def results(count: int) -> list[Extraction]:
    """`count` events in articles of five."""

    def event(number: int) -> Event:
        day = date(2024, 1, 1)
        return Event(id=f"e-{number}", type="AID", start_date=day, end_date=day, claims=[f"c-{number}"], confidence=0.5)

    return [
        Extraction(
            article=Article(id=f"a-{first}", text="Some text."),
            events=[event(number) for number in range(first, min(first + 5, count))],
            provenance=MADE_BY,
        )
        for first in range(0, count, 5)
    ]


def some_documents(count: int) -> list[EventDocument]:
    return [document for result in results(count) for document in documents(result)]


class Receiver:
    """examples/receiver.py behind uvicorn on a port of its own; it can be stopped and started again."""

    def __init__(self, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("RECEIVER_DATABASE", str(database))
        monkeypatch.syspath_prepend(ROOT / "examples")
        self.database = database
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.start()

    def start(self) -> None:
        import receiver
        import uvicorn

        config = uvicorn.Config(
            receiver.app, port=self.port, log_level="critical", timeout_graceful_shutdown=1, ws="none"
        )
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run)
        self.thread.start()
        while not self.server.started:
            assert self.thread.is_alive()
            self.thread.join(0.01)

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join()

    def stored(self) -> list[tuple[str, int]]:
        """Id and how often it was written."""
        connection = sqlite3.connect(self.database)
        rows = connection.execute("SELECT id, times FROM events").fetchall()
        connection.close()
        return rows


class Proxy:
    """Stands before a server and spoils some exchanges. `fault(number)` names what happens to the exchange."""

    def __init__(self, server_port: int, fault: Callable[[int], str]) -> None:
        self.server_port, self.fault, self.count = server_port, fault, 0
        self.requests: list[bytes] = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listener.getsockname()[1]
        self.thread = threading.Thread(target=self.serve)
        self.thread.start()

    def serve(self) -> None:
        while True:
            client, _ = self.listener.accept()
            with client:
                request = read_message(client)
                if request == b"stop":
                    return
                self.requests.append(request)
                self.count += 1
                self.exchange(client, request, self.fault(self.count))

    def exchange(self, client: socket.socket, request: bytes, fault: str) -> None:
        synthetic = {
            "500": b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "429": b"HTTP/1.1 429 Slow\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        }
        if fault == "drop before":
            return
        if fault in synthetic:
            client.sendall(synthetic[fault])
            return
        answer = self.forward(request)
        if fault == "drop after":
            return
        if fault == "500 after":
            answer = synthetic["500"]
        client.sendall(answer[: len(answer) // 2] if fault == "half" else answer)

    def forward(self, request: bytes) -> bytes:
        head, _, body = request.partition(b"\r\n\r\n")
        lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"connection:")]
        try:
            with socket.create_connection(("127.0.0.1", self.server_port)) as server:
                server.sendall(b"\r\n".join([*lines, b"Connection: close"]) + b"\r\n\r\n" + body)
                return b"".join(iter(lambda: server.recv(65536), b""))
        except ConnectionError:
            return b""

    def stop(self) -> None:
        with socket.create_connection(("127.0.0.1", self.port)) as client:
            client.sendall(b"stop")
        self.thread.join()
        self.listener.close()


def read_message(client: socket.socket) -> bytes:
    """A request with its body, or what came before the other side stopped."""
    data = b""
    while True:
        head, end, body = data.partition(b"\r\n\r\n")
        length = next(
            (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
        )
        if end and len(body) >= length:
            return data
        more = client.recv(65536)
        if not more:
            return data
        data += more


@pytest.fixture(autouse=True)
def quick_retries() -> Iterator[None]:
    """Retries are counted, never waited for."""
    with stamina.set_testing(True, attempts=12):
        yield


@pytest.fixture
def receiver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    running = Receiver(tmp_path / "received.sqlite", monkeypatch)
    yield running
    running.stop()


@pytest.fixture
def spoiled(receiver: Receiver) -> Iterator[Callable[[Callable[[int], str]], Proxy]]:
    """Makes a Proxy before the receiver."""
    made: list[Proxy] = []

    def make(fault: Callable[[int], str]) -> Proxy:
        made.append(Proxy(receiver.port, fault))
        return made[-1]

    yield make
    for proxy in made:
        proxy.stop()


Spoiled = Callable[[Callable[[int], str]], Proxy]


def push(port: int, outbox: Path, events: list[EventDocument], options: PushOptions = QUICK) -> tuple[int, int, int]:
    with Pusher(f"http://127.0.0.1:{port}/events", outbox, options) as pusher:
        report = pusher.push(events)
    return report.sent, report.refused, report.waiting


def test_five_thousand_events_through_faults_are_stored_once(
    receiver: Receiver, spoiled: Spoiled, tmp_path: Path
) -> None:
    faults = ["ok"] * 6 + ["drop before", "drop after", "500", "500 after", "429", "half"]
    chosen = random.Random(5)

    def fault(number: int) -> str:
        if number == 60:
            receiver.stop()
            receiver.start()
        return chosen.choice(faults)

    proxy = spoiled(fault)
    events = some_documents(5000)
    assert push(proxy.port, tmp_path / "outbox.sqlite", events) == (5000, 0, 0)
    assert proxy.count > 150
    stored = receiver.stored()
    assert {key for key, _ in stored} == {document.id for document in events}
    assert {times for _, times in stored} == {1}
    before = proxy.count
    assert push(proxy.port, tmp_path / "outbox.sqlite", events) == (5000, 0, 0)
    assert proxy.count == before
    assert push(proxy.port, tmp_path / "another.sqlite", events) == (5000, 0, 0)
    assert receiver.stored() == stored


def test_a_crash_between_answer_and_mark_sends_again_and_stores_once(
    receiver: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("extractor.push.outbox.Outbox.mark", crash)
        push(receiver.port, tmp_path / "outbox.sqlite", some_documents(60))
    assert len(receiver.stored()) == 50
    assert push(receiver.port, tmp_path / "outbox.sqlite", some_documents(60)) == (60, 0, 0)
    assert set(receiver.stored()) == {(f"e-{number}", 1) for number in range(60)}


def test_a_bad_event_is_found_and_the_others_arrive(receiver: Receiver, tmp_path: Path) -> None:
    class Spoiling(Pusher):
        def body_of(self, document: Record) -> str:
            body = super().body_of(document)
            return body.replace('"type":"AID"', '"type":7') if '"id":"e-13"' in body[:60] else body

    with Spoiling(f"http://127.0.0.1:{receiver.port}/events", tmp_path / "outbox.sqlite", QUICK) as pusher:
        report = pusher.push(some_documents(40))
        (refused,) = pusher.outbox.refused()
    assert (report.sent, report.refused) == (39, 1)
    assert refused.id == "e-13"
    assert "422" in str(refused.answer)
    assert "valid string" in str(refused.answer)
    assert len(receiver.stored()) == 39


def test_a_changed_event_is_sent_again(receiver: Receiver, tmp_path: Path) -> None:
    events = some_documents(3)
    push(receiver.port, tmp_path / "outbox.sqlite", events)
    events[1] = events[1].model_copy(update={"event": events[1].event.model_copy(update={"type": "COERCE"})})
    push(receiver.port, tmp_path / "outbox.sqlite", events)
    assert sorted(receiver.stored()) == [("e-0", 1), ("e-1", 2), ("e-2", 1)]


@pytest.mark.parametrize("status", [401, 403, 404, 302])
def test_not_let_in_stops_and_loses_nothing(status: int, receiver: Receiver, spoiled: Spoiled, tmp_path: Path) -> None:
    proxy = spoiled(lambda number: "ok")
    answer = f"HTTP/1.1 {status} No\r\nContent-Length: 7\r\nConnection: close\r\n\r\nnot you".encode()
    proxy.exchange = lambda client, request, fault: client.sendall(answer)  # type: ignore[method-assign]
    with pytest.raises(PushFailed, match=f"{status} not you"):
        push(proxy.port, tmp_path / "outbox.sqlite", some_documents(5))
    assert proxy.count == 1
    assert push(receiver.port, tmp_path / "two.sqlite", some_documents(5)) == (5, 0, 0)


def test_gives_up_after_some_tries_and_goes_on_later(receiver: Receiver, spoiled: Spoiled, tmp_path: Path) -> None:
    proxy = spoiled(lambda number: "429" if number <= 12 else "ok")
    with pytest.raises(PushFailed, match="wait in the outbox") as failed:
        push(proxy.port, tmp_path / "outbox.sqlite", some_documents(5))
    assert failed.value.retry_after == 0
    assert push(proxy.port, tmp_path / "outbox.sqlite", []) == (5, 0, 0)


def test_same_batch_same_key_and_no_secret_in_errors(
    receiver: Receiver,
    spoiled: Spoiled,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("EXTRACTOR_PUSH_TOKEN", "s3cret")
    caplog.set_level("DEBUG")
    proxy = spoiled(lambda number: "drop after")
    url = f"http://user:pa55@127.0.0.1:{proxy.port}/events?key=k3y"
    with Pusher(url, tmp_path / "outbox.sqlite", QUICK) as pusher, pytest.raises(PushFailed) as failed:
        pusher.push(some_documents(5))
    keys = [line for request in proxy.requests for line in request.split(b"\r\n") if b"idempotency" in line.lower()]
    assert len(keys) == 12
    assert len(set(keys)) == 1
    shown = str(failed.value) + "".join(record.getMessage() for record in caplog.records if record.name != "httpx")
    assert not [secret for secret in ("s3cret", "pa55", "k3y") if secret in shown]
    assert b"authorization: " in proxy.requests[0].lower()


def test_token_and_header() -> None:
    assert credentials({"EXTRACTOR_PUSH_TOKEN": "t"}) == {"Authorization": "Bearer t"}
    assert credentials({"EXTRACTOR_PUSH_HEADER": "X-Api-Key: 1:2"}) == {"X-Api-Key": "1:2"}
    assert credentials({}) == {}
    with pytest.raises(InputError, match="X-Api-Key"):
        credentials({"EXTRACTOR_PUSH_HEADER": "nothing"})


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("3", 3.0),
        ("-3", 0.0),
        ("Sun, 01 Dec 2024 10:00:20 GMT", 20.0),
        ("soon", None),
        ("Sun, 01 Dec 2024 10:00:20", 20.0),
        ("nan", 0.0),
    ],
)
def test_retry_after(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, datetime(2024, 12, 1, 10, tzinfo=UTC)) == seconds


def test_an_address_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="https://"):
        Pusher("example.org", tmp_path / "outbox.sqlite")
    with pytest.raises(InputError, match="https://"):
        Pusher("https://", tmp_path / "outbox.sqlite")


def test_mapping_gives_other_names(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text('kind = "event.type"\nfeed = "=wire"\nfirst = "claims.0.text"\n[at]\nlat = "place.latitude"\n')
    (document, *_) = some_documents(1)
    assert apply(load_mapping(path), document.model_dump(mode="json")) == {
        "kind": "AID",
        "feed": "wire",
        "first": None,
        "at": {"lat": None},
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kind = 7", "kind is 7"),
        ('kind = "event.typ"', "'event.typ', which no event has"),
        ('[at]\nlat = "place.0.latitude"', "lat is 'place.0.latitude'"),
        ('kind = "event.type', "cannot be read"),
        ("kind = \xff", "cannot be read"),
    ],
)
def test_a_wrong_mapping_is_an_error(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text(text, encoding="latin-1")
    with pytest.raises(InputError, match=words):
        load_mapping(path)


@pytest.mark.parametrize(
    "path", ["id", "event.fatalities.low", "claims.0.agent.text", "actors.2.mentions.0", "event.acled"]
)
def test_paths_that_an_event_can_have(path: str, tmp_path: Path) -> None:
    (tmp_path / "names.toml").write_text(f'x = "{path}"', encoding="utf-8")
    assert load_mapping(tmp_path / "names.toml") == {"x": path}


def test_a_retry_is_told(spoiled: Spoiled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    proxy = spoiled(lambda number: "500" if number < 3 else "ok")
    file = stored_file(tmp_path / "x.jsonl")
    done = CliRunner().invoke(app, ["push", str(file), "--to", f"http://127.0.0.1:{proxy.port}/events"])
    assert done.stderr.splitlines()[:2] == ["500: trying again in 0.0 s"] * 2
    assert done.stderr.endswith("7 events sent, 0 refused\n")


def stored_file(path: Path) -> Path:
    path.write_text("".join(result.model_dump_json() + "\n" for result in results(7)), encoding="utf-8")
    return path


def test_command_line(receiver: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = stored_file(tmp_path / "x.jsonl")
    command = ["push", str(file), "--to", f"http://127.0.0.1:{receiver.port}/events"]
    for said in ("7 events sent, 0 refused\n", "0 events sent (7 were sent before), 0 refused\n"):
        done = CliRunner().invoke(app, command)
        assert (done.exit_code, done.stderr) == (0, said)
    assert len(receiver.stored()) == 7
    assert (tmp_path / "outbox.sqlite").exists()


@pytest.mark.parametrize("name", ["none.jsonl", "damaged.jsonl"])
def test_an_input_that_cannot_be_read_leaves_no_outbox(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "damaged.jsonl").write_text("{}\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["push", name, "--to", "http://127.0.0.1:9/events"])
    assert isinstance(done.exception, InputError) and name in str(done.exception)
    assert not (tmp_path / "outbox.sqlite").exists()


def test_dry_run_prints_the_first_request_without_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXTRACTOR_PUSH_TOKEN", "s3cret")
    monkeypatch.chdir(tmp_path)
    file = stored_file(tmp_path / "x.jsonl")
    command = ["push", str(file), "--to", "https://api.example/events", "--dry-run", "--batch-events", "2"]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 0, done.output
    head, _, body = done.stdout.partition("\n\n")
    assert head.startswith("POST /events HTTP/1.1\n")
    assert "authorization: ..." in head
    assert "s3cret" not in done.stdout
    assert [document.id for document in EventBatch.model_validate_json(body).events] == ["e-0", "e-1"]
    assert not (tmp_path / "outbox.sqlite").exists()


def test_openapi_of_the_receiver(receiver: Receiver) -> None:
    import receiver as example

    published = json.loads(CliRunner().invoke(app, ["schema", "--openapi"]).stdout)
    own = example.app.openapi()
    assert published["openapi"] == own["openapi"] == "3.1.0"
    ours, theirs = (document["components"]["schemas"]["EventDocument"]["required"] for document in (published, own))
    assert ours == theirs


def test_batch_pushes_at_its_end(receiver: Receiver, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Police arrested two men in Rome on Monday.", encoding="utf-8")
    url = f"http://127.0.0.1:{receiver.port}/events"
    done = CliRunner().invoke(app, ["batch", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--push", url])
    assert done.exit_code == 0, done.output
    assert "1 events sent, 0 refused" in done.stderr
    assert len(receiver.stored()) == 1


def test_the_receiver_takes_only_what_the_schema_allows(receiver: Receiver) -> None:
    import httpx

    (document,) = some_documents(1)
    wrong = document.model_dump_json().replace('"confidence":0.5', '"confidence":true')
    answer = httpx.post(f"http://127.0.0.1:{receiver.port}/events", content=f'{{"events":[{wrong}]}}')
    assert answer.status_code == 422
    assert not receiver.database.exists() or receiver.stored() == []
