"""Verbs that the tagger takes for the nouns or adjectives they look like."""

import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "word", "dependency", "head"),
    [
        ("Peru accused the North on Sunday of flying balloons over Tacna.", "flying", "pcomp", "of"),
        ("Peru accused the North on Sunday of flying balloons over Tacna.", "balloons", "dobj", "flying"),
        ("The mayor complained of the rising costs.", "costs", "pobj", "of"),
        ("Lawyers asked a court on Monday to jail former colonel Juan Paz.", "jail", "xcomp", "asked"),
        ("Lawyers asked a court on Monday to jail former colonel Juan Paz.", "Paz", "dobj", "jail"),
        ("The council declined on Wednesday to release the trader Ali Reza.", "release", "xcomp", "declined"),
        ("The council met on Wednesday to release the trader Ali Reza.", "release", "advcl", "met"),
    ],
)
def test_lost_verbs(nlp: Language, text: str, word: str, dependency: str, head: str) -> None:
    words = {w.text: w for w in parsed(nlp, text)}
    assert (words[word].dep_, words[word].head.text) == (dependency, head)
