"""A parsed Doc -> its words, with what the lemmatizer and the parser often get wrong put right."""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from weakref import WeakKeyDictionary

import numpy as np
from spacy.tokens import Doc

from extractor.document.layers import cased_of, text_of
from extractor.document.repair import repair
from extractor.document.tokens import Word, Words
from extractor.lexicon.tables import data_rows

_ATTRIBUTES: list[int | str] = [
    *("IDX", "LENGTH", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "ENT_IOB", "HEAD", "SENT_START"),
]
_IOB = ("", "I", "O", "B")

_known: "WeakKeyDictionary[Doc, Words]" = WeakKeyDictionary()


def words_of(doc: Doc) -> Words:
    """The words of a Doc, made at the first call and shared by all layers as long as the Doc lives.

    They hold no reference to it. A Doc must not be parsed again afterwards.

    >>> [word.lemma_ for word in words_of(nlp("Rebels left."))]  # doctest: +SKIP
    ['rebel', 'leave', '.']
    """
    if doc not in _known:
        _known[doc] = _read(doc)
    return _known[doc]


def _read(doc: Doc) -> Words:
    """The words of a Doc with their sentences and heads, repaired."""
    array = doc.to_array(_ATTRIBUTES)
    lookup = doc.vocab.strings
    names = {key: lookup[key] for key in np.unique(array[:, 2:7]).tolist()}
    lemmas = {key: names[key].lower() for key in np.unique(array[:, 2]).tolist()}
    text, rows, wrong = text_of(doc), array.tolist(), _wrong_lemmas()
    marks: list[tuple[int, int, tuple[str, ...]]] = []
    starts: list[int] = []
    for i, (idx, length, lemma, pos, tag, dep, label, iob, _, starts_sentence) in enumerate(rows):
        base = lemmas[lemma]
        if base in wrong:
            base = _whole_lemma(base, text[idx : idx + length].lower())
        marks.append((idx, length, (base, names[pos], names[tag], names[dep], names[label], _IOB[iob])))
        if starts_sentence == 1 or i == 0:
            starts.append(i)
    words = Words(text, marks, starts or [0], cased_of(doc))
    _hang(words, [row[8] for row in rows])
    repair(words)
    return words


@cache
def _wrong_lemmas() -> Mapping[str, tuple[str, bool]]:
    """What the lemmatizer makes of some verbs -> the verb, and whether that is another verb's own lemma."""
    return {row["made"]: (row["verb"], bool(row["doubling"])) for row in data_rows("lexicon/lemmas.tsv")}


def _whole_lemma(lemma: str, form: str) -> str:
    """ "Hope" for "hop" of "hopes": forms of "hop" itself double the consonant or add an "s"."""
    verb, is_a_verb = _wrong_lemmas()[lemma]
    if not is_a_verb:
        return verb
    own = form in (lemma, f"{lemma}s") or form.startswith(lemma + lemma[-1]) or not form.startswith(lemma)
    return lemma if own else verb


def _hang(words: Words, steps: list[int]) -> None:
    """Put each word under its head; spaCy gives the way there as an unsigned number."""
    below: dict[int, list[Word]] = {}
    for word, step in zip(words, steps, strict=True):
        if step:
            at = word.i + (step - 2**64 if step >= 2**63 else step)
            word.head = words[at]
            below.setdefault(at, []).append(word)
    for at, children in below.items():
        cut = bisect_right(children, at, key=lambda child: child.i)
        words[at].hang(children[:cut], children[cut:])
