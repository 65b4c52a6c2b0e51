"""What an act was done with: rows of a text, and its instruments."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "instruments"),
    [
        ("Rebels set off two car bombs at a station.", ["car bombs"]),
        ("The plant came under mortar fire on Monday.", ["mortar"]),
        ("Hackers threw petrol bombs at a mill.", ["petrol bombs"]),
        ("Men armed with rifles stormed a bank.", ["rifles"]),
        ("A bomb expert attacked a bank.", []),
    ],
)
def test_instruments(extractor: Extractor, text: str, instruments: list[str]) -> None:
    (event,) = extractor.extract(text, published="2024-06-12").events
    assert event.instruments == instruments
