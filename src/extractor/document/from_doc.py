"""A parsed Doc -> its words, with what the lemmatizer and the parser often get wrong put right."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from extractor.document.layers import cased_of, text_of
from extractor.document.repair import repair
from extractor.document.tokens import Word, Words
from extractor.lexicon.tables import data_rows

_ATTRIBUTES: list[int | str] = [
    *("IDX", "LENGTH", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "ENT_IOB", "HEAD", "SENT_START"),
]
_HEAD, _SENT_START = _ATTRIBUTES.index("HEAD"), _ATTRIBUTES.index("SENT_START")
_IOB = ("", "I", "O", "B")
_AT_ONCE = 5_000  # words whose attributes are numbers of Python at one time: a million characters of them take 100 MB

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
    array: NDArray[np.uint64] = doc.to_array(_ATTRIBUTES)  # type: ignore[assignment]
    starts = np.flatnonzero(array[1:, _SENT_START] == 1) + 1
    words = Words(text_of(doc), _marks(doc, array), [0, *starts.tolist()], cased_of(doc))
    _hang(words, array[:, _HEAD].astype(np.int64).tolist())
    repair(words)
    return words


def _marks(doc: Doc, array: NDArray[np.uint64]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where each word stands, its length, and its attributes by name; its lemma is put right."""
    lookup, text, wrong = doc.vocab.strings, text_of(doc), _wrong_lemmas()
    names = {key: lookup[key] for key in np.unique(array[:, 2:7]).tolist()}
    lemmas = {key: names[key].lower() for key in np.unique(array[:, 2]).tolist()}
    for first in range(0, len(array), _AT_ONCE):
        for idx, length, lemma, pos, tag, dep, label, iob, *_ in array[first : first + _AT_ONCE].tolist():
            base = lemmas[lemma]
            if base in wrong:
                base = _whole_lemma(base, text[idx : idx + length].lower())
            yield idx, length, (base, names[pos], names[tag], names[dep], names[label], _IOB[iob])


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
    """Put each word under its head, which stands so many words on."""
    below: dict[int, list[Word]] = {}
    for word, step in zip(words, steps, strict=True):
        if step:
            at = word.i + step
            word.head = words[at]
            below.setdefault(at, []).append(word)
    for at, children in below.items():
        cut = bisect_right(children, at, key=lambda child: child.i)
        words[at].hang(children[:cut], children[cut:])
