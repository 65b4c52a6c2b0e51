"""Mail: newsletters and alerts as .eml files or .mbox folders. Subject, date and sender are the metadata."""

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any

from extractor.errors import InputError
from extractor.read.html import page_fields
from extractor.read.publication import Stamp
from extractor.read.reading import Reading, ReadOptions, reading
from extractor.read.source import Source


def read_eml(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """One message, one article."""
    yield _read_message(source.all(options.max_article_bytes), source.name, options)


def read_mbox(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """The messages of a folder in order; each begins with a line "From ..." after an empty line."""
    message: list[bytes] = []
    number, after_empty = 0, True
    for line in source.stream:
        if after_empty and line.startswith(b"From "):
            if number:
                yield _read_message(b"".join(message), f"{source.name}#{number}", options)
            message, number = [], number + 1
        else:
            message.append(line)
        after_empty = not line.strip()
    if number:
        yield _read_message(b"".join(message), f"{source.name}#{number}", options)


def _read_message(data: bytes, where: str, options: ReadOptions) -> Reading:
    if len(data) > options.max_article_bytes:
        return Reading(
            where, problem=f"the message is larger than {options.max_article_bytes} bytes (max_article_bytes)"
        )
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
    try:
        return reading(where, _body(message, options) | _metadata(message), options)
    except InputError as error:
        return Reading(where, problem=str(error))


def _metadata(message: EmailMessage) -> dict[str, Any]:
    sender = str(message["from"]) if message["from"] else None
    fields = {"title": message["subject"], "id": message["message-id"], "author": sender}
    found = {field: str(value).strip() for field, value in fields.items() if value}
    return found | {"published": [Stamp(str(message["date"] or ""), "metadata")]}


def _body(message: EmailMessage, options: ReadOptions) -> dict[str, Any]:
    part = message.get_body(("plain", "html"))
    if part is None:
        return {}
    if part.get_content_type() == "text/html":
        return {"text": page_fields(part.get_payload(decode=True) or b"", None, options)["text"]}  # type: ignore[arg-type]
    return {"text": str(part.get_content())}
