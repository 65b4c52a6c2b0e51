"""Word processor files: DOCX, ODT and RTF. The day such a file was made or changed is not that of publication."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from extractor.errors import InputError, MissingExtra
from extractor.read.encoding import decode
from extractor.read.reading import Reading, ReadOptions, Unparsed, later, reading
from extractor.read.source import Source

_EXTRA = "DOCX, ODT and RTF need an extra: pip install 'news-event-extractor[office]'"


def read_docx(archive: zipfile.ZipFile, name: str, options: ReadOptions) -> Iterator[Reading]:
    """One document, one article."""
    yield later(name, "office:parse_docx", _checked(archive, options), options)


def parse_docx(given: Unparsed) -> Reading:
    """A paragraph is a paragraph, tables are left out. Raises MissingExtra."""
    try:
        import docx
    except ImportError as error:
        raise MissingExtra(_EXTRA) from error
    document = docx.Document(io.BytesIO(given.body))
    about = document.core_properties
    text = "\n\n".join(part.text for part in document.paragraphs if part.text.strip())
    return reading(given.where, _fields(text, about.title, about.author, about.language), given.options)


def read_odt(archive: zipfile.ZipFile, name: str, options: ReadOptions) -> Iterator[Reading]:
    """One document, one article."""
    yield later(name, "office:parse_odt", _checked(archive, options), options)


def parse_odt(given: Unparsed) -> Reading:
    """Headings and paragraphs are paragraphs. Raises MissingExtra."""
    try:
        from odfdo import Document
    except ImportError as error:
        raise MissingExtra(_EXTRA) from error
    document = Document(io.BytesIO(given.body))
    parts = (str(part.text_recursive) for part in document.body.get_elements("descendant::text:p|descendant::text:h"))
    meta = document.meta
    fields = _fields("\n\n".join(part for part in parts if part.strip()), meta.title, meta.initial_creator, None)
    return reading(given.where, fields, given.options)


def read_rtf(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """One document, one article."""
    yield later(source.name, "office:parse_rtf", source.all(options.max_article_bytes), options)


def parse_rtf(given: Unparsed) -> Reading:
    """The text without its marks. Raises MissingExtra."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise MissingExtra(_EXTRA) from error
    text: str = rtf_to_text(  # type: ignore[no-untyped-call]
        decode(given.body, given.options.encoding or "latin-1"), errors="replace"
    )
    return reading(given.where, {"text": text.strip()}, given.options)


def _fields(text: str, title: str | None, author: str | None, language: str | None) -> dict[str, Any]:
    """The fields of a document; what is empty is not known."""
    return {"text": text, "title": title or None, "author": author or None, "language": language or None}


def _checked(archive: zipfile.ZipFile, options: ReadOptions) -> bytes:
    """The file in memory. Raises InputError when it unpacks to more than a document may hold."""
    unpacked = sum(member.file_size for member in archive.infolist())
    if unpacked > options.max_article_bytes:
        raise InputError(f"the document unpacks to more than {options.max_article_bytes} bytes (max_article_bytes)")
    held = archive.fp
    assert held is not None
    held.seek(0)
    return held.read()
