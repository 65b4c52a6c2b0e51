"""GeoPackage (OGC 12-128r18): one layer of events for QGIS and other map programs; written with SQLite alone."""

import json
import sqlite3
import struct
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from extractor.records import Extraction
from extractor.write.columns import DAYS, LISTS, TABLES, Row, storable, typed_rows
from extractor.write.writer import FileWriter, Keep, keep_all

_WGS84 = (
    'GEOGCS["WGS 84",DATUM["World Geodetic System 1984",SPHEROID["WGS 84",6378137,298.257223563]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]'
)
_APPLICATION_ID, _VERSION = 0x47504B47, 10300  # "GPKG", 1.3
_TYPES = {"text": "TEXT", "integer": "INTEGER", "real": "DOUBLE"}
_FRAME = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
    description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
    srs_id INTEGER REFERENCES gpkg_spatial_ref_sys);
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents, column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys, z TINYINT NOT NULL,
    m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL REFERENCES gpkg_contents, column_name TEXT NOT NULL, name TEXT,
    title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT, PRIMARY KEY (table_name, column_name));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
    scope TEXT NOT NULL, UNIQUE (table_name, column_name, extension_name));
INSERT INTO gpkg_extensions VALUES ('gpkg_data_columns', NULL, 'gpkg_schema',
    'http://www.geopackage.org/spec/#extension_schema', 'read-write');
"""


class GeoPackageWriter(FileWriter):
    """The layer `events`; an event without coordinates has a null geometry."""

    def __init__(
        self, path: Path, keep: Keep = keep_all, layer: str = "events", columns: Mapping[str, str] = TABLES["events"]
    ) -> None:
        super().__init__(path, keep)
        self._layer, self._columns = layer, columns
        self._database = sqlite3.connect(self.new_file(path))
        with self.all_or_nothing():
            self._make_layer()

    def _make_layer(self) -> None:
        """Make the tables that the format asks for, and the one of the events."""
        columns, layer = self._columns, self._layer
        self._database.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        self._database.execute(f"PRAGMA user_version = {_VERSION}")
        self._database.executescript(_FRAME)
        types = {name: _TYPES[kind] for name, kind in columns.items()}
        types |= {name: "DATE" for name in DAYS.get(layer, ()) if name in types}
        typed = ", ".join(f'"{name}" {kind}' for name, kind in types.items())
        self._database.execute(
            f"CREATE TABLE {layer} (fid INTEGER PRIMARY KEY AUTOINCREMENT, geom POINT, {typed}, UNIQUE (id))"
        )

    def write(self, result: Extraction) -> None:
        """Add the events of one article."""
        for event, row in zip(result.events, typed_rows(result)["events"], strict=True):
            if self.keep(event):
                self.write_row(row)

    def write_row(self, row: Row) -> None:
        """Add one feature with its cells."""
        cells = [_cell(row.get(name)) for name in self._columns]
        self._database.execute(
            f"INSERT OR REPLACE INTO {self._layer} (geom, {', '.join(map(_quoted, self._columns))}) "
            f"VALUES ({', '.join('?' * (len(cells) + 1))})",
            [point(row.get("longitude"), row.get("latitude")), *cells],
        )

    def finish(self) -> None:
        """Describe the layer. The time of the last change is fixed, so that the same events give the same bytes."""
        systems = [
            ("Undefined Cartesian", -1, "NONE", -1, "undefined", None),
            ("Undefined geographic", 0, "NONE", 0, "undefined", None),
            ("WGS 84", 4326, "EPSG", 4326, _WGS84, None),
        ]
        self._database.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", systems)
        self._database.execute(
            f"""INSERT INTO gpkg_contents SELECT '{self._layer}', 'features', '{self._layer}', '',
               '1970-01-01T00:00:00.000Z', min(longitude), min(latitude), max(longitude), max(latitude), 4326
               FROM {self._layer}"""
        )
        self._database.execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', 4326, 0, 0)", (self._layer,)
        )
        self._database.executemany(
            "INSERT INTO gpkg_data_columns VALUES (?, ?, NULL, NULL, NULL, 'application/json', NULL)",
            [(self._layer, name) for name in LISTS.get(self._layer, ())],
        )
        self._database.commit()

    def close(self) -> None:
        """Close the database."""
        self._database.close()


def _cell(cell: Any) -> Any:
    """Days as ISO 8601, lists as JSON, which the columns are said to hold."""
    if isinstance(cell, list):
        return json.dumps(cell, ensure_ascii=False)
    if isinstance(cell, date):
        return cell.isoformat()
    return storable(cell)


def point(longitude: float | None, latitude: float | None) -> bytes | None:
    """A GeoPackage point: the header "GP", version 0, little-endian without envelope, SRS 4326; then WKB."""
    if longitude is None or latitude is None:
        return None
    return b"GP\x00\x01" + struct.pack("<iBIdd", 4326, 1, 1, longitude, latitude)


def _quoted(name: str) -> str:
    return f'"{name}"'
