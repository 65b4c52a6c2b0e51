"""Who reads which format."""

import io
import zipfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from extractor.errors import InputError, MissingExtra
from extractor.read.compression import is_compressed, is_zstandard
from extractor.read.reading import Reading, ReadOptions
from extractor.read.sniff import ending_of, format_of
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
    "rtf": "office:read_rtf",
    "feed": "feed:read_feed",
    "zip": "archive:read_zip",
    "tar": "archive:read_tar",
}


# Formats whose readers need an extra; of zip files those whose ending says that they are documents.
_EXTRAS = {"html": "html", "warc": "html", "feed": "feed", "parquet": "parquet", "pdf": "pdf", "rtf": "office"}
_DOCUMENTS = {"docx": "office", "odt": "office", "epub": "html"}


def extras_for(path: Path, head: bytes) -> set[str]:
    """The extras without which a file, or what lies in a zip, cannot be read; a file that is refused needs none.

    {"pdf"} for a PDF file, none for JSON Lines.
    """
    if is_compressed(head):
        if not is_zstandard(head):
            return set()
        return {"zstd"}
    try:
        form = format_of(path.name, head)
    except InputError:
        return set()
    if form == "zip":
        return _extras_of_zip(path)
    if form not in _EXTRAS:
        return set()
    return {_EXTRAS[form]}


def _extras_of_zip(path: Path) -> set[str]:
    """The extras for a zip file: of the document that it is, or of its members."""
    document = _DOCUMENTS.get(ending_of(path.name))
    if document is not None:
        return {document}
    try:
        with zipfile.ZipFile(path) as archive:
            endings = {ending_of(name) for name in archive.namelist()}
    except (OSError, ValueError, zipfile.BadZipFile):  # one line in failures.jsonl
        return set()
    known = {"html": "html", "htm": "html", "parquet": "parquet", "pdf": "pdf", "rtf": "office"} | _DOCUMENTS
    return {known[ending] for ending in endings & known.keys()}


_SINGLE = frozenset(("text", "html", "eml", "pdf", "rtf"))  # one file, one article


def count_articles(path: Path, head: bytes, lines: int) -> int | None:
    """How many articles a file holds, about, by its first bytes and the number of its lines; None: only reading tells.

    >>> count_articles(Path("news.jsonl"), b'{"text": ""}', 12), count_articles(Path("news.csv"), b"text", 12)
    (12, None)
    """
    if is_compressed(head):
        return None
    try:
        form = format_of(path.name, head)
    except InputError:  # one line in failures.jsonl
        return 1
    if form == "jsonl":
        return lines
    if form in _SINGLE:
        return 1
    return None


def read_stream(
    name: str, stream: io.BufferedReader, options: ReadOptions, path: Path | None = None
) -> Iterator[Reading]:
    """The articles of one input. What goes wrong in it is a Reading with a problem; a missing extra is raised.

    `path` is the file that the stream comes from, if it comes from one.
    """
    try:
        source = make_source(name, stream, options.max_input_bytes, path)
        module, _, function = READERS[format_of(name, source.head())].partition(":")
        reader: Reader = getattr(import_module(f"extractor.read.{module}"), function)
        yield from reader(source, options)
        source.check_end(options.max_article_bytes)
    except MissingExtra:
        raise
    except Exception as error:  # noqa: BLE001 - parsers of other people's files raise anything, and one bad file stops nothing
        yield Reading(name, problem=str(error) or type(error).__name__)
