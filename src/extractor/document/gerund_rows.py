"""Rows of gerunds that the parser takes for rows of nouns: "killing 11 people and looting shops"."""

from extractor.document.tokens import Word
from extractor.lexicon.triggers import verb_rules
from extractor.lexicon.word_classes import word_class

_MODIFIERS = ("compound", "amod", "nmod")


def repair_gerund_row(joint: Word) -> None:
    """Make what stands behind "and" a gerund in a row with the one before, with an object of its own.

    "Killing 11 people and looting shops": 11 people and no shops were killed. "Killing a chief and burning houses": the
    chief was.
    """
    act = joint.words[joint.i + 1] if joint.i + 1 < len(joint.words) else None
    verb = _verb_of(act.lower_) if act is not None and joint.dep_ == "cc" else None
    if act is None or verb is None:
        return
    if act.dep_ in _MODIFIERS:
        _part(joint, act, verb, act.head, act.head.head)
    elif act.dep_ == "conj" and act.head.dep_ in _MODIFIERS:
        _part(joint, act, verb, act.head.head, act.head)


def _part(joint: Word, act: Word, verb: str, things: Word, first: Word) -> None:
    """Give "looting" its "shops", and "killing" its "11 people", of "killing 11 people and looting shops"."""
    gerund = first.head if things.dep_ == "conj" else things.head
    before = first if things.dep_ == "conj" else things
    if before.dep_ != "dobj" or gerund.tag_ != "VBG" or gerund.lemma_ not in verb_rules():
        return
    if not first.i < joint.i < act.i < things.i:
        return
    if things.lefts.has("det", "poss") and things.dep_ == "conj":
        return
    act.tag_, act.pos_, act.lemma_ = "VBG", "VERB", verb
    act.move(gerund, "conj")
    first.move(gerund, "dobj")
    things.move(act, "dobj")
    joint.move(gerund, "cc")


def _verb_of(form: str) -> str | None:
    """The verb of a gerund that may tell of an event.

    "Loot" for "looting", "seize" for "seizing"; else None.
    """
    stem = form.removesuffix("ing")
    if stem == form or len(stem) < 2 or form in word_class("describing gerunds"):
        return None
    undoubled = stem[:-1] if stem[-1] == stem[-2] else stem
    return next((verb for verb in (stem, f"{stem}e", undoubled) if verb in verb_rules()), None)
