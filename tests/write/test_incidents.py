"""Incidents in every format."""

import csv
import json
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from extractor import Extraction, Incident, InputError, link
from extractor.write.columns import storable
from extractor.write.incident_columns import INCIDENT_KEYS, INCIDENT_TABLES, incident_rows
from extractor.write.incident_postgis import PostgisTables
from extractor.write.incidents import WRITERS, open_incident_writer
from extractor.write.postgis import upsert_statement


@pytest.fixture
def incidents(story_results: list[Extraction]) -> list[Incident]:
    """The incidents of the stories."""
    return link(story_results)


@pytest.fixture
def written(incidents: list[Incident], tmp_path: Path) -> Callable[[str], Path]:
    """Writes them under a name."""

    def write(name: str) -> Path:
        with open_incident_writer(tmp_path / name) as writer:
            for incident in incidents:
                writer.write(incident)
        return tmp_path / name

    return write


def rows_of(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=delimiter))


def test_rows_have_the_columns_of_their_tables_and_keys_are_keys(incidents: list[Incident]) -> None:
    for table, columns in INCIDENT_TABLES.items():
        rows = [row for incident in incidents for row in incident_rows(incident)[table]]
        assert rows and all(list(row) == list(columns) for row in rows)
        keys = [tuple(row[column] for column in INCIDENT_KEYS[table]) for row in rows]
        assert len(keys) == len(set(keys))


def test_lines_are_read_back(written: Callable[[str], Path], incidents: list[Incident]) -> None:
    lines = written("x.jsonl").read_text(encoding="utf-8").splitlines()
    assert [Incident.model_validate_json(line) for line in lines] == incidents


def test_tables(written: Callable[[str], Path], tmp_path: Path) -> None:
    written("x.csv")
    (bombing,) = [row for row in rows_of(tmp_path / "x.incidents.csv") if row["type"] == "ASSAULT"]
    assert bombing["place_name"] == "Gao" and bombing["start_date"] == "2023-05-08"
    assert [bombing[f"fatalities_{part}"] for part in ("low", "best", "high")] == ["4", "9", "9"]
    assert (bombing["reports"], bombing["independent_sources"], bombing["disputed"]) == ("3", "2", "fatalities")
    figures = rows_of(tmp_path / "x.figures.csv")
    assert [(row["low"], row["claimed_by"], row["article"]) for row in figures] == [
        ("4", "army", "bus-1"),
        ("9", "hospital doctor", "bus-2"),
        ("9", "hospital doctor", "bus-3"),
    ]


def test_sqlite_is_written_to_again(written: Callable[[str], Path]) -> None:
    written("x.sqlite")
    with sqlite3.connect(written("x.sqlite")) as database:
        assert database.execute("SELECT count(*) FROM reports WHERE incident IN (SELECT id FROM incidents)").fetchone()
        assert database.execute("SELECT count(*), count(DISTINCT id) FROM incidents").fetchone()[0] > 1
        query = "SELECT claimed_by FROM figures WHERE slot = 'fatalities' AND low = 4"
        assert database.execute(query).fetchall() == [("army",)]
    database.close()


def test_a_map_has_a_feature_an_incident(written: Callable[[str], Path], incidents: list[Incident]) -> None:
    features = json.loads(written("x.geojson").read_text(encoding="utf-8"))["features"]
    assert [feature["id"] for feature in features] == [incident.id for incident in incidents]
    bombing = next(feature for feature in features if feature["properties"]["type"] == "ASSAULT")
    assert bombing["geometry"]["type"] == "Point" and bombing["properties"]["fatalities_best"] == 9


def test_a_layer_of_a_geopackage(written: Callable[[str], Path], incidents: list[Incident]) -> None:
    with sqlite3.connect(written("x.gpkg")) as database:
        assert database.execute("SELECT table_name FROM gpkg_contents").fetchall() == [("incidents",)]
        assert database.execute("SELECT count(*) FROM incidents").fetchone() == (len(incidents),)
    database.close()


def test_acled_has_a_row_an_incident(written: Callable[[str], Path]) -> None:
    rows = rows_of(written("x.acled.csv"))
    (bombing,) = [row for row in rows if row["location"] == "Gao"]
    assert bombing["source"] == "Harbour Post; Plains Herald; Coast Times"
    assert bombing["fatalities"] == "4"  # the lowest figure that stands
    assert bombing["event_date"] == "8 May 2023"
    assert bombing["notes"] == (
        "fatalities 4 (army); fatalities 9 (hospital doctor); disputed: fatalities; 2 independent sources in 3 articles"
    )


def test_ucdp_has_the_deadly_incidents(written: Callable[[str], Path]) -> None:
    (bombing,) = rows_of(written("x.ucdp.csv"))
    assert [bombing[name] for name in ("low", "best", "high", "number_of_sources")] == ["4", "9", "9", "2"]
    assert (bombing["where_prec"], bombing["date_prec"], bombing["date_start"]) == ("1", "1", "2023-05-08")
    assert bombing["source_office"] == "Harbour Post; Plains Herald; Coast Times"


def test_gdelt_counts_mentions_sources_and_articles(written: Callable[[str], Path]) -> None:
    lines = [line.split("\t") for line in written("x.gdelt.tsv").read_text(encoding="utf-8").splitlines()]
    assert ["3", "3", "3"] in [line[31:34] for line in lines]


def test_parquet_has_the_tables_with_their_types(
    written: Callable[[str], Path], incidents: list[Incident], tmp_path: Path
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pip install 'news-event-extractor[parquet]'")
    written("x.parquet")
    table = parquet.read_table(tmp_path / "x.incidents.parquet").to_pylist()
    assert [row["id"] for row in table] == [incident.id for incident in incidents]
    (bombing,) = [row for row in table if row["type"] == "ASSAULT"]
    assert (bombing["fatalities_low"], bombing["fatalities_high"], bombing["geo_precision"]) == (4, 9, 1)
    assert isinstance(bombing["latitude"], float)
    figures = parquet.read_table(tmp_path / "x.figures.parquet").to_pylist()
    assert [row["low"] for row in figures if row["incident"] == bombing["id"]] == [4, 9, 9]


@pytest.mark.parametrize("form", [form for form in WRITERS if form != "parquet"])
def test_the_same_incidents_give_the_same_bytes(form: str, incidents: list[Incident], tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        with open_incident_writer(tmp_path / name / "x.out", form) as writer:
            for incident in incidents:
                writer.write(incident)
    files = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert files and all((tmp_path / "a" / f).read_bytes() == (tmp_path / "b" / f).read_bytes() for f in files)


def test_nothing_is_there_after_an_error(incidents: list[Incident], tmp_path: Path) -> None:
    def broken() -> None:
        with open_incident_writer(tmp_path / "x.csv") as writer:
            writer.write(incidents[0])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    assert list(tmp_path.glob("x.*")) == []


def test_a_format_without_incidents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no format 'brat' of incidents"):
        open_incident_writer(tmp_path / "x.brat")


def test_an_incident_without_place_and_day_is_written(incidents: list[Incident], tmp_path: Path) -> None:
    bare = incidents[0].model_copy(update={"place": None, "start_date": None, "end_date": None, "time_precision": None})
    assert bare.first_published == date(2023, 5, 9)
    for form in ("csv", "geojson", "acled", "ucdp", "polecat", "gdelt", "gpkg"):
        with open_incident_writer(tmp_path / f"{form}.out", form) as writer:
            writer.write(bare)


def test_the_statements_of_postgis_are_sql_and_their_values_never_part_of_it(incidents: list[Incident]) -> None:
    """In SQLite, which knows neither points nor their indexes; tests/write/test_postgis.py has a real server."""
    database = sqlite3.connect(":memory:")
    for function in ("ST_SetSRID", "ST_MakePoint"):
        database.create_function(function, 2, lambda *_: None, deterministic=True)
    for statement in PostgisTables.statements(object.__new__(PostgisTables)):
        database.execute(statement.replace("geometry(Point, 4326)", "geometry").replace(" USING gist", ""))
    hostile = incidents[0].model_copy(update={"mode": "x'); DROP TABLE incidents; --"})
    for table, rows in (*incident_rows(incidents[0]).items(), *incident_rows(hostile).items()):
        columns = tuple(INCIDENT_TABLES[table])
        statement = upsert_statement(table, columns, INCIDENT_KEYS[table]).replace("%s", "?")
        database.executemany(statement, [tuple(storable(row[column]) for column in columns) for row in rows])
    assert database.execute("SELECT id, mode FROM incidents").fetchall() == [(hostile.id, hostile.mode)]
    database.close()
