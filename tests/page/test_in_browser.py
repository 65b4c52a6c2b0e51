"""The page in a real browser: it shows what the results hold, and runs nothing that an article brings."""

from collections.abc import Callable

import pytest

from extractor import Extraction
from extractor.page import Sides
from page.browser import Page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


def test_opens_without_a_complaint(open_page: Open, four_cities: Extraction) -> None:
    page = open_page(four_cities)
    assert page.problems() == []
    assert page.texts("h1") == ["Twelve days that ended a dynasty: how four cities fell"]
    assert {"Aleppo", "Hama", "Homs"} <= set(page.texts(".place-name"))


def test_table_sorts_and_keeps_undated_events_apart(open_page: Open, four_cities: Extraction) -> None:
    page = open_page(four_cities)
    undated = sum(event.start_date is None for event in four_cities.events)
    assert page.texts(".events .group") == [f"Undated: {undated}"]
    page.click(".events .col-type .sort")
    assert page.js("return document.querySelector('.events th.col-type').ariaSort") == "ascending"
    types = page.js(
        "return [...document.querySelectorAll('.events .col-type')].slice(1, 4).map(e => e.textContent.trim())"
    )
    assert types == sorted(types)


def test_filters_narrow_table_and_map(open_page: Open, four_cities: Extraction) -> None:
    page = open_page(four_cities)
    page.js("const s = document.querySelector('.search'); s.value = 'idlib'; s.dispatchEvent(new Event('input'))")
    page.settle()
    assert page.texts(".count-line") == [f"1 of {len(four_cities.events)} events"]
    assert page.texts(".place-name") == ["Idlib"]


def test_a_place_selects_its_event_and_the_event_its_words(open_page: Open, four_cities: Extraction) -> None:
    page = open_page(four_cities)
    page.click("[aria-label^='Idlib']")
    assert page.texts(".detail h2") == ["Assault aerial"]
    page.click("#tab-words")
    assert "bombed" in "".join(page.texts(".claim.selected"))


def test_the_control_layer_tells_who_took_each_city(
    open_page: Open, four_cities: Extraction, four_sides: Sides
) -> None:
    page = open_page(four_cities, sides=four_sides)
    page.click("input[value=control]")
    told = {label.split(",")[0].casefold(): label for label in page.js(
        "return [...document.querySelectorAll('.holding')].map(e => e.getAttribute('aria-label'))"
    )}  # fmt: skip
    assert set(told) >= {"aleppo", "hama", "homs", "damascus"}
    for city in ("aleppo", "hama", "homs", "damascus"):
        assert "Opposition forces since" in told[city]
    assert "contested" in told["aleppo"], "the ministry denied it"
