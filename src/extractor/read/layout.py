"""Headlines, captions, repeated and boilerplate lines: marked, never cut out.

No library cleans plain text; comparing a paragraph with its neighbours finds the captions that a page holds twice (as
the picture's description and below the picture).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.document.paragraphs import line_ends
from extractor.lexicon.tables import data_rows
from extractor.records import MaskedSpan, MaskReason

NEIGHBOURS = 2  # how far apart two copies of a caption stand, in paragraphs
MIN_COPY_WORDS = 4  # shorter lines ("Analysis", "The Hague") may repeat for good reason
MIN_COPY_SHARE = 0.85  # of the words two neighbours must share; an edited copy of a caption changes one or two
MAX_BOILERPLATE_WORDS = 30
MAX_CAPTION_WORDS = 60
MAX_HEADLINE_WORDS = 25
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W_]+")
_DATELINE = re.compile(r"^[A-Z][A-Z .,'/-]{3,40}(?:,|\(|—|–|-)")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    words: tuple[str, ...]
    alone: bool  # the start of a paragraph


def find_masks(text: str) -> list[MaskedSpan]:
    """The masked lines of a text in order, none overlapping.

    >>> [mask.reason.value for mask in find_masks("Rebels take Homs\\n\\nRebels took Homs.\\n\\nLeave a Reply")]
    ['headline', 'boilerplate']
    """
    lines = list(_lines(text))
    masks = [
        MaskedSpan(start=line.start, end=line.end, reason=reason)
        for index, line in enumerate(lines)
        if (reason := _reason(lines, index))
    ]
    # A text of nothing but "captions" has no prose to protect: a short item was given on its own.
    return masks if len(masks) < len(lines) else []


def _lines(text: str) -> Iterator[_Line]:
    before = 0
    ends = line_ends(text)
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if line:
            start = match.start() + match[0].index(line)
            alone = text.count("\n", before, start) >= ends or before == 0
            yield _Line(start, start + len(line), line, tuple(_WORD.findall(line.lower())), alone)
            before = start + len(line)


def _reason(lines: list[_Line], index: int) -> MaskReason | None:
    line = lines[index]
    if _is_boilerplate(line):
        return MaskReason.BOILERPLATE
    if any(_copies(line, other) for other in lines[max(0, index - NEIGHBOURS) : index]):
        return MaskReason.REPEATED
    if _is_headline(lines, index):
        return MaskReason.HEADLINE
    if _is_credited(line) or (
        index > 0 and any(_copies(line, other) for other in lines[index + 1 : index + 1 + NEIGHBOURS])
    ):
        return MaskReason.CAPTION
    return None


def _copies(line: _Line, other: _Line) -> bool:
    shorter, longer = sorted((line.words, other.words), key=len)
    if len(shorter) < MIN_COPY_WORDS or len(shorter) < MIN_COPY_SHARE * len(longer):
        return False
    return shorter == longer or len(set(shorter) & set(longer)) >= MIN_COPY_SHARE * len(set(longer))


def _is_headline(lines: list[_Line], index: int) -> bool:
    """The first line, when it does not end like a sentence and prose follows it as a paragraph of its own."""
    line = lines[index]
    if index or len(lines) < 2 or not lines[1].alone or len(line.words) > MAX_HEADLINE_WORDS:
        return False
    return line.text[-1] not in '.!"”:;,' and not _DATELINE.match(line.text)


def _is_boilerplate(line: _Line) -> bool:
    if len(line.words) > MAX_BOILERPLATE_WORDS or not line.words:
        return False
    wholes, starts = _boilerplate()
    if line.words in wholes:
        return True
    return any(line.words[:size] in starts for size in range(1, min(8, len(line.words)) + 1))


def _is_credited(line: _Line) -> bool:
    if len(line.words) > MAX_CAPTION_WORDS:
        return False
    lower = line.text.lower()
    marks = _captions()
    return (
        lower.startswith(marks["start"]) or lower.endswith(marks["end"]) or any(mark in lower for mark in marks["any"])
    )


@cache
def _boilerplate() -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    """The words of whole lines, and those that lines start with."""
    phrases: dict[str, set[tuple[str, ...]]] = {"whole": set(), "start": set()}
    for row in data_rows("layout/boilerplate.tsv"):
        phrases[row["line"]].add(tuple(_WORD.findall(row["phrase"])))
    return frozenset(phrases["whole"]), frozenset(phrases["start"])


@cache
def _captions() -> dict[str, tuple[str, ...]]:
    marks: dict[str, list[str]] = {"start": [], "any": [], "end": []}
    for row in data_rows("layout/captions.tsv"):
        marks[row["where"]].append(row["words"])
    return {kind: tuple(words) for kind, words in marks.items()}
