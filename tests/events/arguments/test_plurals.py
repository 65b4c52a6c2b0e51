"""Which words take up two actors named before: rows of a sentence, a word of it, and whether it does."""

import pytest
from parsing import word

from extractor import Extractor
from extractor.events.arguments.plurals import members, stands_for_pair
from extractor.events.index import AnnotatedArticle
from extractor.read.article import make_article

ROWS = """
Both sides agreed to a truce. | sides | yes
The two countries agreed to a truce. | countries | yes
The sides agreed to a truce. | sides | yes
Sides agreed to a truce. | Sides | no
Both of the Greek parties agreed. | parties | no
His two neighbours agreed. | neighbours | no
Each blamed the other. | Each | yes
Each side blamed the other. | side | yes
The pair met in Oslo. | pair | yes
A pair met in Oslo. | pair | no
""".strip().split("\n")


def annotated(extractor: Extractor, text: str) -> AnnotatedArticle:
    return AnnotatedArticle(extractor.annotate(make_article(text)))


@pytest.mark.parametrize("row", ROWS)
def test_stands_for_pair(extractor: Extractor, row: str) -> None:
    sentence, form, expected = row.split(" | ")
    article = annotated(extractor, sentence)
    assert stands_for_pair(article, word(article.words, form)) is (expected == "yes")


@pytest.mark.parametrize(
    ("sentence", "form", "expected"),
    [
        ("Greek and Turkish officials met.", "officials", ["Greek", "officials"]),
        ("Guards and medics fled.", "Guards", ["Guards", "medics"]),
        ("Greek and Turkish demands were met.", "demands", ["Greek", "Turkish", "demands"]),
    ],
)
def test_members(extractor: Extractor, sentence: str, form: str, expected: list[str]) -> None:
    words = annotated(extractor, sentence).words
    assert [member.text for member in members(word(words, form))] == expected
