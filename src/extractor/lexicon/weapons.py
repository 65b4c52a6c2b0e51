"""Weapons and means: which words name one, what each counts for, and the mode of an attack that it tells."""

from collections.abc import Mapping
from functools import cache

from extractor.lexicon.tables import data_rows

_TABLE = "lexicon/weapons.tsv"


@cache
def means(use: str) -> frozenset[str]:
    """The words that count for something: as a "weapon", a "vague" one, an "instrument", or for a class ("@weapon").

    >>> "car-bomb" in means("weapon"), "bat" in means("instrument"), "device" in means("vague")
    (True, True, True)
    """
    return frozenset(row["word"] for row in data_rows(_TABLE) if use in row["uses"].split())


@cache
def modes_of_means() -> Mapping[str, frozenset[str]]:
    """Mode of an attack -> the words that tell it, the strongest mode first.

    >>> next(iter(modes_of_means()))
    'suicide-attack'
    """
    found: dict[str, set[str]] = {}
    for row in data_rows(_TABLE):
        if row["mode"]:
            found.setdefault(row["mode"], set()).add(row["word"])
    return {mode: frozenset(words) for mode, words in found.items()}
