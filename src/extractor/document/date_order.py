"""Whether an outlet writes 5/6/2024 for the fifth of June, by the country of its address."""

import re
from functools import cache
from typing import Literal

from extractor.lexicon.tables import data_rows

DateOrder = Literal["DMY", "MDY"]
_HOST = re.compile(r"//(?:[^/@\s]*@)?([^/:?#\s]+)")


def order_of_outlet(url: str | None) -> DateOrder | None:
    """The order of day and month in the country that an address ends in; None when it names no country.

    >>> order_of_outlet("https://www.example.co.uk/news"), order_of_outlet("https://example.com/news")
    ('DMY', None)
    """
    host = _HOST.search(url or "")
    if host is None:
        return None
    ending = host[1].rpartition(".")[2].lower()
    if len(ending) != 2 or ending in _endings("no country"):
        return None
    if ending in _endings("month first"):
        return "MDY"
    return "DMY"


@cache
def _endings(why: str) -> frozenset[str]:
    """The endings of addresses that the table lists for a reason."""
    found: set[str] = set()
    for row in data_rows("dates/month_first.tsv"):
        if row["why"] == why:
            found.update(map(str.strip, row["endings"].split(";")))
    return frozenset(found)
