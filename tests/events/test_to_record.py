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


def test_an_actor_whose_name_is_a_mark_alone_has_no_side(extractor: Extractor) -> None:
    text = (
        'had \'s to ‘ train " who Monday Friday police of Friday in " was when ” by dead was 2012 , shooting exercise'
    )
    assert extractor.extract(f"{text} Monday", published="2024-03-12").events
