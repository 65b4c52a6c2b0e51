"""A bigger gazetteer from a GeoNames dump (allCountries.zip, or one country's) that a user has downloaded.

The places of the wheel's gazetteer are kept with their names; the dump adds those it lacks. Lines are staged in a
database beside the target, so that memory stays small and a run that was stopped goes on where it was.
"""

import io
import sqlite3
import struct
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from extractor.errors import InputError
from extractor.gazetteer.entries import NameKind
from extractor.gazetteer.keys import fold, readable, sound
from extractor.gazetteer.store import ROMANISED, SCALE, SCHEMA, forget_sqlite_version

Progress = Callable[[int, int], None]
FEATURES = "PAHSTL"  # GeoNames feature classes that are taken unless others are asked for
_COLUMNS = 19
_BATCH = 20_000
_MOST_PLACES = 250  # of one name; the heaviest are kept ("San José" has thousands)
_CLASS_KIND = {"P": "city", "A": "district", "H": "river", "S": "facility", "T": "mountain", "L": "world_region"}
_CODE_KIND = {
    **dict.fromkeys(("ADM1", "ADM1H"), "region"),
    **dict.fromkeys(("PCLI", "PCLD", "PCLF", "PCLS", "PCL", "PCLIX", "TERR"), "country"),
    **dict.fromkeys(("LK", "LKS", "RSV", "LGN", "PND"), "lake"),
    **dict.fromkeys(("SEA", "OCN", "GULF", "BAY", "BAYS", "STRT", "CHN", "SD", "COVE", "HBR"), "sea"),
    **dict.fromkeys(("ISL", "ISLS", "ISLT", "ISLET", "ATOL", "ISLF"), "island"),
    **dict.fromkeys(("DSRT", "ERG"), "desert"),
    **dict.fromkeys(("VAL", "PLN", "PEN", "CAPE", "PLAT", "DLTA", "UPLD"), "world_region"),
    **dict.fromkeys(("CONT",), "continent"),
    **dict.fromkeys(("PRK", "RES", "MILB", "AREA", "INDS", "AIRB", "NVB", "OILF", "MNA", "CMPRF"), "facility"),
}
_STAGING = """
PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = FILE;
CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS place (id INTEGER PRIMARY KEY, name, kind, feature, latitude, longitude, country,
    admin1, admin2, weight);
CREATE TABLE IF NOT EXISTS division (code TEXT PRIMARY KEY, id INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS alias (key TEXT, packed INTEGER, weight INTEGER);
CREATE TABLE IF NOT EXISTS rough (key TEXT, packed INTEGER, weight INTEGER);
"""


@dataclass(frozen=True, slots=True)
class Dump:
    """What to read: the file, the countries (ISO codes, none for all) and the feature classes."""

    path: Path
    countries: frozenset[str] = frozenset()
    features: str = FEATURES

    def fingerprint(self) -> str:
        """Tells whether a staged run was of the same dump and choice."""
        return f"{self.path.name} {self.path.stat().st_size} {','.join(sorted(self.countries))} {self.features}"

    def lines(self) -> Iterator[str]:
        """The lines of the text file or of the one inside the zip. Raises InputError for anything else."""
        try:
            if not zipfile.is_zipfile(self.path):
                with self.path.open(encoding="utf-8", newline="\n") as plain:
                    yield from plain
                return
            with zipfile.ZipFile(self.path) as archive:
                name = self.path.stem + ".txt"
                if name not in archive.namelist():
                    raise InputError(f"{self.path} holds no {name}: give a dump from download.geonames.org/export/dump")
                with archive.open(name) as packed:
                    yield from io.TextIOWrapper(packed, encoding="utf-8", newline="\n")
        except (OSError, UnicodeDecodeError, zipfile.BadZipFile) as error:
            raise InputError(f"GeoNames dump {self.path} cannot be read: {error}") from error


def build(dump: Dump, target: Path, base: Path, progress: Progress | None = None) -> int:
    """A GeoNames dump and the gazetteer `base` -> the gazetteer `target`; returns its number of places.

    `progress` is told lines read and places taken. Raises InputError for a file that is no GeoNames dump.
    """
    staged = target.with_suffix(".staging")
    with closing(sqlite3.connect(staged, isolation_level=None)) as stage:
        stage.executescript(_STAGING)
        if _state(stage, "dump") != dump.fingerprint():
            _start(stage, dump, base)
        _read(stage, dump, progress)
        count = _finish(stage, target, base, dump)
    for path in staged.parent.glob(staged.name + "*"):
        path.unlink()
    return count


def _state(stage: sqlite3.Connection, key: str) -> Any:
    """What is noted under a key of the stage; None for nothing."""
    row = stage.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def _start(stage: sqlite3.Connection, dump: Dump, base: Path) -> None:
    """Empty the stage and put the base gazetteer on it."""
    stage.execute("BEGIN")
    for table in ("state", "place", "division", "alias", "rough"):
        stage.execute(f"DELETE FROM {table}")
    with closing(sqlite3.connect(f"file:{base}?mode=ro&immutable=1", uri=True)) as old:
        rows = old.execute("SELECT * FROM place")
        stage.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        weights = dict(old.execute("SELECT id, weight FROM place"))
        for source, table in (("name", "alias"), ("sound", "rough")):
            stage.executemany(
                f"INSERT INTO {table} VALUES (?, ?, ?)",
                (
                    (key, number, weights[number // 4])
                    for key, packed in old.execute(f"SELECT key, places FROM {source}")
                    for number in struct.unpack(f"<{len(packed) // 4}I", packed)
                ),
            )
    stage.execute("INSERT INTO state VALUES ('dump', ?), ('lines', 0)", (dump.fingerprint(),))
    stage.execute("COMMIT")


def _read(stage: sqlite3.Connection, dump: Dump, progress: Progress | None) -> None:
    """The lines not read before, a transaction for each batch."""
    done, taken = int(_state(stage, "lines")), 0
    lines = islice(dump.lines(), done, None)
    known = {number for (number,) in stage.execute("SELECT id FROM place")}
    while batch := list(islice(lines, _BATCH)):
        stage.execute("BEGIN")
        for number, line in enumerate(batch, done + 1):
            taken += _take(stage, _columns(line, number, dump.path), dump, known)
        done += len(batch)
        stage.execute("UPDATE state SET value = ? WHERE key = 'lines'", (done,))
        stage.execute("COMMIT")
        if progress:
            progress(done, taken)


def _columns(line: str, number: int, path: Path) -> list[str]:
    """The columns of a line. Raises InputError when it is none of a GeoNames dump."""
    columns = line.rstrip("\n").split("\t")
    if len(columns) != _COLUMNS or not columns[0].isdigit():
        raise InputError(f"{path}, line {number}: not a line of a GeoNames dump (19 columns separated by tabs)")
    return columns


def _spellings(name: str, plain: str, others: list[str]) -> dict[str, NameKind]:
    """The keys of the names of a place, each with the best kind of name that it has."""
    keys = dict.fromkeys(map(fold, filter(readable, others)), NameKind.OTHER)
    keys |= {fold(name): NameKind.MAIN, fold(plain): NameKind.MAIN}
    keys.pop("", None)
    return keys


def _take(stage: sqlite3.Connection, columns: list[str], dump: Dump, known: set[int]) -> bool:
    """Stage one line; whether it was a new place of the kind asked for."""
    identifier, (name, plain, others) = int(columns[0]), columns[1:4]
    letter, feature, country = columns[6], columns[7], columns[8]
    admin1, admin2 = f"{country}.{columns[10]}", f"{country}.{columns[10]}.{columns[11]}"
    division = {"ADM1": admin1, "ADM2": admin2}.get(feature)
    if division is not None:
        stage.execute("INSERT OR REPLACE INTO division VALUES (?, ?)", (division, identifier))
    if letter not in dump.features or identifier in known:
        return False
    if dump.countries and country not in dump.countries:
        return False
    kind = _CODE_KIND.get(feature, _CLASS_KIND.get(letter, "facility"))
    weight = int(columns[14] or 0) // (2 if kind in ("region", "district") else 1)
    latitude, longitude = round(float(columns[4]) * SCALE), round(float(columns[5]) * SCALE)
    row = (identifier, name, kind, feature, latitude, longitude, country or None, admin1, admin2, weight)
    stage.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    spellings = _spellings(name, plain, others.split(","))
    rows = [(key, identifier * 4 + how, weight) for key, how in sorted(spellings.items())]
    stage.executemany("INSERT INTO alias VALUES (?, ?, ?)", rows)
    if country in ROMANISED and letter in "PA":
        heard = sorted({heard for key in spellings if (heard := sound(key))})
        stage.executemany("INSERT INTO rough VALUES (?, ?, ?)", ((key, identifier * 4, weight) for key in heard))
    return True


def _finish(stage: sqlite3.Connection, target: Path, base: Path, dump: Dump) -> int:
    """The stage -> the gazetteer file, written beside `target` and moved there when it is whole."""
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part, isolation_level=None)) as new:
        new.executescript(SCHEMA)
        new.execute("BEGIN")
        codes = dict(stage.execute("SELECT code, id FROM division"))
        rows = stage.execute("SELECT * FROM place ORDER BY id")
        new.executemany(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (*row[:7], codes.get(row[7], _number(row[7])), codes.get(row[8], _number(row[8])), row[9])
                for row in rows
            ),
        )
        for source, table in (("alias", "name"), ("rough", "sound")):
            new.executemany(f"INSERT INTO {table} VALUES (?, ?)", _packed(stage, source))
        with closing(sqlite3.connect(f"file:{base}?mode=ro&immutable=1", uri=True)) as old:
            new.executemany("INSERT INTO demonym VALUES (?, ?)", old.execute("SELECT key, country FROM demonym"))
            meta = dict(old.execute("SELECT key, value FROM meta"))
        meta |= {"name": "geonames", "dump": dump.fingerprint()}
        new.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
        new.execute("COMMIT")
        count = int(new.execute("SELECT count(*) FROM place").fetchone()[0])
    forget_sqlite_version(part)
    part.replace(target)
    return count


def _number(code: object) -> int | None:
    """A division that is already an id; a code without a division is none."""
    return code if isinstance(code, int) else None


def _packed(stage: sqlite3.Connection, source: str) -> Iterator[tuple[str, bytes]]:
    """The places of each name: those of that main name first, then by weight, like the wheel's."""
    query = f"SELECT DISTINCT key, packed FROM {source} ORDER BY key, (packed % 4) != 0, weight DESC, packed"
    for key, rows in groupby(stage.execute(query), itemgetter(0)):
        best: dict[int, int] = {}
        for _, number in rows:
            best.setdefault(number // 4, number)
        kept = list(islice(best.values(), _MOST_PLACES))
        yield key, struct.pack(f"<{len(kept)}I", *kept)
