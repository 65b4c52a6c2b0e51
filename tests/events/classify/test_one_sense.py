"""One sense in a discourse: what a bare noun means where the article tells of a protest by the same word."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Dockers went on strike on Monday. The strike at Rupert Bay goes on.", {"PROTEST"}),
        ("Jets hit a depot on Monday. The strike at Rupert Bay killed two guards.", {"ASSAULT"}),
    ],
)
def test_sense_of_bare_noun(extractor: Extractor, text: str, types: set[str]) -> None:
    assert {event.type for event in extractor.extract(text, published="2024-05-15").events} == types
