"""The tense of a proposition."""

from collections.abc import Callable

import pytest

from extractor.annotate.claims.tense import is_scheduled, tense_of
from extractor.document.tokens import Word

Find = Callable[[str, str], Word]


@pytest.mark.parametrize(
    ("text", "trigger", "tense"),
    [
        ("Rebels seized the town.", "seized", "past"),
        ("Rebels have seized the town.", "seized", "past"),
        ("Rebels were seen near the town.", "seen", "past"),
        ("Rebels hold the town.", "hold", "present"),
        ("Rebels are holding the town.", "holding", "present"),
        ("Rebels will leave the town.", "leave", "future"),
        ("The envoy is due to leave.", "leave", "future"),
        ("Ministers are to visit Oslo.", "visit", "future"),
        ("The attack began at dawn.", "attack", "past"),
        ("The attack goes on.", "attack", "present"),
        ("Gunmen stormed the bank, killing two guards.", "killing", "past"),
    ],
)
def test_tense(word: Find, text: str, trigger: str, tense: str) -> None:
    assert tense_of(word(text, trigger)) == tense


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Ann Lee is to visit Oslo.", "visit", True),
        ("She is to visit Oslo.", "visit", True),
        ("His plan is to visit Oslo.", "visit", False),
        ("It is to help the poor.", "help", False),
        ("They wanted to visit Oslo.", "visit", False),
        ("Rebels were to blame.", "blame", False),
    ],
)
def test_scheduled(word: Find, text: str, verb: str, expected: bool) -> None:
    assert is_scheduled(word(text, verb)) is expected
