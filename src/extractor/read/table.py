"""CSV, TSV and Parquet tables: one row an article. A row that cannot be read costs itself only."""

import csv
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from extractor.errors import InputError, MissingExtra
from extractor.read.encoding import decode
from extractor.read.fields import article_fields, check_text
from extractor.read.lines import text_lines
from extractor.read.parquet_pages import largest_page
from extractor.read.reading import Reading, ReadOptions
from extractor.read.rows import Row, in_one_order
from extractor.read.source import Source

_DECLARED = re.compile(r'"?sep=(.)"?\s*')  # the first line of tables from a spreadsheet may tell the delimiter
ROWS_AT_ONCE = 500
BYTES_AT_ONCE = 256 << 20  # of the rows of a Parquet file
MOST_PAGE_BYTES = 128 << 20  # of a page of it, which is unpacked whole; those who write such files aim at one megabyte


def read_csv(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """A table whose first line names the columns; comma, semicolon, tab and bar are told apart by it."""
    yield from in_one_order(_csv_rows(source, options), options)


def _csv_rows(source: Source, options: ReadOptions) -> Iterator[Row | Reading]:
    """The rows of a CSV file; a row that cannot be read is a problem, and reading goes on."""
    csv.field_size_limit(options.max_article_bytes)
    lines = _Lines(source, options)
    header = lines.header()
    declared = _DECLARED.fullmatch(header)
    if declared:
        header = lines.header()
    delimiter = declared[1] if declared else _delimiter(header)
    columns = next(csv.reader([header], delimiter=delimiter), [])
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        lines.begin_row()
        where = f"{source.name}#{lines.number + 1}"
        try:
            cells = next(rows)
        except StopIteration:
            return
        except (csv.Error, InputError) as error:
            yield Reading(where, problem=f"the row cannot be read: {error}")
            continue
        if cells:
            yield _read_row(where, _row(columns, cells), options)


def _row(columns: list[str], cells: list[str]) -> dict[str, Any]:
    """The cells by column; of several columns of one name the first that holds something."""
    row: dict[str, Any] = dict.fromkeys(columns, "")
    for column, cell in zip(columns, cells, strict=False):
        row[column] = row[column] or cell
    return row


def _read_row(where: str, row: dict[str, Any], options: ReadOptions) -> Row | Reading:
    """The fields of a row, or what is wrong with it."""
    try:
        check_text(row, options)
        return Row(where, article_fields(row, options))
    except InputError as error:
        return Reading(where, problem=str(error))


class _Lines:
    """The lines of a table as text, for csv.reader, which begins a new row after an error."""

    def __init__(self, source: Source, options: ReadOptions) -> None:
        self._limit = options.max_article_bytes
        self._lines, self._encoding = text_lines(source.stream, self._limit, options.encoding)
        self.number = self._bytes = 0

    def header(self) -> str:
        """The line that names the columns."""
        return next(self, "").removeprefix("\ufeff")

    def begin_row(self) -> None:
        """The next line begins a row."""
        self._bytes = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        self._bytes += self._limit + 1 if line is None else len(line)
        if line is None or self._bytes > self._limit:
            raise InputError(f"it is longer than {self._limit} bytes (max_article_bytes)")
        return decode(line, self._encoding).replace("\x00", "\ufffd")


def _delimiter(line: str) -> str:
    return max(",\t;|", key=line.count)


def read_parquet(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """A Parquet file, some hundred rows at a time."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise MissingExtra("Parquet needs an extra: pip install 'news-event-extractor[parquet]'") from error
    yield from in_one_order(_parquet_rows(source, options), options)


def _parquet_rows(source: Source, options: ReadOptions) -> Iterator[Row | Reading]:
    """The rows of a Parquet file; a cell that is too large is a problem."""
    number = 0
    with source.seekable(options.max_held_bytes) as held:
        for batch in _batches(held, options):
            for row in _rows_of(batch):
                number += 1
                where = f"{source.name}#{number}"
                yield Reading(where, problem=row) if isinstance(row, str) else _read_row(where, row, options)


def _batches(held: BinaryIO, options: ReadOptions) -> Iterator[Any]:
    """Some rows at a time. Raises InputError when the table has a page that is too large.

    A value is no larger than a page, but one value of a dictionary may stand in each row: the larger the pages, the
    fewer rows are taken.
    """
    import pyarrow.parquet

    largest = largest_page(held, pyarrow.parquet.read_metadata(held))
    most = min(MOST_PAGE_BYTES, 2 * options.max_article_bytes)
    if largest > most:
        raise InputError(f"a page of the table unpacks to {largest} bytes, more than {most}")
    held.seek(0)
    table = pyarrow.parquet.ParquetFile(held)
    yield from table.iter_batches(max(1, min(ROWS_AT_ONCE, BYTES_AT_ONCE // max(1, largest))))


def _rows_of(batch: Any) -> Iterator[dict[str, Any] | str]:
    """The rows as dicts; for one with a value that Python cannot hold (a day in the year 60000), what is wrong."""
    columns = {name: _in_microseconds(column) for name, column in zip(batch.schema.names, batch.columns, strict=True)}
    for number in range(batch.num_rows):
        try:
            yield {name: column[number].as_py() for name, column in columns.items()}
        except Exception as error:  # noqa: BLE001 - whatever the conversion of a value raises
            yield f"a value of the row cannot be read: {error}"


def _in_microseconds(column: Any) -> Any:
    """Python knows no nanoseconds."""
    import pyarrow

    kind = column.type
    if not pyarrow.types.is_timestamp(kind) or kind.unit != "ns":
        return column
    return column.cast(pyarrow.timestamp("us", kind.tz), safe=False)
