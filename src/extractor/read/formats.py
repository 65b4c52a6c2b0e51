"""Which format an input has, and who reads it: by its first bytes where they are plain, else by its name."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from extractor.errors import MissingExtra
from extractor.read.reading import Reading, ReadOptions
from extractor.read.source import Source, make_source

Reader = Callable[[Source, ReadOptions], Iterator[Reading]]

# Modules are imported when a file of the format comes.
READERS = {
    "text": "text:read_text",
    "jsonl": "jsonl:read_jsonl",
    "json": "jsonl:read_json",
    "csv": "table:read_csv",
    "parquet": "table:read_parquet",
    "html": "html:read_html",
    "warc": "warc:read_warc",
    "eml": "mail:read_eml",
    "mbox": "mail:read_mbox",
    "pdf": "pdf:read_pdf",
    "zip": "archive:read_zip",
    "tar": "archive:read_tar",
}
_MAGIC = {b"PAR1": "parquet", b"%PDF": "pdf", b"PK\x03\x04": "zip", b"WARC/": "warc"}
_ENDINGS = {
    **{"jsonl": "jsonl", "ndjson": "jsonl", "json": "json", "csv": "csv", "tsv": "csv", "tab": "csv"},
    **{"html": "html", "htm": "html", "xhtml": "html", "eml": "eml", "mbox": "mbox", "tar": "tar", "tgz": "tar"},
    **{"txt": "text", "text": "text", "md": "text"},
}
_PACKED = {".gz", ".zst", ".bz2", ".xz"}


def read_stream(name: str, stream: BinaryIO, options: ReadOptions, path: Path | None = None) -> Iterator[Reading]:
    """The articles of one input. What goes wrong in it is a Reading with a problem; a missing extra is raised.

    `path` is the file that the stream comes from, if it comes from one.
    """
    try:
        source = make_source(name, stream, options.max_input_bytes, path)
        module, _, function = READERS[format_of(source)].partition(":")
        reader: Reader = getattr(import_module(f"extractor.read.{module}"), function)
        yield from reader(source, options)
    except MissingExtra:
        raise
    except Exception as error:  # noqa: BLE001 - parsers of other people's files raise anything, and one bad file stops nothing
        yield Reading(name, problem=str(error) or type(error).__name__)


def format_of(source: Source) -> str:
    """One of READERS."""
    head = source.head()
    for magic, name in _MAGIC.items():
        if head.startswith(magic):
            return name
    if head[257:262] == b"ustar":
        return "tar"
    return _ENDINGS.get(_ending(source.name)) or _by_content(head)


def _ending(name: str) -> str:
    path = PurePosixPath(name.rpartition("!")[2].lower())
    if path.suffix in _PACKED:
        path = path.with_suffix("")
    return path.suffix.lstrip(".")


def _by_content(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    if start.startswith(b"from ") and b"\nsubject:" in start:
        return "mbox"
    if start.startswith(b"{"):
        first_line = start.partition(b"\n")[0].rstrip()
        return "jsonl" if first_line.endswith(b"}") else "json"
    return "json" if start.startswith((b"[{", b'["', b"[\n")) else "text"
