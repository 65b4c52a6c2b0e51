"""What a draft becomes in the result: ACLED's sub-event by who did it, and whether they came from abroad."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "sub_event"),
    [
        ("Chadian troops took over a town in Niger on Monday.", "Non-state actor overtakes territory"),
        ("Chadian troops took over a town in Chad on Monday.", "Government regains territory"),
        ("Troops from Chad killed two miners in Niger on Monday.", "Attack"),
        ("Gunmen killed two soldiers in Niger on Monday.", "Armed clash"),
    ],
)
def test_sub_event(extractor: Extractor, text: str, sub_event: str) -> None:
    (event,) = extractor.extract(text, published="2024-06-12").events
    assert event.acled is not None
    assert event.acled.sub_event_type == sub_event
