"""What notebooks show: complete, balanced, escaped, short."""

from datetime import date
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from spacy import displacy

from extractor import Article, Event, Extraction, Extractor, InputError, Place, Span
from extractor.notebook.marks import Mark, marked_html, marks_of, nested

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;"
VOID = ("img", "br", "path", "circle")


class _Page(HTMLParser):
    """Tags and attributes of a fragment; the text of what is no style."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in VOID or (tag == "circle"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open and "small" not in self.open:
            self.text += data


@pytest.fixture(scope="module")
def result(extractor: Extractor) -> Extraction:
    text = "Rebels seized Aleppo on Sunday, the army said. The Idlib governor, John Smith, denied it."
    return extractor.extract(text, published="2024-12-02", title="Port changes hands")


def _hostile(value: Any) -> Any:
    """Every free text of a dumped record made hostile; ids, numbers and closed words stay."""
    if isinstance(value, dict):
        free = (
            "name",
            "title",
            "text",
            "country_code",
            "reason",
            "relation",
            "warnings",
            "reasons",
            "instruments",
            "mode",
        )
        return {
            key: HOSTILE if key in free and isinstance(part, str) and part else _hostile(part)
            for key, part in value.items()
        }
    if isinstance(value, list):
        return [HOSTILE if isinstance(part, str) and " " in part else _hostile(part) for part in value]
    return value


def test_everything_that_was_found_is_shown(result: Extraction) -> None:
    page = _Page(result._repr_html_())
    assert not page.open
    assert result.article.text in page.text
    for shown in ("Port changes hands", "COERCE seize", "2024-12-01", "Rebels", "Aleppo, SY", "reported by army"):
        assert shown in page.text
    assert page.tags.count("circle") == len([place for place in result.places if place.latitude is not None])


def test_no_text_of_an_article_becomes_markup(result: Extraction) -> None:
    given = _hostile(result.model_dump(mode="json")) | {"warnings": [HOSTILE]}
    given["article"]["text"] = HOSTILE * 10
    hostile = Extraction.model_validate(given)
    calm = {"div", "style", "p", "b", "em", "table", "thead", "tbody", "tr", "th", "td", "mark", "small"}
    calm |= {"svg", "path", "text", "circle", "title"}
    for html in (hostile._repr_html_(), hostile.events[0]._repr_html_(), hostile.places[0]._repr_html_()):
        page = _Page(html)
        assert not page.open
        assert set(page.tags) <= calm
        assert not {name for name in page.attributes if name.startswith("on") or name in ("src", "href", "style")}
    assert HOSTILE in _Page(hostile._repr_html_()).text


def test_a_long_article_is_cut_and_counted(extractor: Extractor) -> None:
    html = extractor.extract("The lake was calm. " * 1000)._repr_html_()
    assert "and 11,000 more characters" in html
    assert "no events found" in html


def test_an_event_shows_what_it_holds(result: Extraction) -> None:
    html = unescape(result.events[0]._repr_html_())
    assert "Battles" in html
    assert result.events[0].reasons[0] in html


def test_a_place_without_coordinates_shows_why() -> None:
    place = Place(id="p-1", name="Nowhere", kind="unknown", confidence=0.1, reason="not in the gazetteer", mentions=[])
    assert "not in the gazetteer" in place._repr_html_()
    assert "<svg" not in place._repr_html_()


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([(0, 2), (4, 6)], "<ab>cd<ef>gh"),
        ([(0, 6), (2, 4)], "<ab<cd>ef>gh"),
        ([(0, 4), (2, 6)], "<abcd>efgh"),  # the second crosses the first
        ([(0, 4), (0, 4)], "<abcd>efgh"),
        ([(0, 8), (0, 4), (2, 4)], "<<ab<cd>>efgh>"),
        ([], "abcdefgh"),
    ],
)
def test_marks_nest(spans: list[tuple[int, int]], shown: str) -> None:
    marks = [Mark(start, end, "places", "x") for start, end in spans]
    html = marked_html("abcdefgh", nested(marks))
    assert html.replace('<mark class="places" title="">', "<").replace("<small>x</small></mark>", ">") == shown


def test_marks_are_those_of_the_layers(result: Extraction) -> None:
    assert {mark.layer for mark in marks_of(result)} == {"actors", "places", "dates", "events"}
    assert {mark.layer for mark in marks_of(result, ["dates"])} == {"dates"}
    with pytest.raises(InputError, match="no layer days"):
        marks_of(result, ["days"])


def test_displacy_draws_what_it_is_given(result: Extraction) -> None:
    drawing = result.to_displacy(["places", "events"])
    text = drawing["text"]
    assert [(text[e["start"] : e["end"]], e["label"]) for e in drawing["ents"][:2]] == [
        ("seized", "COERCE SEIZE"),
        ("Aleppo", "PLACE"),
    ]
    assert "COERCE SEIZE" in displacy.render(drawing, style="ent", manual=True, jupyter=False)


def test_no_two_entities_of_displacy_overlap(extractor: Extractor, articles: list[dict[str, Any]]) -> None:
    for article in articles[:5]:
        entities = extractor.extract(article).to_displacy()["ents"]
        assert all(one["end"] <= other["start"] for one, other in zip(entities, entities[1:], strict=False))


def test_a_repr_is_a_line(result: Extraction) -> None:
    assert repr(result).startswith("<Extraction of a-")
    assert ": 1 event, 2 claims, " in repr(result)
    assert repr(result.events[0]).startswith("<Event COERCE seize, 2024-12-01, reported, 0.")
    assert repr(result.places[0]) == "<Place Aleppo, SY (36.20124, 37.16117), city>"
    assert repr(result.actors[0]) == "<Actor 'Rebels': people SY REB>"
    assert (
        repr(result.article) == "<Article " + result.article.id + ": 'Port changes hands', 2024-12-02, 89 characters>"
    )
    assert repr(result.dates[0]) == "<DateExpression 'Sunday': 2024-12-01>"
    assert repr(Span(start=0, end=6, text="Rebels")) == "<Span 0-6 'Rebels'>"
    for record in (result, *result.events, *result.claims, *result.actors, *result.places, *result.dates):
        assert "\n" not in repr(record)
        assert len(repr(record)) < 170


def test_str_is_a_line_too(result: Extraction) -> None:
    assert str(result.events[0]) == repr(result.events[0])
    assert str(result.places[0]) == "Aleppo, SY (36.20124, 37.16117)"


def test_an_event_of_some_days_shows_both_ends() -> None:
    event = Event(
        id="e-1", type="PROTEST", start_date=date(2024, 1, 1), end_date=date(2024, 1, 3), claims=[], confidence=0.5
    )
    assert repr(event) == "<Event PROTEST, 2024-01-01 to 2024-01-03, asserted, 0.50>"


def test_an_article_without_title_shows_its_first_words() -> None:
    assert repr(Article(id="a-1", text="word " * 40)).startswith("<Article a-1: 'word word")
