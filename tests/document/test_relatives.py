"""Relative clauses that the parser hangs on the wrong noun."""

import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        (
            "Soldiers freed 38 men in a raid on a farmhouse near Kano in which five kidnappers were shot.",
            "shot",
            "raid",
        ),
        ("Youths threw stones at guards in Fez on Friday, who replied with tear gas.", "replied", "guards"),
        ("Soldiers burned a farmhouse in which five kidnappers were shot.", "shot", "farmhouse"),
    ],
)
def test_relatives(nlp: Language, text: str, verb: str, head: str) -> None:
    words = {word.text: word for word in parsed(nlp, text)}
    assert words[verb].head.text == head
