"""A whole round by keyboard alone: correct, save, evaluate, learn, and read the next article better.

Not one click and no focus set by the test: Tab, letters and Enter do all. `--update-pictures` writes the record of the
run, docs/recorded_run.md.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor import Article, Extraction, Extractor
from extractor.cli import app
from extractor.read.results import checked_results
from page.browser import Page
from page.conftest import EXAMPLES

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
DOCS = EXAMPLES.parent / "docs"
ENTER, TAB = "\ue007", "\ue004"
NAMES = {ENTER: "Enter", TAB: "Tab"}

# A verb that no dictionary has, so that the library has to be taught it.
MISSED = (
    "Fighters of the Zelvian Tide torchraided a market in Kano on Friday.",
    "The Zelvian Tide torchraided a school in Gao on Sunday.",
    "Zelvian Tide fighters torchraided a bridge near Marib on Monday. Rain fell in the hills.",
    "The museum opened a new hall in Vienna.",
)
NEXT = "Gunmen torchraided a depot in Zinder on Wednesday."
# Words typed into a field are in quotes; "add" and "change" are what the dialogs of N and E are given.
ADD = ["n", "'torchraided'", TAB, "'assault'", ENTER, "]"]
KEYS = [
    *[TAB, ENTER],  # the first thing that Tab reaches turns correcting on
    *["a", "a", "a", "r", "a", "a", "m", ENTER, "a", "a", "e", "'threaten'", ENTER],
    *["j", "a", "a", "r", "u", "a", "a", "a", "a", "a", "A", "]"],
    *ADD,
    *ADD,
    *ADD,
    *["A", "s"],
]


def test_twenty_corrections_by_keyboard_are_saved_evaluated_learned_and_used(
    open_page: Open, extractor: Extractor, four_cities: Extraction, tmp_path: Path, update_pictures: bool
) -> None:
    missed = [
        extractor.extract(Article(id=f"missed-{number}", text=text, published="2024-03-05"))  # type: ignore[arg-type]
        for number, text in enumerate(MISSED)
    ]
    assert not any(result.events for result in missed)
    page = open_page(four_cities, *missed, title="Corrections")
    saved = page.saved(lambda: typed(page, KEYS), "*.corrected.jsonl")
    if update_pictures:
        page.picture(DOCS / "pictures" / "recorded-run.png")
    rows = [row for one in checked_results([saved]) if one.corrections for row in one.corrections.events]
    done = [row.action for row in rows if row.action != "unchecked"]
    assert len(done) >= 20 and {"accepted", "rejected", "changed", "merged", "added"} == set(done)
    assert [one.corrections.complete for one in checked_results([saved]) if one.corrections] == [True] * 5

    results = tmp_path / "results.jsonl"
    results.write_text("".join(one.model_dump_json() + "\n" for one in (four_cities, *missed)), encoding="utf-8")
    learned, article = tmp_path / "learned.toml", tmp_path / "next.txt"
    article.write_text(NEXT, encoding="utf-8")
    told = [
        ran("evaluate", saved, "--predicted", results),
        ran("learn", saved, "-o", learned),
        ran("evaluate", saved, "--settings", learned),
        ran("run", article, "--published", "2024-03-07", "--format", "table"),
        ran("run", article, "--published", "2024-03-07", "--format", "table", "--settings", learned),
    ]
    assert "added  trigger: type ASSAULT, verbs torchraid" in told[1]
    assert "ASSAULT" not in told[3] and "ASSAULT" in told[4]
    if update_pictures:
        (DOCS / "recorded_run.md").write_text(record(told, tmp_path), encoding="utf-8")
    assert spoken(KEYS) in (DOCS / "recorded_run.md").read_text(encoding="utf-8"), "renew it: --update-pictures"


def typed(page: Page, keys: list[str]) -> None:
    for key in keys:
        if key.startswith("'"):
            page.type(key.strip("'"))
        else:
            page.press(key)


def ran(*words: str | Path) -> str:
    """What a command says."""
    done = CliRunner().invoke(app, [*map(str, words)])
    assert done.exit_code == 0, done.output
    return f"$ extractor {' '.join(map(str, words))}\n{done.stdout}"


def spoken(keys: list[str]) -> str:
    """The keys as a line of text."""
    words = (f"“{key[1:-1]}”" if key.startswith("'") else f"⇧{key}" if key.isupper() else key for key in keys)
    return " ".join(NAMES.get(word, word) for word in words)


def record(told: list[str], folder: Path) -> str:
    lines = "\n\n".join(one.rstrip().replace(f"{folder}/", "") for one in told)
    return f"""# A recorded run: corrected by keyboard, learned, used

Recorded by `pytest tests/page/test_recorded_run.py --update-pictures` in Chromium. The page holds
`examples/four_cities.txt` and four short articles with a verb that the library does not know. Nothing was clicked;
these are all the keys:

```text
{spoken(KEYS)}
```

![The page after the last key](pictures/recorded-run.png)

What the keys mean is told in [correcting](correcting.md). The saved file was judged and learned from, and what was
learned was used on an article that was not among the corrected ones:

<!-- not run: the file is saved by the page; the test that records this runs it -->
```console
{lines}
```
"""
