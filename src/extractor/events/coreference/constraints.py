"""Whether nothing says that two drafts are of different events."""

from datetime import timedelta
from math import cos, hypot, radians

from extractor.events.coding import MEANS, VIOLENT
from extractor.events.coreference.mention_features import tells_harm, tied
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.triggers import word_classes
from extractor.records import Actor, ActorKind, Modality, Place
from extractor.syntax import frame_of

_PLAIN = MEANS | {None, "targeted", "destroy"}
NEAR = 0.27  # degrees, 30 km
_CAMPS = (frozenset(("GOV", "MIL", "COP")), frozenset(("REB", "UAF", "OPP")), frozenset(("CVL", "EDU", "LAB", "REF")))


def compatible(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """Whether type, certainty, sides, place, days and mode allow that a draft tells of an event."""
    if event.coding.type != draft.coding.type and not draft.report:
        return False
    if event.polarity is not draft.polarity and Modality.DENIED not in (event.modality, draft.modality):
        return False
    if Modality.HYPOTHETICAL in (event.modality, draft.modality) and event.modality is not draft.modality:
        return False
    one_source = not (event.source and draft.source)
    if (draft.noun or (tells_harm(draft) and one_source)) and tied(article, event, draft):
        return _agree_modes(event, draft)
    return (
        not _count_different_things(event, draft)
        and _agree_actors(article, event.source, draft.source)
        and not _one_and_many(article, event, draft)
        and (tells_harm(draft) or tells_harm(event) or _agree_actors(article, event.target, draft.target))
        and _agree_places(article.places.get(event.place or ""), article.places.get(draft.place or ""))
        and agree_days(event, draft)
        and _agree_modes(event, draft)
    )


def _count_different_things(event: Draft, draft: Draft) -> bool:
    """ "Fired 12 rounds" and "fired 31 rounds" are two acts."""
    things = [frame_of(one.trigger).patient for one in (event, draft) if not one.noun]
    counted = [thing for thing in things if thing is not None and thing.lemma_ in word_classes()["weapon"]]
    if len(counted) < 2 or counted[0].lemma_ != counted[1].lemma_:
        return False
    numbers = [next((c.lower_ for c in thing.lefts if c.dep_ == "nummod"), None) for thing in counted]
    return None not in numbers and numbers[0] != numbers[1]


def _agree_actors(article: AnnotatedArticle, one: list[str], other: list[str]) -> bool:
    if not one or not other or set(one) & set(other):
        return True
    first, second = ([article.actors[a] for a in side if a in article.actors] for side in (one, other))
    return any(_same_camp(a, b) for a in first for b in second)


def _one_and_many(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """A president who flees and an army that does: of violence and arrests either may stand for the other."""
    if event.coding.type in VIOLENT or set(event.source) & set(draft.source):
        return False
    named = [any(_is_named(article.actors[a]) for a in one.source) for one in (event, draft) if one.source]
    return len(named) > 1 and named[0] != named[1]


def _is_named(actor: Actor) -> bool:
    return actor.kind is ActorKind.PERSON and not _is_described(actor)


def _same_camp(one: Actor, other: Actor) -> bool:
    """Whether two descriptions can be of one actor: "troops" and "the Syrian army", "rebels" and "the Front"."""
    if one.country and other.country and one.country != other.country:
        return False
    if one.kind is other.kind is ActorKind.PERSON:
        return _is_described(one) != _is_described(other)
    return any(one.sector in camp and other.sector in camp for camp in _CAMPS)


def _is_described(actor: Actor) -> bool:
    """Whether a person has no name: "a journalist"."""
    return actor.name.split()[-1].islower()


def _agree_places(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or one.id == other.id:
        return True
    if one.country_code != other.country_code:
        return False
    wide = ("country", "region", "district", "world_region")
    return one.kind in wide or other.kind in wide or _are_near(one, other)


def _are_near(one: Place, other: Place) -> bool:
    """Whether two places are a town and a quarter or a suburb of it, as far as their distance tells."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return hypot(one.latitude - other.latitude, east) < NEAR


def agree_days(one: Draft, other: Draft) -> bool:
    """Whether the days of two drafts overlap, or one has none."""
    if one.days is None or other.days is None:
        return True
    slack = timedelta(days=1 if one.definite or other.definite else 0)  # "last night" is also the early morning
    return one.days[0] <= other.days[1] + slack and other.days[0] <= one.days[1] + slack


def _agree_modes(one: Draft, other: Draft) -> bool:
    if one.coding.mode is None or other.coding.mode is None or one.coding.mode == other.coding.mode:
        return True
    # A deadly attack has its mode from one mention ("shelled") and a plainer one from another ("killed").
    plain = {one.coding.mode, other.coding.mode} <= _PLAIN
    return plain and (tells_harm(one) or tells_harm(other))
