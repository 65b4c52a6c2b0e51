"""Web archives (WARC): every successful HTML response is an article.

The records are parted here and not by a library: those that were tried end without a word at the first damaged
record. After one, the next line that begins a record is looked for.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from http.client import HTTPException, HTTPResponse
from typing import Any

from extractor.errors import InputError
from extractor.read.reading import Reading, ReadOptions, later
from extractor.read.source import BLOCK_BYTES, Source
from extractor.read.when import parse_when

_BEGIN = re.compile(rb"WARC/\d\.\d\s*\Z")
_HEADER = re.compile(rb"([\w-]+)\s*:\s*(.*?)\s*\Z")
MOST_HEADER_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Record:
    """The headers of a record, their names in lower case, and its content; None for kinds that are passed over."""

    headers: dict[str, str]
    content: bytes | None


def read_warc(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """The responses with status 200 and an HTML body, in order; records of other kinds are passed over."""
    for number, record in enumerate(_records(source.stream, options.max_article_bytes), 1):
        where = f"{source.name}!record {number}"
        if isinstance(record, str):
            yield Reading(where, problem=record)
        elif record.content is not None:
            yield from _read_record(record, source.name, options)


def _records(stream: io.BufferedReader, limit: int) -> Iterator[Record | str]:
    """The records of an archive, and what is wrong where one cannot be read."""
    line = stream.readline(MOST_HEADER_BYTES)
    while line:
        if not line.strip():
            line = stream.readline(MOST_HEADER_BYTES)
        elif not _BEGIN.match(line):
            yield "the record is damaged: no record begins where one should"
            line = _next_begin(stream)
        else:
            record = _record(stream, limit)
            yield record
            line = _next_begin(stream) if record == _NO_LENGTH else stream.readline(MOST_HEADER_BYTES)


_NO_LENGTH = "the record is damaged: it does not say how long it is"


def _next_begin(stream: io.BufferedReader) -> bytes:
    """The next line that begins a record; empty at the end."""
    while (line := stream.readline(MOST_HEADER_BYTES)) and not _BEGIN.match(line):
        pass
    return line


def _record(stream: io.BufferedReader, limit: int) -> Record | str:
    """The record whose first line was read."""
    headers: dict[str, str] = {}
    while (line := stream.readline(MOST_HEADER_BYTES)).strip() and len(headers) < 1000:
        if match := _HEADER.match(line):
            headers[match[1].decode("ascii").lower()] = match[2].decode("utf-8", "replace")
    told = headers.get("content-length", "")
    if not re.fullmatch(r"\d{1,15}", told):
        return _NO_LENGTH
    length = int(told)
    is_response = headers.get("warc-type") == "response"
    content = stream.read(length) if is_response and length <= limit else None
    missing = length - (_pass_over(stream, length) if content is None else len(content))
    if missing:
        return f"the record is cut: {missing} of its {length} bytes are missing"
    if is_response and content is None:
        return f"the page is larger than {limit} bytes (max_article_bytes)"
    return Record(headers, content)


def _pass_over(stream: io.BufferedReader, length: int) -> int:
    """Read without keeping; gives the number of bytes that were there."""
    left = length
    while left and (block := stream.read(min(left, BLOCK_BYTES))):
        left -= len(block)
    return length - left


class _Socket:
    """What http.client reads a response from."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def makefile(self, *_: Any, **__: Any) -> io.BytesIO:
        """The bytes as a file."""
        return io.BytesIO(self._data)


def _read_record(record: Record, name: str, options: ReadOptions) -> Iterator[Reading]:
    """The page of a record, unparsed; nothing when it is no page."""
    url = record.headers.get("warc-target-uri", "").strip("<>")
    where = f"{name}!{url}"
    try:
        page = _page(record.content or b"", options.max_article_bytes)
        if page is None:
            return
        captured = parse_when(record.headers.get("warc-date") or "")
        when = captured if isinstance(captured, datetime) else None
        yield later(where, "html:parse_page", page, options, url=url, captured=when)
    except Exception as error:  # noqa: BLE001 - parsers of other people's pages raise anything: this record only
        yield Reading(where, problem=str(error) or type(error).__name__)


def _page(content: bytes, limit: int) -> bytes | None:
    """The page in an HTTP response, unpacked; None for another status or type. Raises InputError."""
    response = HTTPResponse(_Socket(content))  # type: ignore[arg-type]
    try:
        response.begin()
        if response.status != 200 or "html" not in response.headers.get("content-type", ""):
            return None
        return _unpacked(response.read(), response.headers.get("content-encoding", ""), limit)
    except HTTPException as error:
        raise InputError(f"the response in the record is damaged: {error!r}") from error


def _unpacked(body: bytes, encoding: str, limit: int) -> bytes:
    """The body without its Content-Encoding. Archives often unpack it and leave the header as it was."""
    if not encoding or encoding == "identity":
        return body
    from urllib3.exceptions import DecodeError
    from urllib3.response import HTTPResponse as Unpacked

    packed = Unpacked(io.BytesIO(body), headers={"content-encoding": encoding}, preload_content=False)
    try:
        page = packed.read(limit + 1, decode_content=True)
    except DecodeError:
        return body
    if len(page) > limit:
        raise InputError(f"the page is larger than {limit} bytes (max_article_bytes)")
    return page
