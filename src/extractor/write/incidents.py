"""Incidents in every format: lines, tables, map layers, databases, and the rows of the old event data sets."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from extractor.errors import InputError
from extractor.incidents.records import Incident
from extractor.sqlite_files import named
from extractor.write.columns import storable
from extractor.write.delimited import CsvWriter, TsvWriter
from extractor.write.formats import format_of, is_database
from extractor.write.geojson_files import GeoJsonLinesWriter, GeoJsonSequenceWriter, GeoJsonWriter
from extractor.write.geopackage import GeoPackageWriter
from extractor.write.incident_columns import (
    INCIDENT_KEYS,
    INCIDENT_TABLES,
    incident_feature,
    incident_row,
    incident_rows,
)
from extractor.write.incident_values import incident_values
from extractor.write.jsonl import JsonlWriter
from extractor.write.legacy import AcledWriter, GdeltWriter, IcewsWriter, LegacyWriter, PolecatWriter
from extractor.write.parquet import ParquetWriter

Add = Callable[[Incident], None]


class IncidentWriter:
    """Use it with `with`; without an error all incidents are there at its end, with one nothing of them is."""

    def __init__(self, writer: AbstractContextManager[Any], add: Add) -> None:
        self._writer, self._add = writer, add

    def write(self, incident: Incident) -> None:
        """Add one incident."""
        self._add(incident)

    def __enter__(self) -> Self:
        self._writer.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._writer.__exit__(kind, error, _)


class UcdpWriter(LegacyWriter):
    """UCDP GED: comma-separated with a header."""

    form, delimiter = "ucdp", ","


class SqliteTables(AbstractContextManager["SqliteTables"]):
    """One SQLite file with the tables of incidents; an incident that is written again takes the place of its rows."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path)
        with named(path, "database of tables"):
            for table, columns in INCIDENT_TABLES.items():
                typed = ", ".join(f'"{name}" {kind.upper()}' for name, kind in columns.items())
                key = ", ".join(INCIDENT_KEYS[table])
                self._database.execute(f"CREATE TABLE IF NOT EXISTS {table} ({typed}, PRIMARY KEY ({key}))")

    def write_incident(self, incident: Incident) -> None:
        """Put in the rows of an incident, in one transaction."""
        with self._database:
            for table, rows in incident_rows(incident).items():
                column = "id" if table == "incidents" else "incident"
                self._database.execute(f"DELETE FROM {table} WHERE {column} = ?", (incident.id,))
                marks = ", ".join("?" * len(INCIDENT_TABLES[table]))
                cells = (tuple(storable(cell) for cell in row.values()) for row in rows)
                self._database.executemany(f"INSERT INTO {table} VALUES ({marks})", cells)

    def __exit__(self, *_: object) -> None:
        self._database.close()


def _lines(path: Path) -> IncidentWriter:
    lines = JsonlWriter(path)
    return IncidentWriter(lines, lambda incident: lines.write_line(incident.model_dump_json()))


def _tables(path: Path, kind: type[CsvWriter] | type[ParquetWriter]) -> IncidentWriter:
    tables = kind(path, tables=INCIDENT_TABLES)
    return IncidentWriter(tables, lambda incident: tables.write_rows(incident_rows(incident)))


def _features(path: Path, kind: type[GeoJsonWriter]) -> IncidentWriter:
    features = kind(path)
    return IncidentWriter(features, lambda incident: features.write_feature(incident_feature(incident)))


def _layer(path: Path) -> IncidentWriter:
    layer = GeoPackageWriter(path, layer="incidents", columns=INCIDENT_TABLES["incidents"])
    return IncidentWriter(layer, lambda incident: layer.write_row(incident_row(incident)))


def _sqlite(path: Path) -> IncidentWriter:
    tables = SqliteTables(path)
    return IncidentWriter(tables, tables.write_incident)


def _rows(path: Path, kind: type[LegacyWriter], wanted: Callable[[Incident], bool]) -> IncidentWriter:
    """A writer of the rows that a format for events has, for some incidents."""
    rows = kind(path)

    def add(incident: Incident) -> None:
        if wanted(incident):
            rows.write_values(incident_values(incident))

    return IncidentWriter(rows, add)


def happened(incident: Incident) -> bool:
    """Not what is only intended, or denied by all: the old data sets have no column for it."""
    return incident.occurrence not in ("intended", "denied")


def is_of_acled(incident: Incident) -> bool:
    """Whether ACLED would have a row for it: diplomacy has none."""
    return happened(incident) and incident.acled is not None


def is_deadly(incident: Incident) -> bool:
    """Whether somebody died by force, so that UCDP would have a row for it."""
    best = incident.fatalities.best if incident.fatalities else None
    return happened(incident) and bool(best)


WRITERS: dict[str, Callable[[Path], IncidentWriter]] = {
    "jsonl": _lines,
    "csv": lambda path: _tables(path, CsvWriter),
    "tsv": lambda path: _tables(path, TsvWriter),
    "parquet": lambda path: _tables(path, ParquetWriter),
    "geojson": lambda path: _features(path, GeoJsonWriter),
    "geojsonl": lambda path: _features(path, GeoJsonLinesWriter),
    "geojsons": lambda path: _features(path, GeoJsonSequenceWriter),
    "gpkg": _layer,
    "sqlite": _sqlite,
    "acled": lambda path: _rows(path, AcledWriter, is_of_acled),
    "ucdp": lambda path: _rows(path, UcdpWriter, is_deadly),
    "polecat": lambda path: _rows(path, PolecatWriter, happened),
    "icews": lambda path: _rows(path, IcewsWriter, happened),
    "gdelt": lambda path: _rows(path, GdeltWriter, happened),
}


def open_incident_writer(output: str | Path, form: str | None = None) -> IncidentWriter:
    """A writer of incidents for a path, or for a database when a text like "postgresql://user@host/name" is given.

    Raises InputError for a format that holds no incidents, MissingExtra.
    """
    if isinstance(output, str) and is_database(output):
        from extractor.write.incident_postgis import PostgisTables

        database = PostgisTables(output)
        return IncidentWriter(database, database.write_incident)
    path = Path(output)
    form = form or ("ucdp" if path.name.lower().endswith(".ucdp.csv") else format_of(path))
    if form not in WRITERS:
        raise InputError(f"there is no format {form!r} of incidents: known are {', '.join(WRITERS)}")
    return WRITERS[form](path)
