"""Nouns that stand for a place."""

from collections.abc import Callable

import pytest

from extractor.records import Place

Read = Callable[[str], list[Place]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels took Homs in Syria. The city fell in a day.", {"Homs": ["The city"]}),
        (
            "Shells hit Tartus in Syria. Ships left the port and the besieged town.",
            {"Tartus": ["the port", "the besieged town"]},
        ),
        ("Troops left Homs for Damascus. Calm returned to the capital, Syria said.", {"Damascus": ["the capital"]}),
        ("Kenya closed schools. The country is in mourning.", {"Kenya": ["The country"]}),
        ("Rebels took Homs in Syria. The city council met in the city of stone.", {}),
        ("Paris sent aid to Damascus. The Syrian capital had no water.", {"Damascus": ["Syrian capital"]}),
        ("Paris sent aid. The Haitian capital had no water.", {}),
        ("The city slept.", {}),
    ],
)
def test_references(read: Read, text: str, expected: dict[str, list[str]]) -> None:
    places = read(text)
    assert all(text[span.start : span.end] == span.text for place in places for span in place.references)
    assert {p.name: [span.text for span in p.references] for p in places if p.references} == expected
