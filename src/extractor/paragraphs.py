"""Whether a text has a line for each paragraph, as web pages do, or breaks its lines at a width, as mail does."""

import re

# Share of lines that go on in lower case: of 375 articles broken at 72 characters all but four have more, of 143 with a
# line for each paragraph all but a dozen (some of which are broken as well) have less.
MAX_LOWER_CASE = 0.3
_FOLLOWED = re.compile(r"[^\s\n][ \t]*\n[ \t]*([^\s\n])")


def lines_are_paragraphs(text: str) -> bool:
    """Whether each line of the text is a paragraph of its own; False for a text of one line.

    >>> lines_are_paragraphs("Rebels seize Homs\\nThe army left the city on Sunday.")
    True
    >>> lines_are_paragraphs("The army left\\nthe city on Sunday.")
    False
    """
    starts = _FOLLOWED.findall(text)
    return bool(starts) and sum(start.islower() for start in starts) <= MAX_LOWER_CASE * len(starts)
