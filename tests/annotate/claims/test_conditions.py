"""Conditions and questions."""

from collections.abc import Callable

import pytest

from extractor.annotate.claims.conditions import is_conditional
from extractor.document.tokens import Word

Find = Callable[[str, str], Word]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("If police fire, we will flee.", "fire", True),
        ("If police fire, we will flee.", "flee", True),
        ("They asked whether police had fired.", "fired", True),
        ("Had they fired, we would have fled.", "fired", True),
        ("Had they fired, we would have fled.", "fled", True),
        ("Should they decide to attack, we will flee.", "attack", True),
        ("Were a truce signed, both would agree.", "signed", True),
        ("Have police fired at the crowd?", "fired", True),
        ("Were they freed on Monday?", "freed", True),
        ("When police fired, we fled.", "fired", False),
        ("When police fired, we fled.", "fled", False),
        ("Firing at the crowd, they fled.", "fled", False),
        ("Police have fired at the crowd.", "fired", False),
    ],
)
def test_conditional(word: Find, text: str, verb: str, expected: bool) -> None:
    assert is_conditional(word(text, verb)) is expected
