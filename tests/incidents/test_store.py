"""`IncidentStore`: articles come day by day; ids stay, changes are told, nothing is lost or there twice."""

import json
import random
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest

from extractor import Article, Extraction, Extractor, Incident, IncidentStore, InputError, link

ReportKey = tuple[str, str]


def reports_of(incident: Incident) -> list[ReportKey]:
    """Article and event of each report."""
    return [(report.article, report.event) for report in incident.reports]


def partition(incidents: Sequence[Incident]) -> set[frozenset[ReportKey]]:
    """The incidents as sets of reports."""
    return {frozenset(reports_of(incident)) for incident in incidents}


def of_bus(store: IncidentStore) -> Incident:
    """The incident of the bus bombing with most reports."""
    return max(store.find(type="ASSAULT"), key=lambda incident: len(incident.reports))


def test_changes_are_told(results: list[Extraction], tmp_path: Path) -> None:
    with IncidentStore(tmp_path / "store.sqlite") as store:
        first = store.add(results[:1])
        second = store.add(results[1:])
        assert [change.kind for change in first] == ["opened"]
        assert ("extended", first[0].incident) in [(change.kind, change.incident) for change in second]
        assert list(store.changes()) == first + second
        assert list(store.changes(since=first[-1].revision or 0)) == second


def test_day_by_day_gives_what_linking_at_once_gives(results: list[Extraction], tmp_path: Path) -> None:
    with IncidentStore(tmp_path / "store.sqlite") as store:
        for result in results:
            store.add([result])
        assert partition(list(store)) == partition(link(results))


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_arrival_does_not_matter(results: list[Extraction], tmp_path: Path, seed: int) -> None:
    with IncidentStore(tmp_path / "store.sqlite") as store:
        for result in random.Random(seed).sample(results, len(results)):
            store.add([result])
        assert partition(list(store)) == partition(link(results))


def test_an_article_given_again_changes_nothing(results: list[Extraction], tmp_path: Path) -> None:
    with IncidentStore(tmp_path / "store.sqlite") as store:
        store.add(results)
        before = list(store)
        assert {change.kind for change in store.add(results)} == {"unchanged"}
        assert list(store) == before


def test_an_article_extracted_anew_replaces_what_was_there(results: list[Extraction], tmp_path: Path) -> None:
    with IncidentStore(tmp_path / "store.sqlite") as store:
        store.add(results)
        before = of_bus(store)
        renamed = results[1].article.model_copy(update={"source": "Plains Daily"})
        store.add([results[1].model_copy(update={"article": renamed})])
        after = of_bus(store)
        assert after.id == before.id and reports_of(after) == reports_of(before)
        assert "Plains Daily" in {report.outlet for report in after.reports}


def test_an_event_that_is_told_no_longer_is_withdrawn(results: list[Extraction], tmp_path: Path) -> None:
    with IncidentStore(tmp_path / "store.sqlite") as store:
        opened = store.add(results[-1:])
        changes = store.add([results[-1].model_copy(update={"events": []})])
        gone = {(change.kind, change.incident) for change in changes}
        assert gone == {("withdrawn", change.incident) for change in opened}
        assert list(store) == []


def test_a_first_report_with_another_event_id_keeps_its_incident(results: list[Extraction], tmp_path: Path) -> None:
    with IncidentStore(tmp_path / "store.sqlite") as store:
        store.add(results[-1:])
        before = [incident.id for incident in store]
        anew = [event.model_copy(update={"id": f"{event.id}0"}) for event in results[-1].events]
        store.add([results[-1].model_copy(update={"events": anew})])
        assert [incident.id for incident in store] == before


def test_the_word_of_an_analyst_stands(results: list[Extraction], tmp_path: Path) -> None:
    with IncidentStore(tmp_path / "store.sqlite") as store:
        store.add(results[:2])
        bus = of_bus(store)
        apart = [report for report in reports_of(bus) if report[0] == "bus-2"]
        split = store.correct(split=bus.id, reports=apart)
        assert [change.kind for change in split] == ["split"]
        other = split[0].into
        assert other is not None
        store.add(results[2:])
        store.rebuild()
        assert not any({"bus-1", "bus-2"} <= {report.article for report in i.reports} for i in store)
        merged = store.correct(merge=[bus.id, other])
        assert ("merged", other, bus.id) in [(change.kind, change.incident, change.into) for change in merged]
        dead, living = store.get(other), store.get(bus.id)
        assert dead is not None and dead.merged_into == bus.id
        assert living is not None and living.merged_from == [other]
        store.rebuild()
        assert {"bus-1", "bus-2"} <= {report.article for report in of_bus(store).reports}


def test_two_incidents_that_have_nothing_in_common_are_made_one(results: list[Extraction], tmp_path: Path) -> None:
    with IncidentStore(tmp_path / "store.sqlite") as store:
        store.add(results)
        strike = next(store.find(type="PROTEST"))
        store.correct(merge=[of_bus(store).id, strike.id])
        assert {"bus-1", "strike-1"} <= {report.article for report in of_bus(store).reports}
        store.rebuild()
        assert {"bus-1", "strike-1"} <= {report.article for report in of_bus(store).reports}


def test_rebuilding_keeps_ids(results: list[Extraction], tmp_path: Path) -> None:
    with IncidentStore(tmp_path / "store.sqlite") as store:
        for result in reversed(results):
            store.add([result])
        before = {incident.id: reports_of(incident) for incident in store}
        store.rebuild()
        assert {incident.id: reports_of(incident) for incident in store} == before


def test_incidents_are_found(results: list[Extraction], tmp_path: Path) -> None:
    with IncidentStore(tmp_path / "store.sqlite") as store:
        store.add(results)
        assert {i.type for i in store.find(country="CL")} == {"PROTEST"}
        assert {i.type for i in store.find(since="2023-05-09")} == {"PROTEST"}
        assert [i.disputed for i in store.find(disputed=True)] == [["fatalities"]]
        assert [i.independent_sources for i in store.find(min_sources=2)] == [2]


def test_other_options_ask_for_a_rebuild(results: list[Extraction], tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    with IncidentStore(path) as store:
        store.add(results)
    with IncidentStore(path, aggregate="conservative") as store:
        with pytest.raises(InputError, match="rebuild"):
            store.add([])
        store.rebuild()
        tally = of_bus(store).fatalities
        assert tally is not None and tally.best == 4


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ({"merge": ["i-0"]}, "no incident i-0"),
        ({"split": "i-0", "reports": []}, "no incident i-0"),
        ({}, "give merge"),
        ({"split": "i-0"}, "give merge"),
    ],
)
def test_wrong_corrections_are_refused(tmp_path: Path, call: dict[str, object], words: str) -> None:
    with IncidentStore(tmp_path / "store.sqlite") as store, pytest.raises(InputError, match=words):
        store.correct(**call)  # type: ignore[arg-type]


def test_a_file_that_is_no_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Not a database at all, however long one looks at it. " * 50, encoding="utf-8")
    with pytest.raises(InputError, match="cannot be used"):
        IncidentStore(path)


def test_another_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "events.sqlite"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE incidents (id TEXT)")
    database.close()
    before = path.read_bytes()
    with pytest.raises(InputError, match="--store FILE"):
        IncidentStore(path)
    assert path.read_bytes() == before


KILLED = """
import os, sys
from extractor import Extraction, IncidentStore
import extractor.incidents.store as store
from pathlib import Path
store.AT_ONCE = 1
puts, put = [0], store.IncidentStore._put
def dying(self, *given):
    put(self, *given)
    puts[0] += 1
    if puts[0] == int(sys.argv[3]):
        os.kill(os.getpid(), 9)
store.IncidentStore._put = dying
with store.IncidentStore(sys.argv[1]) as s:
    s.add(Path(sys.argv[2]))
"""


@pytest.mark.parametrize("writes", [1, 2, 3])
def test_killed_while_adding_nothing_is_lost_and_nothing_is_there_twice(
    results: list[Extraction], tmp_path: Path, writes: int
) -> None:
    given, path = tmp_path / "results.jsonl", tmp_path / "store.sqlite"
    given.write_text("".join(result.model_dump_json() + "\n" for result in results), encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), str(given), str(writes)], check=False)
    assert done.returncode == -9
    with IncidentStore(path) as store:
        held = [report for incident in store for report in reports_of(incident)]
        assert len(held) == len(set(held))
        store.add(given)
        assert partition(list(store)) == partition(link(results))
        again = [report for incident in store for report in reports_of(incident)]
        assert sorted(again) == sorted((r.article.id, event.id) for r in results for event in r.events)


STORIES = Path(__file__).parents[2] / "models" / "stories" / "stories.jsonl"
GROUPS = 8


@pytest.fixture(scope="session")
def archive(extractor: Extractor) -> list[Extraction]:
    """The results of some groups of our own stories, by day of publication."""
    rows = [json.loads(line) for line in STORIES.read_text(encoding="utf-8").splitlines()]
    topics = list(dict.fromkeys(row["topic"] for row in rows))[:GROUPS]
    fields = ("id", "published", "source", "title", "url", "text")
    wanted = [row for row in rows if "text" in row and row["topic"] in topics]
    return list(extractor.pipe(Article(**{name: row[name] for name in fields}) for row in sorted(wanted, key=day)))


def day(row: dict[str, str]) -> str:
    """When an article was published."""
    return row["published"]


def agreement(one: Sequence[Incident], other: Sequence[Incident]) -> float:
    """The share of the pairs of reports that either joins which both join."""
    first, second = ({pair for i in some for pair in combinations(sorted(reports_of(i)), 2)} for some in (one, other))
    return len(first & second) / len(first | second)


@pytest.mark.parametrize("order", ["by day", "backwards", "shuffled"])
def test_day_by_day_and_at_once_agree(archive: list[Extraction], tmp_path: Path, order: str) -> None:
    given = {"by day": archive, "backwards": archive[::-1], "shuffled": random.Random(1).sample(archive, len(archive))}
    with IncidentStore(tmp_path / "store.sqlite") as store:
        for result in given[order]:
            store.add([result])
        assert agreement(list(store), link(archive)) >= 0.95
        day_by_day = {incident.id: reports_of(incident) for incident in store}
        store.rebuild()
        assert agreement(list(store), link(archive)) >= 0.95
        assert store.get(next(iter(day_by_day))) is not None
