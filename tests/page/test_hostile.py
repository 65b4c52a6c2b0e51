"""Articles are written by strangers: nothing that one holds, in whatever field, runs or becomes markup."""

import csv
import itertools
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from extractor import Extraction, Incident, link
from extractor.page import Sides
from extractor.records import Actor, ActorKind, Article, Claim, Count, Event, Place, Provenance, Span
from page.browser import Page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]

DEED = "window.pwned=1"
TAGS = """\
<script>{}</script>
<img src=x onerror={}>
<svg onload={}>
<iframe srcdoc='<script>{}</script>'>
<body onload={}>
<details open ontoggle={}>
<a href='javascript:{}'>x</a>
<style onload={}>
<video><source onerror={}>
<input autofocus onfocus={}>
<math><mi xlink:href='javascript:{}'>
<form action='javascript:{}'>
<base href='javascript:{}//'>
<link rel=import href='data:text/html,<script>{}</script>'>
<object data='javascript:{}'>
<embed src='javascript:{}'>
<meta http-equiv=refresh content='0;url=javascript:{}'>
<template><script>{}</script></template>""".split("\n")  # noqa: SIM905 - one a line
BEFORE = ("", "</script>", "</style>", "</title>", '">', "'>", "-->", "]]>", "</textarea>", "</svg>", "\x00", "${")
OTHERS = """\
javascript:{}
JaVaScRiPt:{}
 javascript:{}
java\tscript:{}
data:text/html,<script>{}</script>
vbscript:{}
{{DATA}}
{{SCRIPT}}
';{};'
";{};"
`${{}}`
=HYPERLINK("javascript:{}")
+{}
-{}
@{}
__proto__
constructor
\u2028{}
\u202e{}
\U0001f600{}
url(javascript:{})
x;background:url(//evil.example)
&lt;script&gt;{}&lt;/script&gt;""".split("\n")  # noqa: SIM905 - one a line
STRINGS = [text.replace("{}", DEED) for text in itertools.chain((b + t for b in BEFORE for t in TAGS), OTHERS)]


def hostile_results() -> Iterator[Extraction]:
    """Articles, each with another string in every field that holds text."""
    provenance = {"extractor": "0", "spacy": "0", "model": "m", "gazetteer": "g", "ontology": "o", "settings": "s"}
    for i, bad in enumerate(STRINGS):
        text = f"{bad} attacked {bad} in {bad}. It was said."
        span = Span(start=0, end=len(bad), text=bad)
        actor = Actor(
            id=f"a-{bad}",
            name=bad,
            kind=ActorKind.PEOPLE,
            country=bad,
            sector=bad,
            role=bad,
            confidence=1,
            mentions=[span],
        )
        place = Place(
            id=f"p-{bad}",
            name=bad,
            kind=bad,
            latitude=(i % 120) - 60,
            longitude=i % 170,
            country_code=bad,
            admin1=bad,
            reason=bad,
            relation=bad,
            confidence=1,
            mentions=[span],
        )
        count = Count(low=3, high=3, text=bad, start=0, end=len(bad), claimed_by=actor.id)
        claim = Claim(
            id=f"c-{bad}",
            start=0,
            end=len(text),
            text=text,
            trigger=span,
            predicate=bad,
            agent=actor.id,
            place=place.id,
            claimed_by=actor.id,
            source_span=span,
            cue=span,
            event=f"e-{bad}",
            confidence=1,
        )
        event = Event(
            id=f"e-{bad}",
            type="COERCE" if i % 2 else bad,
            mode="seize" if i % 2 else bad,
            contexts=[bad],
            cameo=bad,
            source=[actor.id],
            target=[actor.id],
            place=place.id,
            start_date=date(2024, 1, 1),
            end_date=date(2024, 1, 1 + i % 9),
            claimed_by=actor.id,
            disputed_by=[actor.id],
            instruments=[bad],
            fatalities=count,
            counts_disputed={"fatalities": [count]},
            claims=[claim.id],
            confidence=0.5,
            reasons=[bad],
        )
        article = Article(
            id=f"{i}{bad}", text=text, title=bad, author=bad, url=bad, source=bad, language=bad, meta={bad: bad}
        )
        yield Extraction(
            article=article,
            actors=[actor],
            places=[place],
            claims=[claim],
            events=[event],
            warnings=[bad],
            provenance=Provenance(**provenance),
        )


@pytest.fixture(scope="module")
def results() -> list[Extraction]:
    return list(hostile_results())


def look_at_all(page: Page) -> None:
    """Open every panel, every kind of dialog, and a choice of events."""
    for tab in ("words", "history", "incidents", "table"):
        page.click(f"#tab-{tab}")
        page.click("input[value=control]")
        page.click("input[value=events]")
    page.click(".correct-toggle")
    for key in ("e", "m", "n", "?"):
        page.press(key, "\ue00c")
    page.js("for (const mark of document.querySelectorAll('.mark')) mark.dispatchEvent(new Event('pointerenter'))")
    page.click(".events tr[data-key]")
    for _ in range(25):
        page.press("j")  # the next event of the table
    assert page.texts(".detail h2") != []


def test_two_hundred_strings_in_every_field_run_nothing(open_page: Open, results: list[Extraction]) -> None:
    assert len(set(STRINGS)) >= 200
    page = open_page(*results, title=STRINGS[0], incidents=link(results), sides=sides())
    look_at_all(page)
    for number in range(0, len(results), 3):
        page.js(
            "const s = document.querySelector('.article-picker');"
            "s.value = arguments[0]; s.dispatchEvent(new Event('change'))",
            str(number),
        )
    page.settle()
    assert page.js("return window.pwned") is None and page.problems() == []
    assert page.js("return document.querySelectorAll('script').length") == 2
    strange = (
        "img, iframe, object, embed, video, base, link, math, template, [http-equiv=refresh], #app style, b script"
    )
    assert page.js("return [...document.querySelectorAll(arguments[0])].map(e => e.outerHTML)", strange) == []
    assert page.js("return [...document.querySelectorAll('a')].every(a => /^https?:/.test(a.href))")
    assert page.js(
        "return [...document.querySelectorAll('*')].every(e => ![...e.attributes].some(a => a.name.startsWith('on')))"
    )
    assert page.js("return document.title") == " ".join(STRINGS[0].split())


def sides() -> Sides:
    rows: list[dict[str, Any]] = [{"name": bad, "actors": [bad]} for bad in STRINGS[:40]]
    return Sides.model_validate({"side": rows})


def test_saved_cells_are_no_formulas(open_page: Open, results: list[Extraction]) -> None:
    page = open_page(*results)
    path = page.saved(lambda: page.click(".savers button", 0), "*.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    assert len(rows) == len(results) + 1
    cells = [cell for row in rows[1:] for cell in row if not cell.lstrip("-").replace(".", "").isdigit()]
    assert [cell for cell in cells if cell.lstrip()[:1] in ("=", "+", "-", "@")] == []


def test_an_incident_of_no_article_here_is_shown_and_leads_nowhere(open_page: Open, results: list[Extraction]) -> None:
    strange: list[Incident] = link(results[:3])
    page = open_page(*results[2:5], incidents=strange)
    page.click("#tab-incidents")
    assert page.problems() == [] and len(page.texts(".card")) == 1
