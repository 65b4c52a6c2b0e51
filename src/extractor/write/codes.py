"""Codes of other data sets: countries, CAMEO names, ACLED's disorder types."""

from collections.abc import Mapping
from functools import cache

from extractor.lexicon.tables import data_rows

UNKNOWN: Mapping[str, str] = {}


@cache
def countries() -> Mapping[str, Mapping[str, str]]:
    """ISO alpha-2 -> alpha3, numeric, fips, cow, region, name."""
    return {row["alpha2"]: row for row in data_rows("codes/countries.tsv")}


def country(code: str | None) -> Mapping[str, str]:
    """The codes of one country, none for None and for what is no country.

    >>> country("GB")["fips"]
    'UK'
    """
    return countries().get(code or "", UNKNOWN)


@cache
def _cameo_names() -> Mapping[str, str]:
    """The name of each CAMEO code."""
    return {row["code"]: row["name"] for row in data_rows("codes/cameo.tsv")}


def cameo_name(code: str | None) -> str:
    """The name of a CAMEO code, of its parent where it has none of its own.

    >>> cameo_name("192")
    'Occupy territory'
    """
    names = _cameo_names()
    known = (names[code[:size]] for size in range(len(code or ""), 1, -1) if code and code[:size] in names)
    return next(known, "")


@cache
def _disorders() -> Mapping[str, str]:
    """The type of disorder of each type of ACLED."""
    return {row["name"]: row["disorder"] for row in data_rows("codes/acled.tsv")}


def disorder(event_type: str, sub_event_type: str) -> str:
    """ACLED's disorder type."""
    return _disorders().get(sub_event_type) or _disorders().get(event_type, "")
