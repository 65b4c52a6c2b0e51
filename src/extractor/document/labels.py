"""The labels of words that the repairs of a parse ask for: Universal parts of speech, Penn tags, CLEAR dependencies."""

NOUNS = frozenset(("NOUN", "PROPN"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
INSIDE = frozenset(("compound", "nmod"))  # of a noun before the head of its phrase
CLOSING_QUOTES = frozenset(("”", '"', "''", "’", "'", "»"))
TIMES = frozenset(("DATE", "TIME"))  # of the entity recogniser, as those below
TIMES_AND_PLACES = TIMES | {"GPE", "LOC"}
