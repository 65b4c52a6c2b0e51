"""Regions before their officials: a sentence and the names of its places."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Oaxaca prosecutors said the toll had doubled.", ["Oaxaca"]),
        ("Punjab health officials said a man had died.", ["Punjab"]),
        ("The toll rose, Amhara police said.", ["Amhara"]),
        ("Tamil police said a man had died.", []),
        ("Smith prosecutors said a man had died.", []),
        ("Western officials said a man had died.", []),
        ("Federal police said a man had died.", []),
        ("Northern lawmakers said a man had died.", []),
    ],
)
def test_places(extractor: Extractor, text: str, names: list[str]) -> None:
    assert [place.name for place in extractor.extract(text, published="2024-03-12").places] == names
