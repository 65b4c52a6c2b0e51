"""Quotations: which characters of a text stand between quotation marks; unbalanced marks never fail."""

import re

# A quotation that runs over more than this is taken for an unbalanced mark.
MAX_QUOTE = 2500
_OPEN = {"“": "”", '"': '"', "«": "»", "„": "“", "''": "''", "``": "''"}
_MARK = re.compile("[“”\"«»„]|''|``|(?<![A-Za-z0-9])[‘'](?=[A-Z])|[’'](?=[\\s,.;)]|$)")


def find_quotes(text: str) -> list[tuple[int, int]]:
    """The quotations of a text as character intervals [start, end) with their marks, in order.

    A paragraph that opens with a mark continues a quotation that its predecessor did not close.

    >>> find_quotes('He said: “We left.”')
    [(9, 19)]
    """
    found: list[tuple[int, int]] = []
    start, mark = -1, ""
    for match in _MARK.finditer(text):
        char = match[0]
        if start >= 0 and _closes(char, mark) and match.start() - start <= MAX_QUOTE:
            found.append((start, match.end()))
            start = -1
        elif _opens(char) and (start < 0 or match.start() - start > MAX_QUOTE or _reopens(text, match.start(), char)):
            if start >= 0 and match.start() - start <= MAX_QUOTE:
                found.append((start, match.start()))
            start, mark = match.start(), char
    return found


def _opens(char: str) -> bool:
    return char in _OPEN or char in "‘'"


def _closes(char: str, mark: str) -> bool:
    if mark in _OPEN:
        return char == _OPEN[mark] or (mark == "“" and char == '"') or (mark == '"' and char == "”")
    return char in "’'"


def _reopens(text: str, at: int, char: str) -> bool:
    """A new paragraph inside a running quotation starts with the opening mark again."""
    return char in '“"' and "\n" in text[max(0, at - 2) : at]
