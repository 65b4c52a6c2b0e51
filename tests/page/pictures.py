"""Takes the pictures of docs/page.md anew.

python -m page.pictures       # in tests/, where Chromium is
"""

import tempfile
from pathlib import Path

from selenium import webdriver

from extractor import Extractor
from extractor.page import read_sides, render
from extractor.read import ReadOptions, read
from page.browser import Page
from page.conftest import EXAMPLES, new_chrome

PICTURES = EXAMPLES.parent / "docs" / "pictures"
CONTROL = "document.querySelector('#tab-history').click();"
# The last day of the brush, moved back from 8 December by so many steps.
BACK = "const h = document.querySelectorAll('.handle')[1]; for (let i = 0; i < {}; i++) "
BACK += "h.dispatchEvent(new KeyboardEvent('keydown', {{key: 'ArrowLeft', bubbles: true}}));"
CORRECTING = "document.querySelector('.correct-toggle').click();"
STEPS = {
    "overview": "",
    "control-30-november": CONTROL + BACK.format(8),
    "control-8-december": CONTROL,
    "words": "document.querySelector('#tab-words').click(); document.querySelectorAll('.claim-button')[9].click()",
    "correcting": CORRECTING + "document.querySelector('.correcting-bar button').click()",
}


def main() -> None:
    """Write the pictures into docs/pictures."""
    (reading,) = read([str(EXAMPLES / "four_cities.txt")], ReadOptions())
    assert reading.article is not None
    html = render([Extractor().extract(reading.article)], sides=read_sides(EXAMPLES / "four_cities.sides.toml"))
    chrome: webdriver.Chrome = new_chrome()
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "page.html"
            path.write_text(html, encoding="utf-8")
            for name, steps in STEPS.items():
                page = Page(chrome, path)
                page.open()
                page.size(1200, 780)
                page.js(steps)
                page.settle()
                page.picture(PICTURES / f"{name}.png")
                page.js("localStorage.clear()")
    finally:
        chrome.quit()


if __name__ == "__main__":
    main()
