"""GeoPackage (OGC 12-128r18): one layer of events for QGIS and other map programs; written with SQLite alone."""

import sqlite3
import struct
from collections.abc import Mapping
from pathlib import Path

from extractor.records import Extraction
from extractor.write.columns import TABLES, Row, event_row, storable
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
"""


class GeoPackageWriter(FileWriter):
    """The layer `events`; an event without coordinates has a null geometry."""

    def __init__(
        self, path: Path, keep: Keep = keep_all, layer: str = "events", columns: Mapping[str, str] = TABLES["events"]
    ) -> None:
        super().__init__(path, keep)
        self._layer, self._columns = layer, columns
        self._database = sqlite3.connect(self.new_file(path))
        self._database.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        self._database.execute(f"PRAGMA user_version = {_VERSION}")
        self._database.executescript(_FRAME)
        typed = ", ".join(f'"{name}" {_TYPES[kind]}' for name, kind in columns.items())
        self._database.execute(
            f"CREATE TABLE {layer} (fid INTEGER PRIMARY KEY AUTOINCREMENT, geom POINT, {typed}, UNIQUE (id))"
        )

    def write(self, result: Extraction) -> None:
        """Add the events of one article."""
        for event in filter(self.keep, result.events):
            self.write_row(event_row(event, result))

    def write_row(self, row: Row) -> None:
        """Add one feature with its cells."""
        cells = [storable(row.get(name)) for name in self._columns]
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
        self._database.commit()

    def close(self) -> None:
        """Close the database."""
        self._database.close()


def point(longitude: float | None, latitude: float | None) -> bytes | None:
    """A GeoPackage point: the header "GP", version 0, little-endian without envelope, SRS 4326; then WKB."""
    if longitude is None or latitude is None:
        return None
    return b"GP\x00\x01" + struct.pack("<iBIdd", 4326, 1, 1, longitude, latitude)


def _quoted(name: str) -> str:
    return f'"{name}"'
