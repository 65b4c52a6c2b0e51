"""The evidence for an act that took place: what a sentence of it gives."""

import pytest

from extractor import Extractor
from extractor.events.coder import EventCoder
from extractor.events.factuality.features import evidence_of
from extractor.events.index import AnnotatedArticle
from extractor.read.article import make_article

ROWS = """
Rebels shelled a town on Monday. | verb: form VBD | verb: clause past | verb: patient a NN | verb: days short
Rebels will shell a town. | verb: clause modal
Syrian rebels shelled a town. | verb: agent named NNS
Rebels shelled a town. | verb: agent bare NNS
Nine rebels shelled a town. | verb: agent number
They shelled a town. | verb: agent pronoun
Rebels shelled Homs. | verb: place near
Rebels shelled a town in May 2019. | verb: days old
The shelling of a town went on. | noun: form NN
We saw that rebels shelled a town. | verb: beside we
""".strip().split("\n")


@pytest.mark.parametrize("row", ROWS)
def test_evidence(extractor: Extractor, row: str) -> None:
    sentence, *expected = row.split(" | ")
    article = AnnotatedArticle(extractor.annotate(make_article(sentence, published="2024-05-15")))
    found = {
        sign
        for claim, frame, draft in EventCoder(extractor.settings).mentions(article)
        for sign in evidence_of(article, claim, frame, draft)
    }
    assert set(expected) - found == set()


def test_a_day_of_this_month_is_not_old(extractor: Extractor) -> None:
    article = AnnotatedArticle(
        extractor.annotate(make_article("Rebels shelled a town on Monday.", published="2024-05-15"))
    )
    ((claim, frame, draft),) = EventCoder(extractor.settings).mentions(article)
    assert "verb: days old" not in evidence_of(article, claim, frame, draft)
