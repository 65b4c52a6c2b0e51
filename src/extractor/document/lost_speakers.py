"""Speakers that the parser takes for more of what was hit: "rebels killed nine people, police and residents said"."""

from extractor.document.labels import FINITE, SUBJECTS
from extractor.document.tokens import Word
from extractor.lexicon.word_classes import word_class

_BESIDE = frozenset(("conj", "advcl", "dep", "parataxis"))


def repair_speakers(first: Word) -> None:
    """Give a verb of saying its several subjects back, where the parser makes them members of the object before.

    "Officials" and "residents" of "rebels killed nine people, officials and residents said".
    """
    if first.head.dep_ == "conj" or not first.left_edge.follows(",") or not first.rights.has("conj"):
        return
    saying = _saying_behind(first)
    if saying is None or saying.lefts.has(*SUBJECTS) or saying.above(first) != saying.lefts.has("ccomp"):
        return
    if saying.dep_ in _BESIDE:
        saying.dep_ = "parataxis"
    elif not saying.lefts.has("ccomp"):
        return
    first.move(saying, "nsubj")


def repair_said_beside(speaker: Word) -> None:
    """Hang a clause of saying beside the one it tells of, where the parser hangs it on the object of that.

    "Said" of "gunmen kidnapped two nurses, police and witnesses said", which are no nurses that somebody said.
    """
    saying, told = speaker.head, speaker.head.head
    if speaker.pos_ == "PRON" or not speaker.left_edge.follows(","):  # "Saleh, who rejects the result"
        return
    if saying is not _saying_behind(speaker):
        return
    if saying.dep_ == "relcl" and told.dep_ in ("dobj", "pobj") and not told.follows("that"):
        clause = next((word for word in told.ancestors if word.tag_ in FINITE), None)
        if clause is not None and clause.lefts.has(*SUBJECTS):
            saying.move(clause, "parataxis")
    elif saying.dep_ == "conj" and saying.head.i < saying.i and not saying.head.rights.has("cc"):
        saying.dep_ = "parataxis"


def _saying_behind(speaker: Word) -> Word | None:
    """The verb of saying right behind speakers that does not go on to tell what is said.

    "Said" for "officials" of "officials and residents said."; None for that of "officials said they fled".
    """
    end = speaker.right_edge.i + 1
    verb = speaker.words[end] if end < len(speaker.words) else None
    if verb is None or verb.tag_ not in FINITE or verb.rights.has("ccomp", "xcomp"):
        return None
    return verb if verb.lemma_ in word_class("saying") else None
