"""What each writer wrote is read back by another program's rules."""

import csv
import json
import sqlite3
import struct
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from extractor import Extraction, InputError
from extractor.cli import app
from extractor.records import Actor, ActorKind
from extractor.write import FORMATS, format_of, open_writer
from extractor.write.brat import stem_of
from extractor.write.columns import TABLES
from extractor.write.legacy import columns


def write(result: Extraction, path: Path, **options: Any) -> Path:
    with open_writer(path, **options) as writer:
        writer.write(result)
    return path


def rows_of(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        if delimiter == ",":
            return list(csv.DictReader(lines))
        return list(csv.DictReader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.jsonl", "jsonl"),
        ("a.plover.jsonl", "plover"),
        ("a.b.CSV", "csv"),
        ("a.acled.csv", "acled"),
        ("20241201.export.csv", "gdelt"),
        ("a.polecat.tsv", "polecat"),
        ("a.db", "sqlite"),
    ],
)
def test_the_ending_chooses(name: str, form: str) -> None:
    assert format_of(Path(name)) == form


def test_unknown_endings_and_folders_are_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="known are .jsonl, .csv"):
        open_writer(tmp_path / "a.xlsx")
    with pytest.raises(InputError, match="no format 'xml'"):
        open_writer(tmp_path / "a", "xml")
    with pytest.raises(InputError, match="no folder"):
        open_writer(tmp_path / "none" / "a.jsonl")


@pytest.mark.parametrize("form", FORMATS)
def test_same_result_same_bytes_and_nothing_else_is_left(form: str, result: Extraction, tmp_path: Path) -> None:
    written = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        write(result, folder / f"x{FORMATS[form][0][0]}")
        files = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        assert files
        assert not any(name.endswith(".tmp") for name in files)
        written.append(files)
    assert written[0] == written[1]


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"sqlite", "brat"}))
def test_after_an_error_there_is_no_file(form: str, result: Extraction, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), open_writer(tmp_path / "x", form) as writer:
        writer.write(result)
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_json_lines_are_the_results(result: Extraction, tmp_path: Path) -> None:
    path = write(result, tmp_path / "x.jsonl")
    assert Extraction.model_validate_json(path.read_text(encoding="utf-8")) == result


def test_csv_tables_join_by_ids_and_hold_no_formula(result: Extraction, tmp_path: Path) -> None:
    write(result, tmp_path / "x.csv")
    tables = {name: rows_of(tmp_path / f"x.{name}.csv") for name in TABLES}
    assert {name: list(rows[0]) for name, rows in tables.items()} == {name: list(c) for name, c in TABLES.items()}
    first, second, *_ = tables["events"]
    assert (first["cameo"], first["source_names"], first["place_name"]) == ("0192", "Rebels; militiamen", "Aleppo")
    assert {row["article"] for name, rows in tables.items() for row in rows if name != "articles"} == {"art/1"}
    assert {row["place"] for row in tables["events"]} - {""} <= {row["id"] for row in tables["places"]}
    assert second["source_names"] == '\'=cmd|"/c calc"!A1'
    cells = [cell for rows in tables.values() for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t"))]
    metadata = json.loads((tmp_path / "x.csv-metadata.json").read_text())
    assert [table["url"] for table in metadata["tables"]] == [f"x.{name}.csv" for name in TABLES]


def test_tsv_tables(result: Extraction, tmp_path: Path) -> None:
    write(result, tmp_path / "x.tsv")
    with (tmp_path / "x.articles.tsv").open(encoding="utf-8", newline="") as lines:
        (article,) = csv.DictReader(lines, delimiter="\t")
    assert article["text"] == result.article.text


def test_geojson(result: Extraction, tmp_path: Path) -> None:
    collection = json.loads(write(result, tmp_path / "x.geojson").read_text(encoding="utf-8"))
    assert collection == result.to_geojson()
    features = collection["features"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [37.16, 36.2]}
    assert [feature["geometry"] for feature in features[1:]] == [None] * 3
    lines = write(result, tmp_path / "x.geojsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == features
    sequence = write(result, tmp_path / "x.geojsons").read_text(encoding="utf-8")
    assert [json.loads(text) for text in sequence.split("\x1e")[1:]] == features


def test_empty_geojson_is_valid(tmp_path: Path) -> None:
    with open_writer(tmp_path / "x.geojson"):
        pass
    assert json.loads((tmp_path / "x.geojson").read_text()) == {"type": "FeatureCollection", "features": []}


def test_sqlite_writes_an_article_again_without_repeating_it(result: Extraction, tmp_path: Path) -> None:
    write(result, tmp_path / "x.sqlite")
    path = write(result, tmp_path / "x.sqlite")
    database = sqlite3.connect(path)
    counts = {name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in TABLES}
    assert counts == {"articles": 1, "events": 4, "claims": 4, "actors": 8, "places": 2, "dates": 1, "mentions": 10}
    found = database.execute(
        "SELECT id FROM claims JOIN claims_text ON claims.rowid = claims_text.rowid WHERE claims_text MATCH 'seized'"
    )
    assert found.fetchall() == [("c-1",)]
    boxed = "SELECT id FROM events JOIN events_box ON event = events.rowid WHERE west > 37 AND north < 37"
    assert database.execute(boxed).fetchall() == [("e-1",)]
    assert len(database.execute("SELECT * FROM located_events").fetchall()) == 1
    assert database.execute("SELECT fatalities_high, cameo FROM events").fetchone() == (2**63 - 1, "0192")
    assert database.execute("INSERT INTO claims_text(claims_text) VALUES ('integrity-check')").rowcount
    database.close()


def test_parquet_has_types(result: Extraction, tmp_path: Path) -> None:
    import pyarrow.parquet

    write(result, tmp_path / "x.parquet")
    table = pyarrow.parquet.read_table(tmp_path / "x.events.parquet")
    assert str(table.schema.field("cameo").type) == "string"
    assert table.column("latitude").to_pylist() == [36.2, None, None, None]
    assert pyarrow.parquet.read_table(tmp_path / "x.mentions.parquet").num_rows == 10


def test_geopackage(result: Extraction, tmp_path: Path) -> None:
    path = write(result, tmp_path / "x.gpkg")
    assert path.read_bytes()[68:72] == b"GPKG"
    database = sqlite3.connect(path)
    points = [row[0] for row in database.execute("SELECT geom FROM events ORDER BY fid")]
    assert points[0][:8] == b"GP\x00\x01" + struct.pack("<i", 4326)
    assert struct.unpack("<BIdd", points[0][8:]) == (1, 1, 37.16, 36.2)
    assert points[1] is None
    contents = database.execute("SELECT table_name, data_type, min_x, srs_id FROM gpkg_contents").fetchall()
    assert contents == [("events", "features", 37.16, 4326)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.close()


def test_docbin(result: Extraction, tmp_path: Path) -> None:
    import spacy
    from spacy.tokens import DocBin

    path = write(result, tmp_path / "x.spacy")
    (doc,) = DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)
    assert doc.text == result.article.text
    assert [(span.text, span.label_) for span in doc.spans["places"]] == [("Aleppo", "city"), ("Homs", "city")]
    assert [(span.text, span.label_) for span in doc.spans["triggers"]][0] == ("seized", "COERCE")


def test_brat(result: Extraction, tmp_path: Path) -> None:
    folder = write(result, tmp_path / "x.brat")
    with (folder / f"{stem_of('art/1')}.txt").open(encoding="utf-8", newline="") as out:
        text = out.read()
    assert text == result.article.text
    lines = (folder / f"{stem_of('art/1')}.ann").read_text(encoding="utf-8").splitlines()
    for line in (line.split("\t") for line in lines if line.startswith("T")):
        pieces = [piece.split(" ") for piece in line[1].partition(" ")[2].split(";")]
        assert " ".join(text[int(start) : int(end)] for start, end in pieces) == line[2]
    assert "E1\tCOERCE:T12 Agent:T1 Source:T3 Place:T9 Date:T11" in lines
    assert "A3\tModality E3 denied" in lines


def test_polecat(result: Extraction, tmp_path: Path) -> None:
    rows = rows_of(write(result, tmp_path / "x.polecat.tsv"), "\t")
    assert list(rows[0]) == list(columns("polecat"))
    assert len(rows[0]) == 40
    assert [row["Event ID"] for row in rows] == ["e-1", "e-2", "e-4"]
    first = rows[0]
    wanted = ("Event Date", "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Province", "City")
    assert [first[name] for name in wanted] == [
        "2024-11-30",
        "Rebels; militiamen",
        "SYR",
        "652",
        "REB",
        "Aleppo",
        "Aleppo",
    ]
    assert (first["Wikipedia Actor ID"], rows[1]["Event Date"]) == ("None", "None")


def test_denied_events_are_kept_when_asked(result: Extraction, tmp_path: Path) -> None:
    rows = rows_of(write(result, tmp_path / "x.polecat.tsv", all_events=True), "\t")
    assert [row["Event ID"] for row in rows] == ["e-1", "e-2", "e-3", "e-4"]


def test_icews_expands_pairs(result: Extraction, tmp_path: Path) -> None:
    rows = rows_of(write(result, tmp_path / "x.icews.tsv"), "\t")
    assert len(rows[0]) == 20
    sides = [(row["Source Name"], row["Target Name"]) for row in rows]
    assert sides[:2] == [("Rebels", "the army"), ("militiamen", "the army")]
    assert sides[3:] == [("Iran", "Iraq"), ("Iraq", "Iran")]
    assert (rows[0]["Source Country"], rows[3]["Event Text"], rows[3]["CAMEO Code"]) == ("Syria", "Consult", "040")
    assert (rows[0]["Sentence Number"], rows[2]["Sentence Number"]) == ("1", "2")


def test_gdelt(result: Extraction, tmp_path: Path) -> None:
    lines = write(result, tmp_path / "x.gdelt.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    assert {len(row) for row in rows} == {61}
    first = dict(zip(columns("gdelt"), rows[0], strict=True))
    wanted = ("Day", "Year", "Actor1Code", "Actor2Name", "EventCode", "QuadClass", "ActionGeo_CountryCode", "DATEADDED")
    assert [first[name] for name in wanted] == [
        "20241130",
        "2024",
        "SYRREB",
        "THE ARMY",
        "0192",
        "4",
        "SY",
        "20241201083000",
    ]
    assert first["GlobalEventID"].isdigit()
    mentions = write(result, tmp_path / "x.gdelt-mentions.tsv").read_text(encoding="utf-8").splitlines()
    assert {len(line.split("\t")) for line in mentions} == {16}
    assert mentions[0].split("\t")[0] == first["GlobalEventID"]


def test_acled(result: Extraction, tmp_path: Path) -> None:
    (row,) = rows_of(write(result, tmp_path / "x.acled.csv"))
    assert len(row) == 31
    wanted = (
        "event_date",
        "disorder_type",
        "sub_event_type",
        "actor1",
        "assoc_actor_1",
        "inter1",
        "inter2",
        "interaction",
    )
    assert [row[name] for name in wanted] == [
        "30 November 2024",
        "Political violence",
        "Non-state actor overtakes territory",
        "Rebels",
        "militiamen",
        "2",
        "1",
        "12",
    ]
    assert (row["iso"], row["region"], row["country"], row["fatalities"]) == ("760", "Middle East", "Syria", "14")
    assert row["civilian_targeting"] == ""


def test_acled_says_when_violence_was_aimed_at_civilians(result: Extraction, tmp_path: Path) -> None:
    villagers = Actor(id="a-9", name="villagers", kind=ActorKind.PEOPLE, sector="CVL", confidence=1, mentions=[])
    taken = next(event for event in result.events if event.acled is not None)
    hit = taken.model_copy(update={"target": ["a-9"]})
    against = result.model_copy(update={"actors": [*result.actors, villagers], "events": [hit]})
    (row,) = rows_of(write(against, tmp_path / "x.acled.csv"))
    assert row["civilian_targeting"] == "Civilians targeted"


def test_plover(result: Extraction, tmp_path: Path) -> None:
    path = write(result, tmp_path / "x.plover.jsonl", all_events=True)
    events = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    first = events[0]
    assert (first["event"], first["mode"], first["quad_code"]) == (["COERCE"], ["seize"], 4)
    assert [actor["code"] for actor in first["actor"]] == ["SYR", "SYR"]
    assert (first["event_loc"]["resolution"], first["event_loc"]["country_code"]) == (4, "SYR")
    assert (events[2]["mode"], events[2]["event_loc"]["resolved_place"]) == (["aerial", "negation"], None)


def test_convert_from_the_command_line(result: Extraction, tmp_path: Path) -> None:
    results = write(result, tmp_path / "part-00000.jsonl")
    for given in (results, tmp_path):
        done = CliRunner().invoke(app, ["convert", str(given), "-o", str(tmp_path / "x.polecat.tsv"), "--all-events"])
        assert done.exit_code == 0, done.output
        assert len(rows_of(tmp_path / "x.polecat.tsv", "\t")) == 4


def test_convert_names_the_line_that_is_no_result(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"article": 7}\n', encoding="utf-8")
    done = CliRunner().invoke(app, ["convert", str(tmp_path / "x.jsonl"), "-o", str(tmp_path / "x.csv")])
    assert isinstance(done.exception, InputError)
    assert "x.jsonl line 1 is no result: article" in str(done.exception)
