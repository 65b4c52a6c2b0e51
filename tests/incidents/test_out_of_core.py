"""Linking on disk against linking in memory."""

from pathlib import Path

import pytest

from extractor import Extraction, InputError, link
from extractor.incidents import out_of_core
from extractor.incidents.out_of_core import link_out_of_core, link_tellings
from incidents.accounts import account

pytest.importorskip("duckdb", reason="the extra duckdb is not installed")


@pytest.mark.parametrize("at_once", [1, 20_000])
def test_the_same_incidents(
    at_once: int, results: list[Extraction], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(out_of_core, "JOINED_AT_ONCE", at_once)
    found = list(link_out_of_core(results[::-1], tmp_path / "work"))
    assert sorted(found, key=lambda incident: incident.id) == sorted(link(results), key=lambda incident: incident.id)


def test_reports_of_former_fortnights_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = [account(f"a{day}", f"a bomb killed traders of Ansongo on day {day}", day) for day in range(0, 70, 3)]
    found = {}
    for most in (0, 10, 10_000):
        monkeypatch.setattr(out_of_core, "MOST_FORMER", most)
        found[most] = list(link_tellings([(report.article, [report]) for report in told], tmp_path / str(most)))
    assert found[0] == found[10] == found[10_000]


def test_results_are_read_from_a_file(results: list[Extraction], tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    path.write_text("".join(result.model_dump_json() + "\n" for result in results), encoding="utf-8")
    found = {incident.id for incident in link_out_of_core(path, tmp_path / "work", memory="100MB")}
    assert found == {incident.id for incident in link(results)}


def test_nothing_gives_nothing(tmp_path: Path) -> None:
    assert list(link_out_of_core([], tmp_path)) == []


def test_an_article_given_twice_is_refused(results: list[Extraction], tmp_path: Path) -> None:
    with pytest.raises(InputError, match="bus-1"):
        list(link_out_of_core([results[0], results[0]], tmp_path))


def test_a_folder_with_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("")
    with pytest.raises(InputError, match="not empty"):
        link_out_of_core([], tmp_path)
