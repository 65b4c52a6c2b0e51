"""Datelines by their form: "BEIRUT, Dec. 7 (Reuters) —", "(Beirut, Dec. 7) –"."""

import re

_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĆČĎĐĒĖĘĚĞĢĪİĶĹĽŁŃŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽȘȚ"
# A place in capitals, perhaps with its state or country in lower case, and nothing else on the line before the date.
_PLACE = re.compile(
    rf"[{_CAPITALS}][{_CAPITALS}.'’ -]{{2,40}}(?:\(?[A-Z][\w.]{{1,20}}\)?)?(?:, [A-Z][\w. ]{{1,30}})?,? ?\(?"
    r"|\([A-Z][\w.'’ -]{2,40}, "
)
_AFTER = re.compile(r"\)? ?(?:\([^()\n]{2,40}\) ?)?(?:--?|[—–_:])|\)? ?\([^()\n]{2,40}\)")
_OPENING = re.compile(rf"[{_CAPITALS}][{_CAPITALS} .,'/-]{{3,40}}(?:,|\(|—|–|-)")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_IN_BRACKETS = re.compile(rf"\([A-Z][\w.'’ -]{{2,40}}(?:, {_MONTH} \d{{1,2}}(?:, \d{{4}})?)?\) ?(?:--?|[—–]) ?")
_WHOLE = re.compile(
    rf"""[{_CAPITALS}][{_CAPITALS}.'’-]{{1,20}}(?:[ /][{_CAPITALS}][{_CAPITALS}.'’-]{{1,20}}){{0,3}}  # PORT-AU-PRINCE
    (?:,\ [A-Z][\w.]{{1,15}}(?:\ [A-Z][\w.]{{1,15}}){{0,2}})?           # , Haiti
    (?:,?\ (?:{_MONTH}\ \d{{1,2}}|\d{{1,2}}\ {_MONTH})(?:,?\ \d{{4}})?)? # , Dec. 7
    (?:,?\ ?\([^()\n]{{2,40}}\))?                                     # (Reuters)
    (?:\ ?(?:--|[—–_])\ ?|\ -\ |:\ )(?=["“‘']?[A-Z0-9])""",
    re.VERBOSE,
)

# "Herat, March 11 (Agency) - ": a place in small letters needs the date.
_NAMED = r"[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,2}(?:, [A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?)?"
_DATED = re.compile(
    rf"{_NAMED}, (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
    r"(?: ?\([^()\n]{2,40}\))?(?: ?(?:--|[—–]) ?| - )"
)


def dateline_end(text: str, start: int) -> int | None:
    """Where the first sentence begins behind the dateline of a paragraph that starts at an offset; None without one.

    >>> dateline_end("GAO, Mali (Agency) - Gunmen attacked.", 0)
    21
    >>> dateline_end("Gao, March 11 (Agency) - Gunmen attacked.", 0)
    25
    """
    found = _WHOLE.match(text, start) or _IN_BRACKETS.match(text, start) or _DATED.match(text, start)
    return found.end() if found is not None else None


def opens_like_dateline(line: str) -> bool:
    """Whether a line opens with a place in capitals and a mark, so that it is prose and no headline.

    >>> opens_like_dateline("GAO (Agency) - Gunmen attacked"), opens_like_dateline("Gunmen attack Gao")
    (True, False)
    """
    return _OPENING.match(line) is not None


def stands_in_dateline(text: str, start: int, end: int) -> bool:
    """Whether a date expression is the one of a dateline, by what stands around it.

    >>> stands_in_dateline("GAO, Mali, Dec 7 - Gunmen attacked", 11, 16)
    True
    """
    line = text.rfind("\n", 0, start) + 1
    if _PLACE.fullmatch(text, line, start) is None:
        dated = _DATED.match(text, line)
        return dated is not None and end <= dated.end()
    return _AFTER.match(text, end) is not None
