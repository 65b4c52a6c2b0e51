"""Subjects of second clauses that the parser joins to a noun of the first: "shot with rifles and ten were hurt"."""

from extractor.document.labels import FINITE, NOUNS, SUBJECTS
from extractor.document.tokens import Word


def repair_lost_subject(verb: Word) -> None:
    """Give a finite verb in a row the noun right before it that the parser put in a row with another noun.

    "Monks" of "nine were slain with axes and ten monks were hurt": they were hurt, and killed nobody.
    """
    first = verb.lefts.first("aux", "auxpass")
    if first is None or first.tag_ not in FINITE or verb.lefts.has(*SUBJECTS):
        return
    noun = _joined_before(first)
    if noun is None or not verb.head.above(noun):
        return
    joint = next((word for word in noun.head.rights.those("cc") if word.i < noun.i), None)
    if joint is not None:
        joint.move(verb.head, "cc")
    noun.move(verb, "nsubjpass" if verb.lefts.has("auxpass") else "nsubj")


def _joined_before(first: Word) -> Word | None:
    """The noun in a row behind a preposition or a verb that ends right before a word; commas may stand between."""
    at = first.i - 1
    while at > 0 and first.words[at].text == ",":
        at -= 1
    found = None
    for word in (first.words[at], *first.words[at].ancestors):
        if word.right_edge.i != at:
            break
        if word.dep_ == "conj" and word.pos_ in (*NOUNS, "NUM") and word.head.dep_ in ("pobj", "dobj"):
            found = word
    return found
