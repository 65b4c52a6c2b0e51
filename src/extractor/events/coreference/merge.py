"""Told once: which drafts are the same event, and what the merged event keeps of each.

Two drafts are one event when something speaks for it (`preferences.py`) and nothing forbids it (`constraints.py`), and
a fitted model does not doubt it (`antecedent.py`).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from extractor.events.arguments.instruments import told_once
from extractor.events.casualties.counts import added
from extractor.events.coreference.antecedent import Antecedent, confirmed
from extractor.events.coreference.constraints import (
    KIND,
    are_separated,
    only_planned,
    other_days,
    other_mode,
    other_place,
    other_source,
    other_target,
)
from extractor.events.coreference.mention_features import (
    is_background,
    is_bare,
    is_tied,
    length_of,
    tells_later_death,
    tells_result,
)
from extractor.events.coreference.mention_pair import MentionPair
from extractor.events.coreference.preferences import NEAR, PREFERENCES
from extractor.events.draft import Coding, Draft
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.word_classes import word_class
from extractor.records import ActorKind, Count, Modality, Place, Polarity
from extractor.syntax.dated_acts import tells_aftermath

# How many events back a draft is compared with: more than an article holds (28 at most in 231 of them), few enough for
# a book. With 300 a text in which every clause tells of an event cost three times as much.
HORIZON = 50
# What separates a headline from an event that it seems to sum up.
_OF_HEADLINE = (*KIND, only_planned, other_place, other_days)
_FINENESS = {"country": 2, "continent": 3, "world_region": 3, "region": 1, "district": 1}  # a town is 0
_TIED = "tied by syntax"
_SUMMED_UP = "summed up"
# What is asked of a draft, the events so far and the choice of the rules: which event it tells of again.
Choose = Callable[[AnnotatedArticle, Draft, Sequence[Draft], Antecedent | None], Antecedent | None]


def merge(article: AnnotatedArticle, drafts: list[Draft], choose: Choose = confirmed) -> list[Draft]:
    """Drafts in text order -> one for each event, in the order of their first claim in the body of the text.

    The drafts that are kept are changed: each takes over what the others of its event tell. `choose` has the last word.
    "Rebels shelled Homs", "the shelling" and "police arrested a judge" are three drafts and two events.
    """
    _turn_into_reports(drafts)
    events: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.report, d.layout, d.trigger.i)):
        rules = _told_of(article, draft, events) if draft.report else _same_event(article, draft, events)
        same = choose(article, draft, events, rules)
        if same is not None:
            _give_reason(same.event, f"told again: {same.preference}")
            _join(article, same.event, draft)
        elif not draft.report:
            events.append(draft)
    return events


def _join(article: AnnotatedArticle, event: Draft, draft: Draft) -> None:
    """Make a draft a mention of an event: a denial disputes it, anything else adds to it.

    "The army denied shelling Homs" disputes the shelling, "the shelling killed nine" adds its dead.
    """
    if draft.modality is Modality.DENIED and event.modality is not Modality.DENIED:
        _dispute(event, draft)
    else:
        _absorb(article, event, draft)


def _turn_into_reports(drafts: list[Draft]) -> None:
    """ "Four people died in riots", "two of the wounded died": results that tell only the casualties of another act."""
    for draft in filter(tells_later_death, drafts):
        draft.report, draft.further, draft.days, draft.links = True, True, None, set()
    acts = {draft.trigger.i for draft in filter(_need_not_harm, drafts)}
    for draft in filter(tells_result, drafts):
        if not draft.source and draft.links & acts:
            draft.report = True


def _need_not_harm(draft: Draft) -> bool:
    """Whether it is an act of violence that is not always done to people: riots, clashes.

    Not the killing of "rebels killed two", which tells of whom.
    """
    kind = draft.coding.kind
    if not kind.violent or kind.harms_people:
        return False
    return not tells_result(draft)


def _same_event(article: AnnotatedArticle, draft: Draft, events: Sequence[Draft]) -> Antecedent | None:
    """The event that a draft tells of again by the first preference that joins them."""
    for event in _candidates(article, draft, events):
        pair = MentionPair(article, event, draft)
        if are_separated(pair, KIND):  # as every preference asks: four of five pairs end here
            continue
        preference = next((preference for preference in PREFERENCES if preference.joins(pair)), None)
        if preference is not None:
            return Antecedent(event, preference.name)
    return _summed_up(article, draft, events) if draft.layout else None


def _summed_up(article: AnnotatedArticle, headline: Draft, events: Sequence[Draft]) -> Antecedent | None:
    """The event below a headline that it sums up, whatever its words for those who act.

    It is the only one of its type and mode, else the first whose sides may be those of the headline.
    """
    below = [event for event in events[:HORIZON] if not event.layout and event.trigger.i > headline.trigger.i]
    body = (MentionPair(article, event, headline) for event in below)
    of_type = [pair for pair in body if not are_separated(pair, _OF_HEADLINE)]
    of_mode = [pair for pair in of_type if not other_mode(pair)]
    by_sides = [pair for pair in of_type if not are_separated(pair, (other_source, other_target))]
    told = of_mode if len(of_mode) == 1 else by_sides[:1]
    return Antecedent(told[0].event, _SUMMED_UP) if told else None


def _give_reason(event: Draft, reason: str) -> None:
    """Note a reason once."""
    if reason not in event.reasons:
        event.reasons.append(reason)


def _candidates(article: AnnotatedArticle, draft: Draft, events: Sequence[Draft]) -> Sequence[Draft]:
    """The events that a draft may tell of again, the likeliest first."""
    if draft.layout:
        return events[:HORIZON]  # headlines tell of what comes first
    before = events[: -HORIZON - 1 : -1]
    if is_bare(draft):
        return [event for event in before if not is_background(article, event, draft)]
    return before


def _told_of(article: AnnotatedArticle, report: Draft, events: list[Draft]) -> Antecedent | None:
    """The event whose casualties a report gives: one that syntax ties to it, else the nearest before it.

    The shelling for "Rebels shelled Gao on Monday. Two people died."
    """
    violent = [event for event in events[-HORIZON:] if event.coding.kind.violent]
    for event in violent:
        if is_tied(article, event, report):
            return Antecedent(event, _TIED)
    before = [event for event in violent if _is_just_before(event, report)]
    before.sort(key=lambda event: _likelihood(article, event, report))
    return _same_event(article, report, before)


def _is_just_before(event: Draft, report: Draft) -> bool:
    """Whether a report stands within reach behind an event.

    "Nine died" in the next sentence; not in one far behind.
    """
    return event.trigger.i < report.trigger.i and report.sentence - event.sentence <= NEAR


def _likelihood(article: AnnotatedArticle, event: Draft, report: Draft) -> tuple[bool, bool, bool, int]:
    """What makes it likely that people came to harm in an event, the most telling first."""
    kind = event.coding.kind
    is_arrest = event.coding.manner in kind.detains
    return kind.harms_people, _takes_part(article, event, report.target), not is_arrest, event.trigger.i


def _takes_part(article: AnnotatedArticle, event: Draft, hurt: list[str]) -> bool:
    """Whether those who came to harm are of a side of the event: "two officers" where the police cleared a camp."""
    sectors = {article.actors[actor].sector for actor in hurt} - {None}
    return not sectors.isdisjoint(article.actors[actor].sector for actor in (*event.source, *event.target))


def _dispute(event: Draft, denial: Draft) -> None:
    """Take over who denies it.

    The army, for the shelling of which it says that it was none.
    """
    event.take_claims(denial)
    if denial.claimed_by and denial.claimed_by not in event.disputed_by:
        event.disputed_by.append(denial.claimed_by)
    event.reasons.append("denied in another claim")


def _absorb(article: AnnotatedArticle, event: Draft, draft: Draft) -> None:
    """Take over what the event lacks; what it has from the body or from a verb stays."""
    event.take_claims(draft)
    event.links |= draft.links
    event.rules += [rule for rule in draft.rules if rule not in event.rules]
    event.coding = replace(event.coding, confidence=max(event.coding.confidence, draft.coding.confidence))
    event.source = _source_of_both(article, event, draft)
    event.coding = _coding_of_both(event, draft)
    event.target = _target_of_both(article, event, draft)
    event.place = _finer(article, event.place, draft.place)
    if length_of(draft) < length_of(event) and not tells_aftermath(draft.trigger, event.trigger):
        event.days = draft.days
    _absorb_counts(article, event, draft)
    event.instruments = told_once((*event.instruments, *draft.instruments))
    _absorb_factuality(event, draft)


def _absorb_counts(article: AnnotatedArticle, event: Draft, draft: Draft) -> None:
    """More people of a draft are added to those of the event; other counts stand beside them.

    "Two more died" behind "nine died" makes eleven; "eleven died" stands beside the nine.
    """
    for slot, counts in draft.counts.items():
        known = event.counts.setdefault(slot, [])
        if draft.further and _follow(known, counts):
            known[0] = added(article.words.text, known[0], counts[0])
        else:
            known.extend(counts)


def _follow(known: list[Count], counts: list[Count]) -> bool:
    """Whether the first of some counts stands behind the first of those that are known.

    True of "two more" behind "nine", which "two more" are added to.
    """
    if not known or not counts:
        return False
    return known[0].end <= counts[0].start


def _absorb_factuality(event: Draft, draft: Draft) -> None:
    """What the article tells itself counts more than what is reported, and that more than its denial.

    A shelling that the lead asserts stays asserted where a spokesman reports it again.
    """
    if _is_main_clause_of(event, draft):
        event.modality, event.claimed_by = draft.modality, draft.claimed_by
        return
    if _vouches(event, draft):
        event.modality, event.claimed_by = Modality.ASSERTED, None
    is_denied = event.polarity is Polarity.NEGATIVE and event.modality is Modality.DENIED
    if not is_denied or draft.modality is event.modality:
        return
    if event.claimed_by:
        event.disputed_by.append(event.claimed_by)
    event.polarity, event.modality, event.claimed_by = draft.polarity, draft.modality, draft.claimed_by


def _is_main_clause_of(event: Draft, draft: Draft) -> bool:
    """Whether an event was told at a noun so far, of which the draft's verb tells what somebody says.

    "Thrown" and "wounded" of "a grenade thrown at a post wounded two officers, the army said".
    """
    trigger = event.trigger
    if trigger.dep_ != "acl" or event.sentences != {draft.sentence} or draft.modality is not Modality.REPORTED:
        return False
    return event.modality is Modality.ASSERTED and draft.trigger.above(trigger)


def _source_of_both(article: AnnotatedArticle, event: Draft, draft: Draft) -> list[str]:
    """The event's own source, with the group that only the other mention names: "gunmen", later "the Front"."""
    if not event.source:
        return draft.source
    if not event.coding.kind.harms_people or draft.coding.reciprocal:
        return event.source
    if article.of_kind(ActorKind.ORGANIZATION, event.source):
        return event.source
    return [*event.source, *article.of_kind(ActorKind.ORGANIZATION, draft.source)]


def _target_of_both(article: AnnotatedArticle, event: Draft, draft: Draft) -> list[str]:
    """The event's own target, with the people or the things that only the other mention names.

    The house and the family of "Rebels shelled a house. They killed a family in the shelling."
    """
    if draft.report and not event.coding.kind.harms_people:
        return event.target  # an arrest or a protest has other targets than those who came to harm
    known = (*event.source, *event.target)
    more = [actor for actor in draft.target if actor not in known]
    things = article.of_kind(ActorKind.OBJECT, event.target)
    if len(things) == len(event.target) or _are_members_harmed(article, event, draft):
        return [*event.target, *more]
    if draft.predicate in word_class("damaging") and draft.trigger.dep_ == "conj":
        return [*event.target, *more]
    if things:
        return event.target
    return [*event.target, *article.of_kind(ActorKind.OBJECT, more)]  # people: only things are new


def _are_members_harmed(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """Whether a clause in the sentence of an attack on a body tells who of it came to harm.

    The soldiers of "rebels ambushed an army patrol, killing seven soldiers".
    """
    if draft.sentence != event.sentence or not tells_result(draft) or draft.trigger.dep_ != "advcl":
        return False
    bodies = article.of_kind(ActorKind.ORGANIZATION, event.target)
    return len(bodies) == len(event.target) and bool(article.of_kind(ActorKind.PEOPLE, draft.target))


def _coding_of_both(event: Draft, draft: Draft) -> Coding:
    """The event's own coding, with the means that only the other mention tells: "was killed", "the bombing"."""
    own, other = event.coding, draft.coding
    if other.kind is not own.kind and other.kind.is_a(own.kind):
        return _with_finer_kind(own, other)
    if not _may_be_finer(own):
        return own
    if not own.kind.is_a(other.kind) or other.manner not in own.kind.means:
        return own
    mode = other.manner if own.mode == own.manner else own.mode  # a name of the user's own stays
    return replace(own, mode=mode, manner=other.manner, cameo=own.kind.cameo or other.cameo)


def _may_be_finer(coding: Coding) -> bool:
    """Whether a coding says nothing of the means, or what gives way to them: "was killed".

    True of "was killed", to which "the bombing" adds explosives; not of "was shot".
    """
    return coding.manner is None or coding.manner in coding.kind.gives_way


def _with_finer_kind(own: Coding, other: Coding) -> Coding:
    """ "The attack", which was one on health care."""
    return replace(
        own,
        kind=other.kind,
        mode=other.mode or own.mode,
        manner=own.manner or other.manner,
        cameo=other.cameo,
        acled=other.acled,
    )


def _vouches(event: Draft, draft: Draft) -> bool:
    """Whether the article itself tells what another mention reports; "a child was hurt" does not tell by whom."""
    if draft.layout or (event.modality, draft.modality) != (Modality.REPORTED, Modality.ASSERTED):
        return False
    if draft.source or not event.source:
        return True
    return not tells_result(draft)


def _finer(article: AnnotatedArticle, one: str | None, other: str | None) -> str | None:
    """The smaller of two places: the town, not its region; the first of two alike.

    Homs of Homs and Syria, whichever mention names it.
    """
    first, second = article.places.get(one or ""), article.places.get(other or "")
    if first is None or second is None:
        return one or other
    is_finer = _width(second) < _width(first)
    return other if is_finer else one


def _width(place: Place) -> int:
    """How wide a place is, from 0 for a town."""
    return _FINENESS.get(place.kind, 0)
