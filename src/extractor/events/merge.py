"""Told once: which drafts are the same event, and what the merged event keeps of each.

Two drafts are one event when nothing contradicts it and something speaks for it: syntax (the attack in "the attack
killed nine"), the same words (headline, caption, body), a definite description ("the killings"), or casualties that
follow an attack.
"""

from extractor.events.article import AnnotatedArticle
from extractor.events.draft import Draft
from extractor.events.quantities import casualty_words, is_result
from extractor.records import Actor, ActorKind, Modality, Place, Polarity
from extractor.words import Word

# How many sentences a casualty report or "the attack" may stand after its event.
NEAR = 2
DESCRIBED = 4
# How many events back a draft is compared with: more than an article holds, few enough for a book.
HORIZON = 300
_VIOLENT = frozenset(("ASSAULT", "COERCE", "PROTEST"))
_ONCE_A_PERSON = frozenset(("abduct", "arrest"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_ONCE = frozenset(("seize", "withdraw", "ceasefire", "resign"))
_CAMPS = (frozenset(("GOV", "MIL", "COP")), frozenset(("REB", "UAF", "OPP")), frozenset(("CVL", "EDU", "LAB", "REF")))


def merge(article: AnnotatedArticle, drafts: list[Draft]) -> list[Draft]:
    """Drafts in text order -> one for each event, in the order of their first claim in the body of the text."""
    ordered = sorted(drafts, key=lambda d: (d.report, d.layout, d.trigger.i))
    events: list[Draft] = []
    for draft in ordered:
        same = _told_of(article, draft, events) if draft.report else _same_event(article, draft, events)
        if same is None:
            if not draft.report:
                events.append(draft)
        elif draft.modality is Modality.DENIED and same.modality is not Modality.DENIED:
            _dispute(same, draft)
        else:
            _absorb(article, same, draft)
    return events


def _same_event(article: AnnotatedArticle, draft: Draft, events: list[Draft]) -> Draft | None:
    for event in reversed(events[-HORIZON:]):
        if _compatible(article, event, draft) and _evidence(article, event, draft):
            return event
    return None


def _told_of(article: AnnotatedArticle, report: Draft, events: list[Draft]) -> Draft | None:
    """The event whose casualties a report gives: one that syntax ties to it, else the nearest before it."""
    violent = [event for event in events if event.coding.type in _VIOLENT]
    tied = [e for e in violent if report.links & _trigger_tokens(article, e) or report.trigger.i in e.links]
    if tied:
        return tied[0]
    before = [e for e in violent if e.trigger.i < report.trigger.i and report.sentence - e.sentence <= NEAR]
    return _same_event(article, report, sorted(before, key=lambda e: (e.coding.type == "ASSAULT", e.trigger.i)))


def _compatible(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    if event.coding.type != draft.coding.type and not draft.report:
        return False
    if event.polarity is not draft.polarity and Modality.DENIED not in (event.modality, draft.modality):
        return False
    if Modality.HYPOTHETICAL in (event.modality, draft.modality) and event.modality is not draft.modality:
        return False
    if draft.noun and _tied(article, event, draft):
        return _agree_modes(event, draft)
    return (
        _agree_actors(article, event.source, draft.source)
        and (_is_result(draft) or _is_result(event) or _agree_actors(article, event.target, draft.target))
        and _agree_places(article.places.get(event.place or ""), article.places.get(draft.place or ""))
        and _agree_days(event, draft)
        and _agree_modes(event, draft)
    )


def _agree_actors(article: AnnotatedArticle, one: list[str], other: list[str]) -> bool:
    if not one or not other or set(one) & set(other):
        return True
    first, second = ([article.actors[a] for a in side if a in article.actors] for side in (one, other))
    return any(_same_camp(a, b) for a in first for b in second)


def _same_camp(one: Actor, other: Actor) -> bool:
    """Whether two descriptions can be of one actor: "troops" and "the Syrian army", "rebels" and "the Front"."""
    if one.country and other.country and one.country != other.country:
        return False
    return any(one.sector in camp and other.sector in camp for camp in _CAMPS)


def _agree_places(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or one.id == other.id:
        return True
    if one.country_code != other.country_code:
        return False
    wide = ("country", "region", "district", "world_region")
    return one.kind in wide or other.kind in wide


def _agree_days(one: Draft, other: Draft) -> bool:
    if one.days is None or other.days is None:
        return True
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def _agree_modes(one: Draft, other: Draft) -> bool:
    if one.coding.mode is None or other.coding.mode is None or one.coding.mode == other.coding.mode:
        return True
    # A deadly attack has its mode from one mention ("shelled") and a plainer one from another ("killed").
    plain = (None, "firearms", "explosives", "heavy-weapons", "aerial", "drone", "suicide-attack", "targeted")
    return one.coding.mode in plain and other.coding.mode in plain and (_is_result(one) or _is_result(other))


def _is_result(draft: Draft) -> bool:
    return draft.report or is_result(draft.predicate)


def _evidence(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    distance = abs(draft.sentence - event.sentence)
    if _tied(article, event, draft):
        return draft.trigger.dep_ != "conj" or _is_result(draft)
    if _of_another_act(article, event, draft):
        return False
    if _suffered_once(article, event, draft):
        return True
    if draft.layout or event.layout:
        return _shares(event, draft) or draft.predicate == event.predicate
    if draft.noun and draft.definite and distance <= DESCRIBED:
        return True
    if draft.noun and not draft.argued and distance <= NEAR:
        return True
    if _is_result(draft) and not draft.source and distance <= NEAR and not event.counts.keys() & draft.counts.keys():
        return True
    if _once_only(article, event, draft):
        return True
    if draft.predicate == event.predicate or _same_stem(draft.predicate, event.predicate):
        return _shares(event, draft)
    return False


def _tied(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """Whether syntax makes them one: "the strike killed nine", "repelled an attack"."""
    if draft.trigger.i in event.links:
        return True
    return bool(draft.links and draft.links & _trigger_tokens(article, event))


def _of_another_act(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """ "were killed in clashes": the act of a result that its sentence names anew."""
    acts = [article.words[i] for i in draft.links if article.words[i].pos_ == "NOUN"]
    return _is_result(draft) and any(not _is_definite(act) for act in acts) and not draft.layout and not event.layout


def _is_definite(noun: Word) -> bool:
    return any(child.lower_ in _DEFINITE or child.dep_ == "poss" for child in noun.lefts)


def _suffered_once(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """Somebody is killed once in an article, and kidnapped or arrested once."""
    if not set(event.target) & set(draft.target):
        return False
    if event.coding.mode == draft.coding.mode and event.coding.mode in _ONCE_A_PERSON:
        return True
    return event.coding.type == "ASSAULT" and _is_fatal(event) and _is_fatal(draft)


def _is_fatal(draft: Draft) -> bool:
    return "fatalities" in draft.counts or any(
        draft.predicate in casualty_words("fatalities", kind) for kind in ("verbs", "subjects", "acts")
    )


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


def _trigger_tokens(article: AnnotatedArticle, event: Draft) -> set[int]:
    return {article.trigger(claim).i for claim in event.claims}


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


def _dispute(event: Draft, denial: Draft) -> None:
    event.claims += denial.claims
    if denial.claimed_by and denial.claimed_by not in event.disputed_by:
        event.disputed_by.append(denial.claimed_by)
    event.reasons.append("denied in another claim")


def _absorb(article: AnnotatedArticle, event: Draft, draft: Draft) -> None:
    """Take over what the event lacks; what it has from the body or from a verb stays."""
    event.claims += draft.claims
    event.links |= draft.links
    event.source = event.source or draft.source
    if draft.report and event.coding.type != "ASSAULT":
        pass  # an arrest or a protest has other targets than those who came to harm
    elif not event.target or (draft.target and all(_is_thing(article, actor) for actor in event.target)):
        event.target = draft.target or event.target
    event.place = _finer(article, event.place, draft.place)
    if event.days is None or (draft.days is not None and _length(draft) < _length(event)):
        event.days = draft.days
    for slot, counts in draft.counts.items():
        event.counts.setdefault(slot, []).extend(counts)
    event.instruments += [i for i in draft.instruments if i not in event.instruments]
    if draft.modality is Modality.ASSERTED and event.modality is Modality.REPORTED and not draft.layout:
        event.modality, event.claimed_by = Modality.ASSERTED, None
    if (
        event.polarity is Polarity.NEGATIVE
        and event.modality is Modality.DENIED
        and draft.modality is not event.modality
    ):
        event.disputed_by += [event.claimed_by] if event.claimed_by else []
        event.polarity, event.modality, event.claimed_by = draft.polarity, draft.modality, draft.claimed_by


def _is_thing(article: AnnotatedArticle, actor: str) -> bool:
    return article.actors[actor].kind is ActorKind.OBJECT


def _length(draft: Draft) -> int:
    return (draft.days[1] - draft.days[0]).days if draft.days else 10**6


def _finer(article: AnnotatedArticle, one: str | None, other: str | None) -> str | None:
    rank = {"country": 2, "continent": 3, "world_region": 3, "region": 1, "district": 1}
    first, second = article.places.get(one or ""), article.places.get(other or "")
    if first is None or second is None:
        return one or other
    return other if rank.get(second.kind, 0) < rank.get(first.kind, 0) else one
