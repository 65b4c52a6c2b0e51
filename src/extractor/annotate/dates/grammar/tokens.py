"""Text -> words, and each word -> one symbol, so that patterns over words are regular expressions over symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.document.paragraphs import line_ends

# Possessive quantifiers keep every branch linear on long runs of one character. What is most frequent comes first, and
# single spaces are not matched at all: no branch begins with one.
TOKEN = re.compile(
    r"""(?P<dotted>(?:[^\W\d_]\.)++(?:[^\W\d_](?![^\W_]))?)
      | (?P<word>[^\W\d_]++)
      | (?P<space>\s{2,}+|\n)
      | (?P<iso>[0-9]{4}-[01][0-9]-[0-3][0-9]
              (?:T[0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9][0-9]:?[0-9][0-9])?)?(?![\w-]))
      | (?P<numdate>[0-9]{1,2}(?P<sep>[/.-])[0-9]{1,2}(?P=sep)(?:[0-9]{4}|[0-9][0-9])(?![\w/]|[.-][0-9]))
      | (?P<yearfirst>[12][0-9]{3}/[01]?[0-9]/[0-3]?[0-9](?![\w/]))
      | (?P<dotclock>(?:[01]?[0-9]|2[0-3])\.[0-5][0-9](?=[ ]?[ap]\.?m\b))
      | (?P<clock>(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:]))
      | (?P<decade>(?:[12][0-9][0-9]0|['’][0-9]0|[5-9]0)['’]?s\b)
      | (?P<nth>[0-9]{1,2}(?:st|nd|rd|th)\b)
      | (?P<shortyear>['’][0-9][0-9]\b(?!['’]))
      | (?P<amount>[0-9]{1,3}(?:,[0-9]{3})++(?:\.[0-9]+)?|[0-9]++\.[0-9]++)
      | (?P<mixed>[0-9]{1,3}(?:[ -]?[1-3]/[2-4](?![0-9/])|[½¼¾]))
      | (?P<num>[0-9]++)
      | (?P<own>['’][sS]\b)
      | (?P<mark>--+|\S)""",
    re.VERBOSE,
)
PARAGRAPH = "¶"


class Token(NamedTuple):
    """A word of the text with its place."""

    start: int
    end: int
    text: str
    shape: str


def tokens(text: str) -> Iterator[Token]:
    """The words, numbers and marks of a text in order; the end of a paragraph is a token of its own, other space
    is none.
    """
    ends = line_ends(text)
    for match in TOKEN.finditer(text):
        shape, word, (start, end) = match.lastgroup or "mark", match[0], match.span()
        if shape == "space":
            if word.count("\n") >= ends:
                yield Token(start, end, PARAGRAPH, "mark")
            continue
        yield Token(start, end, "–" if word == "-" and _is_dash(text, start) else word, shape)


def _is_dash(text: str, at: int) -> bool:
    """A hyphen between spaces is a dash: "1939 - President Roosevelt" is no "1939-based"."""
    return text[at - 1 : at].isspace() and text[at + 1 : at + 2].isspace()


def words_of(text: str) -> list[str]:
    """The words alone.

    >>> words_of("New Year's Eve")
    ['New', 'Year', "'s", 'Eve']
    """
    return [token.text for token in tokens(text)]


def number_shapes(digits: str) -> frozenset[str]:
    """What a run of digits can be.

    >>> sorted(number_shapes("12"))
    ['day', 'num', 'oldyear', 'small', 'yy']
    """
    if len(digits) > 4:
        return frozenset({"digits"})
    number, found = int(digits), {"num"}
    if 1 <= number <= 12:
        found.add("small")
    if 1 <= number <= 31 and len(digits) <= 2:
        found.add("day")
    if len(digits) == 2:
        found.add("yy")
    if len(digits) <= 4 and digits[0] != "0":
        found.add("oldyear")
    if len(digits) == 4 and 1000 <= number <= 2199:
        found.add("year")
        found.discard("num")
    if len(digits) == 4 and number <= 2459 and number % 100 < 60:
        found.add("military")
    return frozenset(found)


# One number of every shape; a test holds that there are no others.
_SAMPLES = "0 5 10 13 32 00 05 100 001 000 1000 1060 1261 2400 2460 2500 0000 0001 0060 00000"
ALL_NUMBER_SHAPES = {number_shapes(sample) for sample in _SAMPLES.split()}
