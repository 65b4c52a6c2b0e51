"""PDF files with a text layer; scanned pages have none."""

import io
from collections.abc import Iterator

from extractor.errors import InputError, MissingExtra
from extractor.read.reading import Reading, ReadOptions, Unparsed, later, reading
from extractor.read.source import Source


def read_pdf(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """One document, one article."""
    yield later(source.name, "pdf:parse_pdf", source.all(options.max_article_bytes), options)


def parse_pdf(given: Unparsed) -> Reading:
    """The text of a PDF; pages are parted by empty lines. Raises InputError, MissingExtra."""
    try:
        import pypdf
    except ImportError as error:
        raise MissingExtra("PDF needs an extra: pip install 'news-event-extractor[pdf]'") from error
    document = pypdf.PdfReader(io.BytesIO(given.body))
    text = "\n\n".join(page.extract_text() for page in document.pages)
    if not text.strip():
        raise InputError(f"{given.where} has no text layer: run it through OCR first")
    about = document.metadata
    fields = {"text": text, "title": about.title if about else None, "author": about.author if about else None}
    # The day a PDF was made (printed, scanned, exported) is not that of publication: it is kept, and dates nothing.
    made = about.creation_date_raw if about else None
    return reading(given.where, fields | {"meta": {"creation date": str(made)} if made else None}, given.options)
