"""Quotations: which characters of a text stand between quotation marks; unbalanced marks never fail."""

import re

# A quotation that runs over more than this is taken for an unbalanced mark.
MAX_QUOTE = 2500
_CLOSING = {
    "“": ("”", '"'), '"': ('"', "”"), "«": ("»",), "„": ("“",),
    "''": ("''",), "``": ("''",), "‘": ("’", "'"), "'": ("'", "’"),
}  # fmt: skip
# The apostrophe is the same character as a single mark: behind a word it may close, never open ("drivers' strike").
_OPENS_SINGLE = r"(?<![A-Za-z0-9])(?:‘(?=\w)|'(?=[A-Z]))(?!\d0s)"
_CLOSES_SINGLE = r"(?<=\S)[’'](?=[\s,.;:)?!]|$)"
_MARK = re.compile(rf"[“”\"«»„]|''|``|{_OPENS_SINGLE}|{_CLOSES_SINGLE}")
_AFTER_PLURAL = re.compile(r"(?<=[A-Za-z]s)[’'](?= [A-Za-z])")


def find_quotes(text: str) -> list[tuple[int, int]]:
    """The quotations of a text as character intervals [start, end) with their marks, in order.

    A paragraph that opens with a mark continues a quotation that its predecessor did not close.

    >>> find_quotes('He said: “We left.”'), find_quotes("The drivers' strike and the workers' march began.")
    ([(9, 19)], [])
    """
    marks = list(_MARK.finditer(text))
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(marks):
        end = _end_of(text, marks, at) if _opens(text, marks[at]) else None
        if end is None:
            at += 1
        else:
            found.append((marks[at].start(), end[0]))
            at = end[1]
    return found


def _end_of(text: str, marks: list[re.Match[str]], at: int) -> tuple[int, int] | None:
    """Where the quotation that opens at a mark ends, and the mark to go on from; None for an unbalanced one."""
    start, mark = marks[at].start(), marks[at][0]
    limit = start + _reach(text, start, mark)
    for number in range(at + 1, len(marks)):
        other = marks[number]
        if other.start() > limit:
            return None
        if _reopens(text, other):
            return other.start(), number
        if other[0] in _CLOSING[mark] and not _is_apostrophe(text, marks, number):
            return other.end(), number + 1
    return None


def _reach(text: str, start: int, mark: str) -> int:
    """How far a quotation may run; behind single marks, which may be apostrophes, to where the next paragraph opens.

    A ‘ that nothing closes reaches to the end of its paragraph, a “ over MAX_QUOTE characters.
    """
    end = text.find("\n", start) if mark in "‘'" else -1
    if end < 0:
        return MAX_QUOTE
    while text[end : end + 1].isspace():
        end += 1
    return min(MAX_QUOTE, end - start)


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a mark can begin a quotation.

    “ and the ' of "'We left"; not ” and the ' of "drivers' strike".
    """
    if match[0] not in "’'":
        return match[0] in _CLOSING
    return text[match.end() : match.end() + 1].isalpha()


def _is_apostrophe(text: str, marks: list[re.Match[str]], at: int) -> bool:
    """Whether a mark in a single quotation only ends a plural.

    "‘The workers' party won,’ he said."
    """
    if not _AFTER_PLURAL.match(text, marks[at].start()) or at + 1 == len(marks):
        return False
    later = marks[at + 1]
    if later[0] not in "’'":
        return False
    if "\n" in text[marks[at].start() : later.start()]:
        return False
    return not _opens(text, later)


def _reopens(text: str, mark: re.Match[str]) -> bool:
    """A new paragraph inside a running quotation starts with the opening mark again.

    That of “Second,” in the paragraph below “First.
    """
    if mark[0] not in '“"‘' or text[mark.end() : mark.end() + 1].isspace():
        return False
    return "\n" in text[max(0, mark.start() - 2) : mark.start()]
