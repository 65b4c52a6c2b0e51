"""Numbers and ordinals in words and digits."""

import pytest

from extractor.annotate.dates.numbers import number_of, ordinal_of


@pytest.mark.parametrize(
    ("words", "number"),
    [("12", 12), ("twenty - four", 24), ("a hundred", 100), ("two thousand", 2000), ("half an", 0.5), ("2 1/2", 2.5)],
)
def test_numbers(words: str, number: float) -> None:
    assert number_of(words) == number


def test_what_is_no_number() -> None:
    assert number_of("") is None
    assert number_of("some") is None
    assert ordinal_of("some") is None
