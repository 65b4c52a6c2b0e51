"""Sentences by their punctuation, for linking works on results, which hold no parse."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

# Begins with all that a sentence may end in, since that is what a text is searched for quickest.
_END = re.compile(r"[.!?\n](?:(?<=\n)\n*|(?<!\n)[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9]))")


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text."""
    start = 0
    for end, next_start in _breaks(text):
        if text[start:end].strip():
            yield text[start:end]
        start = next_start
    if text[start:].strip():
        yield text[start:]


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
    breaks = list(_breaks(line))
    return [0, *(start for _, start in breaks)], [*(end for end, _ in breaks), len(line)]


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Where a sentence ends, after its full stop, and where the next one starts."""
    for found in _END.finditer(text):
        yield found.start() + (text[found.start()] != "\n"), found.end()
