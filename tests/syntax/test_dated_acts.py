"""Dates that belong to an act behind the trigger: rows of a sentence, the trigger, the date, and the answer."""

import pytest
from parsing import parsed, word
from spacy.language import Language

from extractor.syntax.dated_acts import dates_other_act


@pytest.mark.parametrize(
    ("sentence", "trigger", "date", "is_of_other"),
    [
        ("He was convicted in the 2012 shooting.", "convicted", "2012", True),
        ("Nurses marched over the 2012 shooting.", "marched", "2012", True),
        ("Nurses marched over Monday's raid.", "marched", "Monday", True),
        ("Nurses marched on Monday.", "marched", "Monday", False),
        ("Nurses marched after Monday's raid.", "marched", "Monday", False),
    ],
)
def test_date_of_an_act_behind(nlp: Language, sentence: str, trigger: str, date: str, is_of_other: bool) -> None:
    words = parsed(nlp, sentence)
    assert dates_other_act(word(words, trigger), word(words, date)) is is_of_other
