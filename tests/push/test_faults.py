"""A hostile receiver, a wrong address, a bad secret: one line, nothing shown, nothing held up, nothing sent twice."""

import contextlib
import gzip
import json
import socket
import sqlite3
import stat
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import stamina
from typer.testing import CliRunner

from extractor import Article, Event, Extraction, InputError, Provenance, PushFailed
from extractor.cli import app
from extractor.push import EventDocument, Pusher, PushOptions, PushReport, documents
from extractor.push.address import parse_address
from extractor.push.answer import MAX_BODY, Answer, printable, words_of
from extractor.push.credentials import credentials

MADE_BY = Provenance(extractor="1", spacy="3", model="m", gazetteer="g", ontology="o", settings="s")
OPTIONS = PushOptions(batch_events=4, wait=0, attempts=2, timeout=0.4)
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
Act = Callable[[socket.socket, int], None]


def some_documents(count: int) -> list[EventDocument]:
    day = date(2024, 1, 1)
    events = [
        Event(id=f"e-{number}", type="AID", start_date=day, end_date=day, claims=["c"], confidence=0.5)
        for number in range(count)
    ]
    return list(documents(Extraction(article=Article(id="a", text="Text."), events=events, provenance=MADE_BY)))


class Server:
    """Reads a request, then does what `act(client, number)` says. `requests` holds what came."""

    def __init__(self, act: Act) -> None:
        self.act, self.requests = act, list[bytes]()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}/events"
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            with client:
                client.settimeout(5)
                self.answer(client)

    def answer(self, client: socket.socket) -> None:
        data = b""
        try:
            while b"\r\n\r\n" not in data or len(data.partition(b"\r\n\r\n")[2]) < content_length(data):
                if not (more := client.recv(65536)):
                    return
                data += more
            self.requests.append(data)
            self.act(client, len(self.requests))
        except OSError:
            return  # the sender has had enough

    def keys(self) -> list[bytes]:
        lines = [line for request in self.requests for line in request.split(b"\r\n")]
        return [line.partition(b": ")[2] for line in lines if line.lower().startswith(b"idempotency-key")]

    def close(self) -> None:
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join(10)


def content_length(data: bytes) -> int:
    lines = data.partition(b"\r\n\r\n")[0].lower().split(b"\r\n")
    return next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), 0)


@pytest.fixture(autouse=True)
def quick_retries() -> Iterator[None]:
    with stamina.set_testing(True, attempts=2):
        yield


@pytest.fixture
def server() -> Iterator[Callable[[Act], Server]]:
    made: list[Server] = []

    def make(act: Act) -> Server:
        made.append(Server(act))
        return made[-1]

    yield make
    for one in made:
        one.close()


Serve = Callable[[Act], Server]


def says(status: str, body: bytes = b"", *headers: str) -> Act:
    head = "".join(f"{line}\r\n" for line in (f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers))
    return lambda client, number: client.sendall(head.encode("latin-1") + b"\r\n" + body)


def push(url: str, outbox: Path, count: int = 4, options: PushOptions = OPTIONS) -> PushReport:
    with Pusher(url, outbox, options) as pusher:
        return pusher.push(some_documents(count))


def drip(client: socket.socket, number: int) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\nX-A: ")
    while True:
        client.sendall(b"a")
        threading.Event().wait(0.05)


def endless_headers(client: socket.socket, number: int) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        client.sendall(b"X-A: " + b"a" * 10_000 + b"\r\n")


@pytest.mark.parametrize("act", [drip, endless_headers])
def test_a_server_that_never_ends_its_headers_does_not_hold_us(act: Act, server: Serve, tmp_path: Path) -> None:
    with pytest.raises(PushFailed, match="wait in the outbox"):
        push(server(act).url, tmp_path / "o.sqlite")


def endless_body(client: socket.socket, number: int) -> None:
    client.sendall(b"HTTP/1.1 400 No\r\nContent-Length: 9999999999\r\n\r\n")
    while True:
        client.sendall(b"no " * 10_000)


def test_an_answer_without_end_is_cut(server: Serve, tmp_path: Path) -> None:
    with Pusher(server(endless_body).url, tmp_path / "o.sqlite", OPTIONS) as pusher:
        assert pusher.push(some_documents(1)).refused == 1
        (refused,) = pusher.outbox.refused()
    assert len(str(refused.answer)) <= 500


def test_a_packed_answer_that_unpacks_to_much_is_cut(server: Serve, tmp_path: Path) -> None:
    bomb = gzip.compress(b"no" * (20 * MAX_BODY))
    with Pusher(server(says("400 No", bomb, "Content-Encoding: gzip")).url, tmp_path / "o.sqlite", OPTIONS) as pusher:
        assert pusher.push(some_documents(1)).refused == 1
        assert str(pusher.outbox.refused()[0].answer).startswith("400 nono")


@pytest.mark.parametrize(
    "act",
    [
        says("200 OK", b"not gzip", "Content-Encoding: gzip"),
        says("200 OK", b"\xff\xfe", "Content-Type: text/plain; charset=klingon"),
        says("200 OK", b'{"error": "no such thing"}'),
        says("201 Created"),
    ],
)
def test_the_status_acknowledges_whatever_the_body_is(act: Act, server: Serve, tmp_path: Path) -> None:
    assert push(server(act).url, tmp_path / "o.sqlite") == PushReport(sent=4, refused=0, waiting=0, new=4)


def test_an_answer_cut_behind_its_status_acknowledges(server: Serve, tmp_path: Path) -> None:
    def act(client: socket.socket, number: int) -> None:
        client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhal")

    assert push(server(act).url, tmp_path / "o.sqlite").sent == 4


@pytest.mark.parametrize("status", ["304 Not Modified", "301 Moved", "505 No"])
def test_what_is_neither_yes_nor_no_stops(status: str, server: Serve, tmp_path: Path) -> None:
    with pytest.raises(PushFailed, match=status[:3]):
        push(server(says(status, b"", "Location: http://127.0.0.1:1/")).url, tmp_path / "o.sqlite")


def test_a_207_tells_of_each_event(server: Serve, tmp_path: Path) -> None:
    body = b"""{"events": [{"id": "e-0", "status": 201}, {"id": "e-1", "status": 422, "error": "no\\u001b[31m \\ud800"},
               {"id": "e-2", "status": 503}]}"""

    def act(client: socket.socket, number: int) -> None:
        (says("207 Multi", body) if number == 1 else says("200 OK"))(client, number)

    started = server(act)
    with Pusher(started.url, tmp_path / "o.sqlite", OPTIONS) as pusher:
        assert pusher.push(some_documents(4)) == PushReport(sent=3, refused=1, waiting=0, new=3)
        (refused,) = pusher.outbox.refused()
    assert (refused.id, "\x1b" in str(refused.answer)) == ("e-1", False)
    assert [request.count(b'"id":"e-') // 2 for request in started.requests] == [4, 2]
    assert len(set(started.keys())) == 2


NO_STATUS = b"""{"events": [{"id": "e-0", "status": 1e999}, {"id": "e-1", "status": true}, {"id": "e-2", "status": 0},
                {"id": "e-3", "status": 304}]}"""


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b'{"events": [7]}', b'{"events": [{"id": 1}]}', b"[" * 100_000, NO_STATUS]
)
def test_a_207_that_tells_nothing_keeps_all(body: bytes, server: Serve, tmp_path: Path) -> None:
    with pytest.raises(PushFailed, match="207 without a word"):
        push(server(says("207 Multi", body)).url, tmp_path / "o.sqlite")
    assert rows(tmp_path / "o.sqlite", "state") == ["waiting"] * 4


def rows(outbox: Path, column: str) -> list[str]:
    connection = sqlite3.connect(outbox)
    found = [row[0] for row in connection.execute(f"SELECT {column} FROM outbox ORDER BY number")]
    connection.close()
    return found


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("example.org", "must look like"),
        ("https://", "must look like"),
        ("ftp://me:pa55@example.org/x", "example.org/x is no address"),
        ("mailto:me@example.org", "is no address"),
        ("http://[::1/", "cannot be read"),
        ("http://example.org:99999/", "port|cannot be read"),
        ("http://example.org:port/", "cannot be read"),
        ("http://exa mple.org/", "space"),
        ("http://example.org/\nX: y", "line end"),
        ("http://\x00.org/", "space|cannot be read"),
        ("http://ex\xadample..org/", "cannot be read"),
        (f"http://{'a' * 64}.example.org/", "more than 63 letters"),
        ("http://example..org/", "empty part"),
        ("", "must look like"),
    ],
)
def test_what_is_no_address(url: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=words) as raised:
        Pusher(url, tmp_path / "o.sqlite")
    assert "pa55" not in str(raised.value)
    assert not (tmp_path / "o.sqlite").exists()


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("HTTPS://me:pa55@Example.org/a?key=k3y", "https://example.org/a"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("https://münchen.example/x", "https://münchen.example/x"),
        ("https://example.org/x\n", "https://example.org/x"),
    ],
)
def test_addresses(url: str, shown: str) -> None:
    assert parse_address(url).shown == shown


def test_a_new_key_is_the_same_receiver_and_another_query_is_another() -> None:
    first, second, other = (
        parse_address(f"https://example.org/x?tenant={tenant}&api_key={key}").target
        for tenant, key in (("a", "1"), ("a", "2"), ("b", "1"))
    )
    assert first == second != other
    assert "tenant" not in first


@pytest.mark.parametrize(
    ("environment", "header"),
    [
        ({"EXTRACTOR_PUSH_TOKEN": "abc\n"}, {"Authorization": "Bearer abc"}),
        ({"EXTRACTOR_PUSH_HEADER": " X-Api-Key:1:2 \r\n"}, {"X-Api-Key": "1:2"}),
        ({"EXTRACTOR_PUSH_TOKEN": " \n"}, {}),
    ],
)
def test_white_space_around_a_secret_is_taken_off(environment: dict[str, str], header: dict[str, str]) -> None:
    assert credentials(environment) == header


@pytest.mark.parametrize(
    "environment",
    [
        {"EXTRACTOR_PUSH_TOKEN": "s3 cret"},
        {"EXTRACTOR_PUSH_TOKEN": "s3\ncret"},
        {"EXTRACTOR_PUSH_TOKEN": "s3crét"},
        {"EXTRACTOR_PUSH_HEADER": "X Api: s3cret"},
        {"EXTRACTOR_PUSH_HEADER": "X-Api: s3cret\r\nHost: evil"},
        {"EXTRACTOR_PUSH_HEADER": "s3cret"},
    ],
)
def test_a_secret_that_cannot_be_sent_is_named_not_shown(environment: dict[str, str]) -> None:
    with pytest.raises(InputError, match=next(iter(environment))) as raised:
        credentials(environment)
    assert "s3" not in str(raised.value)


def test_no_secret_in_messages_files_or_tracebacks(
    server: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXTRACTOR_PUSH_TOKEN", "s3cret-token")
    echo = b"you sent s3cret-token and pa55word and k3yvalue"
    url = server(says("400 No", echo)).url.replace("://", "://me:pa55word@") + "?key=k3yvalue"
    push(url, tmp_path / "o.sqlite")
    stopped = server(says("401 No", echo)).url.replace("://", "://me:pa55word@") + "?key=k3yvalue"
    with pytest.raises(PushFailed) as raised:
        push(stopped, tmp_path / "two.sqlite")
    told = "".join(traceback.format_exception(raised.value)).encode()
    told = b"\n".join(line for line in told.split(b"\n") if b"pa55word@" not in line)
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert not [secret for secret in (b"s3cret", b"pa55", b"k3yv") if secret in told + kept]


def test_outbox_and_dead_letters_are_for_their_owner(server: Serve, tmp_path: Path) -> None:
    (tmp_path / "o.sqlite").touch(mode=0o644)
    (tmp_path / "refused.jsonl").touch(mode=0o644)
    result = Extraction(article=Article(id="a", text="Text."), events=[some_documents(1)[0].event], provenance=MADE_BY)
    (tmp_path / "x.jsonl").write_text(result.model_dump_json() + "\n", encoding="utf-8")
    outbox, dead = tmp_path / "o.sqlite", tmp_path / "refused.jsonl"
    command = ["push", str(tmp_path / "x.jsonl"), "--to", server(says("422 No", b"why")).url]
    done = CliRunner().invoke(app, [*command, "--outbox", str(outbox), "--dead-letters", str(dead)])
    assert done.exit_code == 1, done.output
    assert {stat.S_IMODE(file.stat().st_mode) for file in (outbox, dead)} == {0o600}


def test_a_second_push_on_one_outbox_is_refused(server: Serve, tmp_path: Path) -> None:
    url = server(says("200 OK")).url
    with Pusher(url, tmp_path / "o.sqlite", OPTIONS), pytest.raises(InputError, match="in use by another push"):
        Pusher(url, tmp_path / "o.sqlite", OPTIONS)
    assert push(url, tmp_path / "o.sqlite").new == 4


def test_a_file_that_is_no_outbox_is_named(tmp_path: Path) -> None:
    (tmp_path / "o.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(InputError, match=r"o\.sqlite is no outbox"):
        Pusher("http://127.0.0.1:1/", tmp_path / "o.sqlite")


def test_an_outbox_of_an_older_version_goes_on_without_its_secrets(server: Serve, tmp_path: Path) -> None:
    started = server(says("200 OK"))
    url = started.url + "?key=k3yvalue"
    push(url, tmp_path / "o.sqlite")
    connection = sqlite3.connect(tmp_path / "o.sqlite", isolation_level=None)
    connection.execute("DROP INDEX outbox_batch")
    connection.execute("ALTER TABLE outbox DROP COLUMN batch")
    connection.execute("UPDATE outbox SET target = ?", (url,))
    connection.close()
    assert push(url, tmp_path / "o.sqlite") == PushReport(sent=4, refused=0, waiting=0, new=0)
    assert set(rows(tmp_path / "o.sqlite", "target")) == {started.url}


def test_a_batch_keeps_its_key_whatever_the_size_of_batches(server: Serve, tmp_path: Path) -> None:
    started = server(says("503 Later"))
    with pytest.raises(PushFailed):
        push(started.url, tmp_path / "o.sqlite", 4)
    with pytest.raises(PushFailed):
        push(started.url, tmp_path / "o.sqlite", 9, OPTIONS.model_copy(update={"batch_events": 9}))
    assert len(set(started.keys())) == 1
    started.act = says("200 OK")
    assert push(started.url, tmp_path / "o.sqlite", 9, OPTIONS.model_copy(update={"batch_events": 9})).new == 9
    assert len(set(started.keys())) == 2


def test_proxies_of_the_environment_are_not_used(
    server: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy, receiver = server(says("200 OK")), server(says("200 OK"))
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    monkeypatch.setenv("ALL_PROXY", proxy.url)
    assert push(receiver.url, tmp_path / "o.sqlite").new == 4
    assert not proxy.requests
    options = OPTIONS.model_copy(update={"proxy": proxy.url.removesuffix("/events")})
    assert push(receiver.url, tmp_path / "two.sqlite", options=options).new == 4
    assert len(proxy.requests) == 1


def test_words_are_one_printable_line() -> None:
    assert printable("a\r\nb\x1b[2J\u202ec\x00", []) == "a b [2J c"
    assert printable("x" * 1000) == "x" * 500
    assert printable("a\ud800b") == "a?b"


@pytest.mark.parametrize(
    "echo",
    [
        "abc/d+f==&",
        r'{"token": "abc\/d+f==&"}',
        r'"abc/d\u002Bf\u003d=\u0026"',
        "?token=abc%2Fd%2bf%3D%3D%26",
        "<b>abc/d+f==&amp;</b>",
        "abc&#x2F;d&#43;f==&",
        " " * 3993 + "abc/d+f==&",
    ],
)
def test_a_secret_is_hidden_however_it_is_escaped(echo: str) -> None:
    shown = words_of(Answer(401, echo.encode(), None), ["abc/d+f==&"])
    assert "***" in shown
    assert "abc" not in shown


def test_a_secret_that_is_cut_with_the_answer_is_hidden() -> None:
    body = b" " * (MAX_BODY - 5) + b"abc/d"
    assert words_of(Answer(401, body, None), ["abc/d+f==&"]) == "401"


def test_the_header_made_of_user_and_password_is_secret() -> None:
    assert "bWU6cGE1NQ==" in parse_address("https://me:pa55@example.org/").secrets


def test_a_retry_after_without_zone_is_no_traceback(server: Serve, tmp_path: Path) -> None:
    act = says("429 Slow", b"", "Retry-After: Sun, 01 Dec 2024 10:00:20")
    with pytest.raises(PushFailed) as raised:
        push(server(act).url, tmp_path / "o.sqlite")
    assert raised.value.retry_after == 0.0


class Receiver:
    """Stores events of batches whose key it has not seen, and answers with one fault after another.

    `stored` counts how often each event came in a batch that it took; `keys` are those of such batches.
    """

    def __init__(self) -> None:
        self.stored: Counter[str] = Counter()
        self.keys: set[bytes] = set()
        self.used: Counter[str] = Counter()

    def act(self, client: socket.socket, number: int, request: bytes) -> None:
        faults = list(FAULTS)
        name = faults[number % len(faults)]
        self.used[name] += 1
        FAULTS[name](self, client, request)

    def store(self, request: bytes, without: int = 0) -> list[str]:
        """Take the events of a request, but for some at its end; gives the ids of all."""
        head, _, body = request.partition(b"\r\n\r\n")
        key = next(line for line in head.split(b"\r\n") if line.lower().startswith(b"idempotency-key"))
        ids = [event["id"] for event in json.loads(body)["events"]]
        if key not in self.keys:
            self.keys.add(key)
            self.stored.update(ids[: len(ids) - without])
        return ids


Fault = Callable[[Receiver, socket.socket, bytes], None]


def answers(status: str, body: bytes = b"", *headers: str, takes: bool = False) -> Fault:
    """A fault that says something, before or after it has stored the events."""

    def act(receiver: Receiver, client: socket.socket, request: bytes) -> None:
        if takes:
            receiver.store(request)
        says(status, body, *headers)(client, 0)

    return act


def sends(data: bytes, takes: bool = False) -> Fault:
    """A fault that sends some bytes and hangs up."""

    def act(receiver: Receiver, client: socket.socket, request: bytes) -> None:
        if takes:
            receiver.store(request)
        client.sendall(data)

    return act


def trickles(receiver: Receiver, client: socket.socket, request: bytes) -> None:
    receiver.store(request)
    drip(client, 0)


def takes_some(receiver: Receiver, client: socket.socket, request: bytes) -> None:
    before = receiver.stored.total()
    ids = receiver.store(request, without=2)
    if receiver.stored.total() == before:  # it has had this batch, and repeats what it would have said of it
        says("200 OK")(client, 0)
        return
    told = [{"id": one, "status": 201} for one in ids[:-2]] + [{"id": one, "status": 503} for one in ids[-2:]]
    says("207 Multi", json.dumps({"events": told}).encode())(client, 0)


FAULTS: dict[str, Fault] = {
    "taken": answers("200 OK", takes=True),
    "hangs up": sends(b""),
    "taken, hangs up": sends(b"", takes=True),
    "taken, answer cut in the status": sends(b"HTTP/1.1 20", takes=True),
    "taken, answer cut in the body": sends(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhal", takes=True),
    "taken, no HTTP": sends(b"\x00\xff" * 100, takes=True),
    "taken, broken gzip": answers("200 OK", b"no gzip", "Content-Encoding: gzip", takes=True),
    "taken, error in the body": answers("200 OK", b'{"error": "x"}', takes=True),
    "taken, trickles": trickles,
    "taken, but 500": answers("500 No", takes=True),
    "500": answers("500 No", b"\x1b[31m" * 1000),
    "503 with a wait": answers("503 No", b"", "Retry-After: 0"),
    "429 with a day": answers("429 No", b"", "Retry-After: Mon, 02 Dec 2024 08:00:00"),
    "207, some": takes_some,
    "207 without a word": answers("207 Multi"),
    "301": answers("301 Moved", b"", "Location: http://127.0.0.1:1/"),
    "304": answers("304 Not Modified"),
    "401": answers("401 No"),
    "408": answers("408 Slow"),
    "endless headers": lambda receiver, client, request: endless_headers(client, 0),
}


@pytest.mark.parametrize("count", [200, pytest.param(5_000, marks=pytest.mark.slow)])
def test_through_every_fault_each_event_is_stored_once(count: int, server: Serve, tmp_path: Path) -> None:
    receiver = Receiver()
    started = server(lambda client, number: receiver.act(client, number, started.requests[-1]))
    events = some_documents(count)
    for turn in range(40 * len(FAULTS)):
        options = OPTIONS.model_copy(update={"batch_events": (10, 7, 25)[turn % 3], "timeout": 0.3})
        with contextlib.suppress(PushFailed), Pusher(started.url, tmp_path / "o.sqlite", options) as pusher:
            report = pusher.push(events)
            break
    assert (report.sent, report.refused, report.waiting) == (count, 0, 0)
    assert receiver.used.keys() == FAULTS.keys()
    assert receiver.stored == Counter(event.id for event in events)


@pytest.mark.parametrize(
    "status", ["400 No", "401 No", "422 No", "500 No", "207 Multi", "301 Moved", "304 No", "200 OK"]
)
@pytest.mark.parametrize("credential", ["EXTRACTOR_PUSH_TOKEN=s3cret-token", "EXTRACTOR_PUSH_HEADER=X-Key: h3ader"])
def test_a_sweep_for_secrets(
    status: str, credential: str, server: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that gives back all it knows, by the command line: nothing of it is on the screen or on the disk."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(*credential.split("=", 1))
    secrets = (credential.rpartition("=")[2].rpartition(" ")[2], "pa55word", "k3yvalue")
    echo = " ".join(secrets).encode()
    result = Extraction(article=Article(id="a", text="Text."), events=[some_documents(1)[0].event], provenance=MADE_BY)
    Path("x.jsonl").write_text(result.model_dump_json() + "\n", encoding="utf-8")
    answer = says(status, echo, f"Location: https://x.example/?key={secrets[2]}", f"Retry-After: {secrets[0]}")
    url = server(answer).url.replace("://", f"://me:{secrets[1]}@") + f"?key={secrets[2]}"
    done = CliRunner().invoke(app, ["push", "x.jsonl", "--to", url])
    shown = done.output + (str(done.exception) if done.exception else "")
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()).decode("utf-8", "replace")
    assert not [secret for secret in secrets if secret in shown + kept]
