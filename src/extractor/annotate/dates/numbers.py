"""Numbers in digits and words."""

from __future__ import annotations

import re

from extractor.annotate.dates.grammar.vocabulary import words

_MIXED = re.compile(r"(\d+)(?:[ -]?(\d)/(\d)|([½¼¾]))")
_GLUE = re.compile(r"(\d) (?=\d/)")
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def number_of(text: str) -> float | None:
    """A count in lower-case words or digits; None when it is no number.

    >>> number_of("twenty - four"), number_of("a hundred"), number_of("half an")
    (24, 100, 0.5)
    """
    parts = [part for part in _GLUE.sub(r"\1", text).split() if part not in {"-", "and", "of", "the"}]
    if "couple" in parts:
        return 2
    if not parts:
        return None
    if "half" in parts or "quarter" in parts:
        return 0.5 if "half" in parts else 0.25
    total: float = 0
    for part in parts:
        if mixed := _MIXED.fullmatch(part):
            total += int(mixed[1]) + (_SIGNS[mixed[4]] if mixed[4] else int(mixed[2]) / int(mixed[3]))
        elif part in {"a", "an"}:
            total += 1
        elif part.isdigit():
            total += int(part)
        else:
            value = int(words().value("card", part) or -1)
            if value < 0:
                return None
            total = max(total, 1) * value if value >= 100 or part == "dozen" else total + value
    return total


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
