"""Chromium under Selenium, and pages opened in it from the disk, as a reader opens them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from extractor import Extraction, Extractor
from extractor.page import Sides, read_sides, render
from page.browser import Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

EXAMPLES = Path(__file__).parents[2] / "examples"
WIDE = (1400, 900)
OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def four_cities(extractor: Extractor) -> Extraction:
    """The result of examples/four_cities.txt."""
    from extractor.read import ReadOptions, read

    (reading,) = read([str(EXAMPLES / "four_cities.txt")], ReadOptions())
    assert reading.article is not None
    return extractor.extract(reading.article)


@pytest.fixture(scope="session")
def four_sides() -> Sides:
    """The sides of examples/four_cities.sides.toml."""
    return read_sides(EXAMPLES / "four_cities.sides.toml")


def new_chrome() -> "Chrome":
    """Chromium without a window; skips the test where there is none."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed: pip install -e '.[dev]'")
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if browser is None or driver is None:
        pytest.skip("there is no Chromium: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for option in OPTIONS:
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    running: Chrome = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    return running


@pytest.fixture(scope="session")
def chrome() -> Iterator["Chrome"]:
    """Chromium without a window."""
    running = new_chrome()
    yield running
    running.quit()


@pytest.fixture
def open_page(chrome: "Chrome", tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """A function that opens the page of some results."""

    def opened(*results: Extraction, **options: Any) -> Page:
        path = tmp_path / "page.html"
        path.write_text(render(results, **options), encoding="utf-8", newline="\n")
        page = Page(chrome, path)
        page.problems()
        metrics = {"width": WIDE[0], "height": WIDE[1], "deviceScaleFactor": 1, "mobile": False}
        chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
        page.open()
        return page

    yield opened
    chrome.execute_script("localStorage.clear()")  # pages of the same results share what is kept
