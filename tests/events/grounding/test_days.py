"""The days of acts and expressions: ranges, what holds since a day, what was on a day that is told of."""

from datetime import date

import pytest

from extractor import Extractor
from extractor.events.grounding.days import days_of, interval_of
from extractor.events.index import AnnotatedArticle
from extractor.read.article import make_article

PUBLISHED = "2024-12-09"  # a Monday


def annotated(extractor: Extractor, text: str) -> AnnotatedArticle:
    return AnnotatedArticle(extractor.annotate(make_article(text, published=PUBLISHED)))


def shown(days: tuple[date, date] | None) -> str:
    return " to ".join(dict.fromkeys(map(str, days))) if days is not None else "-"


# A sentence, and the days of each expression in it.
INTERVALS = """
They fled on 3 March 2024. | 2024-03-03
They fled from 3 March 2024 to 5 March 2024. | 2024-03-03 to 2024-03-05 | 2024-03-03 to 2024-03-05
They met on 3 March 2024, fled on 5 March 2024. | 2024-03-03 | 2024-03-05
They fled between Tuesday and Friday. | 2024-12-03 to 2024-12-06 | 2024-12-03 to 2024-12-06
They fled shortly before midnight on 3 March 2024. | 2024-03-03
They fled in early March 2024. | 2024-03-01 to 2024-03-10
They have camped there since 3 March 2024. | 2024-03-03 to 2024-12-09
They have camped there since the 3 March 2024 attacks. | 2024-03-03
They have camped there since 3 March 2024, when soldiers came. | 2024-03-03
""".strip().split("\n")


@pytest.mark.parametrize("row", INTERVALS)
def test_interval(extractor: Extractor, row: str) -> None:
    sentence, *expected = row.split(" | ")
    article = annotated(extractor, sentence)
    assert [shown(interval_of(article, found)) for found in article.dates_in_order] == expected


@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        ("It was the first strike since May 2003, when crews defied an order.", "defy", "2003-05-01 to 2003-05-31"),
        ("It was the first strike since May 2003 and crews defied an order.", "defy", "-"),
        ("They fled on 3 March 2024.", "flee", "2024-03-03"),
        ("They fled.", "flee", "-"),
    ],
)
def test_days_of_an_act(extractor: Extractor, sentence: str, predicate: str, expected: str) -> None:
    article = annotated(extractor, sentence)
    (claim,) = [claim for claim in article.claims_by_id.values() if claim.predicate == predicate]
    assert shown(days_of(article, claim)) == expected
