"""Clauses before a semicolon, which nobody behind it says."""

import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "word", "dependency", "head"),
    [
        ("Norway expelled two envoys on Monday; Moscow said that it would respond.", "expelled", "ROOT", "expelled"),
        ("Norway expelled two envoys on Monday; Moscow said that it would respond.", "said", "ROOT", "said"),
        ("Rebels fled on Monday, the army said.", "fled", "ccomp", "said"),
    ],
)
def test_semicolons(nlp: Language, text: str, word: str, dependency: str, head: str) -> None:
    words = {w.text: w for w in parsed(nlp, text)}
    assert (words[word].dep_, words[word].head.text) == (dependency, head)
