"""`extractor link`, `extractor show` and `extractor batch --link` on the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor import Extraction, Incident, IncidentStore, link
from extractor.cli import app
from extractor.errors import InputError


def run(*words: object) -> tuple[str, str]:
    """What a command prints: output and messages."""
    done = CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout, done.stderr


@pytest.fixture
def given(story_results: list[Extraction], tmp_path: Path) -> Path:
    """A file of results."""
    path = tmp_path / "results.jsonl"
    path.write_text("".join(result.model_dump_json() + "\n" for result in story_results), encoding="utf-8")
    return path


def test_incidents_are_written(given: Path, story_results: list[Extraction], tmp_path: Path) -> None:
    out = tmp_path / "incidents.jsonl"
    _, told = run("link", given, "-o", out)
    written = [Incident.model_validate_json(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {i.id: len(i.reports) for i in written} == {i.id: len(i.reports) for i in link(story_results)}
    assert told == f"{len(written)} incidents: {len(written)} opened\n"


def test_a_store_is_added_to(given: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite"
    run("link", given, "--store", store)
    assert "unchanged" in run("link", given, "--store", store)[1]
    assert "fatalities" in run("show", store, "--disputed")[0]


def test_who_says_what_is_shown(given: Path, tmp_path: Path) -> None:
    out = tmp_path / "incidents.jsonl"
    run("link", given, "-o", out)
    shown = run("show", out, "--min-sources", 2)[0]
    assert "says army" in shown and "says hospital doctor" in shown and "disputed: fatalities: 4 (army) | 9" in shown
    assert "Harbour Post" in shown and "strike" not in shown
    assert run("show", out, "--type", "aid")[0] == ""


def test_a_link_is_explained(given: Path, tmp_path: Path) -> None:
    out = tmp_path / "incidents.jsonl"
    run("link", given, "-o", out)
    written = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    bombing, strike = (next(i["id"] for i in written if i["type"] == kind) for kind in ("ASSAULT", "PROTEST"))
    apart, whole = (run("link", given, "--explain", bombing, other)[0] for other in (strike, bombing))
    assert "bus-1 ASSAULT" in apart and "strike-1 PROTEST" in apart and "type.other" in apart
    assert apart.splitlines()[-1].startswith("mean of the 3 best pairs 0.0")
    assert ">=" in whole.splitlines()[-1]


def test_incidents_are_judged(given: Path, tmp_path: Path) -> None:
    out = tmp_path / "incidents.jsonl"
    run("link", given, "-o", out)
    assert "conll         100.0 %" in run("evaluate", out, "--incidents", out)[0]
    assert json.loads(run("evaluate", out, "--incidents", out, "--json")[0])["exact"] == 100.0


def test_batch_links_what_it_extracts_with_the_copies_that_it_leaves_out(tmp_path: Path) -> None:
    body = "A bomb tore through a bus near the stadium in Gao on Monday, killing four people, the army said. " * 4
    rows = [
        {"id": "a", "source": "Coast Wire", "published": "2023-05-09", "text": body},
        {"id": "b", "source": "Plains Herald", "published": "2023-05-10", "text": body, "url": "https://b.example/1"},
    ]
    news, store = tmp_path / "news.jsonl", tmp_path / "store.sqlite"
    news.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    told = run("batch", news, "-o", tmp_path / "run", "--link", store)[1]
    assert "1 copies left out" in told and "opened" in told
    with IncidentStore(store) as held:
        bombing = next(held.find(type="ASSAULT"))
    assert [(r.article, r.outlet, r.copy_of, r.url) for r in bombing.reports] == [
        ("a", "Coast Wire", None, None),
        ("b", "Plains Herald", "a", "https://b.example/1"),
    ]
    assert (bombing.articles, bombing.outlets, bombing.independent_sources) == (2, 2, 1)


def test_wrong_input_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "incidents.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    for words in (["link"], ["show", str(path)], ["link", str(path), "-o", str(tmp_path / "x.brat")]):
        assert CliRunner().invoke(app, words).exit_code != 0


@pytest.mark.parametrize(("name", "told"), [(".", "is a folder"), ("none.jsonl", "there is no file")])
def test_what_holds_no_incidents_is_named(name: str, told: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["show", str(tmp_path / name)])
    assert isinstance(done.exception, InputError) and told in str(done.exception)


@pytest.mark.parametrize(("option", "value"), [("--since", "yesterday"), ("--country", "Sudan"), ("--type", "ATTACK")])
def test_filters_that_nothing_could_pass_are_refused(given: Path, tmp_path: Path, option: str, value: str) -> None:
    out = tmp_path / "incidents.jsonl"
    run("link", given, "-o", out)
    done = CliRunner().invoke(app, ["show", str(out), option, value])
    assert isinstance(done.exception, InputError) and option in str(done.exception)
