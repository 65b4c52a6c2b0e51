"""Numbers in digits and words."""

from __future__ import annotations

from extractor.annotate.dates.words import words


def number_of(text: str) -> float | None:
    """A count in lower-case words or digits; None when it is no number.

    >>> number_of("twenty - four"), number_of("a hundred"), number_of("half an")
    (24, 100, 0.5)
    """
    parts = [part for part in text.split() if part not in {"-", "and"}]
    if not parts:
        return None
    if parts[0] == "half":
        return 0.5
    total = 0
    for part in parts:
        if part in {"a", "an"}:
            total += 1
        elif part.isdigit():
            total += int(part)
        else:
            value = int(words().value("card", part) or -1)
            if value < 0:
                return None
            total = max(total, 1) * value if value >= 100 else total + value
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
