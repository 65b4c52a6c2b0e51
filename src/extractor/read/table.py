"""CSV, TSV and Parquet tables: one row an article."""

import csv
import io
from collections.abc import Iterator

from extractor.errors import InputError, MissingExtra
from extractor.read.encoding import decode
from extractor.read.fields import article_fields
from extractor.read.reading import Reading, ReadOptions
from extractor.read.rows import Row, in_one_order
from extractor.read.source import HEAD_BYTES, Source

ROWS_AT_ONCE = 500


def read_csv(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """A table whose first line names the columns; comma, semicolon and tab are told apart by that line."""
    yield from in_one_order(_csv_rows(source, options), options)


def _csv_rows(source: Source, options: ReadOptions) -> Iterator[Row]:
    csv.field_size_limit(options.max_article_bytes)
    encoding = options.encoding or _encoding(source)
    stream = io.TextIOWrapper(source.stream, encoding=encoding, newline="", errors="strict")
    try:
        rows = csv.DictReader(stream, delimiter=_delimiter(source.head(), encoding), restval="")
        for number, row in enumerate(rows, 2):
            row.pop(None, None)
            yield Row(f"{source.name}#{number}", article_fields(row, options))
    except csv.Error as error:
        raise InputError(f"{source.name} is no table: {error}") from error


def _encoding(source: Source) -> str:
    """UTF-8 unless the first bytes say otherwise; a character that is cut off at their end does not."""
    head = source.head()
    for cut in range(4):
        try:
            decode(head[: len(head) - cut], "utf-8")
            return "utf-8-sig"
        except InputError:
            continue
    return "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"


def _delimiter(head: bytes, encoding: str) -> str:
    line = head[:HEAD_BYTES].decode(encoding, "replace").partition("\n")[0]
    return max(",\t;", key=line.count)


def read_parquet(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """A Parquet file, some hundred rows at a time."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise MissingExtra("Parquet needs an extra: pip install 'news-event-extractor[parquet]'") from error
    yield from in_one_order(_parquet_rows(source, options), options)


def _parquet_rows(source: Source, options: ReadOptions) -> Iterator[Row]:
    import pyarrow.parquet

    held = source.path or io.BytesIO(source.stream.read())
    number = 0
    for batch in pyarrow.parquet.ParquetFile(held).iter_batches(ROWS_AT_ONCE):
        for row in batch.to_pylist():
            number += 1
            yield Row(f"{source.name}#{number}", article_fields(row, options))
