"""Headlines, captions, repeated and boilerplate lines: marked, never cut out.

No library cleans plain text; comparing a paragraph with its neighbours finds the captions that a page holds twice (as
the picture's description and below the picture).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.document.datelines import opens_like_dateline
from extractor.document.paragraphs import line_ends
from extractor.lexicon.tables import data_rows, word_lists
from extractor.records import MaskedSpan, MaskReason

NEIGHBOURS = 2  # how far apart two copies of a caption stand, in paragraphs
MIN_COPY_WORDS = 4  # shorter lines ("Analysis", "The Hague") may repeat for good reason
MIN_COPY_SHARE = 0.85  # of the words two neighbours must share; an edited copy of a caption changes one or two
MAX_BOILERPLATE_WORDS = 30
MAX_CAPTION_WORDS = 60
MAX_HEADLINE_WORDS = 25
MAX_LABEL_WORDS = 6
MAX_TITLE_WORDS = 16
LONGEST_START = 8  # words of a phrase that a line of boilerplate begins with
LAST_LINES = 6  # notes on authors stand among them
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W_]+")
_NAME = r"(?P<name>(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+)"
_JOB = r"(?:reporter|correspondent|journalist|editor|columnist|producer|photographer|writer|author|contributor|blogger)"
_WORK = r"(?:cover|report|write|contribute|blog|edit)"
_NOTE = re.compile(
    rf"{_NAME}(?:, [^.]{{1,160}},)? (?:"
    rf"(?:is|has been|was) (?:an? |the |our )?(?:[\w'’.-]+ ){{0,6}}{_JOB}s?\b"
    rf"|(?:also )?{_WORK}s\b|has (?:also )?{_WORK}e?d\b|has (?:also )?written\b"
    r"|has been with\b|joined the\b)"
)


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
    links = _links(lines)
    masks: list[MaskedSpan] = []
    for index, line in enumerate(lines):
        reason = MaskReason.BOILERPLATE if index in links else _reason(lines, index)
        if reason is not None:
            masks.append(MaskedSpan(start=line.start, end=line.end, reason=reason))
    # A text of nothing but "captions" has no prose to protect: a short item was given on its own.
    return masks if len(masks) < len(lines) else []


def _lines(text: str) -> Iterator[_Line]:
    """The lines of a text that hold something, each with its words and whether it stands alone."""
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
    """Why a line is masked, None for prose.

    "headline" for "Rebels shell market" at the top, "boilerplate" for "Read more: Ten films to see".
    """
    line = lines[index]
    if _is_boilerplate(line) or _is_labelled_link(line):
        return MaskReason.BOILERPLATE
    if _is_note_on_author(lines, index):
        return MaskReason.BOILERPLATE
    if _is_copy(line, lines[max(0, index - NEIGHBOURS) : index]):
        return MaskReason.REPEATED
    if _is_headline(lines, index):
        return MaskReason.HEADLINE
    if _is_credited(line):
        return MaskReason.CAPTION
    if index > 0 and _is_copy(line, lines[index + 1 : index + 1 + NEIGHBOURS]):
        return MaskReason.CAPTION
    return None


def _is_copy(line: _Line, others: list[_Line]) -> bool:
    """Whether a line says the same as one of some others."""
    return any(_copies(line, other) for other in others)


def _copies(line: _Line, other: _Line) -> bool:
    """Whether two lines have nearly all their words in common, and enough of them."""
    shorter, longer = sorted((line.words, other.words), key=len)
    if len(shorter) < MIN_COPY_WORDS or len(shorter) < MIN_COPY_SHARE * len(longer):
        return False
    if shorter == longer:
        return True
    return len(set(shorter) & set(longer)) >= MIN_COPY_SHARE * len(set(longer))


def _is_headline(lines: list[_Line], index: int) -> bool:
    """The first line, when it does not end like a sentence and prose follows it as a paragraph of its own.

    True of "Rebels shell market" above an empty line, not of "Rebels shelled a market."
    """
    line = lines[index]
    if index or len(lines) < 2 or not lines[1].alone:
        return False
    if len(line.words) > MAX_HEADLINE_WORDS:
        return False
    if line.text[-1] in '.!"”:;,':
        return False
    return not opens_like_dateline(line.text)


def _is_boilerplate(line: _Line) -> bool:
    """ "Leave a Reply": whether a line is one of the listed phrases, or short and begins with one."""
    if len(line.words) > MAX_BOILERPLATE_WORDS or not line.words:
        return False
    wholes, starts = _boilerplate()
    if line.words in wholes:
        return True
    return any(line.words[:size] in starts for size in range(1, LONGEST_START + 1))


def _is_labelled_link(line: _Line) -> bool:
    """ "Related: Police shoot two at rally": the headline of another article behind a label."""
    label, colon, title = line.text.partition(":")
    words = tuple(_WORD.findall(label.lower()))
    if not colon or not title.strip() or len(line.words) > MAX_BOILERPLATE_WORDS:
        return False
    if not any(words[: len(start)] == start for start in _link_words("labels")):
        return False
    return len(words) <= MAX_LABEL_WORDS


def _links(lines: list[_Line]) -> set[int]:
    """The numbers of the lines of a list of links: titles without a full stop below "Most read", "Related stories"."""
    found: set[int] = set()
    listed = False
    for index, line in enumerate(lines):
        listed = _heads_links(line) or (listed and _is_title(line))
        if listed:
            found.add(index)
    return found


def _heads_links(line: _Line) -> bool:
    """ "Most read", "Related stories"."""
    return line.words in _link_words("headings")


def _is_title(line: _Line) -> bool:
    """Whether a line is short and does not end like a sentence."""
    return len(line.words) <= MAX_TITLE_WORDS and line.text[-1] not in '.!?"”:;,'


def _is_note_on_author(lines: list[_Line], index: int) -> bool:
    """ "Adam Roe has covered the war and won a prize": who wrote the article, told at its end in the present."""
    line = lines[index]
    if index < max(1, len(lines) - LAST_LINES) or len(line.words) > MAX_CAPTION_WORDS:
        return False
    note = _NOTE.match(line.text)
    if note is None:
        return False
    family = note["name"].split()[-1]
    return not any(family in other.text for other in lines[:index] if other.text.endswith("."))


def _is_credited(line: _Line) -> bool:
    """ "Photo: Ada Moss/Agency": whether a line holds the words of a caption."""
    if len(line.words) > MAX_CAPTION_WORDS:
        return False
    lower = line.text.lower()
    marks = _captions()
    if lower.startswith(marks["start"]) or lower.endswith(marks["end"]):
        return True
    return any(mark in lower for mark in marks["any"])


@cache
def _boilerplate() -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    """The words of whole lines, and those that lines start with."""
    phrases: dict[str, set[tuple[str, ...]]] = {"whole": set(), "start": set()}
    for row in data_rows("layout/boilerplate.tsv"):
        phrases[row["line"]].add(tuple(_WORD.findall(row["phrase"])))
    return frozenset(phrases["whole"]), frozenset(phrases["start"])


@cache
def _link_words(name: str) -> frozenset[tuple[str, ...]]:
    """A list of data/en/layout/links.txt, word by word."""
    return frozenset(tuple(phrase.split()) for phrase in word_lists("layout/links.txt")[name])


@cache
def _captions() -> dict[str, tuple[str, ...]]:
    """The words of captions, by where in the line they stand."""
    marks: dict[str, list[str]] = {"start": [], "any": [], "end": []}
    for row in data_rows("layout/captions.tsv"):
        marks[row["where"]].append(row["words"])
    return {kind: tuple(words) for kind, words in marks.items()}
