"""Correcting in a real browser, by keyboard alone: what is done is kept, saved, and taken as gold."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from extractor import Extraction
from extractor.cli import app
from extractor.read.results import checked_results, gold_results, stored_results
from page.browser import Page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
ENTER, ESCAPE, TAB = "\ue007", "\ue00c", "\ue004"  # as WebDriver writes the keys


def start(page: Page) -> None:
    """Turn correcting on, as a reader without a mouse does, and select the first event of the table."""
    page.js("document.querySelector('.correct-toggle').focus()")
    page.press(ENTER)
    assert page.js("return document.querySelector('.correct-toggle').ariaPressed") == "true"


def save(page: Page) -> Path:
    return page.saved(lambda: page.press("s"), "*.corrected.jsonl")


def actions(path: Path) -> list[str]:
    (checked,) = checked_results([path])
    assert checked.corrections is not None
    return [row.action for row in checked.corrections.events]


def selected(page: Page) -> Any:
    return page.js("return document.querySelector('.events tr.selected').dataset.key.split('/')[1]")


def test_what_is_accepted_whole_is_the_result_itself(open_page: Open, four_cities: Extraction) -> None:
    page = open_page(four_cities)
    start(page)
    page.press("A")
    path = save(page)
    (checked,) = checked_results([path])
    assert checked.result == four_cities
    assert checked.corrections is not None and checked.corrections.complete
    assert {row.action for row in checked.corrections.events} == {"accepted"}
    report = CliRunner().invoke(app, ["evaluate", str(path), "--predicted", str(path)])
    assert report.exit_code == 0 and "P 100.0  R 100.0" in report.stdout


def test_accept_and_reject_go_on_to_the_next_event(open_page: Open, four_cities: Extraction) -> None:
    page = open_page(four_cities)
    start(page)
    first = selected(page)
    page.press("a")
    second = selected(page)
    assert second != first
    page.press("r")
    assert page.texts(".progress") == [f"2 of {len(four_cities.events)} checked"]
    assert page.texts(".events tr.rejected .col-checked") == ["✕ wrong"]
    path = save(page)
    (checked,) = checked_results([path])
    assert second not in {event.id for event in checked.result.events}
    assert all(claim.event != second for claim in checked.result.claims)
    rows = {row.event: row for row in checked.corrections.events}  # type: ignore[union-attr]
    assert rows[second].action == "rejected" and rows[first].action == "accepted"
    assert rows[second].before == next(event for event in four_cities.events if event.id == second)
    assert actions(path).count("unchecked") == len(four_cities.events) - 2


def test_a_change_reaches_table_map_and_file(open_page: Open, four_cities: Extraction) -> None:
    page = open_page(four_cities)
    start(page)
    event = selected(page)
    page.press("e")
    assert page.texts("dialog h2")[0].startswith("Change")
    page.type("protest")
    fill_field(page, "Where", "Kobani 36.89, 38.35")
    fill_field(page, "Who", "Students of Aleppo" + ENTER)
    set_value(page, "First day", "2024-11-28")
    set_value(page, "Last day", "2024-11-29")
    set_value(page, "Killed, at least", "3")
    submit(page)
    assert page.texts("dialog") == []
    (checked,) = checked_results([save(page)])
    changed = next(one for one in checked.result.events if one.id == event)
    place = checked.result.place(changed)
    assert (changed.type, str(changed.start_date), str(changed.end_date), changed.time_precision) == (
        "PROTEST", "2024-11-28", "2024-11-29", 2,
    )  # fmt: skip
    assert place is not None and (place.name, place.latitude, place.longitude) == ("Kobani", 36.89, 38.35)
    assert "Students of Aleppo" in checked.result.names(changed.source)
    assert changed.fatalities is not None and changed.fatalities.low == 3 and changed.acled is None
    assert "Kobani" in page.texts(".place-name")


def test_a_wrong_form_says_what_is_wrong(open_page: Open, four_cities: Extraction) -> None:
    page = open_page(four_cities)
    start(page)
    page.press("e")
    set_value(page, "First day", "2024-12-09")
    set_value(page, "Last day", "2024-12-01")
    submit(page)
    assert page.texts(".problem") == ["The last day is before the first."]
    page.press(ESCAPE)
    assert page.texts("dialog") == [] and page.texts(".progress") == [f"0 of {len(four_cities.events)} checked"]


def test_merge_and_undo(open_page: Open, four_cities: Extraction) -> None:
    page = open_page(four_cities)
    start(page)
    gone = selected(page)
    page.press("m")
    page.press(ENTER)
    into = selected(page)
    assert into != gone
    (checked,) = checked_results([save(page)])
    kept = next(event for event in checked.result.events if event.id == into)
    before = {event.id: event for event in four_cities.events}
    assert set(before[gone].claims) <= set(kept.claims)
    assert all(claim.event == into for claim in checked.result.claims if claim.id in before[gone].claims)
    assert [row.into for row in checked.corrections.events if row.action == "merged"] == [into]  # type: ignore[union-attr]
    page.press("u")
    assert page.texts(".progress") == [f"0 of {len(four_cities.events)} checked"]
    assert page.texts(".count-line") == ["{0} of {0} events".format(len(four_cities.events))]


def test_a_missed_event_is_added_from_selected_words(open_page: Open, four_cities: Extraction) -> None:
    page = open_page(four_cities)
    start(page)
    page.click("#tab-words")
    select_words(page, "danced")
    page.press("n")
    assert page.js("return document.querySelector('dialog input').value") == "danced"
    page.type("protest")
    submit(page)
    (checked,) = checked_results([save(page)])
    added = checked.result.events[-1]
    (claim,) = checked.result.claims_of(added)
    text = four_cities.article.text
    assert added.type == "PROTEST" and claim.trigger.text == "danced"
    assert text[claim.start : claim.end] == claim.text and claim.text.startswith("Thousands of people danced")
    assert checked.result.names(added.source) == ["Thousands of people"], "the library knew who danced"
    place = checked.result.place(added)
    assert place is not None and place.name == "Homs"
    assert text[claim.trigger.start : claim.trigger.end] == "danced"


def test_work_is_kept_until_it_is_saved(open_page: Open, four_cities: Extraction) -> None:
    page = open_page(four_cities)
    start(page)
    page.press("a", "r")
    page.open()
    start(page)
    assert page.texts(".progress") == [f"2 of {len(four_cities.events)} checked"]


def test_keys_do_nothing_while_correcting_is_off(open_page: Open, four_cities: Extraction) -> None:
    page = open_page(four_cities)
    page.press("r", "a", "n")
    assert page.texts("dialog") == [] and page.js("return localStorage.length") == 0


def test_an_article_with_unchecked_events_is_left_out_by_evaluate(
    open_page: Open, four_cities: Extraction, caplog: pytest.LogCaptureFixture
) -> None:
    page = open_page(four_cities)
    start(page)
    page.press("a")
    path = save(page)
    count = len(four_cities.events)
    assert list(gold_results([path])) == [] and f"{count - 1} of its {count} events are unchecked" in caplog.text
    assert len(list(stored_results([path]))) == 1
    assert json.loads(path.read_text())["corrections"]["complete"] is False


def fill_field(page: Page, label: str, text: str) -> None:
    """Replace what a text field holds, with keys."""
    page.js(FOCUS_FIELD, label)
    page.type(text)


def set_value(page: Page, label: str, value: str) -> None:
    page.js(FOCUS_FIELD + "e.value = arguments[1]", label, value)


def submit(page: Page) -> None:
    page.js("document.querySelector('dialog .main-button').focus()")
    page.press(ENTER)


FOCUS_FIELD = """
const labelled = [...document.querySelectorAll('dialog .field, dialog [aria-label]')];
const holder = labelled.find(f => (f.querySelector('.field-label')?.textContent || f.ariaLabel) === arguments[0]);
const e = holder.matches('input') ? holder : holder.querySelector('input:not([type=checkbox]), select');
e.focus(); if (e.select) e.select();
"""


def select_words(page: Page, words: str) -> None:
    """Select the first place of some words in the article."""
    script = """
    const walker = document.createTreeWalker(document.querySelector('.article-text'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(arguments[0]);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + arguments[0].length);
      const chosen = getSelection();
      chosen.removeAllRanges();
      chosen.addRange(range);
      return;
    }
    """
    page.js(script, words)


def test_twenty_corrections_by_keyboard_alone_are_saved_evaluated_and_taken_back(
    open_page: Open, four_cities: Extraction, tmp_path: Path
) -> None:
    page = open_page(four_cities)
    start(page)
    page.press("a", "a", "a", "r", "a", "a", "r", "a")
    page.press("m", ENTER)
    page.press("e")
    page.type("threaten")
    page.press(ENTER)
    page.press("j", "a", "a", "a", "r", "a", "a")
    page.press("n")
    page.type("danced")
    page.press(TAB)
    page.type("protest")
    page.press(ENTER)
    page.press("k", "r", "u", "A")
    path = save(page)
    (checked,) = checked_results([path])
    done = actions(path)
    assert checked.corrections is not None and checked.corrections.complete
    assert {name: name in done for name in ("rejected", "merged", "changed", "added")} == dict.fromkeys(
        ("rejected", "merged", "changed", "added"), True
    )
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text(four_cities.model_dump_json() + "\n", encoding="utf-8")
    report = CliRunner().invoke(app, ["evaluate", str(path), "--predicted", str(predicted), "--json"])
    events = json.loads(report.stdout)["events"]
    assert events["gold"] == len(checked.result.events) and events["right"] < events["gold"]
    for _ in range(30):
        page.press("u")
    assert page.texts(".progress") == [f"0 of {len(four_cities.events)} checked"]
