"""What speaks for a place by where it stands among the other places of the article."""

import pytest

from extractor import Extractor
from extractor.events import EventCoder
from extractor.events.grounding.ground import choices
from extractor.events.grounding.place_features import place_mentions
from extractor.events.index import AnnotatedArticle
from extractor.read.article import make_article

# One act without a place of its own, in an article that names towns of two countries and in several paragraphs.
TEXT = (
    "Talks about the border were held in Accra on Monday.\n\n"
    "In Kano, traders shut their stalls. Troops from Lagos had come overnight. Police then arrested nine men.\n\n"
    "A mill in Kaduna stood still."
)


@pytest.fixture(scope="module")
def evidence(extractor: Extractor) -> dict[str | None, set[str]]:
    """Each place that the arrest may have, by name, with what speaks for it."""
    article = AnnotatedArticle(extractor.annotate(make_article(TEXT, published="2024-06-12")))
    events = EventCoder(extractor.settings).events(article)
    arrest = next(found for found in choices(article, events) if found[0].trigger.text == "arrested")
    names = {item: place.name for item, place in article.places.items()}
    return {names.get(candidate.value or ""): set(candidate.evidence) for candidate in arrest[2]}


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Kano", {"in the paragraph", "first of the paragraph, point in the paragraph", "1 places since"}),
        ("Lagos", {"in the paragraph", "point, 0 points since", "point of the main country"}),
        ("Accra", {"in the paragraph before", "2 places since", "point of another country", "country of some"}),
        ("Kaduna", {"in later ones", "point named only afterwards", "country of most"}),
        (None, {"none, 2 points in the paragraph", "none, 4 places in the article"}),
    ],
)
def test_what_speaks_for_a_place(evidence: dict[str | None, set[str]], place: str | None, expected: set[str]) -> None:
    assert expected <= evidence[place], sorted(evidence[place])


def test_a_sentence_of_very_many_places(extractor: Extractor) -> None:
    """An act weighs the villages near it, not all of a text without stops: that took the square of its length."""
    starts, ends = ("Ka", "Bo", "Ri", "Te"), ("ash", "olo", "umi", "eti")
    towns = [f"{start}{middle}{end}" for start in starts for middle in "bdgmnr" for end in ends]
    text = " and ".join(f"rebels shelled the village of {town}" for town in towns)
    article = AnnotatedArticle(extractor.annotate(make_article(f"On Monday {text}.", published="2024-06-12")))
    mentions, shelled = place_mentions(article), next(word for word in article.words if word.text == "shelled")
    assert len(mentions) > 85
    assert len(mentions.around(shelled, 0)) == 40
