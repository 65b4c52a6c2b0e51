"""Web archives (WARC): every successful HTML response is an article."""

from collections.abc import Iterator
from datetime import datetime
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import Any, BinaryIO, cast

from extractor.errors import InputError, MissingExtra
from extractor.read.html import page_fields
from extractor.read.reading import Reading, ReadOptions, reading
from extractor.read.source import Source
from extractor.read.when import parse_when


def read_warc(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """The responses with status 200 and an HTML body, in order; records of other kinds are passed over."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise MissingExtra("WARC needs an extra: pip install 'news-event-extractor[warc]'") from error
    with _seekable(source) as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            headers = record.http_headers
            if headers is not None and headers.status_code == 200 and "html" in (record.http_content_type or ""):
                yield _read_record(record, f"{source.name}!{record.headers.get('WARC-Target-URI')}", options)


def _seekable(source: Source) -> BinaryIO:
    """The file itself, packed or not; a stream is copied to a temporary file, because fastwarc wants to seek."""
    if source.file is not None:
        return source.file.open("rb")
    copy = TemporaryFile()  # noqa: SIM115 - closed by the caller
    copyfileobj(source.stream, copy)
    copy.seek(0)
    return cast(BinaryIO, copy)


def _read_record(record: Any, where: str, options: ReadOptions) -> Reading:
    limit = options.max_article_bytes
    data = record.reader.read(limit + 1)
    if len(data) > limit:
        return Reading(where, problem=f"the page is larger than {limit} bytes (max_article_bytes)")
    captured = parse_when(record.headers.get("WARC-Date") or "")
    try:
        fields = page_fields(data, record.headers.get("WARC-Target-URI"), options)
        return reading(where, fields, options, captured=captured if isinstance(captured, datetime) else None)
    except InputError as error:
        return Reading(where, problem=str(error))
