"""The cue words of attribution and certainty, read from `data/en/claims/cues.tsv`."""

from functools import cache
from typing import Literal, cast

from extractor.document.tokens import Word
from extractor.lexicon.tables import data_rows, word_lists
from extractor.syntax import predicate_of

CueClass = Literal[
    "report", "confirm", "allege", "deny", "think", "know", "intend", "promise", "request", "threaten", "order",
    "refuse", "fail", "try", "prospect", "judge", "seem", "doubt",
]  # fmt: skip
# Cues that somebody utters or holds, so that their subject is a source.
SOURCED: frozenset[CueClass] = frozenset(
    (
        *("report", "confirm", "allege", "deny", "think", "know", "intend", "promise", "request", "threaten"),
        *("refuse", "seem", "doubt"),
    )
)
# Cues of speech: what they introduce is claimed by their subject.
SPOKEN: frozenset[CueClass] = frozenset(("report", "confirm", "allege", "deny", "think", "promise"))


@cache
def _cues(pos: str) -> dict[str, CueClass]:
    """The lemmas of a part of speech with their classes."""
    found: dict[str, CueClass] = {}
    for row in data_rows("claims/cues.tsv"):
        if row["pos"] == pos:
            for lemma in row["lemmas"].split():
                found.setdefault(lemma.replace("_", " "), cast(CueClass, row["class"]))
    return found


def cue_class(token: Word) -> CueClass | None:
    """The class of a word as a cue, by its lemma (with particle) and part of speech; None for other words.

    "report" for "said", "deny" for "denial"; "called off" is not to call.
    """
    if token.pos_ in ("VERB", "AUX"):
        verbs, lemma = _cues("verb"), token.lemma_
        if lemma in _particle_verbs() and (predicate := predicate_of(token)) != lemma:
            return verbs.get(predicate)  # "called off", "ruled out" is not to call or to rule
        return verbs.get(lemma) or (_cues("participle").get(lemma) if token.tag_ == "VBN" else None)
    if token.pos_ in ("NOUN", "PROPN"):
        return _cues("noun").get(token.lemma_)
    if token.pos_ == "ADJ":
        return _cues("adj").get(token.lemma_)
    return None


def is_felt(verb: Word) -> bool:
    """Whether the subject of a passive is who feels it: "was concerned", "was convinced"."""
    return verb.lemma_ in _cues("participle")


@cache
def _particle_verbs() -> frozenset[str]:
    """The verbs that are cues, or none, only with a particle: "rule" of "rule out"."""
    return frozenset(lemma.split()[0] for lemma in _cues("verb") if " " in lemma)


@cache
def certainty_words(*classes: str) -> frozenset[str]:
    """The words of one or more classes of `data/en/claims/certainty.txt`. Raises KeyError for a class it does not have.

    >>> "reportedly" in certainty_words("alleged", "reported")
    True
    """
    lists = word_lists("claims/certainty.txt")
    return frozenset().union(*(lists[name] for name in classes))
