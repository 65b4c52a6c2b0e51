"""Datelines by their form: "BEIRUT, Dec. 7 (Reuters) —"."""

import re

# A place in capitals, perhaps with its state or country in lower case, and nothing else on the line before the date.
_PLACE = re.compile(r"[A-Z][A-Z.'’ -]{2,40}(?:\(?[A-Z][\w.]{1,20}\)?)?(?:, [A-Z][\w. ]{1,30})?,? ?\(?")
_AFTER = re.compile(r"\)? ?(?:\([^()\n]{2,40}\) ?)?(?:--?|[—–_:])|\)? ?\([^()\n]{2,40}\)")


def stands_in_dateline(text: str, start: int, end: int) -> bool:
    """Whether a date expression is the one of a dateline, by what stands around it.

    >>> stands_in_dateline("GAO, Mali, Dec 7 - Gunmen attacked", 11, 16)
    True
    """
    line = text.rfind("\n", 0, start) + 1
    return _PLACE.fullmatch(text, line, start) is not None and _AFTER.match(text, end) is not None
