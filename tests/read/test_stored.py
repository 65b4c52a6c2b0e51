"""Readings as rows of a table and back."""

from datetime import UTC, datetime

import pytest

from extractor.read.article import make_article
from extractor.read.publication import Stamp
from extractor.read.reading import Reading, ReadOptions, later
from extractor.read.stored import from_row, to_row

OPTIONS = ReadOptions(published="2024-12-01")


@pytest.mark.parametrize(
    "given",
    [
        Reading("a.jsonl#1", article=make_article("It rained.", published="2024-12-01")),
        Reading("a.jsonl#2", problem="the line is not JSON"),
        later("a.pdf", "pdf:parse_pdf", b"\x00\xff", OPTIONS),
        later("a.eml", "mail:parse_message", b"", OPTIONS),
        later(
            "https://news.example/feed#1",
            "html:parse_page",
            b"<p>",
            OPTIONS,
            url="https://news.example/1",
            captured=datetime(2024, 12, 1, 10, tzinfo=UTC),
            known={"title": "Rain", "published": [Stamp("2024-12-01", "metadata")]},
        ),
    ],
)
def test_there_and_back(given: Reading) -> None:
    assert from_row(to_row(given), OPTIONS) == given
