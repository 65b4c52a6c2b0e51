"""Checked events from a table: what a spreadsheet may change, and what is wrong with it line by line."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import Extraction, Extractor, InputError
from extractor.evaluate import evaluate
from extractor.evaluate.gold import read_gold
from extractor.write import open_writer

TEXT = (
    "Rebels seized Aleppo on Saturday, the army said. At least 14 soldiers were killed. "
    "Police in Minsk arrested two students on Friday."
)
Edit = Callable[[list[dict[str, str]]], list[dict[str, str]]]


@pytest.fixture(scope="module")
def result(extractor: Extractor) -> Extraction:
    return extractor.extract(TEXT, published="2024-12-08", title="=Two stories", id="one")


@pytest.fixture
def table(result: Extraction, tmp_path: Path) -> Path:
    with open_writer(tmp_path / "out.csv") as writer:
        writer.write(result)
    return tmp_path / "out.events.csv"


def edit(table: Path, change: Edit) -> None:
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    names = list(rows[0])
    with table.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, names)
        writer.writeheader()
        writer.writerows(change(rows))


def test_what_was_written_is_all_right(table: Path, result: Extraction) -> None:
    (gold,) = read_gold([table])
    report = evaluate([(gold, result)])
    assert (report.events.f1, report.whole) == (100.0, 100.0)
    assert gold.article.title == "=Two stories"


def test_a_deleted_row_is_a_surplus_event(table: Path, result: Extraction) -> None:
    edit(table, lambda rows: rows[1:])
    report = evaluate([(read_gold([table])[0], result)])
    assert [mistake.kind for mistake in report.mistakes] == ["surplus"]


def test_a_changed_cell_is_a_wrong_slot(table: Path, result: Extraction) -> None:
    edit(table, lambda rows: [rows[0] | {"source_names": "Northern Front"}, *rows[1:]])
    report = evaluate([(read_gold([table])[0], result)])
    assert [mistake.slots for mistake in report.mistakes] == [["source"]]


def test_a_new_row_needs_no_more_than_words_and_a_type(table: Path, result: Extraction) -> None:
    new = {"article": "one", "type": "CONSULT", "quote": "the army said"}
    edit(table, lambda rows: [*rows, new])
    report = evaluate([(read_gold([table])[0], result)])
    assert [(mistake.kind, mistake.type) for mistake in report.mistakes] == [("missed", "CONSULT")]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"id": "", "quote": "never said"}, r"line 2: the quote 'never said' does not stand in the article"),
        ({"article": "two"}, r"line 2: .*out\.articles\.csv has no article 'two'"),
        ({"start_date": "soon"}, "line 2: start_date"),
        ({"fatalities_low": "many"}, "line 2: .*many"),
        ({"type": ""}, "line 2: an event needs a type"),
    ],
)
def test_a_wrong_row_is_named(table: Path, fields: dict[str, str], problem: str) -> None:
    edit(table, lambda rows: [rows[0] | fields, *rows[1:]])
    with pytest.raises(InputError, match=rf"out\.events\.csv {problem}"):
        read_gold([table])


def test_a_table_without_its_articles_is_refused(table: Path) -> None:
    table.with_name("out.articles.csv").unlink()
    with pytest.raises(InputError, match=r"out\.articles\.csv cannot be read"):
        read_gold([table])


def test_results_are_gold_as_they_are_and_the_last_counts(result: Extraction, tmp_path: Path) -> None:
    one, other = tmp_path / "one.jsonl", tmp_path / "other.jsonl"
    one.write_text(result.model_dump_json() + "\n")
    other.write_text(result.model_copy(update={"events": []}).model_dump_json() + "\n")
    assert [len(gold.events) for gold in read_gold([one, other])] == [0]
    other.write_text("")
    with pytest.raises(InputError, match="holds no results"):
        read_gold([other])
