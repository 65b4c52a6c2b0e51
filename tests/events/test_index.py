"""What the layers of an article say when they are asked for a word or a sentence."""

import pytest

from extractor import Extractor
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.domains import SCORE
from extractor.read.article import make_article


@pytest.mark.parametrize(
    ("text", "is_score"),
    [
        ("The Lions won 3-1 on Monday.", True),
        ("The flight was AB-1234.", False),
        ("The Lions won.", False),
        ("The Lions won 3-1", True),
        ("Rebels shelled Homs on 12-06-2024.", False),
    ],
)
def test_a_score_is_a_word_of_its_sentence(extractor: Extractor, text: str, is_score: bool) -> None:
    article = AnnotatedArticle(extractor.annotate(make_article(text)))
    assert (SCORE in article.sentence_words(article.words[0])) is is_score
