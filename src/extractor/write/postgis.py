"""PostgreSQL with PostGIS: the tables, with a point (WGS 84) for each event and place.

An article that is written again replaces what is there of it; rows that stay are updated, never deleted, so that
tables of your own may point to them. All is one transaction: with an error the database is as it was.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from extractor.errors import InputError, MissingExtra
from extractor.records import Extraction
from extractor.write.columns import KEYS, TABLES, Row, Tables, storable, table_rows
from extractor.write.writer import Keep, Writer, keep_all

if TYPE_CHECKING:
    import psycopg

_TYPES = {"text": "text", "integer": "bigint", "real": "double precision"}
_DAYS = ("start_date", "end_date")
_LOCATED = ("events", "places")
_POINT = "geom geometry(Point, 4326) GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)) STORED"
_INDEXES = (
    "events USING gist (geom)",
    "places USING gist (geom)",
    "events (start_date)",
    *(f"{table} (article)" for table in TABLES if table != "articles"),
)
_LOCK = 0x6E657773  # any fixed number: two runs that write at once wait for each other


class PostgisWriter(Writer):
    """Fills the tables of the database at `address`, and makes them where they are not there.

    The password may be part of the address, or come from $PGPASSWORD or ~/.pgpass; it is never shown.
    Raises InputError for what the database says, MissingExtra.
    """

    tables: Tables = TABLES

    def __init__(self, address: str, keep: Keep = keep_all) -> None:
        super().__init__(keep)
        self._shown = shown_address(address)
        import psycopg

        self._errors = psycopg.Error
        try:
            self._database = psycopg.connect(address)
        except psycopg.Error as error:
            self._refuse(error)
        try:
            self._prepare()
        except BaseException:
            self._database.close()
            raise

    def _prepare(self) -> None:
        """Make the tables. Raises InputError when the database has no PostGIS."""
        found = self.run("SELECT 1 FROM pg_extension WHERE extname = 'postgis'").fetchone()
        if found is None:
            name = self._database.info.dbname
            raise InputError(f"{self._shown} has no PostGIS: psql -d {name} -c 'CREATE EXTENSION postgis'")
        self.run(f"SELECT pg_advisory_xact_lock({_LOCK})")
        for statement in self.statements():
            self.run(statement)
        for table, columns in self.tables.items():
            self._widen(table, columns)

    def _widen(self, table: str, columns: Mapping[str, str]) -> None:
        """Add the columns that a table of an earlier version lacks; a table that lacks none is not locked."""
        about = "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass"
        known = {name for (name,) in self.run(about, (table,)).fetchall()}
        for name, kind in columns.items():
            if name not in known:
                self.run(f'ALTER TABLE {table} ADD COLUMN "{name}" {_column_type(name, kind)}')

    def statements(self) -> Iterator[str]:
        """What makes the tables."""
        yield from create_statements(TABLES, KEYS, _LOCATED)
        yield from index_statements(_INDEXES)

    def run(self, statement: str, values: tuple[object, ...] = ()) -> "psycopg.Cursor[Any]":
        """Run one statement. Raises InputError with the words of the database."""
        try:
            return self._database.execute(statement, values)
        except self._errors as error:
            self._refuse(error)

    def _refuse(self, error: Exception) -> NoReturn:
        raise InputError(f"{self._shown}: {' '.join(str(error).split())}") from None

    def write(self, result: Extraction) -> None:
        """Put in the rows of one article in the place of those that are there."""
        article = _cell(result.article.id)
        for table, rows in table_rows(result).items():
            if table == "mentions":  # nothing points to a mention
                self.run("DELETE FROM mentions WHERE article = %s", (article,))
            elif table != "articles":
                ids = [_cell(row["id"]) for row in rows]
                self.run(f"DELETE FROM {table} WHERE article = %s AND id <> ALL(%s::text[])", (article, ids))
            self.insert(table, rows, tuple(TABLES[table]), KEYS[table])

    def insert(self, table: str, rows: list[Row], columns: tuple[str, ...], key: tuple[str, ...]) -> None:
        """Put in rows; a row with the key of one that is there takes its place."""
        cells = [tuple(_cell(row[column]) for column in columns) for row in rows]
        try:
            with self._database.cursor() as cursor:
                cursor.executemany(upsert_statement(table, columns, key), cells)
        except self._errors as error:
            self._refuse(error)

    def finish(self) -> None:
        """Make it seen by others."""
        try:
            self._database.commit()
        except self._errors as error:
            self._refuse(error)

    def close(self) -> None:
        """Close the connection; what is not finished is undone."""
        self._database.close()


def shown_address(address: str) -> str:
    """An address without password and parameters. Raises InputError when it cannot be read, MissingExtra.

    >>> shown_address("postgresql://ada:secret@db.example:5433/news?sslmode=require")
    'postgresql://ada@db.example:5433/news'
    """
    try:
        from psycopg import ProgrammingError
        from psycopg.conninfo import conninfo_to_dict
    except ImportError as error:
        raise MissingExtra("PostGIS needs an extra: pip install 'news-event-extractor[postgis]'") from error
    try:
        known = {name: str(value) for name, value in conninfo_to_dict(address).items()}
    except ProgrammingError:
        known = {"port": "unreadable"}
    user, host, port, name = (known.get(part, "") for part in ("user", "host", "port", "dbname"))
    # A password with a bare "/" ends up in these; neither the address nor what is made of it may be shown then.
    if "@" in name + host or not re.fullmatch(r"[\d,]*", port):
        raise InputError(
            "the address of the database cannot be read: it looks like postgresql://user@host:5432/name, "
            "with %2F for / and %40 for @ in a password"
        )
    return f"postgresql://{user and user + '@'}{host}{port and ':' + port}/{name}"


def create_statements(tables: Tables, keys: Mapping[str, tuple[str, ...]], located: tuple[str, ...]) -> Iterator[str]:
    """What makes tables that are not there; those that are located have a point."""
    for table, columns in tables.items():
        typed = [f'"{name}" {_column_type(name, kind)}' for name, kind in columns.items()]
        typed += [_POINT] if table in located else []
        yield f"CREATE TABLE IF NOT EXISTS {table} ({', '.join(typed)}, PRIMARY KEY ({_quoted(keys[table])}))"


def _column_type(name: str, kind: str) -> str:
    """The type of a column in PostgreSQL."""
    return "date" if name in _DAYS else _TYPES[kind]


def index_statements(indexes: Iterable[str]) -> Iterator[str]:
    """What makes indexes that are not there."""
    for index in indexes:
        table, _, column = index.rstrip(")").replace(" USING gist", "").partition(" (")
        yield f"CREATE INDEX IF NOT EXISTS {table}_{column} ON {index}"


def upsert_statement(table: str, columns: tuple[str, ...], key: tuple[str, ...]) -> str:
    """What puts in a row; one with the key of a row that is there takes its place."""
    news = ", ".join(f'"{name}" = EXCLUDED."{name}"' for name in columns)
    return (
        f"INSERT INTO {table} ({_quoted(columns)}) VALUES ({', '.join(['%s'] * len(columns))}) "
        f"ON CONFLICT ({_quoted(key)}) DO UPDATE SET {news}"
    )


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _cell(cell: Any) -> Any:
    """What PostgreSQL can store: another character for each NUL and half of a surrogate pair, so that offsets hold."""
    if isinstance(cell, str):
        return cell.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    return storable(cell)
