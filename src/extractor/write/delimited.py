"""CSV and TSV tables: "out.csv" becomes out.events.csv, out.claims.csv and so on, and out.csv-metadata.json.

The last names the type of each column as CSV on the Web (W3C) does.
"""

import json
import re
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from extractor.records import Extraction
from extractor.write.columns import DAYS, FOREIGN, KEYS, LISTS, TABLES, Row, Tables, table_rows
from extractor.write.writer import FileWriter, Keep, keep_all, table_path

_TYPES = {"text": "string", "integer": "integer", "real": "double"}
# What a spreadsheet takes for a formula, in half and full width, also behind spaces and line ends.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")


class CsvWriter(FileWriter):
    """One file a table."""

    delimiter = ","

    def __init__(self, path: Path, keep: Keep = keep_all, tables: Tables = TABLES) -> None:
        super().__init__(path, keep)
        self._tables = tables
        self._files = ExitStack()
        self._files_of: dict[str, TextIO] = {}
        for table, columns in tables.items():
            name = self.new_file(table_path(path, table))
            out = self._files.enter_context(name.open("w", encoding="utf-8", newline=""))
            self._files_of[table] = out
            self._write_row(table, dict(zip(columns, columns, strict=True)))

    def _write_row(self, table: str, row: Row) -> None:
        """Write a row; formulas are made harmless."""
        cells = (quoted(harmless(row.get(column)), self.delimiter) for column in self._tables[table])
        self._files_of[table].write(self.delimiter.join(cells) + "\n")

    def write(self, result: Extraction) -> None:
        """Add the rows of all tables."""
        self.write_rows(table_rows(result))

    def write_rows(self, added: Mapping[str, list[Row]]) -> None:
        """Add rows by table."""
        for table, rows in added.items():
            for row in rows:
                self._write_row(table, row)

    def finish(self) -> None:
        """Write the column types."""
        metadata = self.new_file(self.path.with_name(self.path.name + "-metadata.json"))
        metadata.write_text(json.dumps(self._metadata(), indent=2) + "\n", encoding="utf-8")

    def _metadata(self) -> dict[str, Any]:
        """The columns, keys and links of the tables, as CSV on the Web tells them."""
        tables = [
            {
                "url": table_path(self.path, table).name,
                "dialect": {"delimiter": self.delimiter},
                "tableSchema": {
                    "columns": [self._column(table, name, kind) for name, kind in columns.items()],
                    "primaryKey": list(KEYS.get(table, ("id",))),
                    "foreignKeys": [self._foreign(*pair) for pair in FOREIGN.get(table, {}).items()],
                },
            }
            for table, columns in self._tables.items()
        ]
        return {"@context": "http://www.w3.org/ns/csvw", "tables": tables}

    def _column(self, table: str, name: str, kind: str) -> dict[str, Any]:
        """Name, type, and what parts the values of a list."""
        type_ = "date" if name in DAYS.get(table, ()) else _TYPES[kind]
        parted = {"separator": "; "} if name in LISTS.get(table, ()) else {}
        return {"name": name, "datatype": type_, **parted}

    def _foreign(self, column: str, table: str) -> dict[str, Any]:
        place = {"resource": table_path(self.path, table).name, "columnReference": "id"}
        return {"columnReference": column, "reference": place}

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
    if isinstance(cell, str) and _FORMULA.match(cell):
        return f"'{cell}"
    return cell


def quoted(cell: Any, delimiter: str) -> str:
    """A cell as RFC 4180 wants it. The csv module leaves a bare carriage return unquoted, which ends a row for others.

    >>> quoted("one, two", ","), quoted("one", ","), quoted(None, ",")
    ('"one, two"', 'one', '')
    """
    text = "" if cell is None else str(cell)
    if any(char in text for char in (delimiter, '"', "\r", "\n")):
        return '"' + text.replace('"', '""') + '"'
    return text
