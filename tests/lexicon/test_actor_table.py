"""The tables of known actors keep their promises: dates in order, one office at a time, codes that exist."""

from collections import defaultdict
from datetime import date
from itertools import combinations

from extractor.lexicon.actor_nouns import actor_nouns, countries, given_names, plain
from extractor.lexicon.actor_table import loose
from extractor.lexicon.tables import data_rows
from extractor.records import ActorKind

TABLES = ("actors/known.tsv", "actors/people.tsv")
ROWS = [row for table in TABLES for row in data_rows(table)]
SECTORS = frozenset(
    "GOV MIL REB CVL OPP JUD COP SPY LEG PTY MED BUS EDU HLH LAB REL REF NGO IGO CRM UAF ELI LAW AGR".split()  # noqa: SIM905
)


def _overlap(one: dict[str, str], other: dict[str, str]) -> bool:
    return one["since"] <= (other["until"] or "9") and other["since"] <= (one["until"] or "9")


def test_many_rows() -> None:
    assert len(ROWS) > 2000


def _wrong(row: dict[str, str]) -> bool:
    days = [day for day in (row["since"], row["until"]) if day]
    return (
        row["kind"] not in [kind.value for kind in ActorKind]
        or row["country"] not in countries().keys() | {""}
        or row["sector"] not in SECTORS | {""}
        or any(date.fromisoformat(day).isoformat() != day for day in days)
        or days != sorted(days)
    )


def test_rows_are_well_formed() -> None:
    assert [row for row in ROWS if _wrong(row)] == []


def test_one_office_at_a_time() -> None:
    names: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in ROWS:
        for key in {loose(plain(alias)) for alias in [row["name"], *row["aliases"].split(";")] if alias}:
            names[key].append(row)
    shared = [(a, b) for rows in names.values() for a, b in combinations(rows, 2) if a["name"] == b["name"]]
    both = [f"{a['name']} {b['since']}" for a, b in shared if _overlap(a, b) and a["until"] != b["since"]]
    assert both == []


def test_words_are_listed_once_and_found() -> None:
    assert len(actor_nouns()) > 3000
    assert all(word.count("_") < 4 for word in actor_nouns())
    assert set(given_names().values()) == {"m", "f"}
