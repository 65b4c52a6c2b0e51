"""Preferences: what speaks for it that a draft tells of an event again, with the constraints each must keep."""

from collections.abc import Callable
from dataclasses import dataclass

from extractor.events.coreference import constraints as forbid
from extractor.events.coreference.constraints import UNREAL, Constraint
from extractor.events.coreference.mention_features import (
    is_bare,
    is_definite,
    is_fatal,
    length_of,
    tells_harm,
)
from extractor.events.coreference.mention_pair import MentionPair
from extractor.events.draft import Draft
from extractor.events.grounding.days import WEEK
from extractor.records import ActorKind, Modality
from extractor.syntax import frame_of, word_class

# How many sentences a casualty report or "the attack" may stand after its event.
NEAR = 2
DESCRIBED = 8
FAR = 15  # the same for a description that says nothing else
LEAD = 4  # sentences from a headline to what it tells of
_SAID = frozenset((Modality.REPORTED, Modality.ALLEGED))


def headline_toll(pair: MentionPair) -> bool:
    """A headline gives the toll of an act of the lead, in whatever words for those who did it."""
    counts = [(pair.event.counts[slot][0].low, pair.draft.counts[slot][0].low) for slot in pair.shared_slots]
    return _in_lead(pair) and any(one == other for one, other in counts)


def same_doers(pair: MentionPair) -> bool:
    """More of what "the attackers" or "the protesters" of an event just told did."""
    agent = frame_of(pair.draft.trigger).agent
    again = agent is not None and agent.lemma_ in word_class("doers") and is_definite(agent)
    if not again or not _goes_on(pair) or pair.shared_slots:
        return False
    return pair.draft.days in (None, pair.event.days) and pair.draft.place in (None, pair.event.place)


def same_breath(pair: MentionPair) -> bool:
    """What they did in one breath, of one mode: "threw stones and burned tyres"."""
    if not pair.in_one_breath or not pair.draft.source or not _goes_on(pair) or not pair.same_mode:
        return False
    return pair.draft.source == pair.event.source and not (pair.draft.target and pair.event.target)


def same_victim(pair: MentionPair) -> bool:
    """What was done to one person, which is told in many words: "was shot", "the attack on him"."""
    persons = any(actor.kind is ActorKind.PERSON for actor in pair.common_targets)
    return persons and all(kind.harms_people for kind in pair.kinds)


def tied_by_syntax(pair: MentionPair) -> bool:
    """ "The strike killed nine", "an attack in which nine were killed"."""
    return pair.tied


def tied_result(pair: MentionPair) -> bool:
    """The same of a noun and of a result, for which nothing else need agree."""
    one_source = not (pair.event.source and pair.draft.source)
    return pair.tied and (pair.draft.noun or (tells_harm(pair.draft) and one_source))


def verb_pair(pair: MentionPair) -> bool:
    """Two verbs with one object: "arrested and detained", "was found guilty and sentenced"."""
    if not pair.in_one_breath or pair.draft.noun:
        return False
    patient = frame_of(pair.draft.trigger).patient
    return patient is not None and patient == frame_of(pair.draft.trigger.head).patient


def results_in_one_breath(pair: MentionPair) -> bool:
    """ "One was killed and two shops were damaged": results that a sentence tells together."""
    both = pair.in_one_breath and all(map(tells_harm, pair.both))
    return both and not (pair.event.source and pair.draft.source)


def act_of_result(pair: MentionPair) -> bool:
    """ "Two were killed, the police said, in an attack": the act that the sentence of a result names."""
    event, draft = pair.both
    if not draft.noun or draft.definite or not draft.coding.kind.harms_people or draft.sentence != event.sentence:
        return False
    return tells_harm(event) and not event.noun and not draft.layout and not (draft.source and event.source)


def suffered_once(pair: MentionPair) -> bool:
    """Somebody is killed once in an article, and kidnapped or arrested once."""
    if not pair.common_targets:
        return False
    if pair.same_mode and pair.event.coding.mode in pair.event.coding.kind.once_a_person:
        return True
    return pair.event.coding.kind.harms_people and all(map(is_fatal, pair.both))


def same_thing_hit(pair: MentionPair) -> bool:
    """Both hit one building or vehicle: "a bomb exploded at a bank", "the bank burned"."""
    both = all(kind.hits_things for kind in pair.kinds)
    return both and any(actor.kind is ActorKind.OBJECT for actor in pair.common_targets)


def denial(pair: MentionPair) -> bool:
    """A denial of what was just told, in whatever words."""
    if pair.draft.modality is not Modality.DENIED or not pair.same_mode or pair.distance > DESCRIBED:
        return False
    return not pair.draft.target or not set(pair.draft.target).isdisjoint(pair.event.target)


def headline_of_lead(pair: MentionPair) -> bool:
    """A headline and what stands right below it."""
    return _in_lead(pair)


def headline_or_caption(pair: MentionPair) -> bool:
    """A headline or a caption that shares a side, a place, a day or a word with an event."""
    layout = pair.draft.layout or pair.event.layout
    return layout and (_shares(pair) or pair.draft.predicate == pair.event.predicate)


def definite_description(pair: MentionPair) -> bool:
    """ "The attack", "this massacre"."""
    reach = FAR if is_bare(pair.draft) else DESCRIBED
    return _in_body(pair) and pair.draft.definite and pair.distance <= reach


def bare_noun(pair: MentionPair) -> bool:
    """ "Attack" without anything that says which, right behind an event."""
    return _in_body(pair) and pair.draft.noun and not pair.draft.argued and pair.distance <= NEAR


def harm_right_after(pair: MentionPair) -> bool:
    """A result without a doer, right behind an act: "Two windows were shattered"."""
    suffered = tells_harm(pair.draft) and not pair.draft.source
    return _in_body(pair) and suffered and pair.distance <= NEAR and _counts_fit(pair)


def same_occasion(pair: MentionPair) -> bool:
    """Arrests, or kidnappings, in one place within days that overlap."""
    if not _in_body(pair) or not pair.same_mode or pair.draft.coding.mode not in pair.draft.coding.kind.once_a_person:
        return False
    short = all(length_of(draft) <= WEEK for draft in pair.both)
    return short and pair.draft.place is not None and pair.draft.place == pair.event.place


def once_only(pair: MentionPair) -> bool:
    """A town changes hands once in an article: its capture, its fall and the seizure of it are one event."""
    places = [pair.place(draft) for draft in pair.both]
    in_towns = all(place is not None and place.kind == "city" for place in places)
    coding = pair.draft.coding
    return _in_body(pair) and in_towns and pair.same_mode and coding.mode in coding.kind.once_a_town


def same_word(pair: MentionPair) -> bool:
    """The same verb or noun, or one of its stem, with a side, a place or a day in common."""
    one, other = pair.event.predicate, pair.draft.predicate
    alike = one == other or _same_stem(one, other)
    return _in_body(pair) and alike and _shares(pair) and not _other_numbers(pair)


def same_parties(pair: MentionPair) -> bool:
    """The same did it to the same."""
    return bool(pair.common_targets) and _meet(*pair.sides("source"))


def same_means(pair: MentionPair) -> bool:
    """Harm done by the means of an event just told: "was shot dead", "fired at him from a car"."""
    kind, manner = pair.event.coding.kind, pair.event.coding.manner
    tells_how = manner is not None and manner not in kind.plain | kind.once_a_person
    return kind.harms_people and tells_how and pair.draft.coding.manner == manner and _in_body(pair) and _are_near(pair)


def parties_alike(pair: MentionPair) -> bool:
    """Both sides once more in other words: "guards fired at Indians", "guardsmen attacked the villagers"."""
    sides = [side for slot in ("source", "target") for side in pair.sides(slot)]
    crowds = pair.event.coding.kind.voices_demands and not _meet(*pair.sides("source"))
    return all(sides) and not crowds and _in_body(pair) and _are_near(pair)


def said_in_other_words(pair: MentionPair) -> bool:
    """A speaker's own words right after an act of words: "called for calm. ``We should wait,'' he said"."""
    quoted = any(claim.quoted for claim in pair.draft.claims) and pair.draft.coding.kind.verbal
    return quoted and pair.distance <= NEAR and _meet(pair.event.source, pair.draft.source)


@dataclass(frozen=True, slots=True)
class Preference:
    """Why two mentions may be one event, and what must not stand against it."""

    test: Callable[[MentionPair], bool]
    unless: tuple[Constraint, ...] = forbid.ALL

    @property
    def name(self) -> str:
        """The name of the test in plain words."""
        return self.test.__name__.replace("_", " ")

    def joins(self, pair: MentionPair) -> bool:
        """Whether it holds for a pair and nothing forbids it."""
        return self.test(pair) and not any(separates(pair) for separates in self.unless)


_APART = (*forbid.ALL, forbid.beside_in_one_breath)
_NO_OTHER_ACT = (*_APART, forbid.result_of_another_act, forbid.said_to_be_another)
PREFERENCES = (
    Preference(headline_toll, forbid.KIND),
    Preference(same_doers, forbid.KIND),
    Preference(same_breath, forbid.KIND),
    Preference(same_victim, (*forbid.KIND, forbid.only_planned, forbid.abducted_or_hurt, forbid.other_days)),
    Preference(tied_result, (*forbid.SURE, forbid.beside_in_one_breath)),
    Preference(tied_by_syntax, _APART),
    Preference(verb_pair),
    Preference(results_in_one_breath),
    Preference(act_of_result, _APART),
    *(
        Preference(test, _NO_OTHER_ACT)
        for test in (
            suffered_once, same_thing_hit, denial, headline_of_lead, headline_or_caption, definite_description,
            bare_noun, harm_right_after, same_occasion, once_only, same_word, same_parties, said_in_other_words,
            same_means, parties_alike,
        )
    ),
)  # fmt: skip


def _goes_on(pair: MentionPair) -> bool:
    """Whether a draft right behind an event can tell more of it."""
    near = 0 <= pair.draft.sentence - pair.event.sentence <= NEAR
    verb = not pair.draft.noun and not pair.draft.layout
    return near and verb and pair.draft.coding.kind.goes_on and pair.draft.modality not in UNREAL


def _are_near(pair: MentionPair) -> bool:
    return pair.distance <= DESCRIBED and pair.draft.modality not in UNREAL


def _in_body(pair: MentionPair) -> bool:
    return not (pair.draft.layout or pair.event.layout)


def _in_lead(pair: MentionPair) -> bool:
    """Whether an event of the body stands right below a headline."""
    below = pair.event.sentence - pair.draft.sentence in range(LEAD)
    return pair.draft.layout and not pair.event.layout and below


def _counts_fit(pair: MentionPair) -> bool:
    """Whether a result gives other counts than those that are known, the same again, more people, or a rival's."""
    event, draft = pair.both
    rival = pair.distance == 0 and draft.modality in _SAID
    return draft.further or rival or all(_first(event, slot)[0] == _first(draft, slot)[0] for slot in pair.shared_slots)


def _other_numbers(pair: MentionPair) -> bool:
    """ "Arrested 25 people" and "arrested 39 men" are two acts."""
    pairs = [(_first(pair.event, slot), _first(pair.draft, slot)) for slot in pair.shared_slots]
    return any(one != other and one[0] == one[1] and other[0] == other[1] for one, other in pairs)


def _first(draft: Draft, slot: str) -> tuple[int | None, int | None]:
    count = draft.counts[slot][0]
    return count.low, count.high


def _same_stem(one: str, other: str) -> bool:
    return len(one) > 4 and one[:5] == other[:5]


def _shares(pair: MentionPair) -> bool:
    """At least one actor, place or day in common."""
    one, other = pair.both
    if any(_meet(*pair.sides(slot)) for slot in ("source", "target")):
        return True
    return bool((one.place and one.place == other.place) or (one.days and one.days == other.days))


def _meet(one: list[str], other: list[str]) -> bool:
    return not set(one).isdisjoint(other)
