"""The words of a parsed Doc as plain objects: the same names as spaCy's Token, several times faster to walk.

spaCy makes a new Token at every step through a tree; the layers take hundreds of steps a sentence. The words of a Doc
are made once and shared by all layers as long as the Doc lives. They hold no reference to it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from spacy.tokens import Doc

from extractor.document.layers import text_of
from extractor.document.paragraphs import paragraph_starts
from extractor.document.repair import mend
from extractor.records import Actor, Place, Span

_ATTRIBUTES: list[int | str] = [
    *("IDX", "LENGTH", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "ENT_IOB", "HEAD", "SENT_START"),
]
# The lemmatizer cuts "hopes" and "raped" too short; forms of these lemmas proper double the consonant or add an "s".
_CLIPPED = {
    "hop": "hope", "rap": "rape", "stag": "stage", "wag": "wage", "rag": "rage", "fin": "fine", "din": "dine",
    "can": "cane", "snip": "snipe", "slat": "slate", "ax": "axe", "lambast": "lambaste",
}  # fmt: skip
# It leaves an ending or the past on rarer verbs: "cordoned", "relaunched", "forgave".
_OVERLONG = {
    "gutte": "gut", "cordone": "cordon", "relaunche": "relaunch", "rearreste": "rearrest", "reoccupie": "reoccupy",
    "reoccupye": "reoccupy", "readie": "ready", "decertifie": "decertify", "waterboarde": "waterboard",
    "wiretappe": "wiretap", "teargasse": "teargas", "unbanne": "unban", "phishe": "phish", "batone": "baton",
    "pressgange": "pressgang", "extoll": "extol", "instal": "install", "airdrope": "airdrop", "overflie": "overfly",
    "lynche": "lynch", "torche": "torch", "ambushe": "ambush", "forgave": "forgive", "strove": "strive",
    "withstood": "withstand",
}  # fmt: skip
_IOB = ("", "I", "O", "B")


class Word:
    """One token; `lemma_` is in lower case. `lefts`, `rights` and `children` are its dependents in text order.

    The `head` of a root is itself.
    """

    __slots__ = (
        "children",
        "dep_",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "lefts",
        "lemma_",
        "lower_",
        "pos_",
        "rights",
        "tag_",
        "text",
        "words",
    )

    def __init__(self, words: "Words", i: int, idx: int, text: str, marks: tuple[str, ...]) -> None:
        self.words = words
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = text.lower()
        self.lemma_, self.pos_, self.tag_, self.dep_, self.ent_type_, self.ent_iob_ = marks
        self.head: Word = self
        # Most words have no dependents: they share one empty tuple, which spares the garbage collector.
        self.lefts: Sequence[Word] = ()
        self.rights: Sequence[Word] = ()
        self.children: Sequence[Word] = ()

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.idx + len(self.text)

    @property
    def is_punct(self) -> bool:
        """Whether it is punctuation."""
        return self.pos_ == "PUNCT"

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.text.isspace()

    @property
    def left_edge(self) -> "Word":
        """The first word of its phrase."""
        word = self
        while word.lefts:
            word = word.lefts[0]
        return word

    @property
    def right_edge(self) -> "Word":
        """The last word of its phrase."""
        word = self
        while word.rights:
            word = word.rights[-1]
        return word

    @property
    def pobj(self) -> "Word | None":
        """The noun of a preposition."""
        return next((child for child in self.rights if child.dep_ == "pobj"), None)

    @property
    def ancestors(self) -> Iterator["Word"]:
        """The words above it, its head first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def nbor(self, step: int) -> "Word":
        """The word so many places on; raises IndexError outside the text."""
        at = self.i + step
        if at < 0:
            raise IndexError(at)
        return self.words[at]

    def above(self, other: "Word") -> bool:
        """Whether it governs the other word, directly or not."""
        return any(ancestor is self for ancestor in other.ancestors)

    def __repr__(self) -> str:
        return self.text


class Words:
    """The words of one Doc in order, with its text and sentences."""

    def __init__(self, doc: Doc) -> None:
        self.text = text_of(doc)
        self._all, self.sentence_starts = _read(self, doc)
        self._bounds = [*self.sentence_starts, len(self._all)]
        self._paragraph_starts = paragraph_starts(self.text)
        self._offsets = [word.idx for word in self._all]
        self.frames: dict[int, Any] = {}  # kept by `syntax.frame_of`
        self.own_nouns: frozenset[str] = frozenset()  # nouns that name an act in the user's own ontology

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Word]:
        return iter(self._all)

    def __getitem__(self, at: int) -> Word:
        return self._all[at]

    def between(self, start: int, end: int) -> list[Word]:
        """Words [start, end)."""
        return self._all[start:end]

    def phrase(self, start: int, end: int) -> str:
        """The text of words [start, end)."""
        return self.text[self._all[start].idx : self._all[end - 1].end] if start < end else ""

    def span(self, start: int, end: int) -> Span:
        """Words [start, end), at least one, as a Span."""
        first, last = self._all[start].idx, self._all[end - 1].end
        return Span(start=first, end=last, text=self.text[first:last])

    def at(self, offset: int) -> Word:
        """The word that covers a character, else the one before it."""
        return self._all[max(0, bisect_right(self._offsets, offset) - 1)]

    def head_of(self, start: int, end: int) -> Word:
        """The word of the characters [start, end) that governs the others; the last of several."""
        first, last = self.at(start).i, self.at(max(start, end - 1)).i
        inside = self._all[first : last + 1]
        heads = [w for w in inside if w.head is w or not first <= w.head.i <= last]
        return heads[-1] if len(heads) == 1 or not heads else heads[0]

    def owners(self, records: Iterable[Actor | Place]) -> dict[int, str]:
        """Records with mentions -> their id at the head and, where that is free, at the last word of each mention."""
        heads: dict[int, str] = {}
        ends: dict[int, str] = {}
        for record in records:
            for mention in record.mentions:
                heads.setdefault(self.head_of(mention.start, mention.end).i, record.id)
                ends.setdefault(self.at(mention.end - 1).i, record.id)
        return {**ends, **heads}

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph of a character, from 0."""
        return bisect_right(self._paragraph_starts, offset) - 1

    def sentence_of(self, word: Word) -> int:
        """The number of its sentence, from 0."""
        return bisect_right(self.sentence_starts, word.i) - 1

    def sentence(self, number: int) -> list[Word]:
        """The words of a sentence."""
        return self._all[self._bounds[number] : self._bounds[number + 1]]

    def sentences(self) -> Iterator[list[Word]]:
        """The sentences in order."""
        for start, end in pairwise(self._bounds):
            yield self._all[start:end]


def _read(words: Words, doc: Doc) -> tuple[list[Word], list[int]]:
    array = doc.to_array(_ATTRIBUTES)
    lookup = doc.vocab.strings
    names = {key: lookup[key] for key in np.unique(array[:, 2:7]).tolist()}
    lemmas = {key: names[key].lower() for key in np.unique(array[:, 2]).tolist()}
    rows = array.tolist()
    found: list[Word] = []
    starts: list[int] = []
    for i, (idx, length, lemma, pos, tag, dep, label, iob, _, starts_sentence) in enumerate(rows):
        base = lemmas[lemma]
        if base in _CLIPPED or base in _OVERLONG:
            base = _whole_lemma(base, words.text[idx : idx + length].lower())
        named = (base, names[pos], names[tag], names[dep], names[label], _IOB[iob])
        found.append(Word(words, i, idx, words.text[idx : idx + length], named))
        if starts_sentence == 1 or i == 0:
            starts.append(i)
    _hang(found, [row[8] for row in rows])
    mend(found, starts or [0])
    return found, starts or [0]


def _whole_lemma(lemma: str, form: str) -> str:
    if lemma in _OVERLONG:
        return _OVERLONG[lemma]
    own = form in (lemma, f"{lemma}s") or form.startswith(lemma + lemma[-1]) or not form.startswith(lemma)
    return lemma if own else _CLIPPED[lemma]


def _hang(found: list[Word], steps: list[int]) -> None:
    """Put each word under its head; spaCy gives the way there as an unsigned number."""
    below: dict[int, list[Word]] = {}
    for word, step in zip(found, steps, strict=True):
        if step:
            at = word.i + (step - 2**64 if step >= 2**63 else step)
            word.head = found[at]
            below.setdefault(at, []).append(word)
    for at, children in below.items():
        head = found[at]
        cut = bisect_right(children, at, key=lambda child: child.i)
        head.children = children
        head.lefts = children[:cut] if cut else ()
        head.rights = children[cut:] if cut < len(children) else ()


_known: "WeakKeyDictionary[Doc, Words]" = WeakKeyDictionary()


def words_of(doc: Doc) -> Words:
    """The words of a Doc, made at the first call; a Doc must not be parsed again afterwards.

    >>> [word.lemma_ for word in words_of(nlp("Rebels left."))]
    ['rebel', 'leave', '.']
    """
    if doc not in _known:
        _known[doc] = Words(doc)
    return _known[doc]
