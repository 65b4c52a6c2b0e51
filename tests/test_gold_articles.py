"""The whole-event gold of models/articles/: its offsets fit its texts, and its files say what their sources say."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extractor.gazetteer.index import open_gazetteer
from extractor.lexicon.actor_nouns import countries

MODELS = Path(__file__).parents[1] / "models"
FILES = sorted((MODELS / "articles").glob("*.jsonl"))
Record = dict[str, Any]


def records(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def spans(record: Record) -> list[Record]:
    return [
        *record["distractors"],
        *(span for event in record["events"] for span in (event["trigger"], *event["also"])),
    ]


def test_the_files_are_what_their_sources_say() -> None:
    command = [sys.executable, str(MODELS / "compile_articles.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_second_annotation_compiles() -> None:
    command = [sys.executable, str(MODELS / "agreement.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_span_is_the_words_it_names(path: Path) -> None:
    for record in records(path):
        for span in spans(record):
            assert record["text"][span["start"] : span["end"]] == span["text"], (record["id"], span)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_place_lies_in_a_known_country(path: Path) -> None:
    events = [event for record in records(path) for event in record["events"]]
    places = [place for event in events for place in (event["place"], *event["place_alt"]) if place]
    assert all((place["level"] == "country") == (place["latitude"] is None) for place in places)
    codes = {place["country_code"] for place in places}
    gazetteer = open_gazetteer()  # looks a country up by reading all places: asked only for what is no state
    assert not [code for code in codes - set(countries()) if gazetteer.country(code) is None]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_days_run_forward_and_events_are_told_apart(path: Path) -> None:
    for record in records(path):
        assert len({event["id"] for event in record["events"]}) == len(record["events"]), record["id"]
        for event in record["events"]:
            assert all(day[0] <= day[1] for day in (event["date"], *event["date_alt"]) if day), (
                record["id"],
                event["id"],
            )


def test_no_article_is_both_open_and_locked() -> None:
    names = [(record["id"], path.stem.startswith("locked")) for path in FILES for record in records(path)]
    assert len({name for name, _ in names}) == len(names)
    assert {locked for _, locked in names} == {True, False}
