"""The word lists of data/en/places/context.toml as sets."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from extractor.lexicon.tables import data_toml


@cache
def words(name: str) -> frozenset[str]:
    """The list `name` of context.toml.

    >>> "province" in words("division_word")
    True
    """
    return _lists()[name]


@cache
def nouns() -> dict[str, list[str]]:
    """The nouns that stand for places named before, with the kinds of place: the table `noun`."""
    return dict(_read()["noun"])


@cache
def _lists() -> dict[str, frozenset[str]]:
    """The lists of words of the layer, by name."""
    return {name: frozenset(listed) for name, listed in _read().items() if isinstance(listed, list)}


@cache
def _read() -> Mapping[str, Any]:
    return data_toml("places/context.toml")
