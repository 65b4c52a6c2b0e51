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
