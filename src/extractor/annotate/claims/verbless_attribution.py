"""Attributions without a verb: "Poll: ...", "Rebels seize town: army", "“...” — Jane Roe"."""

from collections.abc import Collection, Iterator

from extractor.annotate.claims.cues import certainty_words
from extractor.document.tokens import Word, Words

_DASHES = frozenset(("-", "--", "–", "—", "―"))
_MARKS = _DASHES | {":"}
_QUOTES = frozenset(("“", '"', "‘", "'", "''", "``"))
_CLOSED = frozenset(("”", '"', "''", "’", "'"))
# A name with a title is shorter than this; what is longer is a sentence of its own.
_LONGEST = 7


class Label:
    """A mark with the one who speaks beside it, and the words [start, end) that are his."""

    __slots__ = ("end", "mark", "source", "start")

    def __init__(self, mark: Word, source: Word, start: int, end: int) -> None:
        self.mark, self.source, self.start, self.end = mark, source, start, end


def find_labels(words: Words, speakers: Collection[int]) -> list[Label]:
    """The labels of a text in order; `speakers` are the words at the head of actors that can speak."""
    marks = [word for word in words if word.text in _MARKS]
    return [label for mark in marks if (label := _label(words, mark, speakers)) is not None]


def _label(words: Words, mark: Word, speakers: Collection[int]) -> Label | None:
    first, last = _paragraph(words, mark.i)
    opening = _opening(words, mark, first, last, speakers) if mark.text == ":" and mark.i > first else None
    return opening or (_closing(words, mark, first, last, speakers) if mark.i > first else None)


def _closing(words: Words, mark: Word, first: int, last: int, speakers: Collection[int]) -> Label | None:
    """ "Rebels seize town: army" at the end of a headline, a name with a dash or a colon after a quotation."""
    if _before(mark).text in _CLOSED and (signed := _signature(words, mark, last)) is not None:
        return Label(mark, signed, first, mark.i)
    source = _head(words, mark.i + 1, last)
    if source is None:
        return None
    ends = words[last - 1].text not in (".", "!", "?", ",", ";")
    named = mark.text == ":" or source.pos_ == "NOUN"
    return Label(mark, source, first, mark.i) if ends and named and source.i in speakers and _spaced(mark) else None


def _signature(words: Words, mark: Word, last: int) -> Word | None:
    """The name that ends a quotation: "“They burned it”: Awa Sow, farmer, Kidal"."""
    comma = next((word.i for word in words.between(mark.i + 1, last) if word.text in (",", "(", ".")), last)
    source = _head(words, mark.i + 1, comma)
    return source if source is not None and source.pos_ == "PROPN" else None


def _opening(words: Words, mark: Word, first: int, last: int, speakers: Collection[int]) -> Label | None:
    """ "Poll: most are against it": a person, an authority or a document; any other name only before a quotation."""
    source = _head(words, first, mark.i)
    if source is None or mark.i + 1 >= last:
        return None
    after = next((w for w in words.between(mark.i + 1, last) if not w.is_space), None)
    quotes = after is not None and after.text in _QUOTES
    speaks = source.i in speakers and (source.ent_type_ == "PERSON" or source.pos_ == "NOUN")
    document = source.lemma_ in certainty_words("documents")
    tells = any(w.tag_ in ("VBD", "VBZ", "VBP", "MD") for w in words.between(mark.i + 1, last))
    if (quotes and source.i in speakers) or (tells and (speaks or document)):
        return Label(mark, source, mark.i + 1, last)
    return None


def _paragraph(words: Words, at: int) -> tuple[int, int]:
    """The words of the line around a word, no further than a label and a headline reach."""
    first = next((w.i + 1 for w in _back(words, at) if "\n" in w.text), max(0, at - 60))
    last = next((w.i for w in words.between(at, at + 200) if "\n" in w.text), min(len(words), at + 200))
    return first, last


def _back(words: Words, at: int) -> Iterator[Word]:
    return reversed(words.between(max(0, at - 60), at))


def _head(words: Words, start: int, end: int) -> Word | None:
    """The head of a short phrase without verbs; None for anything else."""
    if not 0 < end - start < _LONGEST:
        return None
    phrase = [w for w in words.between(start, end) if not w.is_space and not w.is_punct]
    if not phrase or any(w.pos_ in ("VERB", "AUX", "ADV", "PRON", "NUM") for w in phrase):
        return None
    head = next((w for w in phrase if not start <= w.head.i < end or w.head is w), phrase[-1])
    return head if head.pos_ in ("NOUN", "PROPN") else None


def _before(mark: Word) -> Word:
    word = mark.nbor(-1)
    return word.nbor(-1) if word.is_space and word.i else word


def _spaced(mark: Word) -> bool:
    return mark.text == ":" or mark.words.text[mark.idx - 1] == " "
