"""Words of a parse, for the tests of single rules of this folder."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from extractor.annotate.parse import pipeline as language
from extractor.document.from_doc import words_of
from extractor.document.tokens import Word

Find = Callable[[str, str], Word]


@pytest.fixture(scope="session")
def word(nlp: Language) -> Find:
    """A text and a word of it -> the word in its parse, the first of several."""

    def find(text: str, wanted: str) -> Word:
        return next(word for word in words_of(language.parse(nlp, text)) if word.text == wanted)

    return find
