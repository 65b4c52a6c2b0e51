"""Prefixes with a hyphen before their nouns: what the noun depends on, and what the prefix does."""

import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "word", "dependency", "head"),
    [
        ("Gunmen shot an ex-mayor in Lima on Monday.", "mayor", "dobj", "shot"),
        ("Gunmen shot an ex-mayor in Lima on Monday.", "ex", "compound", "mayor"),
        ("Four ex-guerrillas were killed in Cauca on Monday.", "Four", "nummod", "guerrillas"),
        ("The court convicted an ex-general of theft on Monday.", "general", "dobj", "convicted"),
        ("Anti-riot troops beat teachers in Lima on Monday.", "riot", "amod", "troops"),
    ],
)
def test_prefix(nlp: Language, text: str, word: str, dependency: str, head: str) -> None:
    words = {w.text: w for w in parsed(nlp, text)}
    assert (words[word].dep_, words[word].head.text) == (dependency, head)
    assert all(child.head is w for w in words.values() for child in w.children)
