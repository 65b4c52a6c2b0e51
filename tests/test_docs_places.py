"""The examples of docs/places.md print what they say."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "places.md"


def test_examples() -> None:
    failed, tried = doctest.testfile(str(PAGE), module_relative=False)
    assert tried >= 6
    assert failed == 0
