"""PostgreSQL with PostGIS: the tables of incidents, with a point for each incident."""

from collections.abc import Iterator

from extractor.incidents.records import Incident
from extractor.write.incident_columns import INCIDENT_KEYS, INCIDENT_TABLES, incident_rows
from extractor.write.postgis import PostgisWriter, create_statements, index_statements

_LOCATED = ("incidents",)
_INDEXES = (
    "incidents USING gist (geom)",
    "incidents (start_date)",
    *(f"{table} (incident)" for table in INCIDENT_TABLES if table != "incidents"),
)


class PostgisTables(PostgisWriter):
    """Fills the tables of incidents; one that is written again takes the place of what is there of it."""

    tables = INCIDENT_TABLES

    def statements(self) -> Iterator[str]:
        """What makes the tables."""
        yield from create_statements(INCIDENT_TABLES, INCIDENT_KEYS, _LOCATED)
        yield from index_statements(_INDEXES)

    def write_incident(self, incident: Incident) -> None:
        """Put in the rows of an incident; its own row is updated, so that tables of your own may point to it."""
        for table, rows in incident_rows(incident).items():
            if table != "incidents":
                self.run(f"DELETE FROM {table} WHERE incident = %s", (incident.id,))
            self.insert(table, rows, tuple(INCIDENT_TABLES[table]), INCIDENT_KEYS[table])
