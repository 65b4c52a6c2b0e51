"""The words of a number -> its least and greatest value."""

import pytest

from extractor.events.casualties.numerals import parse_number


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between eight and 11", 8, 11),
        ("three or four", 3, 4),
        ("five to ten", 5, 10),
        ("at least 14", 14, None),
        ("no fewer than 20", 20, None),
        ("more than a hundred", 100, None),
        ("fewer than ten", 0, 10),
        ("no more than 20", 0, 20),
        ("as many as 60", 0, 60),
        ("some 60", 60, 60),
        ("an estimated 70", 70, 70),
        ("11 more", 11, 11),
        ("twenty-five", 25, 25),
        ("a hundred and ten", 110, 110),
        ("1,200", 1200, 1200),
        ("1.5 million", 1500000, 1500000),
        ("two dozen", 24, 24),
        ("half a dozen", 6, 6),
        ("several thousand", 2000, 10000),
        ("dozens of", 24, 99),
        ("tens of thousands", 20000, 99999),
        ("a couple", 2, 2),
        ("not a single", 0, 0),
        ("two 15-year-old", 2, 2),
        ("a 20-strong", 20, 20),
        ("a three-day", 1, 1),
        ("200-odd", 200, 200),
    ],
)
def test_number(text: str, low: int, high: int | None) -> None:
    assert parse_number(text) == (low, high)


@pytest.mark.parametrize("text", ["soldiers", "", "twice as many", "the city of"])
def test_no_number(text: str) -> None:
    assert parse_number(text) is None
