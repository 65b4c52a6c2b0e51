"""Dates that belong to an act behind the trigger: rows of a sentence, the trigger, the date, and the answer."""

import pytest
from parsing import parsed, word
from spacy.language import Language

from extractor.syntax.dated_acts import dates_content, dates_other_act, is_limit, names_thing, tells_aftermath


@pytest.mark.parametrize(
    ("sentence", "trigger", "date", "is_of_other"),
    [
        ("He was convicted in the 2012 shooting.", "convicted", "2012", True),
        ("Nurses marched over the 2012 shooting.", "marched", "2012", True),
        ("Nurses marched over Monday's raid.", "marched", "Monday", True),
        ("Nurses marched on Monday.", "marched", "Monday", False),
        ("Nurses marched after Monday's raid.", "marched", "Monday", False),
        ("A teacher kidnapped by rebels was freed on Sunday.", "kidnapped", "Sunday", True),
        ("A teacher kidnapped on Sunday was freed.", "kidnapped", "Sunday", False),
        ("Police arrested on Sunday a man over the killing of a nun.", "killing", "Sunday", True),
        ("Police arrested a man over the killing of a nun in May.", "killing", "May", False),
        ("Rebels attacked the convoy and will return the bodies on Friday.", "attacked", "Friday", True),
        ("Rebels attacked the convoy and returned the bodies on Friday.", "attacked", "Friday", False),
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


@pytest.mark.parametrize(
    ("sentence", "verb", "trigger", "is_later"),
    [
        ("The photographer hit by a sniper died on Sunday.", "died", "hit", True),
        ("Six people died on Sunday in the shelling.", "died", "shelling", False),
        ("Shopkeepers marched against the bombing.", "marched", "bombing", True),
        ("The photographer hit by a sniper shouted.", "shouted", "hit", False),
    ],
)
def test_what_is_done_later(nlp: Language, sentence: str, verb: str, trigger: str, is_later: bool) -> None:
    words = parsed(nlp, sentence)
    assert tells_aftermath(word(words, verb), word(words, trigger)) is is_later


@pytest.mark.parametrize(
    ("sentence", "is_end"),
    [
        ("A judge remanded the men until Friday.", True),
        ("Soldiers did not leave until Friday.", False),
        ("They fought from Monday until Friday.", False),
        ("A judge remanded the men on Friday.", False),
    ],
)
def test_ends(nlp: Language, sentence: str, is_end: bool) -> None:
    assert is_limit(word(parsed(nlp, sentence), "Friday")) is is_end


@pytest.mark.parametrize(
    ("sentence", "trigger", "is_content"),
    [
        ("The party urged voters to march on Friday.", "urged", True),
        ("The party called for a march on Friday.", "called", True),
        ("The party called on Friday for a march.", "called", False),
        ("On Friday the party urged voters to march.", "urged", False),
        ("The party watched voters march on Friday.", "watched", False),
    ],
)
def test_what_is_asked(nlp: Language, sentence: str, trigger: str, is_content: bool) -> None:
    words = parsed(nlp, sentence)
    assert dates_content(word(words, trigger), word(words, "Friday")) is is_content
