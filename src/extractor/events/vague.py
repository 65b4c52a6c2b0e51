"""Mentions that tell of no event: acts in general, and acts that are only imagined."""

from extractor.records import Claim, Modality
from extractor.syntax import Frame


def in_general(claim: Claim, frame: Frame) -> bool:
    """ "attacks on civilians", "bombings": acts in the plural without a day, a place or a number are no one event."""
    trigger = frame.trigger
    if not frame.noun or trigger.tag_ != "NNS" or claim.date is not None or claim.place is not None:
        return False
    if any(preposition == "against" for preposition, _ in frame.obliques):
        return False
    return not any(child.dep_ in ("nummod", "det", "poss") for child in trigger.lefts)


def only_imagined(claim: Claim, frame: Frame) -> bool:
    """The condition of an if-sentence and what is merely possible are no events."""
    if claim.modality is not Modality.HYPOTHETICAL:
        return False
    return frame.noun or any(c.lower_ in ("if", "unless", "whether") for c in frame.trigger.lefts)
