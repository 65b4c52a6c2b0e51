"""Classes of words that rules name: a list of lemmas, classes of nouns, or both ("territory": "front", any place)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.noun_classes import class_names, classes_of
from extractor.lexicon.tables import data_lines

_NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WordClass:
    """Lemmas, and classes of nouns (noun_classes.tsv) whose nouns belong to it too, but for some exceptions."""

    words: frozenset[str] = _NO_WORDS
    nouns: frozenset[str] = _NO_WORDS
    exceptions: frozenset[str] = _NO_WORDS

    def __contains__(self, word: str | None) -> bool:
        if word in self.words:
            return True
        return bool(self.nouns) and word is not None and self._is_of_class(word)

    def among(self, words: Iterable[str]) -> frozenset[str]:
        """Those of some words that are in the class."""
        given = frozenset(words)
        found = self.words & given
        return found.union(filter(self._is_of_class, given)) if self.nouns else found

    def __or__(self, other: "WordClass") -> "WordClass":
        return WordClass(self.words | other.words, self.nouns | other.nouns, self.exceptions | other.exceptions)

    def _is_of_class(self, word: str) -> bool:
        return word not in self.exceptions and not self.nouns.isdisjoint(classes_of(word))


def word_class_of(members: Iterable[str]) -> WordClass:
    """Members as data files write them -> their class: "road", "%way" for a class of nouns, "-bridge" for an exception.

    Raises ValueError for a class of nouns that there is not.

    >>> "flyover" in word_class_of(["%way", "-alley"])
    True
    """
    given = frozenset(members)
    nouns = frozenset(member[1:] for member in given if member.startswith("%") and member != "%")
    exceptions = frozenset(member[1:] for member in given if member.startswith("-"))
    if unknown := nouns - class_names():
        raise ValueError(f"no class of nouns {', '.join(f'%{name}' for name in sorted(unknown))}")
    kept = given - {f"%{name}" for name in nouns} - {f"-{word}" for word in exceptions}
    return WordClass(kept, nouns, exceptions)


@cache
def word_classes() -> Mapping[str, WordClass]:
    """Class name -> its words ("territory" -> town, city, base ...)."""
    classes: dict[str, WordClass] = {}
    for line in data_lines("lexicon/classes.txt"):
        name, _, members = (cell.strip() for cell in line.partition("|"))
        found = word_class_of(word.strip() for word in members.split(",") if word.strip())
        classes[name] = classes.get(name, WordClass()) | found
    return classes
