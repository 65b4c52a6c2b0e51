"""A page of incidents alone: an event for each of them, that tells its reports."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor import Article, Extractor, Incident, link
from extractor.cli import app
from extractor.page import render
from extractor.page.dossiers import card_of, dossier_of
from page.test_document import payload

TEXTS = (
    (date(2024, 3, 10), "Jets bombed a market in Homs on Sunday. At least 12 people were killed, the army said."),
    (date(2024, 3, 11), "Jets bombed a market in Homs on Sunday, killing 30 people, the rebels said."),
)


@pytest.fixture(scope="module")
def incidents(extractor: Extractor) -> list[Incident]:
    articles = [
        Article(id=f"a-{day}", text=text, published=day, source="A paper", title="Market hit") for day, text in TEXTS
    ]
    return link([extractor.extract(article) for article in articles])


def test_a_dossier_has_the_event_with_place_days_sides_and_figures(incidents: list[Incident]) -> None:
    incident = max(incidents, key=lambda one: len(one.reports))
    dossier = dossier_of(incident)
    (event,) = dossier.events
    place = dossier.place(event)
    assert (event.id, event.type, event.start_date) == (incident.id, incident.type, incident.start_date)
    assert place is not None and incident.place is not None and place.name == incident.place.name == "Homs"
    assert dossier.names(event.source) == [one.name for one in incident.source]
    assert event.fatalities is not None and incident.fatalities is not None
    assert (event.fatalities.low, event.fatalities.high) == (incident.fatalities.low, incident.fatalities.high)
    assert len(event.claims) == len(incident.reports)
    assert dossier.article.text.splitlines()[0] == "2024-03-10 · A paper · Market hit"


def test_spans_of_a_dossier_index_its_text(incidents: list[Incident]) -> None:
    for incident in incidents:
        dossier = dossier_of(incident)
        text = dossier.article.text
        assert all(text[claim.start : claim.end] == claim.text for claim in dossier.claims)


def test_a_page_without_results_shows_the_incidents_and_corrects_nothing(incidents: list[Incident]) -> None:
    shown = payload(render([], incidents=incidents))
    assert shown["dossiers"] is True
    assert len(shown["results"]["articles"]) == len(shown["incidents"]) == len(incidents)
    reports = [report for card in shown["incidents"] for report in card["reports"]]
    known = {article["article"]["id"] for article in shown["results"]["articles"]}
    assert {report["article"] for report in reports} <= known
    assert card_of(incidents[0]).reports[0].event == incidents[0].id


def test_the_command_takes_incidents_alone_or_beside_results(incidents: list[Incident], tmp_path: Path) -> None:
    lines = tmp_path / "incidents.jsonl"
    lines.write_text("".join(one.model_dump_json() + "\n" for one in incidents), encoding="utf-8")
    done = CliRunner().invoke(app, ["page", str(lines), "-o", str(tmp_path / "page.html"), "--title", "Two days"])
    assert done.exit_code == 0, done.output
    shown = payload((tmp_path / "page.html").read_text(encoding="utf-8"))
    assert shown["dossiers"] is True and len(shown["incidents"]) == len(incidents)
    results = tmp_path / "results.jsonl"
    results.write_text(dossier_of(incidents[0]).model_dump_json() + "\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["page", str(results), str(lines), "-o", str(tmp_path / "both.html")])
    assert done.exit_code == 0, done.output
    both = payload((tmp_path / "both.html").read_text(encoding="utf-8"))
    assert both["dossiers"] is False and len(both["incidents"]) == len(incidents)
    assert len(both["results"]["articles"]) == 1
