"""The pictures of the documentation, taken of what it tells: `pytest tests/page/test_pictures.py --update-pictures`.

Without the option they are taken all the same and held against what each has to show. How letters look depends on the
fonts of a machine, so of the stored ones only size and presence are compared.
"""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import Extraction, Extractor
from extractor.page import Sides
from page.browser import Page
from page.conftest import EXAMPLES
from page.notebook_sheet import sheet_of

pytestmark = pytest.mark.browser
Open = Callable[..., Page]

PICTURES = EXAMPLES.parent / "docs" / "pictures"
SIZE = (1200, 780)
ENTER, LEFT = "\ue007", "\ue012"


def overview(page: Page) -> None:
    assert {"Aleppo", "Hama", "Homs"} <= set(page.texts(".place-name"))


def control_on_30_november(page: Page) -> None:
    control_on_8_december(page)
    page.js("document.querySelectorAll('.handle')[1].focus()")
    page.press(*[LEFT] * 8)
    page.js("document.activeElement.blur()")
    assert page.texts(".legend-title") == ["On 30 Nov 2024"]
    assert "contested" in page.js("return document.querySelector('[aria-label^=Aleppo]').getAttribute('class')")


def control_on_8_december(page: Page) -> None:
    page.click("#tab-history")
    assert page.js("return document.querySelectorAll('.cell').length") >= 4


def words(page: Page) -> None:
    page.click("#tab-words")
    page.click(".claim-button", 9)
    assert page.texts(".claim.selected") != [] and page.texts(".detail h2") != []


def correcting(page: Page) -> None:
    page.click(".correct-toggle")
    page.press("a", "a", "r")
    (progress,) = page.texts(".progress")
    assert progress.startswith("3 of ")


SCENES: dict[str, Callable[[Page], None]] = {
    "overview": overview,
    "control-30-november": control_on_30_november,
    "control-8-december": control_on_8_december,
    "words": words,
    "correcting": correcting,
}


def test_every_picture_of_the_documentation_is_taken_here() -> None:
    assert {path.stem for path in PICTURES.glob("*.png")} == {*SCENES, "notebook", "recorded-run"}


@pytest.mark.parametrize("name", SCENES)
def test_the_page(
    name: str, open_page: Open, four_cities: Extraction, four_sides: Sides, tmp_path: Path, update_pictures: bool
) -> None:
    page = open_page(four_cities, sides=four_sides)
    page.size(*SIZE)
    SCENES[name](page)
    taken(page, PICTURES / f"{name}.png", tmp_path, update_pictures)


def test_a_notebook(open_page: Open, extractor: Extractor, tmp_path: Path, update_pictures: bool) -> None:
    page = open_page()
    page.path.write_text(sheet_of(EXAMPLES / "one_article.ipynb", cells=5), encoding="utf-8")
    page.open()
    page.size(900, 1240)
    assert page.js("return document.querySelectorAll('.extractor-result .map .land').length") == 1
    taken(page, PICTURES / "notebook.png", tmp_path, update_pictures)


def taken(page: Page, stored: Path, folder: Path, is_new: bool) -> None:
    """Take a picture, and put it among the stored ones when they are to be renewed."""
    path = folder / stored.name
    page.picture(path)
    assert path.stat().st_size > 20_000, "an empty page packs smaller"
    if is_new:
        stored.write_bytes(path.read_bytes())
    assert size_of(path) == size_of(stored), "renew it: pytest tests/page/test_pictures.py --update-pictures"


def size_of(picture: Path) -> tuple[int, int]:
    """Width and height of a PNG."""
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    return width, height
