"""Sentences by their punctuation, for linking works on results, which hold no parse."""

import re

_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n+")


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part for part in _END.split(text) if part.strip()]


def sentence_at(text: str, offset: int) -> str:
    """The sentence around an offset.

    >>> sentence_at("Rebels left. The army came.", 17)
    'The army came.'
    """
    before, after = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    line = text[before : after if after >= 0 else len(text)]
    start = 0
    for match in _END.finditer(line):
        if before + match.start() >= offset:
            return line[start : match.start()]
        start = match.end()
    return line[start:]
