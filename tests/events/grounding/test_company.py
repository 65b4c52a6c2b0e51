"""What the events around one say of its place."""

import pytest

from extractor import Extractor
from extractor.events import EventCoder
from extractor.events.grounding.ground import choices
from extractor.events.index import AnnotatedArticle
from extractor.read.article import make_article

TEXT = "Rebels shelled a clinic in Homs. Police in Idlib arrested nine men. The rebels then burned a mill."


@pytest.fixture(scope="module")
def company(extractor: Extractor) -> dict[tuple[str, str | None], set[str]]:
    """What speaks for a place, by trigger and place, of what other events say."""
    article = AnnotatedArticle(extractor.annotate(make_article(TEXT, published="2024-06-12")))
    names = {item: place.name for item, place in article.places.items()}
    found = {}
    for event, _, candidates in choices(article, EventCoder(extractor.settings).events(article)):
        for candidate in candidates:
            told = {evidence for evidence in candidate.evidence if evidence.startswith("as ")}
            found[event.trigger.text, names.get(candidate.value or "")] = told
    return found


@pytest.mark.parametrize(
    ("trigger", "place", "expected"),
    [
        ("burned", "Idlib", {"as event before", "as event before, near"}),
        ("burned", "Homs", {"as event of the same actor", "as event of the same actor, near"}),
        ("burned", None, set()),
    ],
)
def test_company(
    company: dict[tuple[str, str | None], set[str]], trigger: str, place: str | None, expected: set[str]
) -> None:
    told = {evidence for evidence in company[trigger, place] if "most" not in evidence}
    assert told == expected


def test_a_town_of_its_own_clause_has_no_rival(company: dict[tuple[str, str | None], set[str]]) -> None:
    places = {place for trigger, place in company if trigger == "shelled"}
    assert places == {"Homs"}
