"""CSV and TSV tables: "out.csv" becomes out.events.csv, out.claims.csv and so on, and out.csv-metadata.json.

The last names the type of each column as CSV on the Web (W3C) does.
"""

import csv
import json
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from extractor.records import Extraction
from extractor.write.columns import TABLES, Row, Tables, table_rows
from extractor.write.writer import FileWriter, Keep, keep_all

_DATATYPES = {"text": "string", "integer": "integer", "real": "double"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvWriter(FileWriter):
    """One file a table."""

    delimiter = ","

    def __init__(self, path: Path, keep: Keep = keep_all, tables: Tables = TABLES) -> None:
        super().__init__(path, keep)
        self._tables = tables
        self._files = ExitStack()
        self._rows: dict[str, Any] = {}
        for table, columns in tables.items():
            name = self.new_file(self._path_of(table))
            out = self._files.enter_context(name.open("w", encoding="utf-8", newline=""))
            self._rows[table] = csv.DictWriter(out, list(columns), delimiter=self.delimiter, lineterminator="\n")
            self._rows[table].writeheader()

    def _path_of(self, table: str) -> Path:
        return self.path.with_name(f"{self.path.stem}.{table}{self.path.suffix}")

    def write(self, result: Extraction) -> None:
        """Add the rows of all tables."""
        self.write_rows(table_rows(result))

    def write_rows(self, added: Mapping[str, list[Row]]) -> None:
        """Add rows by table."""
        for table, rows in added.items():
            self._rows[table].writerows({column: harmless(cell) for column, cell in row.items()} for row in rows)

    def finish(self) -> None:
        """Write the column types."""
        metadata = self.new_file(self.path.with_name(self.path.name + "-metadata.json"))
        metadata.write_text(json.dumps(self._metadata(), indent=2) + "\n", encoding="utf-8")

    def _metadata(self) -> dict[str, Any]:
        tables = [
            {
                "url": self._path_of(table).name,
                "dialect": {"delimiter": self.delimiter},
                "tableSchema": {
                    "columns": [{"name": name, "datatype": _DATATYPES[kind]} for name, kind in columns.items()]
                },
            }
            for table, columns in self._tables.items()
        ]
        return {"@context": "http://www.w3.org/ns/csvw", "tables": tables}

    def close(self) -> None:
        """Close the files."""
        self._files.close()


class TsvWriter(CsvWriter):
    """The same with tabs."""

    delimiter = "\t"


def harmless(cell: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: text that begins like one gets an apostrophe in front.

    >>> harmless('=HYPERLINK("x")')
    '\\'=HYPERLINK("x")'
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
