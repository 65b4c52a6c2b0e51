"""Parquet: "out.parquet" becomes out.events.parquet, out.claims.parquet and so on, with days and lists as such."""

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from extractor.errors import MissingExtra
from extractor.records import Extraction
from extractor.write.columns import DAYS, LISTS, TABLES, Row, Tables, storable, typed_rows
from extractor.write.writer import FileWriter, Keep, keep_all, table_path

ROWS_AT_ONCE = 5_000


class ParquetWriter(FileWriter):
    """One file a table, some thousand rows at a time."""

    def __init__(self, path: Path, keep: Keep = keep_all, tables: Tables = TABLES) -> None:
        super().__init__(path, keep)
        try:
            import pyarrow
            import pyarrow.parquet
        except ImportError as error:
            raise MissingExtra("Parquet needs an extra: pip install 'news-event-extractor[parquet]'") from error
        types = {"text": pyarrow.string(), "integer": pyarrow.int64(), "real": pyarrow.float64()}
        self._arrow: Any = pyarrow
        self._rows: dict[str, list[Row]] = {table: [] for table in tables}
        special = {table: dict.fromkeys(names, pyarrow.date32()) for table, names in DAYS.items()}
        for table, names in LISTS.items():
            special.setdefault(table, {}).update(dict.fromkeys(names, pyarrow.list_(pyarrow.string())))
        self._schemas = {
            table: pyarrow.schema(
                [(name, special.get(table, {}).get(name, types[kind])) for name, kind in columns.items()]
            )
            for table, columns in tables.items()
        }
        self._files = {
            table: pyarrow.parquet.ParquetWriter(self.new_file(table_path(path, table)), schema, compression="zstd")
            for table, schema in self._schemas.items()
        }

    def write(self, result: Extraction) -> None:
        """Add the rows of all tables."""
        self.write_rows(typed_rows(result))

    def write_rows(self, added: Mapping[str, list[Row]]) -> None:
        """Add rows by table."""
        for table, rows in added.items():
            self._rows[table] += [{name: storable(cell) for name, cell in row.items()} for row in rows]
            if len(self._rows[table]) >= ROWS_AT_ONCE:
                self._flush(table)

    def _flush(self, table: str) -> None:
        held = self._arrow.Table.from_pylist(self._rows[table], schema=self._schemas[table])
        self._files[table].write_table(held)
        self._rows[table] = []

    def finish(self) -> None:
        """Write the rows that are left."""
        for table in self._rows:
            self._flush(table)

    def close(self) -> None:
        """Close the files; all of them, also when the disk is full and one cannot be."""
        with ExitStack() as closed:
            for file in self._files.values():
                closed.callback(_close, file)


def _close(file: Any) -> None:
    try:
        file.close()
    finally:
        file.is_open = False  # else the library tries again when the object goes, and complains
