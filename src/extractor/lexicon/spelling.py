"""What to say of a name that nobody knows: the nearest one that is known, and all of them."""

from collections.abc import Iterable
from difflib import get_close_matches

SHOWN = 24  # names; the nearest one says more than a screen full of prepositions


def unknown(what: str, given: object, known: Iterable[str]) -> str:
    """The message for a name that is not among the known ones.

    >>> unknown("slot", "sbj", ("subj", "obj"))
    "unknown slot 'sbj', did you mean 'subj'? known: subj, obj"
    """
    names = list(dict.fromkeys(known))
    near = get_close_matches(str(given), names, n=1)
    hint = f", did you mean {near[0]!r}?" if near else ";"
    shown = ", ".join([*names[:SHOWN], *(["..."] if len(names) > SHOWN else [])])
    return f"unknown {what} {given!r}{hint} known: {shown or 'none'}"
