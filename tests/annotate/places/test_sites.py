"""Buildings with the names of towns: a sentence and the names of its places."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Garissa University, which militants stormed in 2015, reopened.", ["Garissa University"]),
        ("Camp Zimbur, where two soldiers died, was closed.", ["Camp Zimbur"]),
        ("Kabul University, where gunmen killed nine guards, reopened.", ["Kabul University"]),
        ("A bomb went off at the Boston College of Nursing in Lagos.", ["Lagos"]),
        ("The Kenyan Zimbur University, where two died, was closed.", ["Zimbur University"]),
        ("Zimbur University, which sells maps, was closed.", []),
        ("Gunmen stormed Kabul University College in May 2012.", ["Kabul University College"]),
        ("Goma, which rebels shelled in 2012, is calm.", ["Goma"]),
        ("Goma, which is calm, has two hospitals.", []),
        ("Shells fell on the centre of Goris.", ["Goris"]),
    ],
)
def test_places(extractor: Extractor, text: str, names: list[str]) -> None:
    assert [place.name for place in extractor.extract(text, published="2024-03-12").places] == names
