"""Who made an arrest that is told in the passive."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Police raided a farm in Lund on Monday, and two cooks were arrested.", ["Police"]),
        ("Two cooks were detained after soldiers searched a farm in Lund.", ["soldiers"]),
        ("Detectives uncovered a plot to kill the bishop of Lund; two cooks were arrested.", ["Detectives"]),
        ("Two cooks were held in Lund after police foiled a plot to poison the bishop.", ["police"]),
        # Not those who only say so, are arrested themselves, or act beside others who could have done it.
        ("Police said two cooks were arrested in Lund.", []),
        ("A blast wounded two policemen in Lund; three cooks were arrested.", []),
        ("Police fled and soldiers came, and three cooks were arrested in Lund.", []),
    ],
)
def test_police_that_act_beside_an_arrest_made_it(extractor: Extractor, text: str, source: list[str]) -> None:
    result = extractor.extract(text, published="2024-03-06")
    (event,) = (event for event in result.events if event.mode == "arrest")
    assert result.names(event.source) == source
