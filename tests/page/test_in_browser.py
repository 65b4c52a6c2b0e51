"""The page in a real browser: it shows what the results hold, and runs nothing that an article brings."""

from collections.abc import Callable
from datetime import date

import pytest

from extractor import Article, Extraction, Extractor, link
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


def test_every_change_of_hands_is_listed_with_its_sentence(
    open_page: Open, four_cities: Extraction, four_sides: Sides
) -> None:
    page = open_page(four_cities, sides=four_sides)
    page.click("#tab-history")
    assert {"Aleppo", "Hama", "Homs"} <= set(page.texts(".strip-name"))
    assert page.js("return document.querySelectorAll('.strip-part.contested').length") > 0
    changes = page.texts(".change")
    assert any("Opposition forces" in text and "captured Hama" in text for text in changes)
    page.click(".change", changes.index(next(text for text in changes if "captured Hama" in text)))
    assert page.texts(".detail h2") == ["Coerce seize"] and "captured" in page.texts(".detail q b")


def test_the_day_before_a_change_the_old_side_holds(
    open_page: Open, four_cities: Extraction, four_sides: Sides
) -> None:
    page = open_page(four_cities, sides=four_sides)
    page.click("input[value=control]")
    page.js("document.querySelectorAll('.handle')[1].focus()")
    page.press(*["\ue012"] * 9)  # from 8 December back to 29 November
    (aleppo,) = page.js(
        "return [...document.querySelectorAll('.holding')].map(e => e.ariaLabel).filter(l => l.startsWith('Aleppo'))"
    )
    assert "Syrian government, before the first change told" in aleppo


def test_incidents_show_who_gives_which_figure(open_page: Open, extractor: Extractor) -> None:
    told = (
        (date(2024, 3, 10), "Jets bombed a market in Homs on Sunday. At least 12 people were killed, the army said."),
        (date(2024, 3, 11), "Jets bombed a market in Homs on Sunday, killing 30 people, the rebels said."),
    )
    results = [
        extractor.extract(Article(id=f"a-{day}", text=text, published=day, source="A paper")) for day, text in told
    ]
    incidents = link(results)
    page = open_page(*results, incidents=incidents)
    page.click("#tab-incidents")
    assert len(page.texts(".card")) == len(incidents)
    dots = page.js("return [...document.querySelectorAll('.figure-dot')].map(e => e.ariaLabel)")
    assert any(dot.startswith("30, 11 Mar 2024") for dot in dots)
    page.click(".report")
    assert page.texts(".detail h2")[0].startswith("Assault")
