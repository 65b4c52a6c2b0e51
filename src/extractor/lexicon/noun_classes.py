"""The classes that a noun belongs to by most of its senses: "flyover" is a way, "lodger" a person."""

from collections.abc import Iterable, Mapping
from functools import cache

from extractor.lexicon.tables import data_lines

# Tenths of the senses of a noun that must lie in a class before the noun counts as one of it.
MOST = 5
_NONE: frozenset[str] = frozenset()


def classes_of(noun: str) -> frozenset[str]:
    """The classes of a lemma, none for a word that is no noun or has most senses elsewhere.

    >>> sorted(classes_of("gunboat"))
    ['vehicle', 'vessel']
    """
    return _classes().get(noun, _NONE)


def known_nouns() -> Iterable[str]:
    """All nouns that have a class.

    >>> 'neck' in known_nouns()
    True
    """
    return _classes().keys()


@cache
def class_names() -> frozenset[str]:
    """The names of all classes."""
    return frozenset().union(*_classes().values())


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    """The classes of each noun of the table that hold most of its meanings.

    {"animal"} for "wolf", {"vehicle", "aircraft"} for "bomber"; a noun without such a class is not in it.
    """
    shared: dict[str, frozenset[str]] = {}  # a thousand nouns have the same classes: keep them once
    found = {}
    for line in data_lines("lexicon/noun_classes.tsv"):
        noun, _, shares = line.partition("\t")
        if shares not in shared:
            named = (share.split(":") for share in shares.split())
            shared[shares] = frozenset(name for name, tenths in named if int(tenths) >= MOST)
        if shared[shares]:
            found[noun] = shared[shares]
    return found
