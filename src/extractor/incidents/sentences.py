"""Sentences by their punctuation, for linking works on results, which hold no parse."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n+")


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text."""
    start = 0
    for match in _END.finditer(text):
        yield from _told(text[start : match.start()])
        start = match.end()
    yield from _told(text[start:])


def _told(part: str) -> list[str]:
    """A part of a text, unless it is blank."""
    return [part] if part.strip() else []


def sentence_at(text: str, offset: int) -> str:
    """The sentence around an offset.

    >>> sentence_at("Rebels left. The army came.", 17)
    'The army came.'
    """
    before, after = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    line = text[before : after if after >= 0 else len(text)]
    starts, ends = _bounds(line)
    number = bisect_left(ends, offset - before)
    return line[starts[number] : ends[number]]


@lru_cache(maxsize=64)  # of the articles just read, whose sentences are asked for event by event
def _bounds(line: str) -> tuple[list[int], list[int]]:
    """Where the sentences of a line start and end."""
    breaks = list(_END.finditer(line))
    return [0, *(found.end() for found in breaks)], [*(found.start() for found in breaks), len(line)]
