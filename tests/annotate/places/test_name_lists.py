"""Names in lists of places: a sentence and the names of its places."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen attacked lorries at Ica, Nazca and Chala on Tuesday.", ["Ica", "Nazca", "Chala"]),
        ("Chad, Nepal and Djibouti abstained.", ["Chad", "Nepal", "Djibouti"]),
        (
            "Protesters blocked Ngara Road at Ruiru and Thindigua on Tuesday.",
            ["Ngara Road", "Ruiru", "Thindigua"],
        ),
        ("Kone, Diallo and Sy, all three ministers, were arrested in Bamako.", ["Bamako"]),
        ("In Gao, Smith and Jones were arrested.", ["Gao"]),
        ("Adams, Jackson and Freeman were arrested.", []),
    ],
)
def test_places(extractor: Extractor, text: str, names: list[str]) -> None:
    assert [place.name for place in extractor.extract(text, published="2024-03-12").places] == names
