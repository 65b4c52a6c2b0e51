"""SQLite: the tables with full text indexes and an R-tree of the events. Opens in Datasette, which shows the links.

An article that is written again replaces what is there of it, so writing is idempotent and adds to a file that exists.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

from extractor.records import Extraction
from extractor.sqlite_files import named
from extractor.write.columns import FOREIGN, KEYS, TABLES, Row, storable, table_rows
from extractor.write.writer import FileWriter, Keep, keep_all

_INDEXES = (
    *(f"{table}({column})" for table, foreign in FOREIGN.items() for column in foreign),
    *("events(start_date)", "events(type)", "mentions(record)"),
)
# Table -> the columns that its full text index holds.
_SEARCHED = {"claims": ("text",), "articles": ("title", "text"), "actors": ("name",)}
_MORE = """
CREATE VIRTUAL TABLE IF NOT EXISTS events_box USING rtree(event, west, east, south, north);
CREATE VIEW IF NOT EXISTS located_events AS
    SELECT start_date, type, mode, source_names, target_names, place_name, latitude, longitude, modality,
           claimed_by_name, fatalities_low, quote, url, id
    FROM events WHERE latitude IS NOT NULL ORDER BY start_date;
"""


_OWNER = {True: "id", False: "article"}  # the column with the article's id, in the table of articles and elsewhere


class SqliteWriter(FileWriter):
    """One file; a transaction for each article."""

    def __init__(self, path: Path, keep: Keep = keep_all) -> None:
        super().__init__(path, keep)
        self._new = not path.exists()
        self._database = sqlite3.connect(path)
        with self.all_or_nothing(), named(path, "database of tables"):
            self._database.executescript("\n".join([*_statements(), _MORE]))
            for table, columns in TABLES.items():
                self._widen(table, columns)

    def _widen(self, table: str, columns: Mapping[str, str]) -> None:
        """Add the columns that a file of an earlier version lacks."""
        known = {row[1] for row in self._database.execute(f"PRAGMA table_info({table})")}
        for name, kind in columns.items():
            if name not in known:
                self._database.execute(f'ALTER TABLE {table} ADD COLUMN "{name}" {kind.upper()}')

    def write(self, result: Extraction) -> None:
        """Replace the rows of one article."""
        rows = table_rows(result)
        with self._database:
            self._delete(result.article.id)
            for table, some in rows.items():
                self._insert(table, some)
            self._index(result.article.id)

    def _delete(self, article: str) -> None:
        """Delete what the database holds of an article."""
        for table, columns in _SEARCHED.items():
            names = ", ".join(columns)
            self._database.execute(
                f"INSERT INTO {table}_text({table}_text, rowid, {names}) "
                f"SELECT 'delete', rowid, {names} FROM {table} WHERE {_OWNER[table == 'articles']} = ?",
                (article,),
            )
        self._database.execute(
            "DELETE FROM events_box WHERE event IN (SELECT rowid FROM events WHERE article = ?)", (article,)
        )
        for table in TABLES:
            self._database.execute(f"DELETE FROM {table} WHERE {_OWNER[table == 'articles']} = ?", (article,))

    def _insert(self, table: str, rows: list[Row]) -> None:
        """Put rows into a table; one with the same key is replaced."""
        columns = TABLES[table]
        names, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
        cells = (tuple(storable(row[column]) for column in columns) for row in rows)
        self._database.executemany(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})", cells)

    def _index(self, article: str) -> None:
        """Put an article into the indexes of words."""
        for table, columns in _SEARCHED.items():
            names = ", ".join(columns)
            self._database.execute(
                f"INSERT INTO {table}_text(rowid, {names}) "
                f"SELECT rowid, {names} FROM {table} WHERE {_OWNER[table == 'articles']} = ?",
                (article,),
            )
        self._database.execute(
            """INSERT INTO events_box SELECT rowid, longitude, longitude, latitude, latitude
               FROM events WHERE article = ? AND latitude IS NOT NULL""",
            (article,),
        )

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def undo(self) -> None:
        """Remove a file that broke off; one that was there before keeps what is whole in it."""
        if self._new:
            self.path.unlink(missing_ok=True)


def _statements() -> Iterator[str]:
    """The statements that make the tables, the searchable texts and the indexes."""
    for table, typed_columns in TABLES.items():
        typed = ", ".join(f'"{name}" {kind.upper()}' for name, kind in typed_columns.items())
        key = ", ".join(f'"{name}"' for name in KEYS[table])
        # The row number is a column, because the indexes need numbers that VACUUM does not change.
        links = "".join(f', FOREIGN KEY ("{name}") REFERENCES {to}(id)' for name, to in FOREIGN.get(table, {}).items())
        yield f"CREATE TABLE IF NOT EXISTS {table} (rowid INTEGER PRIMARY KEY, {typed}, UNIQUE ({key}){links});"
    for table, columns in _SEARCHED.items():
        content = f"content='{table}', content_rowid='rowid'"
        yield f"CREATE VIRTUAL TABLE IF NOT EXISTS {table}_text USING fts5({', '.join(columns)}, {content});"
    for index in _INDEXES:
        name = index.replace("(", "_").rstrip(")")
        yield f"CREATE INDEX IF NOT EXISTS {name} ON {index};"
