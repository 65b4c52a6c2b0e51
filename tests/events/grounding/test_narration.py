"""Days that the next sentence shares with the one before."""

import pytest

from extractor import Extractor

REASON = "day: of the sentence before"


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("Riot police broke up a march of pensioners in Athens on Saturday. Eleven people were hurt.", True),
        ("Garment workers blocked a road on Sunday. Police fired rubber bullets, injuring 15.", True),
        ("Garment workers blocked a road on Sunday. Police had fired rubber bullets at Gazipur.", False),
        ("Garment workers blocked a road on Sunday. Earlier police fired rubber bullets at Gazipur.", False),
        ("Garment workers blocked a road on Sunday.\n\nPolice fired rubber bullets at Gazipur.", False),
        ("Gunmen shot a judge in Cali on Friday. Guards fired at a crowd in Bogota.", False),
        ("Garment workers blocked a road on March 3, 1998. Police fired rubber bullets at Gazipur.", False),
    ],
)
def test_carried_days(extractor: Extractor, text: str, carried: bool) -> None:
    result = extractor.extract(text, published="2024-03-12")
    found = [event.start_date for event in result.events if REASON in event.reasons]
    assert bool(found) is carried
    assert set(found) <= {event.start_date for event in result.events if REASON not in event.reasons}
