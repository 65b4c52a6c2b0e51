"""Letter case of headlines: lines in Capitals Of Title Case or in CAPITALS get the case that a sentence would have.

Parser and NER were trained on sentences: to them "Gunmen Kidnap 12 Students" is a name, and so is all of "POLICE ARREST
40". A word that English writes small is made small, unless it is, or belongs to, a name that the library knows; all
other words may be names and begin with a capital. Every change is one character for one, so offsets stay.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from extractor.lexicon.noun_classes import classes_of, known_nouns
from extractor.lexicon.tables import data_lines, data_rows, word_lists
from extractor.lexicon.triggers import noun_rules, verb_rules
from extractor.lexicon.word_classes import word_classes

MIN_LETTERS = 12  # of a line in capitals
LONGEST_LINE = 200  # characters
SHOUTED_SHARE = 0.9  # of the letters of a line in capitals; the rest are those of "al-" and "van"
MIN_WORDS = 4  # of more than three letters, in a line in title case
# Words of a line that English writes small: of lists of names in our own texts fewer than a third are.
COMMON_SHARE = 0.5
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SPEAKER = re.compile(r"[^\W\d_a-z]{2,20}(?:[ .-][^\W\d_a-z]{2,20}){1,4}(?=: ?[\"“])")
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


def _with_speaker(line: str) -> str:
    """A line with the speaker in capitals before its quotation in the case of a name.

    >>> _with_speaker('MAYOR ANN LEE: "They burned the mill."'), _with_speaker('DOHA: "Calm," he said')
    ('Mayor Ann Lee: "They burned the mill."', 'DOHA: "Calm," he said')
    """
    speaker = _SPEAKER.match(line)
    if speaker is None:
        return line
    return _WORD.sub(lambda word: _cased(word[0], True, False, True), speaker[0]) + line[speaker.end() :]


def _recased(line: str) -> str:
    """A line in the case of a sentence, when it is one in capitals or in title case.

    >>> _recased("FLOODS CLOSE MARKET IN GAO")
    'Floods close market in Gao'
    """
    shouts = _shouts(line)
    if not shouts and not _is_titled(line):
        return _with_speaker(line)
    found = list(_WORD.finditer(line))
    names = _names([match[0].lower() for match in found])
    letters = list(line)
    for number, match in enumerate(found):
        letters[match.start() : match.end()] = _cased(match[0], number in names, number == 0, shouts)
    return "".join(letters)


def _cased(word: str, named: bool, first: bool, shouts: bool) -> str:
    """A word in the case it has in a sentence; of another length only in theory, then it stays.

    >>> _cased("MARKET", False, False, True), _cased("GAO", True, False, True), _cased("NATO", False, False, True)
    ('market', 'Gao', 'NATO')
    """
    lower = word.lower()
    if len(lower) != len(word) or _is_acronym(word):
        return word
    if not named and not first and _is_common(lower):
        return lower
    if shouts:
        return lower[0].upper() + lower[1:]
    return word


def _is_acronym(word: str) -> bool:
    """ "US", "NATO"."""
    return word.isupper() and word.lower() in _acronyms()


def _shouts(line: str) -> bool:
    """Whether a line is in capitals: nearly all of its letters, of which it has some."""
    if not line[:LONGEST_LINE].isupper() and any(map(str.islower, line[:20])):  # nearly all lines, cheaply
        return False
    letters = list(filter(str.isalpha, line))
    return len(letters) >= MIN_LETTERS and sum(map(str.isupper, letters)) > SHOUTED_SHARE * len(letters)


def _is_titled(line: str) -> bool:
    """Whether a line is in title case: a capital on all longer words, and on words that no name begins with.

    >>> _is_titled("Villagers Flee After Dam Bursts"), _is_titled("Villagers flee after dam bursts")
    (True, False)
    """
    if len(line) > LONGEST_LINE or line.rstrip().endswith("."):
        return False
    found = _WORD.findall(line)
    long = [word for word in found if len(word) > 3]
    if len(long) < MIN_WORDS or not all(map(_is_capitalised, long)):
        return False
    if any(map(_is_capitalised_small_word, found[1:])):
        return True
    common = sum(map(_is_common, map(str.lower, long)))
    if common < COMMON_SHARE * len(long):
        return False
    return any(map(_is_verb, found))


def _is_capitalised_small_word(word: str) -> bool:
    """ "Of", "To": no name has it so."""
    return _is_capitalised(word) and word.lower() in _function_words()


def _is_capitalised(word: str) -> bool:
    """Whether a word begins with a capital."""
    return word[0].isupper()


def _is_verb(word: str) -> bool:
    """Whether a word may be a form of a verb of the lexicon."""
    return any(stem in verb_rules() for stem in _stems(word.lower()))


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


# The tables of names with the columns that hold them, several in a cell with ";" between.
_TABLES = {
    "actors/countries.tsv": ("name", "adjectives", "names", "capitals"),
    "actors/known.tsv": ("name", "aliases"),
    "actors/seats.tsv": ("name",),
    "actors/people.tsv": ("name",),
}


def _written_names() -> Iterator[str]:
    """The names of the library's tables; surnames and given names alone unless they are common words."""
    yield from word_lists("parse/headlines.txt")["names"]
    for table, columns in _TABLES.items():
        for row in data_rows(table):
            yield from ";".join(row[column] for column in columns).split(";")
    surnames = (row["name"].split()[-1] for row in data_rows("actors/people.tsv"))
    given = " ".join(data_lines("actors/given_names.txt")).split()
    yield from filter(_is_mostly_name, (name.lower() for name in (*surnames, *given)))


def _is_mostly_name(name: str) -> bool:
    """Whether a headline more likely means the name of one word than the verb or the noun: not "mark", "bishop"."""
    if name in verb_rules() or name in noun_rules():
        return False
    return "person" not in classes_of(name)


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
    return not _lexicon().isdisjoint(_stems(word))


def _stems(word: str) -> Iterator[str]:
    """What a word may be a form of, itself first: "seizes", "raided", "gunned"."""
    yield word
    for ending, whole in _ENDINGS:
        if word.endswith(ending):
            yield word.removesuffix(ending) + whole
    if _DOUBLED.search(word):
        yield _DOUBLED.sub(r"\1", word)


def _function_words() -> frozenset[str]:
    """The words that no name begins with: "of", "to", "after"."""
    return word_lists("parse/headlines.txt")["function"]


@cache
def _lexicon() -> frozenset[str]:
    """Single words that the lexicon knows as nouns or verbs, of more than two letters."""
    listed = chain.from_iterable(known.words for known in word_classes().values())
    known = chain(known_nouns(), noun_rules(), verb_rules(), listed)
    return frozenset(part for word in known for part in word.split() if len(part) > 2)
