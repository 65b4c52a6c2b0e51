"""What speaks for it that a draft tells of an event again: syntax, the same words, a description, casualties."""

from extractor.events.coreference.constraints import agree_days
from extractor.events.coreference.mention_features import (
    is_bare,
    is_definite,
    is_fatal,
    length_of,
    tells_harm,
    tells_result,
    tied,
    trigger_tokens,
)
from extractor.events.draft import Draft
from extractor.events.grounding.days import WEEK
from extractor.events.index import AnnotatedArticle
from extractor.records import ActorKind, Modality
from extractor.syntax import frame_of, word_class

# How many sentences a casualty report or "the attack" may stand after its event.
NEAR = 2
DESCRIBED = 4
FAR = 15  # the same for a description that says nothing else
LEAD = 4  # sentences from a headline to what it tells of
_UNREAL = frozenset((Modality.HYPOTHETICAL, Modality.INTENDED, Modality.DENIED))
_GOING_ON = frozenset(("ASSAULT", "PROTEST"))
_ONCE_A_PERSON = frozenset(("abduct", "arrest"))
_ONCE = frozenset(("seize", "withdraw", "ceasefire", "resign"))


def evidence(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """Whether something speaks for it that a draft tells of an event that it is compatible with."""
    distance = abs(draft.sentence - event.sentence)
    if tied(article, event, draft):
        return draft.trigger.dep_ != "conj" or tells_result(draft)
    if _joined(article, event, draft) or _act_of_result(event, draft):
        return True
    if _of_another_act(article, event, draft):
        return False
    if _suffered_once(article, event, draft) or _same_thing(article, event, draft):
        return True
    if draft.modality is Modality.DENIED and draft.coding.mode == event.coding.mode and distance <= DESCRIBED:
        return not draft.target or not set(draft.target).isdisjoint(event.target)
    if _in_lead(event, draft):
        return True
    if draft.layout or event.layout:
        return _shares(event, draft) or draft.predicate == event.predicate
    if draft.definite and distance <= (FAR if is_bare(draft) else DESCRIBED):
        return True
    if draft.noun and not draft.argued and distance <= NEAR:
        return True
    if tells_harm(draft) and not draft.source and distance <= NEAR and _counts_fit(event, draft):
        return True
    if _same_occasion(event, draft) or _once_only(article, event, draft):
        return True
    if draft.predicate == event.predicate or _same_stem(draft.predicate, event.predicate):
        return _shares(event, draft) and not _other_numbers(event, draft)
    return False


def _joined(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """ "One was killed and two shops were damaged": results that a sentence tells together."""
    joined = draft.trigger.dep_ == "conj" and draft.trigger.head.i in trigger_tokens(article, event)
    return joined and tells_harm(event) and tells_harm(draft) and not (event.source and draft.source)


def _act_of_result(event: Draft, draft: Draft) -> bool:
    """ "Two were killed, the police said, in an attack": the act that the sentence of a result names."""
    if not draft.noun or draft.definite or draft.coding.type != "ASSAULT" or draft.sentence != event.sentence:
        return False
    return tells_harm(event) and not event.noun and not draft.layout and not (draft.source and event.source)


def _counts_fit(event: Draft, draft: Draft) -> bool:
    """Whether a result gives other counts than those that are known, the same again, or people to be added."""
    shared = event.counts.keys() & draft.counts.keys()
    return draft.further or all(_first(event, slot) == _first(draft, slot) for slot in shared)


def _other_numbers(event: Draft, draft: Draft) -> bool:
    """ "Arrested 25 people" and "arrested 39 men" are two acts."""
    shared = event.counts.keys() & draft.counts.keys()
    pairs = [(_first(event, slot), _first(draft, slot)) for slot in sorted(shared)]
    return any(one != other and one[0] == one[1] and other[0] == other[1] for one, other in pairs)


def _first(draft: Draft, slot: str) -> tuple[int | None, int | None]:
    count = draft.counts[slot][0]
    return count.low, count.high


def _of_another_act(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """ "were killed in clashes": the act of a result that its sentence names anew."""
    acts = [article.words[i] for i in draft.links if article.words[i].pos_ == "NOUN"]
    return tells_result(draft) and any(not is_definite(act) for act in acts) and not draft.layout and not event.layout


def _suffered_once(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """Somebody is killed once in an article, and kidnapped or arrested once."""
    if not set(event.target) & set(draft.target):
        return False
    if event.coding.mode == draft.coding.mode and event.coding.mode in _ONCE_A_PERSON:
        return True
    return event.coding.type == "ASSAULT" and is_fatal(event) and is_fatal(draft)


def _same_thing(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """Whether both hit one building or vehicle: "a bomb exploded at a bank", "the bank burned"."""
    common = (article.actors[actor] for actor in event.target if actor in draft.target)
    both = event.coding.type == draft.coding.type == "ASSAULT"
    return both and any(actor.kind is ActorKind.OBJECT for actor in common)


def same_victim(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """Whether both tell what was done to one person, which is told in many words: "was shot", "the attack on him"."""
    if {event.coding.type, draft.coding.type} != {"ASSAULT"} or event.polarity is not draft.polarity:
        return False
    if (event.coding.mode == "abduct") != (draft.coding.mode == "abduct"):
        return False
    if {event.modality, draft.modality} & _UNREAL and event.modality is not draft.modality:
        return False
    common = (article.actors[actor] for actor in event.target if actor in draft.target)
    return any(actor.kind is ActorKind.PERSON for actor in common) and agree_days(event, draft)


def heads(event: Draft, draft: Draft) -> bool:
    """Whether a headline gives the toll of an act of the lead, in whatever words for those who did it."""
    if not _in_lead(event, draft) or event.coding.type != draft.coding.type or event.polarity is not draft.polarity:
        return False
    shared = event.counts.keys() & draft.counts.keys()
    return any(event.counts[slot][0].low == draft.counts[slot][0].low for slot in shared)


def _in_lead(event: Draft, headline: Draft) -> bool:
    """Whether an event of the body stands right below a headline."""
    return headline.layout and not event.layout and event.sentence - headline.sentence in range(LEAD)


def goes_on(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """More of what "the attackers" or "the protesters" of an event just told did, or of what they did in one breath."""
    near = not draft.noun and not draft.layout and 0 <= draft.sentence - event.sentence <= NEAR
    if not near or draft.coding.type not in _GOING_ON or draft.coding.type != event.coding.type:
        return False
    if draft.polarity is not event.polarity or draft.modality in _UNREAL:
        return False
    agent = frame_of(draft.trigger).agent
    again = agent is not None and agent.lemma_ in word_class("doers") and is_definite(agent)
    if again and draft.days in (None, event.days) and draft.place in (None, event.place):
        return not event.counts.keys() & draft.counts.keys()
    in_one_breath = draft.trigger.dep_ == "conj" and draft.trigger.head.i in trigger_tokens(article, event)
    same = bool(draft.source) and (draft.coding.mode, draft.source) == (event.coding.mode, event.source)
    return in_one_breath and same and not (draft.target and event.target)


def _same_occasion(event: Draft, draft: Draft) -> bool:
    """Acts of one mode in one place within days that overlap."""
    if draft.coding.mode is None or draft.coding.mode != event.coding.mode or draft.coding.mode not in _ONCE_A_PERSON:
        return False
    short = length_of(draft) <= WEEK and length_of(event) <= WEEK
    return short and draft.place is not None and draft.place == event.place


def _once_only(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """A town changes hands once in an article: its capture, its fall and the seizure of it are one event."""
    place = article.places.get(draft.place or "")
    one_mode = (draft.coding.type, draft.coding.mode) == (event.coding.type, event.coding.mode)
    return (
        one_mode and draft.coding.mode in _ONCE and place is not None and place.kind == "city" == _kind(article, event)
    )


def _kind(article: AnnotatedArticle, event: Draft) -> str | None:
    place = article.places.get(event.place or "")
    return place.kind if place is not None else None


def _same_stem(one: str, other: str) -> bool:
    return len(one) > 4 and one[:5] == other[:5]


def _shares(one: Draft, other: Draft) -> bool:
    """At least one actor, place or day in common."""
    return bool(
        set(one.source) & set(other.source)
        or set(one.target) & set(other.target)
        or (one.place and one.place == other.place)
        or (one.days and one.days == other.days)
    )
