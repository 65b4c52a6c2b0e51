"""Sectors of actors (GOV, MIL, REB ...) and the groups that code asks for, all from `data/lexicon/sectors.tsv`."""

from collections.abc import Mapping
from functools import cache

from extractor.lexicon.tables import data_rows


@cache
def sector_names() -> Mapping[str, str]:
    """Every sector with what it is.

    >>> sector_names()["COP"]
    'police'
    """
    return {row["sector"]: row["name"] for row in data_rows("lexicon/sectors.tsv")}


@cache
def sectors(group: str) -> frozenset[str]:
    """The sectors of a group. Raises KeyError for a group that the table does not have.

    >>> sorted(sectors("fighters"))
    ['REB', 'UAF']
    """
    found = frozenset(row["sector"] for row in data_rows("lexicon/sectors.tsv") if group in row["groups"].split())
    if not found:
        raise KeyError(group)
    return found


@cache
def inter_codes() -> Mapping[str, str]:
    """Sector -> ACLED's code of such an actor, for those that have one."""
    return {row["sector"]: row["inter"] for row in data_rows("lexicon/sectors.tsv") if row["inter"]}
