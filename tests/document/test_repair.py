"""Parses put right: who does what where the parser takes a participle for a verb, and what holds of every repair."""

import pytest
from spacy.language import Language

from extractor.annotate.parse import pipeline
from extractor.document.from_doc import words_of


@pytest.fixture(scope="module")
def parser() -> Language:
    return pipeline.load()


@pytest.mark.parametrize(
    ("text", "word", "dependency", "head"),
    [
        ("A priest shot in Goma has died.", "priest", "nsubj", "died"),
        ("Shells fired from a hill hit a town.", "Shells", "nsubj", "hit"),
        ("The inn, which a mob stormed in 2015, killing two, is open.", "killing", "advcl", "stormed"),
        ("In Suez soldiers fired.", "soldiers", "nsubj", "fired"),
    ],
)
def test_repair(parser: Language, text: str, word: str, dependency: str, head: str) -> None:
    words = {w.text: w for w in words_of(pipeline.parse(parser, text))}
    assert (words[word].dep_, words[word].head.text) == (dependency, head)
    assert all(child.head is w for w in words.values() for child in w.children)
