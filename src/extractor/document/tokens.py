"""The words of a parse as plain objects, with a vocabulary for walking it: `verb.lefts.has("aux")`, `noun.prep("of")`.

They have the names of spaCy's Token and are several times faster: spaCy makes a new Token at every step through a tree,
and the layers take hundreds of steps a sentence. `document.from_doc` makes them of a Doc.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from sys import intern
from typing import Any

from extractor.document.paragraphs import paragraph_starts
from extractor.records import Actor, Place, Span


class Dependents(tuple["Word", ...]):
    """Words that depend on one, in text order. Labels of dependencies and forms (in lower case) are alternatives.

    >>> verb.lefts.has("aux", "auxpass"), verb.rights.first("dobj"), noun.lefts.has_form("no")  # doctest: +SKIP
    (True, attack, False)
    """

    __slots__ = ()

    def first(self, *labels: str, pos: str = "", tag: str = "") -> "Word | None":
        """The first with one of these dependency labels, and with that part of speech and tag where they are given.

        `verb.rights.first("dobj")` is "town" for "shelled" of "Rebels shelled a town."
        """
        for word in self:
            if word.dep_ in labels and pos in ("", word.pos_) and tag in ("", word.tag_):
                return word
        return None

    def those(self, *labels: str) -> list["Word"]:
        """All with one of these dependency labels.

        `verb.rights.those("prep")` are "on" and "in" for "fled on Monday in Homs".
        """
        if not self:
            return []
        return [word for word in self if word.dep_ in labels]

    def has(self, *labels: str) -> bool:
        """Whether there is one with one of these dependency labels.

        `verb.lefts.has("aux", "auxpass")` for "was shot".
        """
        for word in self:  # noqa: SIM110 - `any` costs twice as much here, where the layers spend much of their time
            if word.dep_ in labels:
                return True
        return False

    def form(self, *forms: str, dep: str = "") -> "Word | None":
        """The first that is one of these words, and has that dependency label where it is given.

        `noun.lefts.form("the", "this")` is "the" for "the town".
        """
        for word in self:
            if word.lower_ in forms and dep in ("", word.dep_):
                return word
        return None

    def has_form(self, *forms: str, dep: str = "") -> bool:
        """Whether there is one of these words, with that dependency label where it is given.

        `noun.lefts.has_form("no")` for "no attack".
        """
        return self.form(*forms, dep=dep) is not None

    def has_tag(self, *tags: str) -> bool:
        """Whether there is one with one of these tags.

        `verb.lefts.has_tag("TO")` for "to flee".
        """
        for word in self:  # noqa: SIM110 - as above
            if word.tag_ in tags:
                return True
        return False


NONE = Dependents()


class Word:
    """One token; `lemma_` is in lower case, `text` in the case it has in a sentence.

    `lefts`, `rights` and `children` are its dependents in text order; the `head` of a root is itself.
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
        self.text, self.lower_ = intern(text), intern(text.lower())  # a text has few different words
        self.lemma_, self.pos_, self.tag_, self.dep_, self.ent_type_, self.ent_iob_ = marks
        self.head: Word = self
        # Most words have no dependents: they share one empty tuple, which spares the garbage collector.
        self.lefts = NONE
        self.rights = NONE
        self.children = NONE

    def hang(self, lefts: Iterable["Word"], rights: Iterable["Word"]) -> None:
        """Set its dependents, in text order."""
        self.lefts, self.rights = Dependents(lefts) or NONE, Dependents(rights) or NONE
        if self.lefts and self.rights:
            self.children = Dependents((*self.lefts, *self.rights))
        else:
            self.children = self.lefts or self.rights

    def move(self, head: "Word", label: str) -> None:
        """Hang it, with its dependents, under another head; under itself it becomes a root.

        "Ann" of "Mayor Ann" moved below "met" leaves "Mayor" without dependents. A word that it governs does not
        become its head: then nothing is moved.
        """
        if self.above(head):
            return
        if self.head is not self:
            self.head._hang_all(child for child in self.head.children if child is not self)
        self.dep_, self.head = label, head
        if head is not self:
            head._hang_all(sorted((*head.children, self), key=lambda child: child.i))

    def _hang_all(self, children: Iterable["Word"]) -> None:
        """Set its dependents, which are in text order."""
        below = list(children)
        self.hang((child for child in below if child.i < self.i), (child for child in below if child.i > self.i))

    @property
    def end(self) -> int:
        """The offset behind its last character.

        6 for the first word of "Rebels fled."
        """
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
        """The first word of its phrase.

        "The" for "rebels" of "the armed rebels".
        """
        word = self
        while word.lefts:
            word = word.lefts[0]
        return word

    @property
    def right_edge(self) -> "Word":
        """The last word of its phrase.

        "Homs" for "attack" of "an attack on Homs".
        """
        word = self
        while word.rights:
            word = word.rights[-1]
        return word

    @property
    def entity_end(self) -> int:
        """Behind the last word of the entity that this word is in.

        3 for "Ann" in "Mayor Ann Lee".
        """
        end = self.i + 1
        while end < len(self.words) and self.words[end].ent_iob_ == "I":
            end += 1
        return end

    @property
    def pobj(self) -> "Word | None":
        """The noun of a preposition.

        "Homs" for "on" of "an attack on Homs"; None for "up" of "gave up".
        """
        return self.rights.first("pobj")

    def prep(self, *forms: str) -> "Word | None":
        """The noun of the first of these prepositions behind it: `prep("of")` of "the fall of Homs" is "Homs"."""
        preposition = self.rights.form(*forms)
        if preposition is None:
            return None
        return preposition.pobj

    def preps(self, *forms: str) -> list["Word"]:
        """The nouns of all these prepositions behind it: `preps("of")` of "the fall of Homs" is ["Homs"]."""
        return [noun for word in self.rights if word.lower_ in forms for noun in word.rights.those("pobj")[:1]]

    def is_behind(self, *forms: str) -> bool:
        """Whether it is the noun of one of these prepositions: `is_behind("of")` of the "Homs" in "fall of Homs"."""
        return self.dep_ == "pobj" and self.head.lower_ in forms

    def follows(self, *forms: str) -> bool:
        """Whether one of these words stands right before it.

        `noun.follows("no")` for "one" of "no one".
        """
        return self.i > 0 and self.words[self.i - 1].lower_ in forms

    def precedes(self, *forms: str) -> bool:
        """Whether one of these words stands right behind it.

        `noun.precedes(":")` for "Oslo" of "Oslo: police left".
        """
        return self.i + 1 < len(self.words) and self.words[self.i + 1].lower_ in forms

    @property
    def ancestors(self) -> Iterator["Word"]:
        """The words above it, its head first.

        "On", "attack", "failed" for "Homs" of "The attack on Homs failed."
        """
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def climb(self, *labels: str) -> "Word":
        """The nearest word from itself up that has none of these labels: `climb("conj")` of "c" in "a and c" is "a"."""
        word = self
        while word.dep_ in labels and word.head is not word:
            word = word.head
        return word

    def nbor(self, step: int) -> "Word":
        """The word so many places on; raises IndexError outside the text.

        `word.nbor(1)` is the next word, `word.nbor(-1)` the one before.
        """
        at = self.i + step
        if at < 0:
            raise IndexError(at)
        return self.words[at]

    def above(self, other: "Word") -> bool:
        """Whether it governs the other word, directly or not.

        "Failed" is above "Homs" in "The attack on Homs failed."
        """
        return any(ancestor is self for ancestor in other.ancestors)

    def __repr__(self) -> str:
        return self.text


class Words:
    """The words of one text in order, with its sentences.

    `marks` has a row for each: where it stands, its length, and what `Word` wants to know of it.
    `starts` are the numbers of the first words of the sentences, `cased` the text with its headlines in the letter case
    of sentences.
    """

    def __init__(
        self, text: str, marks: Iterable[tuple[int, int, tuple[str, ...]]], starts: list[int], cased: str = ""
    ) -> None:
        self.text = text
        cased = cased or text
        self._all = [Word(self, i, idx, cased[idx : idx + n], named) for i, (idx, n, named) in enumerate(marks)]
        self.sentence_starts = starts
        self._bounds = [*starts, len(self._all)]
        self.paragraph_starts = paragraph_starts(self.text)
        self._offsets = [word.idx for word in self._all]
        self._heads: dict[tuple[int, int], Word] = {}  # kept by `head_of`: each layer asks for the same mentions
        self.frames: dict[int, Any] = {}  # kept by `syntax.frame_of`
        self.own_nouns: frozenset[str] = frozenset()  # set by `take_for_acts`

    def take_for_acts(self, nouns: frozenset[str]) -> None:
        """Take some nouns for acts as well, those of a user's own ontology; frames made without them are forgotten.

        After `words.take_for_acts(frozenset({"picnic"}))` "a picnic by clinics" has the agent "clinics".
        """
        if nouns != self.own_nouns:
            self.own_nouns = nouns
            self.frames.clear()

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Word]:
        return iter(self._all)

    def __getitem__(self, at: int) -> Word:
        return self._all[at]

    def between(self, start: int, end: int) -> list[Word]:
        """Words [start, end).

        `words.between(0, 2)` of "Rebels fled Homs." is ["Rebels", "fled"].
        """
        return self._all[start:end]

    def phrase(self, start: int, end: int) -> str:
        """The text of words [start, end).

        `words.phrase(0, 2)` of "Rebels fled Homs." is "Rebels fled", "" where start and end are the same.
        """
        if start < end:
            return self.text[self._all[start].idx : self._all[end - 1].end]
        return ""

    def span(self, start: int, end: int) -> Span:
        """Words [start, end), at least one, as a Span.

        `words.span(1, 3)` of "Rebels fled Homs." is the Span 7-16, "fled Homs".
        """
        first, last = self._all[start].idx, self._all[end - 1].end
        text = self.text[first:last]
        return Span(start=first, end=last, text=text if end - start > 1 else intern(text))

    def within(self, start: int, end: int) -> range:
        """The numbers of the words that begin at the characters [start, end).

        `words.within(7, 16)` of "Rebels fled Homs." is range(1, 3).
        """
        return range(bisect_left(self._offsets, start), bisect_left(self._offsets, end))

    def at(self, offset: int) -> Word:
        """The word that covers a character, else the one before it.

        `words.at(8)` of "Rebels fled Homs." is "fled".
        """
        return self._all[max(0, bisect_right(self._offsets, offset) - 1)]

    def head_of(self, start: int, end: int) -> Word:
        """The word of the characters [start, end) that governs the others; the first of several.

        `words.head_of(0, 13)` of "Syrian rebels fled." is "rebels".
        """
        known = self._heads.get((start, end))
        if known is None:
            known = self._heads[start, end] = self._head_of(start, end)
        return known

    def _head_of(self, start: int, end: int) -> Word:
        """The first word of the span whose governor lies outside it."""
        first, last = self.at(start).i, self.at(max(start, end - 1)).i
        inside = self._all[first : last + 1]
        return next(w for w in inside if w.head is w or not first <= w.head.i <= last)

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
        """The number of the paragraph of a character, from 0.

        1 for a character of the second paragraph.
        """
        return bisect_right(self.paragraph_starts, offset) - 1

    def sentence_of(self, word: Word) -> int:
        """The number of its sentence, from 0.

        1 for "died" of "Rebels fled. Two died."
        """
        return bisect_right(self.sentence_starts, word.i) - 1

    def sentence(self, number: int) -> list[Word]:
        """The words of a sentence.

        `words.sentence(1)` of "Rebels fled. Two died." is ["Two", "died", "."].
        """
        return self._all[self._bounds[number] : self._bounds[number + 1]]

    def sentences(self) -> Iterator[list[Word]]:
        """The sentences in order."""
        for start, end in pairwise(self._bounds):
            yield self._all[start:end]


def in_text_order(spans: Iterable[Span]) -> list[Span]:
    """Each of the spans once, by offset.

    Mentions are found by their heads: a name within a longer one has its head before that one's, and two heads may
    stand for the same words ("the Tuberculosis and Leprosy Programme").
    """
    return sorted(dict.fromkeys(spans), key=lambda span: (span.start, span.end))
