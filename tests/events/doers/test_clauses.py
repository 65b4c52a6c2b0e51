"""Who did harm, where a clause of time says what they did."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A nurse was stabbed to death when followers of the bishop attacked a chapel.", ["followers"]),
        ("Two cooks were shot dead as guards stormed the pit.", ["guards"]),
        ("A nurse was stabbed to death when the lights went out.", []),
        ("A nurse was stabbed to death after she had attacked a chapel.", []),
    ],
)
def test_doers_of_clauses_of_time(extractor: Extractor, text: str, source: list[str]) -> None:
    result = extractor.extract(text, published="2024-03-06")
    assert [result.names(event.source) for event in result.events[:1]] == [source]
