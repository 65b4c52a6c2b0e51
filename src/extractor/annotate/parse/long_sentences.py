"""Sentences without an end, as in lists, tables and speech that was written down: cut, so that time stays linear.

The layers look at all words of a sentence for each of its verbs, and up the whole of its tree.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Doc

MOST_WORDS = 200  # of 9,800 sentences of news the longest had 150
_ENDS = (".", "!", "?", "…", "...")
_CLAUSE_MARKS = frozenset((";", ":", ",", "-", "–", "—", "--", "*", "•", "|", "\n"))


def forced_starts(doc: Doc, known: Sequence[int]) -> list[int]:
    """Tokens that begin a sentence because it would be too long; `known` are those that begin one anyway."""
    strings = doc.vocab.strings
    ends = np.flatnonzero(np.isin(doc.to_array("ORTH"), [strings[end] for end in _ENDS])) + 1
    starts = np.unique(np.concatenate(([0], ends, np.array(known, dtype=np.int64), [len(doc)])))
    long = np.flatnonzero(np.diff(starts) > MOST_WORDS).tolist()
    return [cut for at in long for cut in _cuts(doc, int(starts[at]), int(starts[at + 1]))]


def _cuts(doc: Doc, start: int, end: int) -> Iterator[int]:
    """Behind the last clause mark of each stretch, else where it gets too long."""
    while end - start > MOST_WORDS:
        half, most = start + MOST_WORDS // 2, start + MOST_WORDS
        start = next((at + 1 for at in range(most - 1, half, -1) if doc[at].text in _CLAUSE_MARKS), most)
        yield start
