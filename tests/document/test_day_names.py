"""Names of people that begin with a month or a day."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Guards beat June Atieno on Friday.", ["Guards", "June Atieno"]),
        ("Police in Eldoret arrested April Chebet on Monday.", ["Police", "April Chebet"]),
        ("Gunmen shot April Mensah and her son on Sunday.", ["Gunmen", "April Mensah", "son"]),
        ("Robbers stabbed a clerk and his wife June in Bergen.", ["Robbers", "clerk", "June"]),
        ("Gunmen killed August guests at the hotel.", ["Gunmen", "guests", "hotel"]),
        ("Police arrested her son August 12 in Bonn.", ["Police", "son"]),
        ("Police banned the May Day march.", ["Police"]),
    ],
)
def test_people(extractor: Extractor, text: str, names: list[str]) -> None:
    assert [actor.name for actor in extractor.extract(text, published="2024-03-12").actors] == names
