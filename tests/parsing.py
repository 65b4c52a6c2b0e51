"""A sentence as the words of its parse, for tests of single rules."""

from spacy.language import Language

from extractor.document.from_doc import words_of
from extractor.document.tokens import Word, Words


def parsed(nlp: Language, text: str) -> Words:
    """The words of a text."""
    return words_of(nlp(text))


def word(words: Words, form: str) -> Word:
    """The first word of that form."""
    return next(one for one in words if one.text == form)


def named(found: Word | None) -> str:
    """The form of a word, "-" for none."""
    return found.text if found is not None else "-"
