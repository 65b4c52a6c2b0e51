"""The tables in a real PostgreSQL with PostGIS that the test starts itself; skipped where it is not installed."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from extractor import Extraction, Incident, InputError, MissingExtra, link
from extractor.cli import app
from extractor.write import open_writer
from extractor.write.columns import TABLES
from extractor.write.incident_columns import INCIDENT_TABLES
from extractor.write.incidents import open_incident_writer
from extractor.write.postgis import shown_address

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed: pip install 'news-event-extractor[postgis]'")

SECRET = "p/w@d"
INSTALL = "apt-get install postgresql postgis postgresql-15-postgis-3"


def binaries() -> Path:
    """The folder of initdb and pg_ctl."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    named = shutil.which("initdb")
    if not found and named is None:
        pytest.skip(f"PostgreSQL is not installed: {INSTALL}")
    return found[-1].parent if found else Path(str(named)).parent


def as_owner(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root, so root runs it as the user that its package makes."""
    if os.getuid() != 0:
        return []
    if shutil.which("runuser") is None:
        pytest.skip("this is root, and there is no runuser")
    try:
        shutil.chown(folder, "postgres")
    except LookupError:
        pytest.skip("this is root, and there is no user postgres")
    return ["runuser", "-u", "postgres", "--"]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server without a database name, as in "postgresql://postgres:secret@127.0.0.1:54321"."""
    programs = binaries()
    folder = Path(tempfile.mkdtemp(prefix="extractor-postgres-"))  # pytest's folders are closed to other users
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    owner = as_owner(folder)
    (folder / "password").write_text(SECRET, encoding="utf-8")

    def call(program: str, *options: str) -> None:
        command = [*owner, str(programs / program), "-D", str(folder / "data"), *options]
        # The server keeps what it inherits open, so it must not inherit a pipe.
        with (folder / "log").open("ab") as log:
            done = subprocess.run(command, cwd="/", stdout=log, stderr=log, check=False, timeout=120)
        assert done.returncode == 0, (folder / "log").read_text(encoding="utf-8")

    options = f"-k {folder} -p {port} -c listen_addresses=127.0.0.1 -c fsync=off"
    call(
        "initdb", "-U", "postgres", "-A", "scram-sha-256", f"--pwfile={folder / 'password'}", "-E", "UTF8", "--no-sync"
    )
    try:
        call("pg_ctl", "-w", "-l", str(folder / "server.log"), "-o", options, "start")
        yield f"postgresql://postgres:p%2Fw%40d@127.0.0.1:{port}"
        call("pg_ctl", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def address(server: str, request: pytest.FixtureRequest) -> str:
    """The address of a new database with PostGIS."""
    name = f"db{abs(hash(request.node.name))}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as database:
        if not database.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'").fetchone():
            pytest.skip(f"PostGIS is not installed: {INSTALL}")
        database.execute(f"CREATE DATABASE {name}")
    with psycopg.connect(f"{server}/{name}") as database:
        database.execute("CREATE EXTENSION postgis")
    return f"{server}/{name}"


def write(result: Extraction, address: str) -> None:
    with open_writer(address) as writer:
        writer.write(result)


def rows(address: str, query: Any) -> list[Any]:
    with psycopg.connect(address) as database:
        found: list[Any] = database.execute(query).fetchall()
    return found


def everything(address: str) -> dict[str, list[Any]]:
    """All rows in the order in which they lie in the tables."""
    return {table: rows(address, f"SELECT * FROM {table}") for table in TABLES}


def test_tables_join_and_have_points(result: Extraction, address: str) -> None:
    write(result, address)
    counts = {name: len(some) for name, some in everything(address).items()}
    assert counts == {"articles": 1, "events": 4, "claims": 4, "actors": 8, "places": 2, "dates": 1, "mentions": 10}
    points = "SELECT id, ST_AsText(geom), ST_SRID(geom) FROM events ORDER BY id LIMIT 2"
    assert rows(address, points) == [("e-1", "POINT(37.16 36.2)", 4326), ("e-2", None, None)]
    near = """SELECT events.start_date::text, events.cameo, fatalities_high, actors.name, claims.trigger FROM events
              JOIN actors ON actors.id = split_part(events.source, '; ', 1) JOIN claims ON claims.event = events.id
              WHERE ST_DWithin(events.geom::geography, ST_MakePoint(37, 36)::geography, 50000)"""
    assert rows(address, near) == [("2024-11-30", "0192", 2**63 - 1, "Rebels", "seized")]
    assert rows(address, "SELECT ST_AsText(geom) FROM places ORDER BY id") == [("POINT(37.16 36.2)",), (None,)]


def test_writing_again_changes_nothing(result: Extraction, address: str) -> None:
    write(result, address)
    before = everything(address)
    write(result, address)
    assert {name: sorted(map(str, some)) for name, some in everything(address).items()} == {
        name: sorted(map(str, some)) for name, some in before.items()
    }


def test_rows_that_stay_are_updated_and_others_go(result: Extraction, address: str) -> None:
    write(result, address)
    with psycopg.connect(address) as database:
        database.execute("CREATE TABLE notes (event text REFERENCES events (id), words text)")
        database.execute("INSERT INTO notes VALUES ('e-1', 'checked')")
    first = result.events[0].model_copy(update={"mode": "occupy"})
    write(result.model_copy(update={"events": [first], "claims": [], "dates": []}), address)
    assert rows(address, "SELECT id, mode, words FROM events JOIN notes ON event = id") == [
        ("e-1", "occupy", "checked")
    ]
    assert [len(some) for some in everything(address).values()] == [1, 1, 0, 8, 2, 0, 10]


def test_text_that_postgresql_cannot_store_keeps_its_offsets(result: Extraction, address: str) -> None:
    article = result.article.model_copy(update={"text": result.article.text.replace("said", "s\0\ud800d")})
    write(result.model_copy(update={"article": article}), address)
    ((text,),) = rows(address, "SELECT text FROM articles")
    assert text == result.article.text.replace("said", "s\ufffd?d")


def test_after_an_error_the_database_is_as_it_was(result: Extraction, address: str) -> None:
    with pytest.raises(RuntimeError), open_writer(address) as writer:
        writer.write(result)
        raise RuntimeError
    assert rows(address, "SELECT to_regclass('events')") == [(None,)]


def test_two_stores_hold_the_same(result: Extraction, address: str, server: str) -> None:
    write(result, address)
    first = everything(address)
    with psycopg.connect(address) as database:
        database.execute(f"DROP TABLE {', '.join(TABLES)}")
    write(result, address)
    assert everything(address) == first


def write_incidents(incidents: list[Incident], address: str) -> None:
    with open_incident_writer(address) as writer:
        for incident in incidents:
            writer.write(incident)


def test_incidents_have_points_and_their_tables_join(story_results: list[Extraction], address: str) -> None:
    incidents = link(story_results)
    write_incidents(incidents, address)
    assert rows(address, "SELECT count(*), count(DISTINCT id) FROM incidents") == [(len(incidents),) * 2]
    near_gao = """SELECT i.start_date::text, fatalities_low, fatalities_high, count(*) FROM incidents i
                  JOIN reports ON incident = i.id WHERE i.type = 'ASSAULT'
                  AND ST_DWithin(geom::geography, ST_MakePoint(-0.04, 16.27)::geography, 30000)
                  GROUP BY i.id, i.start_date, fatalities_low, fatalities_high"""
    assert rows(address, near_gao) == [("2023-05-08", 4, 9, 3)]
    said = "SELECT low, claimed_by FROM figures WHERE slot = 'fatalities' ORDER BY low, article LIMIT 2"
    assert rows(address, said) == [(4, "army"), (9, "hospital doctor")]


def test_incidents_that_are_written_again_take_the_place_of_what_is_there(
    story_results: list[Extraction], address: str
) -> None:
    incidents = link(story_results)
    write_incidents(incidents, address)
    before = {table: sorted(map(str, rows(address, f"SELECT * FROM {table}"))) for table in INCIDENT_TABLES}
    write_incidents(incidents, address)
    assert before == {table: sorted(map(str, rows(address, f"SELECT * FROM {table}"))) for table in INCIDENT_TABLES}
    bombing = max(incidents, key=lambda incident: len(incident.reports))
    write_incidents([bombing.model_copy(update={"reports": bombing.reports[:1], "mode": "raid"})], address)
    asked = (
        f"SELECT mode, count(*) FROM incidents JOIN reports ON incident = id WHERE id = '{bombing.id}' GROUP BY mode"
    )
    assert rows(address, asked) == [("raid", 1)]


def test_a_table_of_ones_own_is_left_alone(result: Extraction, address: str) -> None:
    with psycopg.connect(address) as database:
        database.execute("CREATE TABLE events (id integer, day date)")
    with pytest.raises(InputError, match='"geom" does not exist'):
        write(result, address)


def test_without_postgis_the_error_names_the_command(server: str) -> None:
    with pytest.raises(InputError, match="/postgres has no PostGIS: psql -d postgres -c 'CREATE EXTENSION postgis'"):
        open_writer(f"{server}/postgres")


@pytest.mark.parametrize("wrong", ["wrong%2Fsecret", "wrong/secret", "wrong@secret", "wrong%zzsecret"])
def test_a_password_is_in_no_error(wrong: str, server: str) -> None:
    with pytest.raises(InputError) as caught:
        open_writer(server.replace("p%2Fw%40d", wrong) + "/news")
    assert "secret" not in str(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__cause__ is None


def test_an_unreachable_server_is_an_error() -> None:
    with pytest.raises(InputError, match="postgresql://127.0.0.1:1/news: connection"):
        open_writer("postgresql://127.0.0.1:1/news")


def test_without_the_extra_the_error_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtra, match=r"pip install 'news-event-extractor\[postgis\]'"):
        shown_address("postgresql://host/news")


def test_convert_and_batch_from_the_command_line(
    result: Extraction, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with open_writer("results.jsonl") as writer:
        writer.write(result)
    done = CliRunner().invoke(app, ["convert", "results.jsonl", "-o", address])
    assert done.exit_code == 0, done.output
    assert rows(address, "SELECT count(*) FROM events") == [(4,)]
    (tmp_path / "in.txt").write_text("Police arrested 12 people in Lagos on 3 March 2024.", encoding="utf-8")
    done = CliRunner().invoke(app, ["batch", "in.txt", "-o", address])
    assert done.exit_code == 0, done.output
    assert rows(address, "SELECT count(*) FROM articles") == [(2,)]
    name = address.rpartition("/")[2]
    assert (tmp_path / f"{name}.parts" / "manifest.json").is_file()
    written = [path.read_text(encoding="utf-8") for path in (tmp_path / f"{name}.parts").iterdir()]
    assert not [text for text in [*written, done.output] if SECRET in text or "p%2Fw%40d" in text]
