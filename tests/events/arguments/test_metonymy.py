"""Whom an object stands for."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("A bomb hit a truck carrying soldiers in Gao.", ["soldiers"]),
        ("A bomb hit a truck in Gao.", ["truck"]),
    ],
)
def test_people_carried_are_the_target(extractor: Extractor, text: str, targets: list[str]) -> None:
    result = extractor.extract(text, published="2024-06-12")
    assert [name for event in result.events for name in result.names(event.target)] == targets


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("The union spoke in a message threatening the owners.", "THREATEN", ["union"]),
        ("The miners issued a statement that demanded higher pay.", "REQUEST", ["miners"]),
    ],
)
def test_who_sends_a_message_acts_in_it(extractor: Extractor, text: str, kind: str, source: list[str]) -> None:
    result = extractor.extract(text, published="2024-06-12")
    assert [(event.type, result.names(event.source)) for event in result.events] == [(kind, source)]
