"""On paper: map, time, the whole table and the article, in light colours, and nothing to press."""

import io
from base64 import b64decode
from collections.abc import Callable

import pytest

from extractor import Extraction
from page.browser import Page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


def printed(page: Page) -> str:
    """The words on paper."""
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed: pip install -e '.[dev]'")
    pdf = page.chrome.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})["data"]
    pages = pypdf.PdfReader(io.BytesIO(b64decode(pdf))).pages
    return " ".join(" ".join(sheet.extract_text() for sheet in pages).split())


def test_paper_has_every_event_and_the_article(open_page: Open, four_cities: Extraction) -> None:
    page = open_page(four_cities)
    page.size(1400, 500)
    assert len(page.texts(".events tr[data-key]")) < len(four_cities.events), "not all are made while they are not seen"
    words = printed(page)
    assert "Twelve days that ended a dynasty" in words
    for name in ("Retreat", "Coerce"):
        told = sum(event.type == name.upper() for event in four_cities.events)
        assert told > 2 and words.count(name) >= told
    assert "some of them tore down posters" in words, "the last column is not cut off"
    assert "Undated" in words and "Aleppo" in words
    assert "Thousands of people danced" in words
    assert "Search words" not in words and "GeoJSON" not in words


def test_paper_is_light_in_a_dark_room(open_page: Open, four_cities: Extraction) -> None:
    page = open_page(four_cities)
    page.click("[aria-label='Light or dark']")
    colour = "return getComputedStyle(document.querySelector('.right')).backgroundColor"
    assert page.js(colour) != "rgb(255, 255, 255)"
    page.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    page.settle()
    assert page.js(colour) == "rgb(255, 255, 255)"
    page.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
