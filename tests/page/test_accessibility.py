"""Usable by keyboard and screen reader: axe-core finds nothing, and the keys reach all there is."""

from collections.abc import Callable
from importlib.resources import files

import pytest

from extractor import Extraction, link
from extractor.page import Sides
from page.browser import Page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
ENTER, ESCAPE, TAB = "\ue007", "\ue00c", "\ue004"  # as WebDriver writes the keys
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """What axe-core finds against the success criteria: the rule, and the first element that breaks it."""
    pytest.importorskip("selenium_axe_python", reason="axe-core is not installed: pip install -e '.[dev]'")
    page.js((files("selenium_axe_python") / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    script = "const done = arguments[1]; axe.run(document, {runOnly: arguments[0]}).then(r => done(r.violations))"
    found = page.chrome.execute_async_script(script, LEVELS)
    return [f"{one['impact']} {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.mark.parametrize(("width", "theme"), [(1400, "light"), (360, "dark")])
def test_no_panel_breaks_a_rule(
    open_page: Open, four_cities: Extraction, four_sides: Sides, width: int, theme: str
) -> None:
    page = open_page(four_cities, sides=four_sides, incidents=link([four_cities]))
    page.size(width, 900)
    page.theme(theme)
    page.click(".correct-toggle")
    for tab in ("table", "words", "history", "incidents"):
        page.click(f"#tab-{tab}")
        assert violations(page) == [], tab


@pytest.mark.parametrize("key", ["e", "m", "n", "?"])
def test_no_dialog_breaks_a_rule(open_page: Open, four_cities: Extraction, key: str) -> None:
    page = open_page(four_cities)
    page.click(".correct-toggle")
    page.press(key)
    assert page.texts("dialog h2") != [] and violations(page) == []
    page.press(ESCAPE)
    assert page.texts("dialog") == []


def test_tab_reaches_every_part_and_shows_where_it_is(open_page: Open, four_cities: Extraction) -> None:
    page = open_page(four_cities)
    page.js("document.activeElement.blur()")
    reached = set()
    for _ in range(60):
        page.press(TAB)
        reached.add(page.js("return document.activeElement.closest('[class]')?.getAttribute('class') || ''"))
        outline = "const s = getComputedStyle(document.activeElement); return s.outlineStyle"
        if "mark" not in page.js("return document.activeElement.getAttribute('class') || ''"):
            assert page.js(outline) != "none" or page.js("return document.activeElement.tagName") in ("BODY", "INPUT")
    text = " ".join(reached)
    assert all(part in text for part in ("search", "map", "mark", "handle", "tab", "sort"))


def test_arrow_keys_move_the_map_and_zoom(open_page: Open, four_cities: Extraction) -> None:
    page = open_page(four_cities)
    page.js("document.querySelector('.map').focus()")
    place = "const box = document.querySelector('.mark').getBoundingClientRect(); return [box.x, box.y].map(Math.round)"
    before = page.js(place)
    page.press("\ue014")
    assert page.js(place) != before
    page.press("+", "0")
    assert page.js(place) == before


@pytest.mark.parametrize("width", [360, 800, 1400, 2200])
def test_nothing_stands_out_of_the_window(open_page: Open, four_cities: Extraction, width: int) -> None:
    page = open_page(four_cities)
    page.size(width, 800)
    for tab in ("table", "words", "history"):
        page.click(f"#tab-{tab}")
        assert page.js("return document.documentElement.scrollWidth") <= width
