"""Constraints: what forbids that a draft tells of an event again. Each answers whether it separates the two."""

from collections.abc import Callable
from datetime import timedelta
from itertools import product
from math import cos, hypot, radians

from extractor.document.tokens import Word
from extractor.events.arguments.instruments import is_weapon
from extractor.events.coreference.mention_features import tells_harm, tells_result
from extractor.events.coreference.mention_pair import MentionPair
from extractor.events.draft import Coding, Draft
from extractor.lexicon.sectors import sectors
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_classes
from extractor.records import Actor, ActorKind, Modality, Place
from extractor.syntax import frame_of, is_definite

Constraint = Callable[[MentionPair], bool]
NEAR = 0.27  # degrees, 30 km
UNREAL = frozenset((Modality.HYPOTHETICAL, Modality.INTENDED, Modality.DENIED))
_CAMPS = ("government_camp", "rebel_camp", "civilian_camp")
_ELSEWHEN = frozenset(("after", "before", "earlier", "later"))
_NARROWER = ({"explosives", "suicide-attack"}, {"aerial", "drone"})
_SETTING_APART = word_lists("events/words.txt")["setting apart"]
_ANSWERING = word_lists("events/words.txt")["answering"]
_BY_EFFECT = word_lists("events/words.txt")["by effect"]
_THOSE_OF_ACTS = word_lists("events/words.txt")["those of acts"]
_WIDE = frozenset(("country", "region", "district", "world_region"))


def are_separated(pair: MentionPair, constraints: tuple[Constraint, ...]) -> bool:
    """Whether one of some constraints separates the two.

    `are_separated(pair, KIND)` for "rebels shelled Homs" and "ministers met in Homs".
    """
    for separates in constraints:  # noqa: SIM110 - `any` costs twice as much, and an article has thousands of pairs
        if separates(pair):
            return True
    return False


def other_type(pair: MentionPair) -> bool:
    """Another type of act; a report of casualties fits every act.

    "Rebels shelled Homs" and "ministers met in Homs".
    """
    if pair.draft.report:
        return False
    one, other = pair.kinds
    return not one.may_be(other)


def other_polarity(pair: MentionPair) -> bool:
    """One took place and the other did not, unless somebody denies it.

    "Police arrested a journalist" and "police did not arrest a journalist"; not where "the police denied it".
    """
    if Modality.DENIED in (pair.event.modality, pair.draft.modality):
        return False
    return pair.event.polarity is not pair.draft.polarity


def only_supposed(pair: MentionPair) -> bool:
    """One is told as a fact or a plan, the other is merely supposed.

    "Rebels attacked the town" and "rebels may have attacked the town".
    """
    if pair.same_modality:
        return False
    return Modality.HYPOTHETICAL in (pair.event.modality, pair.draft.modality)


def only_planned(pair: MentionPair) -> bool:
    """One took place, the other is planned, supposed or denied.

    "Workers went on strike" and "workers will go on strike".
    """
    if pair.same_modality:
        return False
    return not UNREAL.isdisjoint((pair.event.modality, pair.draft.modality))


def other_things_fired(pair: MentionPair) -> bool:
    """Other numbers of things were fired.

    "Fired 12 rounds" and "fired 31 rounds" are two acts.
    """
    fired = [*_fired(pair.event), *_fired(pair.draft)]
    if len(fired) < 2 or fired[0].lemma_ != fired[1].lemma_:
        return False
    one, other = (thing.lefts.first("nummod") for thing in fired)
    if one is None or other is None:
        return False
    return one.lower_ != other.lower_


def _fired(draft: Draft) -> list[Word]:
    """What a verb says was fired or thrown: one thing at the most."""
    if draft.noun:
        return []
    thing = frame_of(draft.trigger).patient
    if thing is None or thing.lemma_ not in word_classes()["weapon"]:
        return []
    return [thing]


def other_source(pair: MentionPair) -> bool:
    """Somebody else did it.

    "The army shelled the town" and "rebels shelled the town"; not "troops" and "the Syrian army", who may be the same.
    """
    return not _may_be_same(pair, *pair.sides("source"))


def other_target(pair: MentionPair) -> bool:
    """It was done to somebody else; those who came to harm need not be those who were attacked.

    "Police arrested a journalist" and "police arrested a priest"; not "a bomb hit a bus" and "two monks were killed".
    """
    if any(map(tells_harm, pair.both)):
        return False
    return not _may_be_same(pair, *pair.sides("target"))


def person_and_group(pair: MentionPair) -> bool:
    """A president who flees and an army that does: of violence and arrests either may stand for the other.

    "Ann Ray left for Paris" and "troops left for Paris".
    """
    event, draft = pair.both
    if event.coding.kind.violent:
        return False
    if not event.source or not draft.source or set(event.source) & set(draft.source):
        return False
    return _has_name(pair, event) != _has_name(pair, draft)


def _has_name(pair: MentionPair, draft: Draft) -> bool:
    """Whether a person with a name did what a draft tells."""
    return any(map(_is_named, pair.actors(draft.source)))


def other_place(pair: MentionPair) -> bool:
    """Another town, or another country; a region may hold the other place, and a suburb is near its town.

    "A bomb went off in Homs" and "a bomb went off in Hama"; not "in Homs" and "in Syria", nor where those of the act
    come from or are taken: "the victims of the blast came from Hama".
    """
    one, other = pair.place(pair.event), pair.place(pair.draft)
    if one is None or other is None or one.id == other.id or _says_whose_place(pair.draft.trigger):
        return False
    if one.country_code != other.country_code:
        return True
    if _may_hold_the_other(one, other):
        return False
    return not _are_near(one, other)


def _says_whose_place(act: Word) -> bool:
    """Whether a noun for an act only says of which people something is told.

    "Blast" of "the victims of the blast", "raid" of "two suspects in the raid"; not of "the damage of the blast"
    nor of "the victims of the blast in Hama".
    """
    if not act.is_behind("of", "in") or not is_definite(act) or act.rights.has("prep"):
        return False
    return act.head.head.lemma_ in _THOSE_OF_ACTS


def _may_hold_the_other(one: Place, other: Place) -> bool:
    """Whether one of two places is a region or the like, in which the other may lie."""
    return one.kind in _WIDE or other.kind in _WIDE


def other_days(pair: MentionPair) -> bool:
    """Days that do not overlap; "last night" is also the early morning."""
    event, draft = pair.both
    if event.days is None or draft.days is None:
        return False
    first, second = sorted((event.days, draft.days))
    is_same_night_possible = event.definite or draft.definite
    slack = timedelta(days=1) if is_same_night_possible else timedelta(0)
    return second[0] > first[1] + slack


def other_mode(pair: MentionPair) -> bool:
    """Another mode; a deadly attack may have its own from "shelled" and a plainer one from "killed"."""
    codings = [draft.coding for draft in pair.both]
    if any(coding.kind.demands or coding.kind.resists for coding in codings):
        return False  # what is asked can be told in many words
    if not _are_two_modes({coding.manner for coding in codings}):
        return False
    if all(map(_has_means, codings)) and (pair.tied or _names_loosely(pair.draft)):
        return False
    if all(map(_is_mode_of_violence, codings)):
        return not any(map(tells_harm, pair.both))
    return True


def _names_loosely(draft: Draft) -> bool:
    """Whether a mention names a known act by what it did, whatever it was done with.

    "The bombing" after "an air strike", "the blast" after "a drone hit", "had been bombed"; not "a bombing".
    """
    if draft.predicate not in _BY_EFFECT:
        return False
    return draft.definite if draft.noun else not draft.source


def _are_two_modes(modes: set[str | None]) -> bool:
    """Whether both have a mode, and neither is a kind of the other's.

    "Aerial" and "firearms" are two; "explosives" and "suicide-attack" are not, nor are "aerial" and none.
    """
    if None in modes or len(modes) == 1:
        return False
    return modes not in _NARROWER


def _is_mode_of_violence(coding: Coding) -> bool:
    """Whether the mode says how violence was done: with what, or plainly that it was."""
    if coding.manner in coding.kind.means:
        return True
    return coding.manner in coding.kind.plain


def _has_means(coding: Coding) -> bool:
    """Whether the mode says with what it was done: "aerial", "explosives"."""
    return coding.manner in coding.kind.means


def abducted_or_hurt(pair: MentionPair) -> bool:
    """Being taken and being hurt are two things that happen to one person.

    "Gunmen kidnapped the mayor" and "the mayor was wounded".
    """
    one, other = (draft.coding.manner in draft.coding.kind.once_a_person for draft in pair.both)
    return one != other


def beside_in_one_breath(pair: MentionPair) -> bool:
    """ "Attacked a post and burned a farm": coordinated verbs tell of two acts, unless the second is the result."""
    if pair.draft.trigger.dep_ != "conj" or not pair.tied:
        return False
    return not tells_result(pair.draft) and not _is_done_by_act(pair)


def _is_done_by_act(pair: MentionPair) -> bool:
    """Whether the noun of the event is what did it.

    "The shelling killed two and damaged a school".
    """
    agent = frame_of(pair.draft.trigger).agent
    return agent is not None and agent.i in pair.event.words


def result_of_another_act(pair: MentionPair) -> bool:
    """ "Were killed in clashes": the act of a result that its sentence names anew."""
    event, draft = pair.both
    if draft.layout or event.layout:
        return False
    if not tells_result(draft):
        return False
    return any(_is_told_anew(pair.article.words[i]) for i in draft.links)


def _is_told_anew(word: Word) -> bool:
    """Whether a word is a noun for an act that is not known yet: "clashes", not "the clashes"."""
    if word.pos_ != "NOUN":
        return False
    return not is_definite(word)


def others_taken_than_hurt(pair: MentionPair) -> bool:
    """ "Kidnapped a pilot, killed a guard and hurt two": who is taken and who comes to harm are not the same."""
    return abducted_or_hurt(pair) and other_things_or_people(pair)


def answered_by_it(pair: MentionPair) -> bool:
    """One is done for the other.

    "In revenge for an attack", "executed for the bombing".
    """
    act = pair.draft.trigger
    if not act.is_behind("for", "over"):
        return False
    answer = act.head.head
    return answer.lemma_ in _ANSWERING or answer.i in pair.event.words


def said_to_be_another(pair: MentionPair) -> bool:
    """ "Another attack", "charged him again", "a day later they charged him with fraud", "a second missile hit"."""
    trigger = pair.draft.trigger
    return any(map(_sets_apart, trigger.children)) or any(map(_is_another_weapon, _doers_and_done(trigger)))


def other_things_or_people(pair: MentionPair) -> bool:
    """Other things than the event's are hit, or other people, even where people came to harm.

    "Youths burned a van" and "youths threw stones at a bus", which `other_target` lets pass; not "a bomb hit a bus"
    and "two monks were killed".
    """
    one, other = pair.sides("target")
    objects = [pair.article.of_kind(ActorKind.OBJECT, side) for side in (one, other)]
    people = [pair.article.not_of_kind(ActorKind.OBJECT, side) for side in (one, other)]
    return not _may_be_same(pair, *objects) or not _may_be_same(pair, *people)


def dated_anew(pair: MentionPair) -> bool:
    """A day of its own where the event has none.

    "Troops shot a boy", and in the next sentence "on Friday they fired at a house".
    """
    event, draft = pair.both
    return draft.days is not None and event.days is None and pair.distance > 0


KIND: tuple[Constraint, ...] = (other_type, other_polarity)
SURE: tuple[Constraint, ...] = (*KIND, only_supposed, other_mode, answered_by_it)
ALL: tuple[Constraint, ...] = (
    *SURE, other_things_fired, other_source, person_and_group, other_target, other_place, other_days,
)  # fmt: skip


def _may_be_same(pair: MentionPair, one: list[str], other: list[str]) -> bool:
    """Whether those of one side can be those of another: one of them is both, or described in other words."""
    if not one or not other or set(one) & set(other):
        return True
    for actor, its_match in product(pair.actors(one), pair.actors(other)):
        if _same_camp(actor, its_match) or _same_noun(pair, actor, its_match):
            return True
    return False


def _are_of_two_countries(one: Actor, other: Actor) -> bool:
    """Whether both are of a known country, and not the same."""
    if one.country is None or other.country is None:
        return False
    return one.country != other.country


def _same_noun(pair: MentionPair, one: Actor, other: Actor) -> bool:
    """Whether two descriptions have one head noun: "a gang of youths", "100 youths"."""
    if _are_of_two_countries(one, other):
        return False
    if not _is_described(one) and not _is_described(other):
        return False
    nouns = pair.article.nouns
    return not nouns.get(one.id, frozenset()).isdisjoint(nouns.get(other.id, frozenset()))


def _doers_and_done(trigger: Word) -> list[Word]:
    """The nouns for who or what acts and is acted on."""
    return frame_of(trigger).participants("agent", "patient")


def _is_another_weapon(noun: Word) -> bool:
    """ "A second missile"; not "another six people", who may have come to harm in the same act."""
    return is_weapon(noun) and noun.lefts.has_form("another", "second", "third")


def _sets_apart(word: Word) -> bool:
    """Whether a modifier of an act says that it was not the first, or that it came before or after another."""
    if word.lower_ in _SETTING_APART:
        return True
    if word.dep_ == "npadvmod":  # "a day before his release"
        return word.rights.has_form(*_ELSEWHEN)
    if word.lower_ in _ELSEWHEN:
        return word.lefts.has("npadvmod")
    return False


def _is_named(actor: Actor) -> bool:
    """Whether an actor is a person with a name.

    "Ann Ray", not "a journalist".
    """
    if actor.kind is not ActorKind.PERSON:
        return False
    return not _is_described(actor)


def _same_camp(one: Actor, other: Actor) -> bool:
    """Whether two descriptions can be of one actor: "troops" and "the Syrian army", "rebels" and "the Front"."""
    if _are_of_two_countries(one, other):
        return False
    if one.kind is other.kind is ActorKind.PERSON:
        return _is_described(one) != _is_described(other)
    return any({one.sector, other.sector} <= sectors(camp) for camp in _CAMPS)


def _is_described(actor: Actor) -> bool:
    """Whether a person has no name.

    "A journalist", not "Ann Ray".
    """
    return actor.name.split()[-1].islower()


def _are_near(one: Place, other: Place) -> bool:
    """Whether two places are a town and a quarter or a suburb of it, as far as their distance tells.

    True of Gao and a suburb 5 km away, not of Gao and Timbuktu, which are 320 km apart.
    """
    if one.latitude is None or one.longitude is None:
        return False
    if other.latitude is None or other.longitude is None:
        return False
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return hypot(one.latitude - other.latitude, east) < NEAR
