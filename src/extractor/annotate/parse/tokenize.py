"""Text -> tokens, in time that does not grow with the square of a run of marks.

spaCy's tokenizer takes one mark after the other from a word and copies the rest of the word each time: 8,000 quote
marks in a row take seconds. Such runs are cut before.
"""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

LONGEST = 100  # characters between two cuts; words and addresses, which have fewer marks, stay whole
_RUN = re.compile(rf"\S{{{2 * LONGEST},}}")
_MARK = re.compile(r"[^\w\s]|_")
_MOSTLY = 2  # one mark in so many characters makes a run; addresses have fewer
_ADDRESS = 1_000  # characters; what is longer is cut however few marks it has ("12:00:12:00:12 ...")


def make_doc(nlp: Language, text: str) -> Doc:
    """The tokens of a text, as from `nlp.make_doc` but for runs of marks."""
    ends = [*_cuts(text), len(text)]
    if len(ends) == 1:
        return nlp.make_doc(text)
    parts = [nlp.make_doc(text[start:end]) for start, end in zip([0, *ends], ends, strict=False)]
    return Doc.from_docs(parts, ensure_whitespace=False) or nlp.make_doc("")


def _cuts(text: str) -> Iterator[int]:
    """Where to cut, behind marks inside of runs.

    >>> list(_cuts("-" * 250))
    [100, 200]
    >>> list(_cuts("x" * 250))  # a long word, which stays whole
    []
    """
    for run in _RUN.finditer(text):
        marks = [mark.end() for mark in _MARK.finditer(text, *run.span())]
        if len(run[0]) <= _ADDRESS and _MOSTLY * len(marks) < len(run[0]):
            continue
        last = run.start()
        for end in marks:
            if end - last >= LONGEST and end < run.end():
                yield end
                last = end
