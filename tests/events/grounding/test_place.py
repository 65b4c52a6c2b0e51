"""Acts without a place of their own take that of an act told before, unless it is of another time."""

import pytest

from extractor import Extractor

LENT = "place: of a sentence before"


@pytest.mark.parametrize(
    ("text", "is_lent"),
    [
        ("Gunmen robbed a shop in Gao on Monday. Police arrested two men.", True),
        ("In 2019 gunmen shot at a bus in Gao. On Monday the gunmen robbed a shop.", False),
    ],
)
def test_place_of_a_sentence_before(extractor: Extractor, text: str, is_lent: bool) -> None:
    _, second = extractor.extract(text, published="2024-06-12").events
    assert (LENT in second.reasons) is is_lent


def test_where_others_go_is_no_place_of_an_act(extractor: Extractor) -> None:
    (event,) = extractor.extract("Police stopped lorries that drove to Goma.", published="2024-06-12").events
    assert event.place is None
