"""Doers of passive verbs that the parser hangs on the noun before them."""

import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "word", "dependency", "head"),
    [
        ("Sanctions were imposed on two Chadian colonels by Canada on Monday.", "by", "agent", "imposed"),
        ("Eight monks died in an attack by Canada.", "by", "prep", "attack"),
        ("Two huts were built on a hill by rivers.", "built", "ROOT", "built"),
    ],
)
def test_lost_agents(nlp: Language, text: str, word: str, dependency: str, head: str) -> None:
    words = {w.text: w for w in parsed(nlp, text)}
    assert (words[word].dep_, words[word].head.text) == (dependency, head)
