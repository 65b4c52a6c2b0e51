"""Whether a text is English: the share of English function words among its words.

In English news prose every fourth word is one of these. Words that other languages share (a, in, is, was, had, no) are
left out, so that there only one in thirty is.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import filterfalse, groupby

from spacy.tokens import Doc

from extractor.document import layers as marks
from extractor.document.warning import with_example
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
_BEHIND_LATIN = "\u0250"
_OTHER_LANGUAGES = {
    name: words for name, words in word_lists("parse/other_languages.txt").items() if name != "particles of names"
}
_PARTICLES = word_lists("parse/other_languages.txt")["particles of names"]
MOST_PARTICLES = 2
_ANY_OTHER = frozenset[str]().union(*_OTHER_LANGUAGES.values())
MIN_FOREIGN_WORDS = 2  # of 39,000 English sentences of 3 to 19 words, one has as many
_SAMPLE_CHARS = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = word_lists("parse/words.txt")["function words"]


def is_english(text: str) -> bool | None:
    """True or False, None for a text in Latin script that is too short to tell (few words, none of another language).

    >>> is_english("Les rebelles ont pris la ville."), is_english("Rebels took Homs.")
    (False, None)
    """
    sample = text[:_SAMPLE_CHARS]
    if _is_in_another_script(sample):
        return False
    cased = _WORD.findall(sample)
    words = [word.lower() for word in cased]
    if len(words) < MIN_WORDS:
        if is_of_another_language(cased):
            return False
        return None
    if _has_function_words(words):
        return True
    return _has_known_words(words if sample.isupper() else cased)


def _is_in_another_script(text: str) -> bool:
    """Whether most letters of a text, of which it has some, are not Latin.

    True of an article in Arabic, not of an English one that quotes a slogan in Arabic.
    """
    if text.isascii():
        return False
    letters = list(filter(str.isalpha, text))
    latin = sum(letter < _BEHIND_LATIN for letter in letters)
    return len(letters) >= MIN_LETTERS and latin < len(letters) / 2


def _has_function_words(words: Sequence[str]) -> bool:
    """Whether words in lower case hold the share of function words that English has; of a few words one at least.

    >>> _has_function_words("the army shelled the town".split())
    True
    >>> _has_function_words("grain prices rise".split())
    False
    """
    known = sum(word in _FUNCTION_WORDS for word in words)
    if known >= MIN_SHARE * len(words):
        return True
    if known == 0 or len(words) >= SHORT_WORDS:
        return False
    return known + sum(word in _SHARED_WORDS for word in words) >= MIN_SHORT_WORDS


def is_of_another_language(words: Sequence[str]) -> bool:
    """Whether words of a text, as they are written, hold function words of one other language, and fewer English ones.

    Those that are part of a name ("Juan de la Cruz") do not count.

    >>> is_of_another_language("Police arrested Juan de la Cruz near Rio de la Plata".split())
    False
    """
    if sum(word in _ANY_OTHER for word in words) < MIN_FOREIGN_WORDS:  # nearly all English texts
        return False
    plain = list(_outside_names(words))
    english = sum(word in _FUNCTION_WORDS for word in plain)
    most = max(sum(word in known for word in plain) for known in _OTHER_LANGUAGES.values())
    return most >= MIN_FOREIGN_WORDS and most > english


def _outside_names(words: Sequence[str]) -> Iterator[str]:
    """The words in small letters, but for one or two particles between words with a capital.

    >>> list(_outside_names("General Charles de Gaulle landed in Bayeux".split()))
    ['landed', 'in']
    """
    end = 0
    for is_plain, some in groupby(words, key=str.islower):
        run = list(some)
        start, end = end, end + len(run)
        if not is_plain:
            continue
        is_inside = 0 < start < end < len(words) and len(run) <= MOST_PARTICLES
        yield from filterfalse(_PARTICLES.__contains__, run) if is_inside else run


def _has_known_words(words: Sequence[str]) -> bool:
    """ "Gunmen killed nine farmers in Sokoto": briefs of names have few function words, but English nouns and verbs."""
    plain = [word for word in words if word.islower() and len(word) >= LONG]
    known = sum(map(_is_known, plain))
    return known >= MIN_KNOWN_WORDS and known >= MIN_KNOWN * len(plain)


def _is_known(word: str) -> bool:
    """Whether a word, without an English ending, is a noun of the lexicon's classes or a verb of its rules.

    >>> _is_known("shelled"), _is_known("gestern")
    (True, False)
    """
    if word in _FUNCTION_WORDS:
        return True
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return any(map(_is_in_lexicon, stems))


def _is_in_lexicon(stem: str) -> bool:
    """Whether a word without its ending is a noun of the classes or a verb of the rules."""
    return stem in verb_rules() or bool(classes_of(stem))


def warn_if_foreign(doc: Doc) -> bool:
    """Whether the Doc is not English; if so it gets a warning, and nothing should be read from it.

    An article that is given as English is taken at its word. An English text gets a warning of sentences in another
    language.
    """
    if (marks.article_of(doc).language or "").lower().startswith("en"):
        return False
    is_foreign = is_english(marks.text_of(doc)) is False
    if is_foreign:
        marks.warn(doc, "the text does not look English: nothing was extracted from it")
    else:
        _warn_of_foreign_sentences(doc)
    return is_foreign


def _warn_of_foreign_sentences(doc: Doc) -> None:
    """Add a warning that quotes the first sentence in another language."""
    if not doc.has_annotation("SENT_START"):  # the component for dates alone needs no parser
        return
    found = [sentence.text for sentence in doc.sents if is_of_another_language(_WORD.findall(sentence.text))]
    if found:
        marks.warn(doc, with_example("a sentence does not look English", found[0]))
