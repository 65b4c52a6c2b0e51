"""Evaluation: what counts as the same event, which slots are right, and the command."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor import Extraction, Extractor
from extractor.cli import app
from extractor.evaluate import align, evaluate
from extractor.evaluate.slots import same_actors

TEXT = "Rebels seized Aleppo on Saturday. Police in Minsk arrested two students on Friday."


@pytest.fixture(scope="module")
def result(extractor: Extractor) -> Extraction:
    return extractor.extract(TEXT, published="2024-12-08", id="one")


def changed(result: Extraction, **fields: object) -> Extraction:
    """The result with other values in its first event."""
    first, *rest = result.events
    return result.model_copy(update={"events": [first.model_copy(update=fields), *rest]})


def test_itself_is_all_right(result: Extraction) -> None:
    report = evaluate([(result, result)])
    assert (report.events.f1, report.whole, report.mistakes) == (100.0, 100.0, [])


def test_missed_and_surplus(result: Extraction) -> None:
    fewer = result.model_copy(update={"events": result.events[:1]})
    report = evaluate([(result, fewer)])
    assert (report.events.precision, report.events.recall) == (100.0, 50.0)
    assert [mistake.kind for mistake in report.mistakes] == ["missed"]
    assert [mistake.kind for mistake in evaluate([(fewer, result)]).mistakes] == ["surplus"]


@pytest.mark.parametrize(
    ("fields", "slots"),
    [
        ({"place": None}, ["place"]),
        ({"start_date": None, "end_date": None}, ["days"]),
        ({"source": []}, ["source"]),
        ({"type": "ASSAULT", "mode": None}, ["type", "mode"]),
    ],
)
def test_wrong_slots(result: Extraction, fields: dict[str, object], slots: list[str]) -> None:
    assert [mistake.slots for mistake in evaluate([(result, changed(result, **fields))]).mistakes] == [slots]


def test_pairs_need_common_words(result: Extraction, extractor: Extractor) -> None:
    other = extractor.extract(
        "Nothing of that kind was ever told to anybody who asked. " * 2 + "Farmers blocked a road."
    )
    pairing = align(result, other)
    assert (pairing.pairs, len(pairing.missed)) == ([], len(result.events))


@pytest.mark.parametrize(
    ("some", "others", "same"),
    [(["The rebels"], ["rebels"], True), (["A", "rebels"], ["rebels"], False), ([], [], True)],
)
def test_same_actors(some: list[str], others: list[str], same: bool) -> None:
    assert same_actors(some, others) is same


def test_command(result: Extraction, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(result.model_dump_json() + "\n", encoding="utf-8")
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text(changed(result, place=None).model_dump_json() + "\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["evaluate", str(gold), "--predicted", str(predicted)])
    assert done.exit_code == 0
    assert "F1 100.0" in done.stdout
    assert "place          50.0 % of 2 pairs" in done.stdout
