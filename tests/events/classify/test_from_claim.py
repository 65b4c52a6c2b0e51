"""What the classifier is told of a claim: what is counted tells the type, not the word for the number."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Ghana called the remark shabby.", ["ACCUSE"]),
        ("Ghana called the remark historic.", []),
        ("Critics described the vote as a farce.", ["ACCUSE"]),
        ("Critics described the vote as a ritual.", []),
        ("The union called the plan a raid on the poor.", ["ACCUSE"]),  # and no raid
    ],
)
def test_what_the_object_is_called(extractor: Extractor, text: str, types: list[str]) -> None:
    assert [event.type for event in extractor.extract(text, published="2024-06-12").events] == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Oman and the rebels swapped dozens of prisoners.", ["RETREAT"]),
        ("Oman and the rebels swapped dozens of tents.", []),
    ],
)
def test_what_is_counted(extractor: Extractor, text: str, types: list[str]) -> None:
    assert [event.type for event in extractor.extract(text, published="2024-06-12").events] == types
