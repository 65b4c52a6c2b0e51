"""Words as evidence: stems, and how rare each is in news at large.

Rarity comes from a list that is shipped, never from the articles being linked: the same pair has the same score
whatever else is in the archive.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain
from math import log, sqrt
from operator import itemgetter
from typing import NamedTuple

from extractor.lexicon.tables import word_lists

Vector = dict[str, float]

RARE = 5.0  # rarity of a word that one article in 150 has
RAREST = 8.0  # rarity of a word that is not on the list: about one article in three thousand
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
_NAME = re.compile(r"[A-Z][^\W\d_]+")
_SHORTEST_STEM = 4
_PIECES_KEPT = 50_000  # some 15 MB
_LONGEST_PIECE = 60  # that is kept: a longer one may be anything, and would fill the memory


class _Piece(NamedTuple):
    """What is read in a piece: its words, lower case, their stems, and the stems of those with a capital."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    names: tuple[str, ...]


_WORDS, _STEMS, _NAMES = map(itemgetter, range(3))


class _Pieces(dict[str, _Piece]):
    """What is read in pieces of text between blanks, kept, for news repeats itself; no word spans a blank."""

    def __missing__(self, piece: str) -> _Piece:
        words = tuple(_WORD.findall(piece.lower()))
        found = _Piece(words, tuple(map(stem, words)), tuple(stem(name.lower()) for name in _NAME.findall(piece)))
        if len(piece) > _LONGEST_PIECE:
            return found
        if len(self) >= _PIECES_KEPT:
            self.clear()
        self[piece] = found
        return found


_PIECES = _Pieces()


class Read:
    """What is read in a text, in its order; each kind is put together when it is asked for."""

    def __init__(self, text: str) -> None:
        self._pieces = list(map(_PIECES.__getitem__, text.split()))

    @property
    def words(self) -> list[str]:
        """The words and numbers, lower case.

        >>> Read("The RSF's 12 fighters").words
        ['the', "rsf's", '12', 'fighters']
        """
        return list(chain.from_iterable(map(_WORDS, self._pieces)))

    @property
    def stems(self) -> list[str]:
        """The stems of the words.

        >>> Read("The RSF's 12 fighters").stems
        ['the', 'rsf', '12', 'fight']
        """
        return list(chain.from_iterable(map(_STEMS, self._pieces)))

    @property
    def names(self) -> list[str]:
        """The stems of the capitalised words, each once.

        >>> Read("Rebels of the RSF left Nyala. Rebels").names
        ['rebel', 'rsf', 'nyala']
        """
        return list(dict.fromkeys(chain.from_iterable(map(_NAMES, self._pieces))))


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, lower case."""
    return Read(text).words


def stems_of(text: str) -> list[str]:
    """The stems of the words of a text."""
    return Read(text).stems


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
    """The stems of the capitalised words of a text, each once, in their order."""
    return Read(text).names


@cache
def common_words() -> frozenset[str]:
    """The stems that so many articles have that two which have one need not tell of one event; the others are rare."""
    return frozenset(word for word, level in _rarities().items() if level < RARE)


class _Gains(dict[int, float]):
    """How much more a word weighs that comes so often."""

    def __missing__(self, count: int) -> float:
        gain = self[count] = 1 + log(count)
        return gain


_GAINS = _Gains()


def vector(stems: Iterable[str], most: int = 80, least_rarity: float = 1.0) -> Vector:
    """Stems weighed by rarity, at most `most` of the heaviest, of unit length.

    >>> list(vector(["market", "the", "flood", "flood"]))
    ['flood', 'market']
    """
    rarity_of, gains = _rarities().get, _GAINS
    negated = [
        (-rare * gains[count] if count > 1 else -rare, word)
        for word, count in Counter(stems).items()
        if (rare := rarity_of(word, RAREST)) >= least_rarity
    ]
    negated.sort()
    del negated[most:]
    length = sqrt(sum([weight * weight for weight, _ in negated]))
    return {word: -weight / length for weight, word in negated}
