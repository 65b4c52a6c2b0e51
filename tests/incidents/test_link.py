"""`link`: every event in one incident, whatever the order of the articles."""

import random
from pathlib import Path

import pytest

from extractor import Event, Extraction, Incident, InputError, link
from extractor.incidents.account import Account, ArticleAccount, told_by


def the(incidents: list[Incident], event_type: str) -> Incident:
    """The only incident of a type with several reports, or the only one at all."""
    found = [incident for incident in incidents if incident.type == event_type]
    return max(found, key=lambda incident: len(incident.reports))


def test_every_event_is_in_exactly_one_incident(results: list[Extraction]) -> None:
    reports = [(report.article, report.event) for incident in link(results) for report in incident.reports]
    assert sorted(reports) == sorted((result.article.id, event.id) for result in results for event in result.events)


def test_records_made_without_a_check_are_what_checked_ones_are(results: list[Extraction]) -> None:
    for incident in link(results):
        assert Incident(**incident.model_dump()).model_dump_json() == incident.model_dump_json()
    for article, accounts in map(told_by, results):
        assert ArticleAccount(**article.model_dump()).model_dump_json() == article.model_dump_json()
        for account in accounts:
            assert Account(**account.model_dump()).model_dump_json() == account.model_dump_json()


def test_reports_of_one_bombing_are_one_incident(results: list[Extraction]) -> None:
    bombing = the(link(results), "ASSAULT")
    assert sorted(report.article for report in bombing.reports) == ["bus-1", "bus-2", "bus-3"]
    assert bombing.place is not None and bombing.place.name == "Gao"
    assert str(bombing.start_date) == "2023-05-08"


def test_who_says_what(results: list[Extraction]) -> None:
    bombing = the(link(results), "ASSAULT")
    told = [(figure.low, figure.claimed_by, figure.articles) for figure in bombing.counts["fatalities"]]
    assert told == [(4, ["army"], ["bus-1"]), (9, ["hospital doctor"], ["bus-2", "bus-3"])]
    assert bombing.disputed == ["fatalities"]
    assert bombing.fatalities is not None
    assert (bombing.fatalities.low, bombing.fatalities.best, bombing.fatalities.high) == (4, 9, 9)


def test_a_copy_is_no_further_source(results: list[Extraction]) -> None:
    bombing = the(link(results), "ASSAULT")
    assert (bombing.articles, bombing.outlets, bombing.independent_sources) == (3, 3, 2)
    origins = {report.article: report.origin for report in bombing.reports}
    assert origins["bus-2"] == origins["bus-3"] != origins["bus-1"]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_input_does_not_matter(results: list[Extraction], seed: int) -> None:
    shuffled = random.Random(seed).sample(results, len(results))
    assert link(shuffled) == link(results)


def test_incidents_survive_json(results: list[Extraction]) -> None:
    for incident in link(results):
        assert Incident.model_validate_json(incident.model_dump_json()) == incident


def test_results_are_read_from_a_file(results: list[Extraction], tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    path.write_text("".join(result.model_dump_json() + "\n" for result in results), encoding="utf-8")
    assert link(path) == link(results)


def test_a_rule_judges_the_results_of_a_file(results: list[Extraction], tmp_path: Path) -> None:
    def never(one: tuple[Extraction, Event], other: tuple[Extraction, Event]) -> bool:
        return False

    path = tmp_path / "results.jsonl"
    path.write_text("".join(result.model_dump_json() + "\n" for result in results), encoding="utf-8")
    assert link(path, same=never) == link(results, same=never)


def test_an_article_given_twice_is_refused(results: list[Extraction]) -> None:
    with pytest.raises(InputError, match="bus-1"):
        link([results[0], results[0]])


def test_what_is_no_result_is_refused(results: list[Extraction]) -> None:
    with pytest.raises(InputError, match="not dict"):
        link([results[0], results[1].model_dump()])  # type: ignore[list-item]


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(InputError, match="treshold"):
        link([], treshold=0.5)


def test_a_rule_of_your_own_overrules_the_model(results: list[Extraction]) -> None:
    def same(one: tuple[Extraction, Event], other: tuple[Extraction, Event]) -> bool | None:
        return False if "bus-1" in (one[0].article.id, other[0].article.id) else None

    bombing = the(link(results, same=same), "ASSAULT")
    assert "bus-1" not in [report.article for report in bombing.reports]
    assert link(results, same=lambda one, other: None) == link(results)


def test_a_rule_of_your_own_joins_what_the_model_keeps_apart(results: list[Extraction]) -> None:
    strict = link(results, threshold=1.0)
    joined = link(results, threshold=1.0, same=lambda one, other: one[1].type == other[1].type == "ASSAULT" or None)
    assert len(the(strict, "ASSAULT").reports) == 1
    assert {report.article for report in the(joined, "ASSAULT").reports} >= {"bus-1", "bus-2", "bus-3"}
