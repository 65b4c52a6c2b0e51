"""Verbs of saying in the present that the tagger takes for nouns: "officials in Gao claim that rebels fled"."""

from extractor.document.tokens import Word
from extractor.lexicon.word_classes import word_class

_INSIDE = frozenset(("compound", "nmod"))


def repair_saying(that: Word) -> None:
    """Make the noun before a "that" the verb it is, where somebody stands before it who says something.

    "Claim" of "officials in Gao claim that rebels fled", "allege" of "residents of Bor allege that soldiers came";
    not "claim" of "the army denied the claim that rebels fled".
    """
    if that.i == 0 or that.dep_ != "mark":
        return
    saying = that.nbor(-1)
    if saying.tag_ not in ("NN", "NNP") or saying.lemma_.lower() not in word_class("saying"):
        return
    if saying.lefts.has("nsubj"):
        _make_verb(saying, that.head)
    else:
        _part_from_place(saying, that.head)


def _part_from_place(saying: Word, clause: Word) -> None:
    """Give the preposition before a verb its place back: "of Bor allege", which the parser takes for one noun."""
    preposition, place = saying.head, saying.lefts.first(*_INSIDE)
    if saying.dep_ != "pobj" or place is None or place.i + 1 != saying.i:
        return
    speakers = preposition.head
    if speakers.tag_ not in ("NNS", "NNPS") or speakers.head is not speakers:
        return
    place.move(preposition, "pobj")
    for name in [name for name in saying.lefts if name is not place]:
        name.move(place, name.dep_)
    saying.move(saying, "ROOT")
    speakers.move(saying, "nsubj")
    _make_verb(saying, clause)


def _make_verb(saying: Word, clause: Word) -> None:
    """Make a noun a verb with a clause of what is said."""
    saying.pos_, saying.tag_, saying.lemma_ = "VERB", "VBP", saying.lower_
    clause.move(saying, "ccomp")
