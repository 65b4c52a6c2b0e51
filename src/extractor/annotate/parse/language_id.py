"""Whether a text is English: the share of English function words among its words.

In English news prose every fourth word is one of these. Words that other languages share (a, in, is, was, had, no) are
left out, so that there only one in thirty is.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from extractor.document import layers as marks
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.tables import word_lists
from extractor.lexicon.triggers import verb_rules

MIN_WORDS = 20  # below this the share says nothing
MIN_SHARE = 0.06  # 910 English articles: lowest 0.083 (a list of results); French, German, Dutch, Turkish: below 0.03
# A short sentence full of names may have one of them, as 4 of 675 did; then words of other languages count too.
SHORT_WORDS = 60
MIN_SHORT_WORDS = 4
_SHARED_WORDS = word_lists("parse/words.txt")["shared words"]
# A list of names or notes has few function words; then this share of its words in lower case must be known ones.
MIN_KNOWN = 0.5
MIN_KNOWN_WORDS = 2
LONG = 4  # letters; shorter words are known in many languages
_ENDINGS = ("", "s", "es", "d", "ed", "ing")
MIN_LETTERS = 10
_SAMPLE_CHARS = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = word_lists("parse/words.txt")["function words"]


def is_english(text: str) -> bool | None:
    """True or False, None for a text in Latin script that is too short to tell (fewer than 20 words).

    >>> is_english("Les rebelles ont pris la ville dans la nuit de samedi. " * 3)
    False
    """
    sample = text[:_SAMPLE_CHARS]
    letters = [char for char in sample if char.isalpha()]
    if len(letters) >= MIN_LETTERS and sum(char < "\u0250" for char in letters) < len(letters) / 2:
        return False
    cased = _WORD.findall(sample)
    words = [word.lower() for word in cased]
    if len(words) < MIN_WORDS:
        return None
    known = sum(word in _FUNCTION_WORDS for word in words)
    if known >= MIN_SHARE * len(words):
        return True
    shared = sum(word in _SHARED_WORDS for word in words)
    if len(words) < SHORT_WORDS and known > 0 and known + shared >= MIN_SHORT_WORDS:
        return True
    return _has_known_words(words if sample.isupper() else cased)


def _has_known_words(words: Sequence[str]) -> bool:
    """ "Gunmen killed nine farmers in Sokoto": briefs of names have few function words, but English nouns and verbs."""
    plain = [word for word in words if word.islower() and len(word) >= LONG]
    known = sum(map(_is_known, plain))
    return known >= MIN_KNOWN_WORDS and known >= MIN_KNOWN * len(plain)


def _is_known(word: str) -> bool:
    """Whether a word, without an English ending, is a noun of the lexicon's classes or a verb of its rules."""
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return word in _FUNCTION_WORDS or any(classes_of(stem) or stem in verb_rules() for stem in stems)


def warn_if_foreign(doc: Doc) -> bool:
    """Whether the Doc is not English; if so it gets a warning, and nothing should be read from it.

    An article that is given as English is taken at its word.
    """
    given = marks.article_of(doc).language or ""
    foreign = not given.lower().startswith("en") and is_english(marks.text_of(doc)) is False
    if foreign:
        marks.warn(doc, "the text does not look English: nothing was extracted from it")
    return foreign
