"""SQLite: the tables with a full text index of the claims and an R-tree of the events. Opens in Datasette.

An article that is written again replaces what is there of it, so writing is idempotent and adds to a file that exists.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from extractor.records import Extraction
from extractor.write.columns import KEYS, TABLES, Row, storable, table_rows
from extractor.write.writer import FileWriter, Keep, keep_all

_INDEXES = ("events(article)", "events(start_date)", "claims(article)", "claims(event)", "mentions(record)")
_MORE = """
CREATE VIRTUAL TABLE IF NOT EXISTS claims_text USING fts5(text, content='claims', content_rowid='rowid');
CREATE VIRTUAL TABLE IF NOT EXISTS events_box USING rtree(event, west, east, south, north);
CREATE VIEW IF NOT EXISTS located_events AS
    SELECT start_date, type, mode, source_names, target_names, place_name, latitude, longitude, modality,
           claimed_by_name, fatalities_low, quote, url, id
    FROM events WHERE latitude IS NOT NULL ORDER BY start_date;
"""


class SqliteWriter(FileWriter):
    """One file; a transaction for each article."""

    def __init__(self, path: Path, keep: Keep = keep_all) -> None:
        super().__init__(path, keep)
        self._database = sqlite3.connect(path)
        self._database.executescript("\n".join([*_statements(), _MORE]))

    def write(self, result: Extraction) -> None:
        """Replace the rows of one article."""
        rows = table_rows(result)
        with self._database:
            self._delete(result.article.id)
            for table, some in rows.items():
                self._insert(table, some)
            self._index(result.article.id)

    def _delete(self, article: str) -> None:
        old = "SELECT rowid, text FROM claims WHERE article = ?"
        self._database.execute(
            f"INSERT INTO claims_text(claims_text, rowid, text) SELECT 'delete', rowid, text FROM ({old})", (article,)
        )
        self._database.execute(
            "DELETE FROM events_box WHERE event IN (SELECT rowid FROM events WHERE article = ?)", (article,)
        )
        for table in TABLES:
            column = "id" if table == "articles" else "article"
            self._database.execute(f"DELETE FROM {table} WHERE {column} = ?", (article,))

    def _insert(self, table: str, rows: list[Row]) -> None:
        columns = TABLES[table]
        names, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
        cells = (tuple(storable(row[column]) for column in columns) for row in rows)
        self._database.executemany(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})", cells)

    def _index(self, article: str) -> None:
        self._database.execute(
            "INSERT INTO claims_text(rowid, text) SELECT rowid, text FROM claims WHERE article = ?", (article,)
        )
        self._database.execute(
            """INSERT INTO events_box SELECT rowid, longitude, longitude, latitude, latitude
               FROM events WHERE article = ? AND latitude IS NOT NULL""",
            (article,),
        )

    def close(self) -> None:
        """Close the database."""
        self._database.close()


def _statements() -> Iterator[str]:
    for table, columns in TABLES.items():
        typed = ", ".join(f'"{name}" {kind.upper()}' for name, kind in columns.items())
        key = ", ".join(f'"{name}"' for name in KEYS[table])
        # The row number is a column, because the indexes need numbers that VACUUM does not change.
        yield f"CREATE TABLE IF NOT EXISTS {table} (rowid INTEGER PRIMARY KEY, {typed}, UNIQUE ({key}));"
    for index in _INDEXES:
        name = index.replace("(", "_").rstrip(")")
        yield f"CREATE INDEX IF NOT EXISTS {name} ON {index};"
