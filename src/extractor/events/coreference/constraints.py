"""Constraints: what forbids that a draft tells of an event again. Each answers whether it separates the two."""

from collections.abc import Callable
from datetime import timedelta
from itertools import product
from math import cos, hypot, radians

from extractor.document.tokens import Word
from extractor.events.coding import Coding
from extractor.events.coreference.mention_features import is_definite, tells_harm, tells_result
from extractor.events.coreference.mention_pair import MentionPair
from extractor.events.draft import Draft
from extractor.lexicon.sectors import sectors
from extractor.lexicon.word_classes import word_classes
from extractor.records import Actor, ActorKind, Modality, Place
from extractor.syntax import frame_of

Constraint = Callable[[MentionPair], bool]
NEAR = 0.27  # degrees, 30 km
UNREAL = frozenset((Modality.HYPOTHETICAL, Modality.INTENDED, Modality.DENIED))
_CAMPS = ("government_camp", "rebel_camp", "civilian_camp")
_ELSEWHEN = frozenset(("after", "before", "earlier", "later"))
_NARROWER = ({"explosives", "suicide-attack"}, {"aerial", "drone"})
_WIDE = frozenset(("country", "region", "district", "world_region"))


def other_type(pair: MentionPair) -> bool:
    """Another type of act; a report of casualties fits every act."""
    one, other = pair.kinds
    return not one.may_be(other) and not pair.draft.report


def other_polarity(pair: MentionPair) -> bool:
    """One took place and the other did not, unless somebody denies it."""
    denied = Modality.DENIED in (pair.event.modality, pair.draft.modality)
    return pair.event.polarity is not pair.draft.polarity and not denied


def only_supposed(pair: MentionPair) -> bool:
    """One is told as a fact or a plan, the other is merely supposed."""
    modalities = {pair.event.modality, pair.draft.modality}
    return Modality.HYPOTHETICAL in modalities and len(modalities) > 1


def only_planned(pair: MentionPair) -> bool:
    """One took place, the other is planned, supposed or denied."""
    modalities = {pair.event.modality, pair.draft.modality}
    return len(modalities) > 1 and not modalities.isdisjoint(UNREAL)


def other_things_fired(pair: MentionPair) -> bool:
    """ "Fired 12 rounds" and "fired 31 rounds" are two acts."""
    counted = [thing for one in pair.both if not one.noun for thing in _weapons_of(one)]
    if len(counted) < 2 or counted[0].lemma_ != counted[1].lemma_:
        return False
    one, other = (thing.lefts.first("nummod") for thing in counted[:2])
    if one is None or other is None:
        return False
    return one.lower_ != other.lower_


def _weapons_of(draft: Draft) -> list[Word]:
    """What was fired or thrown."""
    weapons = word_classes()["weapon"]
    return [thing for thing in frame_of(draft.trigger).participants("patient") if thing.lemma_ in weapons]


def other_source(pair: MentionPair) -> bool:
    """Somebody else did it."""
    return not _may_be_same(pair, *pair.sides("source"))


def other_target(pair: MentionPair) -> bool:
    """It was done to somebody else; those who came to harm need not be those who were attacked."""
    if any(map(tells_harm, pair.both)):
        return False
    return not _may_be_same(pair, *pair.sides("target"))


def person_and_group(pair: MentionPair) -> bool:
    """A president who flees and an army that does: of violence and arrests either may stand for the other."""
    if pair.event.coding.kind.violent or set(pair.event.source) & set(pair.draft.source):
        return False
    sources = [pair.actors(one.source) for one in pair.both if one.source]
    named = {any(map(_is_named, actors)) for actors in sources}
    return len(named) > 1


def other_place(pair: MentionPair) -> bool:
    """Another town, or another country."""
    one, other = (pair.place(draft) for draft in pair.both)
    if one is None or other is None or one.id == other.id:
        return False
    if one.country_code != other.country_code:
        return True
    is_wide = not _WIDE.isdisjoint((one.kind, other.kind))
    return not is_wide and not _are_near(one, other)


def other_days(pair: MentionPair) -> bool:
    """Days that do not overlap; "last night" is also the early morning."""
    event, draft = pair.both
    if event.days is None or draft.days is None:
        return False
    slack = timedelta(days=1 if event.definite or draft.definite else 0)
    first, second = sorted((event.days, draft.days))
    return second[0] > first[1] + slack


def other_mode(pair: MentionPair) -> bool:
    """Another mode; a deadly attack may have its own from "shelled" and a plainer one from "killed"."""
    codings = [draft.coding for draft in pair.both]
    modes = {coding.manner for coding in codings}
    if None in modes or len(modes) == 1 or modes in _NARROWER:
        return False
    if pair.tied and all(map(_has_means, codings)):
        return False
    is_violence = all(coding.manner in coding.kind.means | coding.kind.plain for coding in codings)
    return not is_violence or not any(map(tells_harm, pair.both))


def _has_means(coding: Coding) -> bool:
    """Whether the mode says with what it was done: "aerial", "explosives"."""
    return coding.manner in coding.kind.means


def abducted_or_hurt(pair: MentionPair) -> bool:
    """Being taken and being hurt are two things that happen to one person."""
    taken = [draft.coding.manner in draft.coding.kind.once_a_person for draft in pair.both]
    return taken[0] != taken[1]


def beside_in_one_breath(pair: MentionPair) -> bool:
    """ "Attacked a post and burned a farm": coordinated verbs tell of two acts, unless the second is the result."""
    return pair.tied and pair.draft.trigger.dep_ == "conj" and not tells_result(pair.draft)


def result_of_another_act(pair: MentionPair) -> bool:
    """ "Were killed in clashes": the act of a result that its sentence names anew."""
    event, draft = pair.both
    if draft.layout or event.layout or not tells_result(draft):
        return False
    linked = (pair.article.words[i] for i in draft.links)
    nouns = [word for word in linked if word.pos_ == "NOUN"]
    return not all(map(is_definite, nouns))


def said_to_be_another(pair: MentionPair) -> bool:
    """ "Another attack", "charged him again", "a day later they charged him with fraud"."""
    return any(_sets_apart(child) for child in pair.draft.trigger.children)


KIND: tuple[Constraint, ...] = (other_type, other_polarity)
SURE: tuple[Constraint, ...] = (*KIND, only_supposed, other_mode)
ALL: tuple[Constraint, ...] = (
    *SURE, other_things_fired, other_source, person_and_group, other_target, other_place, other_days,
)  # fmt: skip


def _may_be_same(pair: MentionPair, one: list[str], other: list[str]) -> bool:
    """Whether those of one side can be those of another: one of them is both, or described in other words."""
    if not one or not other or set(one) & set(other):
        return True
    together = product(pair.actors(one), pair.actors(other))
    return any(_same_camp(a, b) or _same_noun(pair, a, b) for a, b in together)


def _are_of_two_countries(one: Actor, other: Actor) -> bool:
    """Whether both are of a known country, and not the same."""
    return None not in (one.country, other.country) and one.country != other.country


def _same_noun(pair: MentionPair, one: Actor, other: Actor) -> bool:
    """Whether two descriptions have one head noun: "a gang of youths", "100 youths"."""
    if _are_of_two_countries(one, other) or not (_is_described(one) or _is_described(other)):
        return False
    nouns = pair.article.nouns
    return not nouns.get(one.id, frozenset()).isdisjoint(nouns.get(other.id, frozenset()))


def _sets_apart(word: Word) -> bool:
    """Whether a modifier of an act says that it was not the first, or that it came before or after another."""
    if word.lower_ in ("another", "second", "third", "again"):
        return True
    if word.dep_ == "npadvmod":  # "a day before his release"
        return word.rights.has_form(*_ELSEWHEN)
    return word.lower_ in _ELSEWHEN and word.lefts.has("npadvmod")


def _is_named(actor: Actor) -> bool:
    """ "Ann Ray", not "a journalist"."""
    return actor.kind is ActorKind.PERSON and not _is_described(actor)


def _same_camp(one: Actor, other: Actor) -> bool:
    """Whether two descriptions can be of one actor: "troops" and "the Syrian army", "rebels" and "the Front"."""
    if _are_of_two_countries(one, other):
        return False
    if one.kind is other.kind is ActorKind.PERSON:
        return _is_described(one) != _is_described(other)
    return any({one.sector, other.sector} <= sectors(camp) for camp in _CAMPS)


def _is_described(actor: Actor) -> bool:
    """Whether a person has no name: "a journalist"."""
    return actor.name.split()[-1].islower()


def _are_near(one: Place, other: Place) -> bool:
    """Whether two places are a town and a quarter or a suburb of it, as far as their distance tells."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return hypot(one.latitude - other.latitude, east) < NEAR
