"""The headings of short items: "Apia: Teachers went on strike. Suva: Two boats sank."."""

from collections.abc import Iterator, Sequence

ENDS_SENTENCE = frozenset((".", "!", "?", ";", ""))
_FEWEST = 2  # headings of a digest
_LONGEST = 6  # words of a heading
_SPOKEN = frozenset(("i", "we", "you", "me", "us", "my", "our", "your", "i'm", "we're"))
_REACH = 40  # words of an item that are looked at


def heading_colons(texts: Sequence[str], lower: Sequence[str], capital: Sequence[bool]) -> frozenset[int]:
    """The colons behind names that open items of a digest; none where there is only one.

    Those behind "Apia" and "Suva" of the first line; none in "Jackson: We will not yield. Miller: We will.", which is
    what somebody says.
    """
    starts = [0, *(at + 1 for at, text in enumerate(texts) if text.strip() in ENDS_SENTENCE)]
    found = frozenset(colon for start in starts for colon in _colon_behind(texts, capital, start))
    told = frozenset(colon for colon in found if not _is_speech(texts, lower, colon))
    return told if len(told) >= _FEWEST else frozenset()


def _colon_behind(texts: Sequence[str], capital: Sequence[bool], start: int) -> Iterator[int]:
    """The colon behind the capitalised words from a token on.

    >>> list(_colon_behind(["Port", "Vila", ":", "Youths"], [True, True, False, True], 0))
    [2]
    """
    at = start
    while at < min(len(texts), start + _LONGEST) and capital[at]:
        at += 1
    if start < at < len(texts) and texts[at] == ":":
        yield at


def _is_speech(texts: Sequence[str], lower: Sequence[str], colon: int) -> bool:
    """Whether the sentence behind a colon is somebody's words.

    >>> _is_speech(["Jackson", ":", "We", "left", "."], ["jackson", ":", "we", "left", "."], 1)
    True
    """
    for at in range(colon + 1, min(len(texts), colon + _REACH)):
        if texts[at].strip() in ENDS_SENTENCE:
            return False
        if lower[at] in _SPOKEN:
            return True
    return False
