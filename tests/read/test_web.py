"""Pages and feeds by address, from a server on the loopback interface."""

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from samples import PAGE, TEXT, TITLE

from extractor.read import Reading, ReadOptions, fetch
from extractor.read.reading import parsed
from extractor.read.web import read_address

FEED = """<rss version="2.0"><channel><title>The Paper</title>
<item><title>{title}</title><link>{base}/a.html</link><description>A teaser.</description>
<pubDate>Tue, 03 Dec 2024 08:00:00 GMT</pubDate></item>
<item><title>Secret</title><link>{base}/private/b.html</link><description>A teaser.</description></item>
<item><title>Whole</title><link>{base}/c.html</link><description>{whole}</description></item>
<item><title>Gone</title><link>{base}/gone.html</link><description>A teaser.</description></item>
</channel></rss>"""
Answer = tuple[int, dict[str, str], bytes]
HTML = {"Content-Type": "text/html"}


@pytest.fixture
def serve() -> Iterator[Callable[[dict[str, Answer]], str]]:
    servers: list[ThreadingHTTPServer] = []

    def start(answers: dict[str, Answer]) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, headers, body = answers.get(self.path, (404, {}, b""))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def read_all(address: str, **options: int) -> list[Reading]:
    return list(map(parsed, read_address(address, ReadOptions(**options), pause=0.0)))  # type: ignore[arg-type]


def problem(address: str, **options: int) -> str:
    (one,) = read_all(address, **options)
    assert one.article is None
    return str(one.problem)


def test_a_page_is_an_article(serve: Callable[[dict[str, Answer]], str]) -> None:
    base = serve({"/a.html": (200, HTML, PAGE.encode()), "/old": (301, {"Location": "/a.html"}, b"")})
    (one,) = read_all(f"{base}/old")
    assert one.article is not None
    assert (one.article.title, one.where) == (TITLE, f"{base}/old")
    assert TEXT in one.article.text


def test_a_feed_is_its_entries(serve: Callable[[dict[str, Answer]], str]) -> None:
    answers: dict[str, Answer] = {"/robots.txt": (200, {}, b"User-agent: *\nDisallow: /private/")}
    base = serve(answers)
    whole = " ".join([TEXT] * 10)
    answers["/feed"] = (200, {}, FEED.format(base=base, title=TITLE, whole=whole).encode())
    answers["/a.html"] = answers["/private/b.html"] = (200, HTML, PAGE.encode())
    first, second, third, fourth = read_all(f"{base}/feed")
    assert first.article is not None
    assert third.article is not None
    assert str(first.article.published).startswith("2024-12-03")
    assert TEXT in first.article.text
    assert (third.article.source, third.article.text) == ("The Paper", whole)
    assert "robots.txt" in str(second.problem)
    assert "answered 404" in str(fourth.problem)


def test_what_is_refused(serve: Callable[[dict[str, Answer]], str]) -> None:
    base = serve(
        {
            "/loop": (302, {"Location": "/loop"}, b""),
            "/file": (302, {"Location": "file:///etc/passwd"}, b""),
            "/big": (200, HTML, b"a" * 5000),
            "/a.png": (200, {}, b"\x89PNG\r\n\x1a\n"),
        }
    )
    assert "redirects" in problem(f"{base}/loop")
    assert "no address of a page" in problem(f"{base}/file")
    assert "larger than 1000 bytes" in problem(f"{base}/big", max_article_bytes=1000)
    assert "a PNG picture" in problem(f"{base}/a.png")
    assert "cannot be fetched" in problem("http://127.0.0.1:9/")
    assert "no address of a page" in problem("http://[::1/")


def test_a_server_that_cannot_tell_its_rules_is_not_read(serve: Callable[[dict[str, Answer]], str]) -> None:
    base = serve({"/robots.txt": (503, {}, b""), "/a.html": (200, HTML, PAGE.encode())})
    assert "robots.txt" in problem(f"{base}/a.html")
    base = serve({"/robots.txt": (200, {}, b"User-agent: *\nCrawl-delay: 900"), "/a": (200, HTML, PAGE.encode())})
    assert "900 seconds" in problem(f"{base}/a")


def test_a_public_page_may_not_lead_into_the_private_network(
    serve: Callable[[dict[str, Answer]], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    base = serve({"/away": (302, {"Location": "http://localhost:1/"}, b"")})
    monkeypatch.setattr(fetch, "_is_private", lambda url: "localhost" in url)
    assert "private network" in problem(f"{base}/away")


def test_a_host_is_not_asked_twice_in_its_pause(
    serve: Callable[[dict[str, Answer]], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    base = serve({"/old": (301, {"Location": "/a.html"}, b""), "/a.html": (200, HTML, PAGE.encode())})
    list(read_address(f"{base}/old", ReadOptions(), pause=5.0))
    assert len(slept) == 1
    assert 4.0 < slept[0] <= 5.0
