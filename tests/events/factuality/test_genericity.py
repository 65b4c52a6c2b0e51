"""Acts in general: what sums many events up, and plurals without anything of their own."""

from datetime import date

import pytest
from parsing import parsed, word
from spacy.language import Language

from extractor import Extractor
from extractor.events.factuality.genericity import in_general, sums_up
from extractor.events.index import AnnotatedArticle
from extractor.read.article import make_article
from extractor.syntax import frame_of

YEAR, DAY = (date(2024, 1, 1), date(2024, 12, 1)), (date(2024, 3, 1), date(2024, 3, 1))


@pytest.mark.parametrize(
    ("sentence", "verb", "days", "expected"),
    [
        ("The war has killed thousands.", "killed", None, True),
        ("The war killed thousands.", "killed", None, False),
        ("Nine people have been killed.", "killed", YEAR, True),
        ("Nine people were killed.", "killed", YEAR, False),
        ("Nine people have been killed.", "killed", DAY, False),
        ("Nine people have been killed.", "killed", None, False),
        ("Rebels have killed nine people.", "killed", YEAR, False),
    ],
)
def test_sums_up(nlp: Language, sentence: str, verb: str, days: tuple[date, date] | None, expected: bool) -> None:
    assert sums_up(frame_of(word(parsed(nlp, sentence), verb)), days) is expected


@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        ("Bombings ruined the trade.", "bombing", True),
        ("The bombings ruined the trade.", "bombing", False),
        ("Two bombings ruined the trade.", "bombing", False),
        ("Bombings against Mali ruined the trade.", "bombing", False),
        ("Twin bombings ruined the trade.", "bombing", False),
        ("The bombing ruined the trade.", "bombing", False),
    ],
)
def test_in_general(extractor: Extractor, sentence: str, predicate: str, expected: bool) -> None:
    article = AnnotatedArticle(extractor.annotate(make_article(sentence)))
    (claim,) = [claim for claim in article.claims_by_id.values() if claim.predicate == predicate]
    assert in_general(claim, article.frame(claim)) is expected
