"""Texts -> time expressions, for the tests of this folder."""

from typing import Any

import spacy

from extractor.annotate.dates import DateTagger
from extractor.document import layers as marks
from extractor.records import Article, DateExpression
from extractor.settings import make_settings

NLP = spacy.blank("en")


def read(text: str, published: str | None = None, url: str | None = None, **options: Any) -> list[DateExpression]:
    """The expressions of a text, without a tagger or parser."""
    doc = NLP(text)
    marks.set_article(doc, Article.model_validate({"id": "a", "text": text, "published": published, "url": url}))
    return marks.DATES.read(DateTagger(make_settings(options))(doc))


def values(text: str, published: str | None = None, **options: Any) -> list[tuple[str, str | None]]:
    """Words and values of the expressions."""
    return [(found.text, found.value) for found in read(text, published, **options)]
