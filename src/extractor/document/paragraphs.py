"""Where paragraphs begin: web pages have a line for each, mail breaks lines at a width."""

import re

# Share of lines that go on in lower case: of 375 articles broken at 72 characters all but four have more, of 143 with a
# line for each paragraph all but a dozen (some of which are broken as well) have less.
MAX_LOWER_CASE = 0.3
_LINE_END = re.compile(r"\n\s*")
_FOLLOWED = re.compile(r"[^\s\n][ \t]*\n[ \t]*([^\s\n])")


def lines_are_paragraphs(text: str) -> bool:
    """Whether each line of the text is a paragraph of its own; False for a text of one line.

    >>> lines_are_paragraphs("Rebels seize Homs\\nThe army left the city on Sunday.")
    True
    >>> lines_are_paragraphs("The army left\\nthe city on Sunday.")
    False
    """
    starts: list[str] = _FOLLOWED.findall(text)
    if not starts:
        return False
    lower_case = sum(start.islower() for start in starts)
    return lower_case <= MAX_LOWER_CASE * len(starts)


def line_ends(text: str) -> int:
    """How many line ends part two paragraphs of a text: 1 or 2."""
    return 1 if lines_are_paragraphs(text) else 2


def paragraph_starts(text: str) -> list[int]:
    """The offsets at which paragraphs begin, 0 the first.

    >>> paragraph_starts("Rebels seize Homs\\nThe army left the city on Sunday.")
    [0, 18]
    """
    ends = line_ends(text)
    return [0, *(space.end() for space in _LINE_END.finditer(text) if space[0].count("\n") >= ends)]
