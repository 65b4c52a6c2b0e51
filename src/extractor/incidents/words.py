"""Words as evidence: stems, and how rare each is in news at large.

Rarity comes from a list that is shipped, never from the articles being linked: the same pair has the same score
whatever else is in the archive.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import chain
from math import log, sqrt

from extractor.lexicon.tables import word_lists

Vector = dict[str, float]

RARE = 5.0  # rarity of a word that one article in 150 has
RAREST = 8.0  # rarity of a word that is not on the list: about one article in three thousand
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
_NAME = re.compile(r"[A-Z][^\W\d_]+")
_SHORTEST_STEM = 4
_PIECES_KEPT = 50_000  # some 15 MB
_LONGEST_PIECE = 60  # that is kept: a longer one may be anything, and would fill the memory


class _Pieces(dict[str, tuple[str, ...]]):
    """What is read in pieces of text between blanks, kept, for news repeats itself; no word spans a blank."""

    def __init__(self, read: Callable[[str], Iterable[str]]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, piece: str) -> tuple[str, ...]:
        found = tuple(self._read(piece))
        if len(piece) > _LONGEST_PIECE:
            return found
        if len(self) >= _PIECES_KEPT:
            self.clear()
        self[piece] = found
        return found

    def of(self, text: str) -> list[str]:
        """What is read in a text."""
        return list(chain.from_iterable(map(self.__getitem__, text.split())))


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, lower case.

    >>> words_of("The RSF's 12 fighters")
    ['the', "rsf's", '12', 'fighters']
    """
    return _WORDS.of(text.lower())


def stems_of(text: str) -> list[str]:
    """The stems of the words of a text.

    >>> stems_of("The RSF's 12 fighters")
    ['the', 'rsf', '12', 'fight']
    """
    return _STEMS.of(text.lower())


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without the endings that tell "bombed", "bombing" and "bombs" apart.

    >>> [stem(word) for word in ("bombed", "bombings", "parties", "shotgun's")]
    ['bomb', 'bomb', 'party', 'shotgun']
    """
    word = re.sub(r"['’].*$", "", word)
    if word.endswith("ies") and len(word) > _SHORTEST_STEM:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) >= _SHORTEST_STEM:
        word = word[:-1]
    for ending in ("ing", "ed", "er"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return _undoubled(word[: -len(ending)])
    if len(word) > _SHORTEST_STEM:
        return word.removesuffix("e")
    return word


def _undoubled(word: str) -> str:
    """A stem without its doubled last letter: "bann" -> "ban"."""
    if word[-1] == word[-2] and word[-1] not in "lsz":
        return word[:-1]
    return word


@cache
def _rarities() -> dict[str, float]:
    """Stem -> rarity, for the stems of the shipped list."""
    lists = word_lists("incidents/word_rarity.txt")
    return {word: float(level) for level, words in lists.items() for word in words}


def rarity(stemmed: str) -> float:
    """The negative logarithm of the share of articles that have a word with this stem."""
    return _rarities().get(stemmed, RAREST)


def names_in(text: str) -> list[str]:
    """The stems of the capitalised words of a text, each once, in their order.

    >>> names_in("Rebels of the RSF left Nyala. Rebels")
    ['rebel', 'rsf', 'nyala']
    """
    return list(dict.fromkeys(_NAMES.of(text)))


_WORDS = _Pieces(_WORD.findall)
_STEMS = _Pieces(lambda text: map(stem, _WORD.findall(text)))
_NAMES = _Pieces(lambda text: (stem(name.lower()) for name in _NAME.findall(text)))


def is_rare(stemmed: str) -> bool:
    """Whether so few articles have a word with this stem that two which have it may well tell of one event."""
    return _rarities().get(stemmed, RAREST) >= RARE


def vector(stems: Iterable[str], most: int = 80, least_rarity: float = 1.0) -> Vector:
    """Stems weighed by rarity, at most `most` of the heaviest, of unit length."""
    known = _rarities()
    negated = [
        (-rare * (1 + log(count)), word)
        for word, count in Counter(stems).items()
        if (rare := known.get(word, RAREST)) >= least_rarity
    ]
    negated.sort()
    length = sqrt(sum([weight * weight for weight, _ in negated[:most]]))
    return {word: -weight / length for weight, word in negated[:most]}
