"""Numbers in digits and words."""

from __future__ import annotations

import re

from extractor.annotate.dates.grammar.vocabulary import words

_MIXED = re.compile(r"(\d+)(?:[ -]?(\d)/(\d)|([½¼¾]))")
_GLUE = re.compile(r"(\d) (?=\d/)")
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_GLUE_WORDS = frozenset({"-", "and", "of", "the"})
_WHOLE = {"couple": 2, "half": 0.5, "quarter": 0.25}  # say all there is to say, as in "half an hour"


def number_of(text: str) -> float | None:
    """A count in lower-case words or digits; None when it is no number.

    >>> number_of("twenty - four"), number_of("a hundred"), number_of("half an")
    (24, 100, 0.5)
    """
    parts = [part for part in _GLUE.sub(r"\1", text).split() if part not in _GLUE_WORDS]
    for word, number in _WHOLE.items():
        if word in parts:
            return number
    total: float = 0
    for part in parts:
        value = _number_of_part(part)
        if value is None:
            return None
        if part == "dozen" or (value >= 100 and part.isalpha()):
            total = max(total, 1) * value
        else:
            total += value
    return total if parts else None


def _number_of_part(part: str) -> float | None:
    """The number of one word: "2½", "a", "20", "twenty"."""
    if part.isdigit():
        return int(part)
    mixed = _MIXED.fullmatch(part)
    if mixed is not None:
        whole, over, under, sign = mixed.groups()
        return int(whole) + (_SIGNS[sign] if sign else int(over) / int(under))
    value = "1" if part in {"a", "an"} else words().value("card", part)
    return int(value) if value else None


def ordinal_of(text: str) -> int | None:
    """An ordinal in lower-case words or digits.

    >>> ordinal_of("11th"), ordinal_of("third")
    (11, 3)
    """
    digits = text.rstrip("stndrh")
    if digits.isdigit():
        return int(digits)
    value = words().value("ordinal", text)
    return int(value) if value else None
