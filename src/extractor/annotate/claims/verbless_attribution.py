"""Attributions without a verb: "Poll: ...", "Rebels seize town: army", "“...” — Jane Roe"."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from extractor.annotate.claims.cues import certainty_words
from extractor.document.tokens import Word, Words

_DASHES = frozenset(("-", "--", "–", "—", "―"))
_MARKS = _DASHES | {":"}
_OPENING_QUOTES = frozenset(("“", '"', "‘", "'", "''", "``"))
_CLOSING_QUOTES = frozenset(("”", '"', "''", "’", "'"))
_SENTENCE_ENDS = frozenset((".", "!", "?", ",", ";"))
_NOT_IN_NAMES = frozenset(("VERB", "AUX", "ADV", "PRON", "NUM"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_LONGEST = 7  # words; a name with a title is shorter, what is longer is a sentence of its own
# A label and a headline reach no further than so many words.
_BEFORE, _BEHIND = 60, 200


@dataclass(frozen=True, slots=True, eq=False)
class Label:
    """A mark with the one who speaks beside it, and the words [start, end) that are his."""

    mark: Word
    source: Word
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """A dash or a colon with the words [first, last) of its line."""

    mark: Word
    first: int
    last: int

    def behind(self) -> list[Word]:
        """The words behind the mark."""
        return self.mark.words.between(self.mark.i + 1, self.last)


def find_labels(words: Words, speakers: Collection[int]) -> list[Label]:
    """The labels of a text in order.

    `speakers` are the words at the head of actors that can speak: a place before a colon is a topic.
    That of "army" behind the dash in the headline "Rebels seize town - army".
    """
    marks = [word for word in words if word.text in _MARKS]
    return [label for mark in marks if (label := _label(words, mark, speakers)) is not None]


def _label(words: Words, mark: Word, speakers: Collection[int]) -> Label | None:
    """The label that a mark makes: before its colon, else behind it."""
    line = _line_of(words, mark)
    if mark.i <= line.first:
        return _signed_below(line)
    opening = _opening(line, speakers) if mark.text == ":" else None
    return opening or _closing(line, speakers)


def _signed_below(line: _Line) -> Label | None:
    """The label of a dash that begins the line below a quotation; None for any other dash.

    That of "Roe" in "“They burned it.”" with "— Jane Roe, 27, a baker" below it.
    """
    mark = line.mark
    if mark.text not in _DASHES or mark.i == 0 or _before(mark).text not in _CLOSING_QUOTES:
        return None
    signed = _signature(line)
    if signed is None:
        return None
    return Label(mark, signed, _line_of(mark.words, _before(mark)).first, mark.i)


def _opening(line: _Line, speakers: Collection[int]) -> Label | None:
    """The label before a colon: a person, an authority or a document; any other name only before a quotation.

    "Poll: most are against it."
    """
    mark = line.mark
    source = _name_within(mark.words, line.first, mark.i)
    if source is None:
        return None
    if mark.i + 1 >= line.last:
        return _over_quotation(line, source, speakers)
    if (_opens_quotation(line) and source.i in speakers) or (_is_sentence(line) and _can_tell(source, speakers)):
        return Label(mark, source, mark.i + 1, line.last)
    return None


def _over_quotation(line: _Line, source: Word, speakers: Collection[int]) -> Label | None:
    """The label of a line of its own over a quotation: "Lea Obi, headmistress:" above "“They burned it.”"."""
    words = line.mark.words
    below = next((word for word in words.between(line.last, min(len(words), line.last + 2)) if not word.is_space), None)
    if below is None or below.text not in _OPENING_QUOTES or source.i not in speakers:
        return None
    return Label(line.mark, source, below.i, _line_of(words, below).last)


def _opens_quotation(line: _Line) -> bool:
    """Whether a quotation begins right behind the mark.

    True of the colon of "Chad: 'We left'"; not of that of "Police: three have fled".
    """
    first = next((word for word in line.behind() if not word.is_space), None)
    return first is not None and first.text in _OPENING_QUOTES


def _is_sentence(line: _Line) -> bool:
    """Whether what stands behind the mark has a finite verb.

    "Police: three have fled"; not "Police: three dead".
    """
    return any(word.tag_ in _FINITE for word in line.behind())


def _can_tell(source: Word, speakers: Collection[int]) -> bool:
    """Whether a name before a colon is who tells what stands behind: a document, an authority or a person.

    "Poll", "police", "Ann Lee"; not any name of an organization, which may be the topic.
    """
    if source.lemma_ in certainty_words("documents"):
        return True
    if source.i not in speakers:
        return False
    if source.ent_type_ == "PERSON":
        return True
    return source.pos_ == "NOUN"


def _closing(line: _Line, speakers: Collection[int]) -> Label | None:
    """The label behind a mark: at the end of a headline, or a name behind a quotation.

    "Rebels seize town: army", "“They burned it” — Jane Roe".
    """
    mark = line.mark
    signed = _signature(line) if _before(mark).text in _CLOSING_QUOTES else None
    if signed is not None:
        return Label(mark, signed, line.first, mark.i)
    source = _name_within(mark.words, mark.i + 1, line.last)
    if source is None or source.i not in speakers or not _is_spaced(mark):
        return None
    if mark.words[line.last - 1].text in _SENTENCE_ENDS:
        return None
    if mark.text != ":" and source.pos_ != "NOUN":
        return None
    return Label(mark, source, line.first, mark.i)


def _signature(line: _Line) -> Word | None:
    """The name that ends a quotation, None for anything else.

    "“They burned it”: Awa Sow, farmer, Kidal".
    """
    end = next((word.i for word in line.behind() if word.text in (",", "(", ".")), line.last)
    source = _name_within(line.mark.words, line.mark.i + 1, end)
    if source is None or source.pos_ != "PROPN":
        return None
    return source


def _line_of(words: Words, mark: Word) -> _Line:
    """The words of the line around a mark.

    All of "Rebels seize town: army" for its colon.
    """
    at = mark.i
    before = reversed(words.between(max(0, at - _BEFORE), at))
    first = next((word.i + 1 for word in before if _ends_line(word)), max(0, at - _BEFORE))
    last = next(_ends_of_lines(words.between(at, at + _BEHIND)), min(len(words), at + _BEHIND))
    return _Line(mark, first, last)


def _ends_of_lines(words: list[Word]) -> Iterator[int]:
    """The numbers of the words that end a line."""
    return (word.i for word in words if _ends_line(word))


def _ends_line(word: Word) -> bool:
    """Whether a word, which is white space then, ends a line."""
    return "\n" in word.text


def _name_within(words: Words, start: int, end: int) -> Word | None:
    """The head of the short name or description that words [start, end) are; None for anything else.

    "Sow" of "Awa Sow", "army" of "the army"; nothing in "they left" and in a phrase of seven words or more.
    """
    if not 0 < end - start < _LONGEST:
        return None
    phrase = [word for word in words.between(start, end) if not (word.is_space or word.is_punct)]
    if not phrase or not _NOT_IN_NAMES.isdisjoint(word.pos_ for word in phrase):
        return None
    head = _head_of(phrase, range(start, end))
    if head.pos_ not in ("NOUN", "PROPN"):
        return None
    return head


def _head_of(phrase: list[Word], inside: range) -> Word:
    """The first word of a phrase that depends on none of the words with these numbers, else the last.

    "Roe" of "Jane Roe" alone.
    """
    for word in phrase:
        if word.head is word or word.head.i not in inside:
            return word
    return phrase[-1]


def _before(mark: Word) -> Word:
    """The word before a mark, past white space.

    The closing mark of "“They burned it” — Jane Roe" for its dash.
    """
    word = mark.nbor(-1)
    return word.nbor(-1) if word.is_space and word.i else word


def _is_spaced(mark: Word) -> bool:
    """Whether a mark is no hyphen that joins words.

    The one of "Aachen-based" has no space before it.
    """
    return mark.text == ":" or mark.words.text[mark.idx - 1] == " "
