"""Dates that belong to an act behind the trigger: rows of a sentence, the trigger, the date, and the answer."""

import pytest
from parsing import parsed, word
from spacy.language import Language

from extractor.syntax.dated_acts import dates_other_act, names_thing


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


@pytest.mark.parametrize(
    ("sentence", "day", "end", "is_name"),
    [
        ("Rebels bombed a Christmas market in May.", "Christmas", 25, True),
        ("Rebels bombed a New Year's Eve party in May.", "Year", 31, True),
        ("Rebels bombed Gao after Monday's raid.", "Monday", 30, False),
        ("Rebels bombed Gao at Christmas.", "Christmas", 30, False),
        ("He was held on 12 May about 25 miles from Gao.", "May", 22, False),
    ],
)
def test_days_that_name_things(nlp: Language, sentence: str, day: str, end: int, is_name: bool) -> None:
    assert names_thing(word(parsed(nlp, sentence), day), end) is is_name
