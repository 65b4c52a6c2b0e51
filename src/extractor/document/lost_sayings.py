"""Clauses of saying that the parser breaks: "officials in Gao claim that rebels fled", "rebels, he said, fled"."""

from extractor.document.labels import CLOSING_QUOTES, INSIDE, SUBJECTS
from extractor.document.tokens import Word
from extractor.lexicon.word_classes import word_class


def repair_saying(that: Word) -> None:
    """Make the noun before a "that" the verb it is, where somebody stands before it who says something.

    "Claim" of "officials in Gao claim that rebels fled", "allege" of "residents of Bor allege that soldiers came";
    not "claim" of "the army denied the claim that rebels fled".
    """
    _open_clause(that)
    if that.i == 0 or that.dep_ != "mark":
        return
    _give_content(that.head)
    saying = that.nbor(-1)
    if saying.tag_ not in ("NN", "NNP") or saying.lemma_.lower() not in word_class("saying"):
        return
    if that.head.above(saying):
        return
    if saying.lefts.has("nsubj"):
        _make_verb(saying, that.head)
    else:
        _part_from_place(saying, that.head)


def _open_clause(that: Word) -> None:
    """Make a "that" before several the word that opens their clause, since it points to one.

    "That" of "the story that pilgrims had fled", which the parser hangs on the pilgrims.
    """
    several = that.head
    if that.dep_ == "det" and several.tag_ in ("NNS", "NNPS") and several.dep_ in ("nsubj", "nsubjpass"):
        that.move(several.head, "mark")


def _part_from_place(saying: Word, clause: Word) -> None:
    """Give the preposition before a verb its place back.

    "Of Bor allege", which the parser takes for one noun.
    """
    preposition, place = saying.head, saying.lefts.first(*INSIDE)
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


def _give_content(clause: Word) -> None:
    """Hang a clause with "that" on the verb of saying, where the parser hangs it on who says or hears it.

    "Burned" on "reported" of "it was reported by witnesses that rebels burned the market", and on "told" of "told a
    local station that rebels burned the market".
    """
    if clause.dep_ not in ("relcl", "acl") or not clause.lefts.has(*SUBJECTS):
        return
    beside = clause.head
    if beside.head.dep_ == "agent" and beside.head.head.lemma_ in word_class("saying"):
        clause.move(beside.head.head, "ccomp")
    elif beside.dep_ in ("dobj", "dative") and beside.head.lemma_ in word_class("informing"):
        clause.move(beside.head, "ccomp")
    elif beside.is_behind("from") and beside.head.head.lemma_ in ("hear", "learn"):
        clause.move(beside.head.head, "ccomp")


def repair_inserted(saying: Word) -> None:
    """Give the verb behind an inserted clause of saying its subject back.

    In "rebels, General Ray said, burned the market" the rebels burned it, and the general said so.
    """
    verb, subjects = saying.head, saying.lefts.those("nsubj")
    if saying.dep_ != "parataxis" or verb.i < saying.i or not subjects or verb.lefts.has(*SUBJECTS):
        return
    first = subjects[0]
    speaker = subjects[1] if len(subjects) > 1 else first.rights.first("appos")
    if speaker is None or saying.lemma_ not in word_class("saying"):
        return
    first.move(verb, "nsubj")
    speaker.move(saying, "nsubj")


def repair_interrupted(speaker: Word) -> None:
    """Give the verb of a quotation that its speaker interrupts its subject back.

    In "“Guards,” mumbled the boy, “beat us”" the guards beat, and the boy mumbles.
    """
    saying = speaker.head
    quoted = saying.lefts.first("nsubj")
    if quoted is None or not saying.follows(*CLOSING_QUOTES):
        return
    is_put_in = saying.dep_ == "parataxis" and saying.head.i > saying.i
    verb = saying.head if is_put_in else saying.rights.first("ccomp", "xcomp")
    if verb is None or verb.lefts.has(*SUBJECTS):
        return
    quoted.move(verb, "nsubj")
    if verb.dep_ == "xcomp":
        verb.dep_ = "ccomp"


def repair_convicted(of: Word) -> None:
    """Give a verb of judging what somebody is judged for: "convicted a farmer of shooting two hikers".

    "Of" on "convicted", where the parser hangs it on "farmer"; not in "shot the leader of a band".
    """
    whom = of.head
    if whom.dep_ == "dobj" and of.rights.has("pcomp") and whom.head.lemma_ in word_class("charging"):
        of.move(whom.head, "prep")


def repair_accused(by: Word) -> None:
    """Give a verb of accusing what stands behind its "by" phrase: "accused by the union of shooting villagers".

    "Of" on "accused", where the parser hangs it on "union".
    """
    accuser = by.pobj
    topic = accuser.rights.form("of") if accuser is not None and by.dep_ == "agent" else None
    if topic is not None and topic.rights.has("pcomp") and by.head.lemma_ in word_class("object_control"):
        topic.move(by.head, "prep")
