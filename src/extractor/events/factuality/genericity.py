"""Mentions that tell of no event: acts in general, and acts that are only imagined."""

from datetime import date

from extractor.events.casualties.counts import is_result
from extractor.lexicon.tables import word_lists
from extractor.records import Claim, Modality
from extractor.syntax import Frame

MONTH = 31  # days; what took longer was many events
_VAGUE = word_lists("events/words.txt")["vague"]
_LASTING = frozenset("violence conflict war unrest insurgency fighting uprising rebellion hostility feud".split())  # noqa: SIM905


def in_general(claim: Claim, frame: Frame) -> bool:
    """ "attacks on civilians", "bombings": acts in the plural without a day, a place or a number are no one event."""
    trigger = frame.light or frame.trigger
    if not (frame.noun or frame.light) or trigger.tag_ != "NNS" or claim.date is not None or claim.place is not None:
        return False
    if any(preposition == "against" for preposition, _ in frame.obliques):
        return False
    if trigger.lefts.has_form(*_VAGUE):
        return True
    return frame.noun and not trigger.lefts.has("nummod", "det", "poss")


def sums_up(frame: Frame, days: tuple[date, date] | None) -> bool:
    """ "the war has killed thousands", "2,500 people have been killed this year": a sum of many events."""
    if frame.noun or not is_result(frame.predicate):
        return False
    if not any(child.dep_ == "aux" and child.lower_ in ("has", "have") for child in frame.trigger.lefts):
        return False
    if frame.agent is not None:
        return frame.agent.lemma_ in _LASTING
    return days is not None and (days[1] - days[0]).days > MONTH


def only_imagined(claim: Claim, frame: Frame) -> bool:
    """The condition of an if-sentence and what is merely possible are no events."""
    if claim.modality is not Modality.HYPOTHETICAL:
        return False
    return frame.noun or frame.trigger.lefts.has_form("if", "unless", "whether")
