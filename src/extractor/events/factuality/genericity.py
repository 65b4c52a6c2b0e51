"""Mentions that tell of no event: acts in general, and acts that are only imagined."""

from datetime import date

from extractor.document.tokens import Word
from extractor.events.casualties.counts import is_result
from extractor.lexicon.tables import word_lists
from extractor.records import Claim, Modality
from extractor.syntax import Frame

MONTH = 31  # days; what took longer was many events
_VAGUE = word_lists("events/words.txt")["vague"]
_AT_ONCE = ("twin", "simultaneous", "coordinated", "back-to-back")  # acts of one occasion
_LASTING = word_lists("events/words.txt")["lasting"]


def in_general(claim: Claim, frame: Frame) -> bool:
    """Whether a claim is about acts in general: in the plural, without a day, a place or a number.

    "Attacks on civilians", "bombings" are no one event.
    """
    trigger = frame.light or frame.trigger
    if trigger.tag_ != "NNS" or not (frame.noun or frame.light):
        return False
    if claim.date is not None or claim.place is not None:
        return False
    if frame.behind("against"):
        return False
    if trigger.lefts.has_form(*_VAGUE):
        return True
    if not frame.noun:
        return False
    return not (trigger.lefts.has("nummod", "det", "poss") or trigger.lefts.has_form(*_AT_ONCE))


def sums_up(frame: Frame, days: tuple[date, date] | None) -> bool:
    """Whether a result is the sum of many events, told in the perfect.

    "The war has killed thousands", "2,500 people have been killed this year".
    """
    if frame.noun or not is_result(frame.predicate) or not _is_perfect(frame.trigger):
        return False
    if frame.agent is not None:
        return frame.agent.lemma_ in _LASTING
    if days is None:
        return False
    first, last = days
    return (last - first).days > MONTH


def ranks_known(frame: Frame) -> bool:
    """Whether a noun only says the how manieth or how bad an act is that was told before.

    "It was the third such attack this month", "this was the worst raid in years"; not "it was an attack on us all".
    """
    be = frame.trigger.head
    if not frame.noun or frame.trigger.dep_ != "attr" or be.lemma_ != "be":
        return False
    subject = be.lefts.first("nsubj")
    if subject is None or subject.lower_ not in ("it", "this", "that"):
        return False
    return any(_ranks(word) for word in frame.trigger.lefts)


def _ranks(word: Word) -> bool:
    """Whether a word before an act says which of many it is, or how bad.

    "Such", "third", "worst" and "latest"; not "armed".
    """
    return word.lower_ in ("such", "latest", "second", "first") or word.tag_ == "JJS" or word.ent_type_ == "ORDINAL"


def _is_perfect(verb: Word) -> bool:
    """Whether a verb is in the perfect.

    "Has killed", "have been killed"; not "had killed".
    """
    return any(child.lower_ in ("has", "have") for child in verb.lefts.those("aux"))


def only_imagined(claim: Claim, frame: Frame) -> bool:
    """Whether a claim is the condition of an if-sentence or merely possible, and so no event.

    "If rebels attack", "an attack may come"; not "rebels may attack", which is a verb of a main clause.
    """
    if claim.modality is not Modality.HYPOTHETICAL:
        return False
    if frame.noun:
        return True
    return frame.trigger.lefts.has_form("if", "unless", "whether")
