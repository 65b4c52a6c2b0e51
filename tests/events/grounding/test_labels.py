"""The day and the place in front of an incident note: rows of a note, the first day and the place of its label."""

import pytest

from extractor import Extractor
from extractor.events.coder import EventCoder
from extractor.events.grounding.labels import read_labels
from extractor.events.index import AnnotatedArticle
from extractor.read.article import make_article


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("Niger, 9 July 2023: Gunmen shot a grocer.", "2023-07-09", "Niger"),
        ("Niger, 9 July 2023. Dosso: Gunmen shot a grocer.", "2023-07-09", "Niger"),
        ("9 July 2023: Gunmen shot a grocer.", "2023-07-09", None),
        ("Gunmen shot a grocer.", None, None),
    ],
)
def test_label_of_a_note(extractor: Extractor, text: str, day: str | None, place: str | None) -> None:
    article = AnnotatedArticle(extractor.annotate(make_article(text, published="2024-06-12")))
    ((_, _, draft),) = EventCoder(extractor.settings).mentions(article)
    draft.days = draft.place = None
    read_labels(article, [draft])
    assert (draft.days and draft.days[0].isoformat()) == day
    assert (draft.place and article.places[draft.place].name) == place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Apia: Teachers went on strike. Port Vila: Youths stoned a bus.", ["Apia", "Port Vila"]),
        ("Lima: Police shot a thief. Quito: Gunmen killed a judge in Cuenca on Monday.", ["Lima", "Cuenca"]),
        (
            "Lima: Miners went on strike.\n\nQuito: Police shot a thief. They arrested his son.",
            ["Lima", "Quito", "Quito"],
        ),
        ("Police shot a thief in Lima. They said: Quito gangs killed a judge in Cuenca.", ["Lima", "Cuenca"]),
    ],
)
def test_place_in_front_of_an_item(extractor: Extractor, text: str, places: list[str]) -> None:
    result = extractor.extract(text, published="2024-06-12")
    names = {place.id: place.name for place in result.places}
    assert [names.get(event.place or "") for event in result.events] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Sfax: Court jailed a mayor on Tuesday.\nDurban: Court jailed a mayor on Tuesday.", ["Sfax", "Durban"]),
        (
            "Durban: Police shot a nurse on Monday. Daejeon: Nurses went on strike on Monday.",
            ["Durban", "Daejeon"],
        ),
    ],
)
def test_items_under_two_headings_are_two_events(extractor: Extractor, text: str, places: list[str]) -> None:
    result = extractor.extract(text, published="2024-06-12")
    assert [place.name for event in result.events if (place := result.place(event))] == places
