"""Letter case of headlines: lines in Capitals Of Title Case or in CAPITALS get the case that a sentence would have.

Parser and NER were trained on sentences: to them "Gunmen Kidnap 12 Students" is a name, and so is all of "POLICE ARREST
40". A word that English writes small is made small, unless it is, or belongs to, a name that the library knows; all
other words may be names and begin with a capital. Every change is one character for one, so offsets stay.
"""

import re
from collections.abc import Iterator
from functools import cache

from extractor.lexicon.noun_classes import classes_of, known_nouns
from extractor.lexicon.tables import data_lines, data_rows, word_lists
from extractor.lexicon.triggers import noun_rules, verb_rules
from extractor.lexicon.word_classes import word_classes

MIN_LETTERS = 12  # of a line in capitals
LONGEST_LINE = 200  # characters
MIN_WORDS = 4  # of more than three letters, in a line in title case
# Words of a line that English writes small: of lists of names in our own texts fewer than a third are.
COMMON_SHARE = 0.5
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDINGS = (
    *(("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e")),
    *(("ing", ""), ("ing", "e"), ("ly", "")),
)
_DOUBLED = re.compile(r"([bdgklmnprt])\1(?:ed|ing)$")
_LONGEST_NAME = 5  # words


def recase(text: str) -> str:
    """Headlines -> the case of a sentence; all other lines stay. Same length as the text.

    >>> recase("REBELS SEIZE ALEPPO AND HAMA")
    'Rebels seize Aleppo and Hama'
    """
    return "\n".join(_recased(line) for line in text.split("\n"))


def _recased(line: str) -> str:
    shouts = _shouts(line)
    if not shouts and not _is_titled(line):
        return line
    found = list(_WORD.finditer(line))
    names = _names([match[0].lower() for match in found])
    letters = list(line)
    for number, match in enumerate(found):
        letters[match.start() : match.end()] = _cased(match[0], number in names, number == 0, shouts)
    return "".join(letters)


def _cased(word: str, named: bool, first: bool, shouts: bool) -> str:
    """A word in the case it has in a sentence; of another length only in theory, then it stays."""
    lower = word.lower()
    if len(lower) != len(word) or (word.isupper() and lower in _acronyms()):
        return word
    if not (named or first) and _is_common(lower):
        return lower
    return lower[0].upper() + lower[1:] if shouts else word


def _shouts(line: str) -> bool:
    if not line[:200].isupper() and any(c.islower() for c in line[:20]):
        return False
    letters = [c for c in line if c.isalpha()]
    return len(letters) >= MIN_LETTERS and sum(c.isupper() for c in letters) > 0.9 * len(letters)


def _is_titled(line: str) -> bool:
    """Whether a line is in title case: a capital on all longer words, and on words that no name begins with."""
    if len(line) > LONGEST_LINE or line.rstrip().endswith("."):
        return False
    found = _WORD.findall(line)
    long = [word for word in found if len(word) > 3]
    if len(long) < MIN_WORDS or not all(word[0].isupper() for word in long):
        return False
    if any(word[0].isupper() and word.lower() in _function_words() for word in found[1:]):
        return True
    tells = any(stem in verb_rules() for word in found for stem in _stems(word.lower()))
    return tells and sum(_is_common(word.lower()) for word in long) >= COMMON_SHARE * len(long)


def _names(lower: list[str]) -> set[int]:
    """The numbers of words that are, or belong to, a known name."""
    found: set[int] = set()
    for start, word in enumerate(lower):
        for name in _known_names().get(word, ()):
            if tuple(lower[start : start + len(name)]) == name:
                found.update(range(start, start + len(name)))
    return found


@cache
def _known_names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word -> the names that begin with it, in lower case."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in _written_names():
        words = tuple(_WORD.findall(name.lower()))
        if 0 < len(words) <= _LONGEST_NAME:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(names) for first, names in found.items()}


def _written_names() -> Iterator[str]:
    yield from word_lists("parse/headlines.txt")["names"]
    for row in data_rows("actors/countries.tsv"):
        for column in ("name", "adjectives", "names", "capitals"):
            yield from row[column].split(";")
    for row in data_rows("actors/known.tsv"):
        yield from (row["name"], *row["aliases"].split(";"))
    for row in data_rows("actors/seats.tsv"):
        yield row["name"]
    for row in data_rows("actors/people.tsv"):
        yield row["name"]
        yield from _unless_common(row["name"].split()[-1].lower())
    for line in data_lines("actors/given_names.txt"):
        for name in line.split():
            yield from _unless_common(name.lower())


def _unless_common(name: str) -> Iterator[str]:
    """A name of one word, unless a headline more likely means the verb or the noun: "mark", "bishop"."""
    if name not in verb_rules() and name not in noun_rules() and "person" not in classes_of(name):
        yield name


@cache
def _acronyms() -> frozenset[str]:
    """Short names that are written in capitals: "US", "EU", "NATO"."""
    known = (part for row in data_rows("actors/known.tsv") for part in (row["name"], *row["aliases"].split(";")))
    short = frozenset(name.lower() for name in known if name.isupper())
    return (short | word_lists("parse/headlines.txt")["acronyms"]) - _function_words()


@cache
def _is_common(word: str) -> bool:
    """Whether English writes a word small: it, or what it is a form of, is in the lexicon."""
    lists = word_lists("parse/headlines.txt")
    if any(word in lists[name] for name in ("function", "adjectives", "forms")):
        return True
    return any(len(stem) > 2 and stem in _lexicon() for stem in _stems(word))


def _stems(word: str) -> Iterator[str]:
    """What a word may be a form of, itself first: "seizes", "raided", "gunned"."""
    yield word
    yield from (word.removesuffix(ending) + whole for ending, whole in _ENDINGS if word.endswith(ending))
    if _DOUBLED.search(word):
        yield _DOUBLED.sub(r"\1", word)


def _function_words() -> frozenset[str]:
    return word_lists("parse/headlines.txt")["function"]


@cache
def _lexicon() -> frozenset[str]:
    """Single words that the lexicon knows as nouns or verbs, of more than two letters."""
    listed = (word for known in word_classes().values() for word in known.words)
    known = (*known_nouns(), *noun_rules(), *verb_rules(), *listed)
    return frozenset(part for word in known for part in word.split() if len(part) > 2)
