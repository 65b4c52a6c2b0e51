"""What a claim that tells of an event says of it: rows of a sentence, a trigger, and what holds of its mention."""

import pytest

from extractor import Extractor
from extractor.events.coder import EventCoder
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.read.article import make_article

DEFINITE = """
The attack was condemned. | attack | yes
An attack was condemned. | attack | no
The youths who attacked police left. | attacked | yes
Youths who attacked police left. | attacked | no
The youths, who attacked police, left. | attacked | no
The sanctions imposed by Oslo hurt. | imposed | yes
""".strip().split("\n")
ARGUED = """
Rebels attacked a town. | attacked | yes
The attack on a town failed. | attack | yes
A truce took effect. | truce | yes
They spoke of an attack. | attack | no
""".strip().split("\n")


def mention(extractor: Extractor, sentence: str, trigger: str) -> Draft:
    article = AnnotatedArticle(extractor.annotate(make_article(sentence, published="2024-06-12")))
    drafts = [draft for _, _, draft in EventCoder(extractor.settings).mentions(article)]
    return next(draft for draft in drafts if draft.trigger.text == trigger)


@pytest.mark.parametrize("row", DEFINITE)
def test_whether_the_reader_knows_which_act_is_meant(extractor: Extractor, row: str) -> None:
    sentence, trigger, expected = row.split(" | ")
    assert mention(extractor, sentence, trigger).definite is (expected == "yes")


@pytest.mark.parametrize("row", ARGUED)
def test_whether_a_noun_tells_more_than_a_name(extractor: Extractor, row: str) -> None:
    sentence, trigger, expected = row.split(" | ")
    assert mention(extractor, sentence, trigger).argued is (expected == "yes")


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Lagos police marched through Kano on Monday.", "PROTEST", "Kano"),
        ("Nurses of Kano marched in Lagos.", "PROTEST", "Lagos"),
        # What belongs to the clause beside a noun is not the noun's.
        ("The attack in Gao came after nurses fled Timbuktu.", "ASSAULT", "Gao"),
    ],
)
def test_place_of_an_act(extractor: Extractor, text: str, kind: str, place: str) -> None:
    result = extractor.extract(text, published="2024-06-12")
    (event,) = (event for event in result.events if event.type == kind)
    found = result.place(event)
    assert found is not None
    assert found.name == place
