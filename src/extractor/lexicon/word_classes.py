"""Classes of words that rules name: a list of lemmas, classes of nouns, or both ("territory": "front", any place)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.noun_classes import class_names, classes_of
from extractor.lexicon.tables import data_lines
from extractor.lexicon.weapons import means

_NO_WORDS: frozenset[str] = frozenset()


def word_class(name: str) -> frozenset[str]:
    """The lemmas that a class names one by one, without those of its classes of nouns. Raises KeyError without a class.

    >>> "urge" in word_class("object_control")
    True
    """
    return word_classes()[name].words


@dataclass(frozen=True, slots=True)
class WordClass:
    """Lemmas, and classes of nouns (noun_classes.tsv) whose nouns belong to it too, but for some exceptions."""

    words: frozenset[str] = _NO_WORDS
    nouns: frozenset[str] = _NO_WORDS
    exceptions: frozenset[str] = _NO_WORDS

    def __contains__(self, word: str | None) -> bool:
        if word in self.words:
            return True
        if not self.nouns or word is None:
            return False
        return self._is_of_class(word)

    def among(self, words: Iterable[str]) -> frozenset[str]:
        """Those of some words that are in the class.

        >>> sorted(word_classes()['police'].among({'constable', 'cat', 'police'}))
        ['constable', 'police']
        """
        given = frozenset(words)
        found = self.words & given
        if self.nouns:
            return found.union(filter(self._is_of_class, given))
        return found

    def __or__(self, other: "WordClass") -> "WordClass":
        return WordClass(self.words | other.words, self.nouns | other.nouns, self.exceptions | other.exceptions)

    def _is_of_class(self, word: str) -> bool:
        """Whether a noun is of a class of the table that is named, and no exception."""
        if word in self.exceptions:
            return False
        return not self.nouns.isdisjoint(classes_of(word))


def word_class_of(members: Iterable[str]) -> WordClass:
    """Members as data files write them -> their class: "road", "%way" for a class of nouns, "-bridge" for an exception.

    Raises ValueError for a class of nouns that there is not.

    >>> "flyover" in word_class_of(["%way", "-alley"])
    True
    """
    words: set[str] = set()
    nouns: set[str] = set()
    exceptions: set[str] = set()
    for member in members:
        if member.startswith("%") and member != "%":
            nouns.add(member[1:])
        elif member.startswith("-"):
            exceptions.add(member[1:])
        else:
            words.add(member)
    unknown = sorted(f"%{name}" for name in nouns - class_names())
    if unknown:
        raise ValueError(f"no class of nouns {', '.join(unknown)}")
    return WordClass(frozenset(words), frozenset(nouns), frozenset(exceptions))


@cache
def word_classes() -> Mapping[str, WordClass]:
    """Class name -> its words ("territory" -> town, city, base ...); those of weapons.tsv are in it."""
    classes: dict[str, WordClass] = {}
    for line in (*data_lines("lexicon/classes.txt"), *data_lines("lexicon/disparaging.txt")):
        name, _, members = (cell.strip() for cell in line.partition("|"))
        found = word_class_of(filter(None, map(str.strip, members.split(","))))
        classes[name] = classes.get(name, WordClass(means(f"@{name}"))) | found
    return classes
