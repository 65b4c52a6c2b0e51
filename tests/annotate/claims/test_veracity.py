"""What the text says is untrue."""

from collections.abc import Callable

import pytest

from extractor.annotate.claims.veracity import denier_of, is_said_untrue
from extractor.document.tokens import Word

Find = Callable[[str, str], Word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is not true that soldiers fired on the crowd.", True),
        ("It is true that soldiers fired on the crowd.", False),
        ("It is not false that soldiers fired on the crowd.", False),
        ("The claim that soldiers fired on the crowd is a lie.", True),
        ("The claim that soldiers fired on the crowd is fabricated.", True),
        ("The claim that soldiers fired on the crowd was not invented.", False),
        ("He had invented the story that soldiers fired on the crowd.", True),
        ("A clip claiming to show that soldiers fired on the crowd is from a video game.", True),
        ("A clip claiming to show that soldiers fired on the crowd is from Homs.", False),
        ("Reports that soldiers fired on the crowd turned out to be false.", True),
        ("The report that soldiers fired on the crowd is new.", False),
        ("Reports that soldiers fired on the crowd are without foundation.", True),
        ("Rumours that soldiers fired on the crowd have no basis.", True),
        ("Reports that soldiers fired on the crowd are without a date.", False),
        ("That soldiers fired on the crowd is a myth.", True),
        ("That soldiers fired on the crowd is a scandal.", False),
        ("The army called the report that soldiers fired on the crowd a lie.", True),
        ("The army called the report that soldiers fired on the crowd a scoop.", False),
        ("The army dismissed as a lie a story that soldiers fired on the crowd.", True),
        ("The army dismissed the story that soldiers fired on the crowd.", True),
        ("The army rejected as absurd reports that soldiers fired on the crowd.", True),
        ("The army called a lie the rumour that soldiers fired on the crowd.", True),
        ("The army told the story that soldiers fired on the crowd.", False),
        ("The army said soldiers fired on the crowd.", False),
    ],
)
def test_untrue(word: Find, text: str, expected: bool) -> None:
    assert is_said_untrue(word(text, "fired")) is expected


def test_untrue_reports_of_an_act(word: Find) -> None:
    assert is_said_untrue(word("Reports of a massacre are false.", "massacre"))
    assert not is_said_untrue(word("Reports of a massacre are new.", "massacre"))


def test_the_denier_is_the_verb_that_calls_it_so(word: Find) -> None:
    denier = denier_of(word("The army called the report that soldiers fired on the crowd a lie.", "fired"))
    assert denier is not None and denier.text == "called"
