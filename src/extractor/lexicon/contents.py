"""The modes of requests and refusals by what is asked for or refused: "to lift the siege" is to yield."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.tables import data_lines
from extractor.lexicon.word_classes import WordClass, word_class_of, word_classes

_NOUN = "noun:"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of contents.txt: its mode, that of one's own act, its words, those that hold of nouns, its objects."""

    mode: str
    own: str
    words: WordClass
    nouns: WordClass
    objects: WordClass | None

    def has(self, word: str, noun: bool) -> bool:
        """Whether the line has an act.

        "Release" as a verb or as a noun.
        """
        if word in self.words:
            return True
        return noun and word in self.nouns


def mode_of_content(word: str, noun: bool, objects: Collection[str], own: bool = False) -> str | None:
    """The mode of asking for an act, or of refusing it; `own` where somebody refuses to do it himself.

    >>> mode_of_content("hold", False, ["talk"]), mode_of_content("hold", False, ["election"])
    ('meet', 'change')
    >>> mode_of_content("resign", False, []), mode_of_content("resign", False, [], own=True)
    ('change', 'yield')
    """
    line = _line_of(word, noun, objects)
    if line is None:
        return None
    return line.own if own else line.mode


def _line_of(word: str, noun: bool, objects: Collection[str]) -> Line | None:
    """The first line that has an act with one of its objects, else the first that has it whatever its objects.

    That of "lift" with "siege" for "lift the siege", before any of "lift" alone.
    """
    having = [line for line in _lines() if line.has(word, noun)]
    for line in having:
        if line.objects is not None and any(named in line.objects for named in objects):
            return line
    return next((line for line in having if line.objects is None), None)


@cache
def _lines() -> tuple[Line, ...]:
    """All lines of the file, in its order."""
    return tuple(_line(*(cell.strip() for cell in line.split("|"))) for line in data_lines("lexicon/contents.txt"))


def _line(modes: str, words: str, objects: str = "") -> Line:
    """A line from its cells."""
    mode, _, own = modes.partition("/")
    given = _members(words)
    nouns = [member.removeprefix(_NOUN) for member in given if member.startswith(_NOUN)]
    verbs = [member for member in given if not member.startswith(_NOUN)]
    return Line(
        mode, own or mode, _class_of(verbs), _class_of(nouns), _class_of(_members(objects)) if objects else None
    )


def _members(cell: str) -> list[str]:
    """What a cell lists."""
    return [member.strip() for member in cell.split(",")]


def _class_of(members: list[str]) -> WordClass:
    """Words, "%" classes of nouns and "@" classes of words as one class.

    "%weapon, @aid, doctor" holds "rifle", "blanket" and "doctor".
    """
    found = word_class_of(member for member in members if not member.startswith("@"))
    for member in members:
        if member.startswith("@"):
            found |= word_classes()[member[1:]]
    return found
