"""The page in Chromium: how large is it, what does its first view cost, and does it stay fluid with many events?

    python benchmarks/browser.py RESULTS.jsonl [--articles 200] [--events 5000]

The results are repeated under other ids, and moved by a little in space and time, until there are enough of them;
repeated text compresses too well, so the size is told of the results as they are. CPU is that of the main thread.
"""

import argparse
import itertools
import json
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from selenium import webdriver

from extractor import Extraction
from extractor.page import render
from extractor.read.results import stored_results

OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--window-size=1400,900",
)
STEPS = 40
FRAMES = 3  # of a step: what is not urgent comes in the second and the third
# Does one step and waits for its first frame; without a kind waits for one frame more.
STEP = """
const [kind, i, done] = arguments;
const map = document.querySelector(".map"), search = document.querySelector(".search");
const handle = document.querySelectorAll(".handle")[1];
const key = (target, name) => target.dispatchEvent(new KeyboardEvent("keydown", {key: name, bubbles: true}));
const acts = {
  pan: () => key(map, i % 2 ? "ArrowLeft" : "ArrowRight"),
  zoom: () => key(map, i % 8 < 4 ? "+" : "-"),
  brush: () => key(handle, i % 20 < 10 ? "PageDown" : "PageUp"),
  scroll: () => { document.querySelector(".table-scroll").scrollTop = i * 400 },
  sort: () => document.querySelectorAll(".events .sort")[1 + i % 5].click(),
  search: () => { search.value = "abcdefgh".slice(0, i % 3); search.dispatchEvent(new Event("input")) },
};
if (kind) acts[kind]();
requestAnimationFrame(() => setTimeout(done));
"""
# Who holds what instead of what happened: its brush is what "play" moves.
CONTROL = "document.querySelector('input[name=layer][value=control]').click()"


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def repeated(results: list[Extraction], articles: int | None, events: int | None) -> Iterator[Extraction]:
    """The results again and again under other ids, until there are so many articles or events."""
    chance = random.Random(0)
    found = 0
    for number in itertools.count():
        if (articles is not None and number >= articles) or (events is not None and found >= events):
            return
        result = results[number % len(results)]
        found += len(result.events)
        yield moved(result, number, chance) if number >= len(results) else result


def moved(result: Extraction, number: int, chance: random.Random) -> Extraction:
    """A result under another id, some days later and some degrees away."""
    days, north, east = chance.randrange(60), chance.uniform(-4, 4), chance.uniform(-4, 4)
    given = json.loads(result.model_dump_json())
    given["article"]["id"] = f"{result.article.id}-{number}"
    for place in given["places"]:
        if place["latitude"] is not None:
            place["latitude"] = max(-80, min(80, place["latitude"] + north))
            place["longitude"] += east
    later = Extraction.model_validate(given)
    return later.model_copy(update={"events": [shifted(event, days) for event in later.events]})


def shifted(event: Any, days: int) -> Any:
    if event.start_date is None:
        return event
    by = timedelta(days)
    return event.model_copy(update={"start_date": event.start_date + by, "end_date": event.end_date + by})


def opened(browser: webdriver.Chrome, path: Path) -> float:
    """Open a page; the seconds of CPU until its first view."""
    browser.get("about:blank")
    browser.execute_cdp_cmd("Performance.enable", {})
    browser.get(path.as_uri())
    ready = "const d = arguments[0]; (function look() { document.documentElement.dataset.ready ? "
    ready += "requestAnimationFrame(() => setTimeout(d)) : setTimeout(look, 10) })()"
    browser.execute_async_script(ready)
    return cpu(browser)


def cpu(browser: webdriver.Chrome) -> float:
    """The seconds of CPU that the page's main thread has taken."""
    metrics = browser.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "ThreadTime"))


def main() -> None:
    """Print size, cost of the first view, and the time of a frame for each kind of step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--events", type=int, default=5000)
    given = parser.parse_args()
    results = list(stored_results(given.results))
    characters = sum(len(result.article.text) for result in results)
    per_article = (len(render(results)) - len(render(results[:1]))) / max(1, len(results) - 1)
    say(f"{len(results)} articles of {characters // len(results)} characters: {len(render(results)):,} bytes")
    say(f"{per_article:,.0f} bytes an article")
    browser_path, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if browser_path is None or driver is None:
        raise SystemExit("there is no Chromium: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = browser_path
    for option in OPTIONS:
        options.add_argument(option)
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    browser.set_script_timeout(300)
    try:
        with tempfile.TemporaryDirectory() as folder:
            measure(browser, Path(folder) / "page.html", list(repeated(results, given.articles, None)))
            measure(browser, Path(folder) / "page.html", list(repeated(results, None, given.events)), steps=True)
    finally:
        browser.quit()


def measure(browser: webdriver.Chrome, path: Path, results: list[Extraction], *, steps: bool = False) -> None:
    path.write_text(render(results), encoding="utf-8")
    seconds = [opened(browser, path) for _ in range(3)]
    events = sum(len(result.events) for result in results)
    say(f"{len(results)} articles, {events} events: first view after {min(seconds):.2f} s of CPU")
    if not steps:
        return
    for kind in ("pan", "zoom", "brush", "scroll", "sort", "search"):
        tell(browser, kind)
    browser.execute_script(CONTROL)
    tell(browser, "brush", " who holds what")


def tell(browser: webdriver.Chrome, kind: str, layer: str = "") -> None:
    """Print what a step costs, the median of all steps."""
    costs = [cost_of(browser, kind, i) for i in range(STEPS)]
    say(f"  {kind + layer:22}{statistics.median(costs) * 1000:5.0f} ms of CPU a step")


def cost_of(browser: webdriver.Chrome, kind: str, i: int) -> float:
    """The seconds of CPU of a step with all its frames, some milliseconds of asking for them included."""
    before = cpu(browser)
    for frame in range(FRAMES):
        browser.execute_async_script(STEP, kind if frame == 0 else "", i)
    return cpu(browser) - before


if __name__ == "__main__":
    main()
