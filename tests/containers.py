"""Containers of many articles in each format, and what is read of them."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable
from pathlib import Path

from samples import PAGE, line, tarred, zipped

from extractor.read import Reading, ReadOptions
from extractor.read.formats import read_stream
from extractor.read.reading import parsed

COUNT = 12
WORDS = ("market", "bridge", "school", "harbour", "farm", "station", "tower", "church", "mill", "mine", "dam", "fort")
TEXTS = [f"Number {n}: two people were hurt when a shell hit the {word}, medics said." for n, word in enumerate(WORDS)]


def lines() -> bytes:
    return b"".join(line(text=text, title=f"Title {n}", date="2024-12-02") for n, text in enumerate(TEXTS))


def rows() -> bytes:
    return ("text,title\n" + "".join(f'"{text}",Title {n}\n' for n, text in enumerate(TEXTS))).encode()


def members() -> dict[str, bytes]:
    return {f"{n:02}.txt": f"Title: Title {n}\n\n{text}".encode() for n, text in enumerate(TEXTS)}


def record(body: bytes, kind: str, headers: str = "") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
    return head.encode() + body + b"\r\n\r\n"


def response(text: str, number: int, encoding: str = "") -> bytes:
    page = PAGE.replace("Two people were killed when a shell hit", text).encode()
    body = gzip.compress(page) if encoding == "gzip" else page
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {encoding}\r\n\r\n"
    return record(head.encode() + body, "response", f"WARC-Target-URI: https://news.example/{number}\r\n")


def records() -> list[bytes]:
    return [record(b"software: x", "warcinfo"), *(response(text, number) for number, text in enumerate(TEXTS))]


def messages() -> bytes:
    head = "From a@news.example Mon Dec 2 08:00:00 2024\nFrom: a@news.example\nSubject: Title\n\n"
    return "".join(f"{head}{text}\n\n" for text in TEXTS).encode()


def zstandard(data: bytes) -> bytes:
    import zstandard as library

    return library.compress(data)


# Containers that tell when they are cut anywhere: the end of each is marked, or its length is known.
CLOSED: dict[str, Callable[[], bytes]] = {
    "lines.jsonl.gz": lambda: gzip.compress(lines()),
    "lines.jsonl.zst": lambda: zstandard(lines()),
    "frames.jsonl.zst": lambda: b"".join(zstandard(one) for one in lines().splitlines(keepends=True)),
    "lines.jsonl.bz2": lambda: bz2.compress(lines()),
    "lines.jsonl.xz": lambda: lzma.compress(lines()),
    "rows.csv.gz": lambda: gzip.compress(rows()),
    "all.tar": lambda: tarred(members()),
    "all.tgz": lambda: tarred(members(), "w:gz"),
    "all.zip": lambda: zipped(members()),
    "nested.zip": lambda: zipped({"inner.zip": zipped(members())}),
    "packed.zip.gz": lambda: gzip.compress(zipped(members())),
    "mails.mbox.gz": lambda: gzip.compress(messages()),
    "crawl.warc.gz": lambda: gzip.compress(b"".join(records())),
}
# Containers whose end is where a record ends: a cut at that place cannot be seen.
OPEN: dict[str, Callable[[], bytes]] = {
    "lines.jsonl": lines,
    "crawl.warc": lambda: b"".join(records()),
    "records.warc.gz": lambda: b"".join(map(gzip.compress, records())),
}


def read_bytes(name: str, data: bytes, **options: int) -> list[Reading]:
    """The readings of a file with this name and content, read from a stream."""
    return list(map(parsed, read_stream(name, io.BytesIO(data), ReadOptions(**options))))  # type: ignore[arg-type]


def read_file(path: Path, data: bytes) -> list[Reading]:
    """The same from the disk."""
    path.write_bytes(data)
    with path.open("rb") as stream:
        return list(map(parsed, read_stream(str(path), stream, ReadOptions(), path)))


def whole(readings: list[Reading]) -> set[int]:
    """The numbers of the articles that were read as they were written."""
    texts = [reading.article.text for reading in readings if reading.article is not None]
    return {number for number, text in enumerate(TEXTS) if any(text in one for one in texts)}


def problems(readings: list[Reading]) -> list[str]:
    return [reading.problem for reading in readings if reading.problem is not None]
