"""Writing the gazetteer file: one SQLite database whose bytes depend on its content alone."""

import sqlite3
import struct
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from .entries import Entry, NameKind
from .keys import fold, sound

SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, feature TEXT NOT NULL,
    latitude INTEGER NOT NULL, longitude INTEGER NOT NULL, country TEXT, admin1 INTEGER, admin2 INTEGER,
    weight INTEGER NOT NULL);
CREATE TABLE name (key TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE sound (key TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE demonym (key TEXT PRIMARY KEY, country TEXT NOT NULL) WITHOUT ROWID;
"""
# Degrees are kept as integers of this fraction (about one metre).
SCALE = 100_000
# Countries whose names reach English by romanisation from Arabic, Persian, Pashto, Urdu, Kurdish or Cyrillic script.
ROMANISED = frozenset(
    """SY IQ LB JO YE SA EG LY SD TN DZ MA PS IL AE OM QA BH KW MR IR AF PK SO TD UA RU BY KZ KG TJ TM UZ AZ BG RS MK
    ME BA""".split()  # noqa: SIM905
)
_SQLITE_VERSION_BYTES = (92, 100)

Names = Mapping[int, Iterable[tuple[str, NameKind]]]


def write(
    path: Path, entries: Iterable[Entry], names: Names, demonyms: Mapping[str, str], meta: Mapping[str, str]
) -> None:
    """Entries, their names by entry id, demonyms (key -> country) and a description -> the file at `path`.

    The file is written beside `path` and moved there when it is whole.
    """
    ordered = sorted(entries, key=lambda entry: entry.id)
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    database = sqlite3.connect(part, isolation_level=None)
    try:
        database.executescript(SCHEMA)
        database.execute("BEGIN")
        database.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
        database.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_row, ordered))
        exact, rough = _keys(ordered, names)
        database.executemany("INSERT INTO name VALUES (?, ?)", sorted(exact.items()))
        database.executemany("INSERT INTO sound VALUES (?, ?)", sorted(rough.items()))
        database.executemany("INSERT INTO demonym VALUES (?, ?)", sorted(demonyms.items()))
        database.execute("COMMIT")
    finally:
        database.close()
    forget_sqlite_version(part)
    part.replace(path)


def _row(entry: Entry) -> tuple[object, ...]:
    return (
        entry.id,
        entry.name,
        entry.kind,
        entry.feature,
        round(entry.latitude * SCALE),
        round(entry.longitude * SCALE),
        entry.country,
        entry.admin1,
        entry.admin2,
        entry.weight,
    )


def _keys(entries: list[Entry], names: Names) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The best kind of each (key, place) pair, packed; and the same for the rough keys."""
    exact: dict[str, dict[int, int]] = defaultdict(dict)
    rough: dict[str, dict[int, int]] = defaultdict(dict)
    for entry in entries:
        is_romanised = entry.country in ROMANISED
        for name, kind in names.get(entry.id, ()):
            key = fold(name)
            if not key:
                continue
            exact[key][entry.id] = min(kind, exact[key].get(entry.id, kind))
            heard = sound(name) if is_romanised and kind <= NameKind.OTHER else ""
            if heard:
                rough[heard][entry.id] = min(kind, rough[heard].get(entry.id, kind))
    weights = {entry.id: entry.weight for entry in entries}
    return ({k: pack(v, weights) for k, v in exact.items()}, {k: pack(v, weights) for k, v in rough.items()})


def pack(places: Mapping[int, int], weights: Mapping[int, int]) -> bytes:
    """Place ids with their kind of name -> 4 bytes each, places of that main name first, then by weight."""
    order = sorted(places, key=lambda i: (places[i] != NameKind.MAIN, -weights[i], i))
    return struct.pack(f"<{len(order)}I", *(i * 4 + places[i] for i in order))


def forget_sqlite_version(path: Path) -> None:
    """Blank the header field that names the SQLite version, the one part that depends on the machine."""
    start, end = _SQLITE_VERSION_BYTES
    with path.open("r+b") as file:
        file.seek(start)
        file.write(bytes(end - start))
