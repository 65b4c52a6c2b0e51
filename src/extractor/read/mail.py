"""Mail: newsletters and alerts as .eml files or .mbox folders, and web pages saved as MHTML, which is mail too."""

import io
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any

from extractor.errors import InputError
from extractor.read.encoding import decode
from extractor.read.html import page_fields
from extractor.read.publication import Stamp
from extractor.read.reading import Reading, ReadOptions, Unparsed, later, reading
from extractor.read.source import BLOCK_BYTES, Source

MIN_PLAIN_SHARE = 0.2  # of the words of the HTML part; a plain part of less only says "view this mail in your browser"

_BEGIN = b"From "
MOST_LINES = 1_000_000  # the parser keeps each as a string of its own


def read_eml(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """One message, one article."""
    yield later(source.name, "mail:parse_message", source.all(options.max_article_bytes), options)


def read_mbox(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """The messages of a folder in order; each begins with a line "From ..." after an empty line."""
    for number, message in enumerate(_messages(source, options.max_article_bytes), 1):
        where = f"{source.name}#{number}"
        if message is None:
            limit = options.max_article_bytes
            yield Reading(where, problem=f"the message is larger than {limit} bytes (max_article_bytes)")
        else:
            yield later(where, "mail:parse_message", message, options)


def _messages(source: Source, limit: int) -> Iterator[bytes | None]:
    """The messages of a folder; None for one of more than `limit` bytes."""
    message: _Message | None = None
    for begins, piece in _pieces(source.stream):
        if begins:
            if message is not None:
                yield message.bytes()
            message = _Message(limit)
        if message is not None:
            message.add(piece)
    if message is None:
        raise InputError("no message begins in it")
    yield message.bytes()


def _pieces(stream: io.BufferedReader) -> Iterator[tuple[bool, bytes]]:
    """The bytes of a folder in pieces, each with whether a message begins with it.

    They are cut by block, for line by line two gigabytes of short lines take half an hour.
    """
    rest, after_empty = b"", True
    while block := stream.read1(BLOCK_BYTES):  # of a damaged stream `read` would lose what comes before the damage
        lines, end, rest = (rest + block).rpartition(b"\n")
        if not end and len(rest) > BLOCK_BYTES:  # a very long line
            lines, rest = rest, b""
        yield from _cut(lines + end, after_empty)
        if lines or end:
            after_empty = bool(end) and _is_empty(lines, len(lines))
    yield from _cut(rest, after_empty)


def _cut(lines: bytes, after_empty: bool) -> Iterator[tuple[bool, bytes]]:
    """Some lines, cut where messages begin; `after_empty`: whether an empty line stands before the first.

    (True, message) for each of two messages; first (False, lines) where the lines go on with one that began before.
    """
    start = 0
    begins = after_empty and lines.startswith(_BEGIN)
    at = lines.find(b"\n" + _BEGIN)
    while at >= 0:
        if _is_empty(lines, at):
            yield begins, lines[start : at + 1]
            start, begins = at + 1, True
        at = lines.find(b"\n" + _BEGIN, at + 1)
    if start < len(lines):
        yield begins, lines[start:]


def _is_empty(lines: bytes, end: int) -> bool:
    """Whether the line that ends before an offset holds nothing but white space."""
    start = lines.rfind(b"\n", 0, end) + 1
    return not lines[start:end].strip()


class _Message:
    """The bytes of one message, as long as they are no more than `limit`."""

    def __init__(self, limit: int) -> None:
        self._left = limit
        self._bytes = bytearray()

    def add(self, piece: bytes) -> None:
        """What comes next of it."""
        self._left -= len(piece)
        if self._left < 0:
            self._bytes.clear()
        else:
            self._bytes += piece

    def bytes(self) -> bytes | None:
        """The whole message; None when it is too large."""
        return bytes(self._bytes) if self._left >= 0 else None


def parse_message(given: Unparsed) -> Reading:
    """One message -> Reading. Raises InputError, and whatever the parser raises on odd headers."""
    if max(map(given.body.count, (b"\n", b"\r"))) > MOST_LINES:
        raise InputError(f"the message has more than {MOST_LINES} lines")
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(given.body)
    return reading(given.where, _metadata(message) | _body(message, given.options), given.options)


def _metadata(message: EmailMessage) -> dict[str, Any]:
    """Of a mail its headers; of a saved page its address: the date of the header is that of saving."""
    address = _header(message, "snapshot-content-location")
    if address:
        return {"title": _header(message, "subject"), "url": address}
    fields = {"title": "subject", "id": "message-id", "author": "from"}
    found = {field: value for field, name in fields.items() if (value := _header(message, name))}
    return found | {"published": [Stamp(_header(message, "date"), "metadata")]}


def _header(message: EmailMessage, name: str) -> str:
    """A header as text; as it stands when it cannot be parsed, empty when there is none."""
    try:
        return str(message[name] or "").strip()
    except Exception:  # noqa: BLE001 - the standard library's parser of addresses and dates fails on some
        raw = next((value for key, value in message.raw_items() if key.lower() == name), "")
        return str(raw).strip()


def _body(message: EmailMessage, options: ReadOptions) -> dict[str, Any]:
    """The plain part, or the HTML part when there is no other or the plain one holds next to nothing."""
    plain, html = (_part(message, kind) for kind in ("plain", "html"))
    text = "" if plain is None else _text(plain)
    if html is None:
        return {"text": text}
    try:
        fields = page_fields(_payload(html), None, options)
    except InputError:
        return {"text": text}
    if message["snapshot-content-location"]:
        return {name: value for name, value in fields.items() if value}
    is_next_to_nothing = len(text) < MIN_PLAIN_SHARE * len(fields["text"])
    return {"text": fields["text"] if is_next_to_nothing else text}


def _part(message: EmailMessage, kind: str) -> EmailMessage | None:
    """The first part of a kind that is no attachment; None when there is none."""
    parts = (part for part in message.walk() if part.get_content_type() == f"text/{kind}" and not part.is_attachment())
    for part in parts:
        if isinstance(part, EmailMessage):
            return part
    return None


def _payload(part: EmailMessage) -> bytes:
    """The decoded bytes of a part."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: EmailMessage) -> str:
    """The text in the charset that the part names, or found out when Python knows none of that name."""
    charset = part.get_content_charset()
    try:
        text = decode(_payload(part), charset)
    except InputError:
        text = decode(_payload(part))
    return text
