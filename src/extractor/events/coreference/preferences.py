"""Preferences: what speaks for it that a draft tells of an event again, with the constraints each must keep."""

from collections.abc import Callable
from dataclasses import dataclass

from extractor.document.tokens import Word
from extractor.events.coreference import constraints as forbid
from extractor.events.coreference.constraints import UNREAL, Constraint
from extractor.events.coreference.mention_features import (
    is_bare,
    is_fatal,
    length_of,
    tells_harm,
)
from extractor.events.coreference.mention_pair import MentionPair
from extractor.events.draft import Draft
from extractor.events.grounding.days import WEEK
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_class
from extractor.records import ActorKind, Modality
from extractor.syntax import SUBJECTS, frame_of, is_definite

# How many sentences a casualty report or "the attack" may stand after its event.
NEAR = 2
DESCRIBED = 8
FAR = 15  # the same for a description that says nothing else
LEAD = 4  # sentences from a headline to what it tells of
_ANY_PROTESTERS = word_lists("events/words.txt")["any protesters"]
_SAID = frozenset((Modality.REPORTED, Modality.ALLEGED))


def headline_toll(pair: MentionPair) -> bool:
    """A headline gives the toll of an act of the lead, in whatever words for those who did it.

    "Blast kills nine" above "A bomb killed nine people in Homs on Monday."
    """
    if not _in_lead(pair):
        return False
    return any(is_least_the_same(pair, slot) for slot in pair.shared_slots)


def same_doers(pair: MentionPair) -> bool:
    """More of what "the attackers" or "the protesters" of an event just told did.

    "Gunmen stormed a hotel. The attackers shot a cook."
    """
    return _hold(pair, _is_by_the_doers, _goes_on, _counts_nothing_again, _is_then_and_there)


def protest_goes_on(pair: MentionPair) -> bool:
    """More of what those of a protest or a meeting just told did, where no other day and place is given.

    "Teachers marched in Lima. They chanted slogans", "the president met union leaders. They discussed wages".
    """
    kind = pair.event.coding.kind
    if not (kind.voices_demands or kind.meets) or pair.draft.noun or pair.distance > NEAR:
        return False
    return _hold(pair, _in_body, _counts_nothing_again, _is_then_and_there, _is_by_a_party)


def same_breath(pair: MentionPair) -> bool:
    """What they did in one breath, of one mode: "threw stones and burned tyres".

    "Youths threw stones and burned tyres."
    """
    if not _hold(pair, _in_one_breath, _is_of_one_mode, _goes_on):
        return False
    if not pair.draft.source or pair.draft.source != pair.event.source:
        return False
    if not pair.draft.target:
        return True
    return not pair.event.target


def same_victim(pair: MentionPair) -> bool:
    """What was done to one person, which is told in many words: "was shot", "the attack on him".

    "Gunmen shot Ali Hassan. Bullets wounded Hassan in the leg."
    """
    one, other = pair.kinds
    if not one.harms_people or not other.harms_people:
        return False
    return any(actor.kind is ActorKind.PERSON for actor in pair.common_targets)


def tied_by_syntax(pair: MentionPair) -> bool:
    """ "The strike killed nine", "an attack in which nine were killed"."""
    return pair.tied


def tied_result(pair: MentionPair) -> bool:
    """The same of a noun and of a result, for which nothing else need agree.

    "The shelling killed nine", "nine were killed in the shelling".
    """
    if not pair.tied:
        return False
    if pair.draft.noun or _is_within(pair):
        return True
    if not tells_harm(pair.draft):
        return False
    return pair.has_one_source


def _is_within(pair: MentionPair) -> bool:
    """Whether a clause tells what happened in the act.

    "A raid in which two men were shot dead".
    """
    verb = pair.draft.trigger
    if verb.dep_ != "relcl" or verb.head.tag_ != "NN":  # "attacks in which a man was shot" were several
        return False
    return verb.head.i in pair.event.words and verb.left_edge.lower_ in ("in", "during")


def same_clause(pair: MentionPair) -> bool:
    """What somebody does in doing it: "pelted a bus, smashing its windows", "soldiers firing rounds broke it up"."""
    event, draft = pair.both
    if not draft.coding.kind.violent or draft.source not in ([], event.source):
        return False
    if _is_participle_of(draft.trigger, event):
        return True
    hits_others = bool(event.target and draft.target) and set(event.target).isdisjoint(draft.target)
    return _is_done_by_doer_of(draft.trigger, event) and not hits_others


def verb_pair(pair: MentionPair) -> bool:
    """Two verbs with one object: "arrested and detained", "was found guilty and sentenced"."""
    if not pair.in_one_breath or pair.draft.noun:
        return False
    verb = pair.draft.trigger
    patient = frame_of(verb).patient
    if patient is None:
        return False
    return patient is frame_of(verb.head).patient


def results_in_one_breath(pair: MentionPair) -> bool:
    """Results that a sentence tells together.

    "One was killed and two shops were damaged."
    """
    if not pair.in_one_breath or not pair.has_one_source:
        return False
    return all(map(tells_harm, pair.both))


def act_of_result(pair: MentionPair) -> bool:
    """ "Two were killed, the police said, in an attack": the act that the sentence of a result names."""
    event, draft = pair.both
    if draft.sentence != event.sentence or draft.layout or not pair.has_one_source:
        return False
    if event.noun or not tells_harm(event):
        return False
    is_new_noun = draft.noun and not draft.definite
    if not is_new_noun:
        return False
    return draft.coding.kind.harms_people


def suffered_once(pair: MentionPair) -> bool:
    """Somebody is killed once in an article, and kidnapped or arrested once.

    "Police arrested Ali Hassan", and much later "the arrest of Hassan".
    """
    if not pair.common_targets:
        return False
    coding = pair.event.coding
    if pair.same_mode and coding.mode in coding.kind.once_a_person:
        return True
    if not coding.kind.harms_people:
        return False
    return all(map(is_fatal, pair.both))


def same_thing_hit(pair: MentionPair) -> bool:
    """Both hit one building or vehicle.

    "A bomb exploded at a bank", and then "the bank burned".
    """
    one, other = pair.kinds
    if not one.hits_things or not other.hits_things:
        return False
    return any(actor.kind is ActorKind.OBJECT for actor in pair.common_targets)


def denial(pair: MentionPair) -> bool:
    """A denial of what was just told, in whatever words.

    "Troops shelled Homs, rebels said. The army denied that it had shelled anything."
    """
    event, draft = pair.both
    if draft.modality is not Modality.DENIED:
        return False
    if not pair.same_mode or pair.distance > DESCRIBED:
        return False
    if not draft.target:
        return True
    return _meet(draft.target, event.target)


def headline_of_lead(pair: MentionPair) -> bool:
    """A headline and what stands right below it.

    "Blast hits Tunis" above "A bomb exploded in Tunis on Friday."
    """
    return _in_lead(pair)


def headline_or_caption(pair: MentionPair) -> bool:
    """A headline or a caption that shares a side, a place, a day or a word with an event.

    "Army takes Aleppo", and far below "the army took Aleppo".
    """
    if _in_body(pair):
        return False
    return pair.draft.predicate == pair.event.predicate or _shares(pair)


def definite_description(pair: MentionPair) -> bool:
    """ "The attack", "this massacre"; one that says nothing else may stand farther away."""
    if not pair.draft.definite or not _in_body(pair):
        return False
    reach = FAR if is_bare(pair.draft) else DESCRIBED
    return pair.distance <= reach


def bare_noun(pair: MentionPair) -> bool:
    """ "Attack" without anything that says which, right behind an event."""
    if not pair.draft.noun or pair.draft.argued:
        return False
    return _hold(pair, _in_body, _is_right_after)


def harm_right_after(pair: MentionPair) -> bool:
    """A result without a doer, right behind an act: "Two windows were shattered"."""
    return _hold(pair, _in_body, _is_suffered, _is_right_after, _counts_fit)


def same_occasion(pair: MentionPair) -> bool:
    """Arrests, or kidnappings, in one place within days that overlap.

    "Police in Lagos arrested nine men on Friday. Troops in Lagos detained several students on Friday."
    """
    return _hold(pair, _in_body, _is_once_a_person, _are_in_one_place, _are_within_a_week)


def once_only(pair: MentionPair) -> bool:
    """A town changes hands once in an article: its capture, its fall and the seizure of it are one event.

    "The army recaptured Aleppo", and later "Aleppo had been seized by the army".
    """
    return _hold(pair, _is_once_a_town, _in_body, _are_in_towns)


def same_word(pair: MentionPair) -> bool:
    """The same verb or noun, or one of its stem, with a side, a place or a day in common.

    "Rebels attacked a convoy near Gao", and later "Rebels attacked at dawn".
    """
    return _hold(pair, _in_body, has_same_stem, _shares, _has_same_numbers)


def said_in_the_same_words(pair: MentionPair) -> bool:
    """Somebody says again what was told, with the same words for whom it was done to.

    "Rebels abducted two priests", and later "a spokesman confirmed that two priests had been abducted".
    """
    draft = pair.draft
    if draft.modality not in _SAID or draft.days is not None or draft.place is not None:
        return False
    return _hold(pair, _in_body, has_same_stem, _are_near, _name_alike)


def same_parties(pair: MentionPair) -> bool:
    """The same did it to the same.

    "Police beat teachers in Oran", and later "police kicked the teachers".
    """
    return bool(pair.common_targets) and _have_one_doer(pair)


def same_means(pair: MentionPair) -> bool:
    """Harm done by the means of an event just told.

    "Was shot dead", and then "fired at him from a car".
    """
    if not pair.event.coding.kind.harms_people:
        return False
    return _hold(pair, _are_of_one_manner, _tell_how, _in_body, _are_near)


def parties_alike(pair: MentionPair) -> bool:
    """Both sides once more in other words.

    "Guards fired at Indians", and then "guardsmen attacked the villagers".
    """
    if not all(pair.sides("source")) or not all(pair.sides("target")):
        return False
    if pair.event.coding.kind.voices_demands and not _have_one_doer(pair):
        return False
    return _hold(pair, _in_body, _are_near, _has_same_numbers)


def said_in_other_words(pair: MentionPair) -> bool:
    """A speaker's own words right after an act of words: "called for calm. ``We should wait,'' he said"."""
    draft = pair.draft
    if not draft.coding.kind.verbal:
        return False
    if not any(claim.quoted for claim in draft.claims):
        return False
    if not _is_right_after(pair):
        return False
    return _meet(pair.event.source, draft.source)


def _in_one_breath(pair: MentionPair) -> bool:
    """Whether the draft's verb is coordinated with one of the event."""
    return pair.in_one_breath


def _is_of_one_mode(pair: MentionPair) -> bool:
    """Whether their modes are equal, known or not."""
    return pair.same_mode


@dataclass(frozen=True, slots=True)
class Preference:
    """Why two mentions may be one event, and what must not stand against it."""

    test: Callable[[MentionPair], bool]
    unless: tuple[Constraint, ...] = forbid.ALL

    @property
    def name(self) -> str:
        """The name of the test in plain words.

        "same word" for `same_word`; it stands among the reasons of an event as "told again: same word".
        """
        return self.test.__name__.replace("_", " ")

    def joins(self, pair: MentionPair) -> bool:
        """Whether it holds for a pair and nothing forbids it.

        "Rebels shelled Homs" and "the shelling" by "definite description", unless they have other days.
        """
        return self.test(pair) and not forbid.are_separated(pair, self.unless)


_APART = (*forbid.ALL, forbid.beside_in_one_breath)
_NO_OTHER_ACT = (*_APART, forbid.result_of_another_act, forbid.said_to_be_another)
# For those that little speaks for: of their joins that could be judged in our own articles two of three were wrong.
_NO_NEW_ACT = (*_NO_OTHER_ACT, forbid.other_things_or_people, forbid.dated_anew)
PREFERENCES = (
    Preference(headline_toll, forbid.KIND),
    Preference(same_doers, forbid.KIND),
    Preference(protest_goes_on, (*forbid.KIND, forbid.only_planned, forbid.said_to_be_another)),
    Preference(same_breath, forbid.KIND),
    Preference(same_victim, (*forbid.KIND, forbid.only_planned, forbid.abducted_or_hurt, forbid.other_days)),
    Preference(tied_result, (*forbid.SURE, forbid.beside_in_one_breath)),
    Preference(tied_by_syntax, (*_APART, forbid.others_taken_than_hurt)),
    Preference(same_clause, (*forbid.KIND, forbid.only_planned, forbid.other_days)),
    Preference(verb_pair),
    Preference(results_in_one_breath),
    Preference(act_of_result, _APART),
    *(
        Preference(test, _NO_OTHER_ACT)
        for test in (
            suffered_once, same_thing_hit, denial, headline_of_lead, headline_or_caption, definite_description,
            bare_noun, same_occasion, once_only, same_word, said_in_the_same_words, same_parties,
            said_in_other_words,
        )
    ),
    Preference(harm_right_after, (*_NO_OTHER_ACT, forbid.others_taken_than_hurt)),
    Preference(same_means, _NO_NEW_ACT),
    Preference(parties_alike, _NO_NEW_ACT),
)  # fmt: skip


def _is_participle_of(verb: Word, event: Draft) -> bool:
    """Whether a verb is a participle without a subject at a verb of the event, or at its object."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl") or verb.lefts.has(*SUBJECTS):
        return False
    head = verb.head
    if head.i in event.words:
        return True
    return head.dep_ in ("dobj", "pobj") and event.trigger.above(head)


def _is_done_by_doer_of(verb: Word, event: Draft) -> bool:
    """Whether the event is told in a clause at the subject of a verb: "soldiers firing live rounds broke it up"."""
    agent = frame_of(verb).agent
    if agent is None:
        return False
    return any(clause.i == event.trigger.i for clause in agent.rights.those("acl", "relcl"))


def _goes_on(pair: MentionPair) -> bool:
    """Whether a draft right behind an event can tell more of it."""
    draft = pair.draft
    if draft.noun or draft.layout or draft.modality in UNREAL:
        return False
    behind = draft.sentence - pair.event.sentence
    return draft.coding.kind.goes_on and behind in range(NEAR + 1)


def _hold(pair: MentionPair, *tests: Callable[[MentionPair], bool]) -> bool:
    """Whether all of some tests hold; they are asked in turn."""
    for test in tests:  # noqa: SIM110 - `all` costs twice as much
        if not test(pair):
            return False
    return True


def _is_by_the_doers(pair: MentionPair) -> bool:
    """Whether the draft is what "the attackers" did."""
    agent = frame_of(pair.draft.trigger).agent
    if agent is None or agent.lemma_ not in word_class("doers"):
        return False
    return is_definite(agent)


def _is_by_a_party(pair: MentionPair) -> bool:
    """Whether all who act in the draft took part in the event, or are only called protesters.

    "They" of "teachers marched; they sang", "demonstrators" of "teachers marched; demonstrators sang"; not "farmers".
    """
    event, draft = pair.both
    parties = {*event.source, *event.target}
    if draft.source and parties.issuperset(draft.source):
        return True
    agent = frame_of(draft.trigger).agent
    return event.coding.kind.voices_demands and agent is not None and agent.lemma_ in _ANY_PROTESTERS


def _counts_nothing_again(pair: MentionPair) -> bool:
    """Whether each count is given by one of the two only."""
    return not pair.shared_slots


def _is_then_and_there(pair: MentionPair) -> bool:
    """Whether the draft has no other day and place than the event."""
    event, draft = pair.both
    return draft.days in (None, event.days) and draft.place in (None, event.place)


def _is_right_after(pair: MentionPair) -> bool:
    """Whether at most a sentence lies between."""
    return pair.distance <= NEAR


def _is_suffered(pair: MentionPair) -> bool:
    """Whether the draft tells of harm that nobody is said to have done."""
    return not pair.draft.source and tells_harm(pair.draft)


def _is_once_a_person(pair: MentionPair) -> bool:
    """Whether both are of one mode that happens to a person once: arrests, kidnappings."""
    coding = pair.draft.coding
    return pair.same_mode and coding.mode in coding.kind.once_a_person


def _is_once_a_town(pair: MentionPair) -> bool:
    """Whether both are of one mode that happens to a town once: it is taken."""
    coding = pair.draft.coding
    return pair.same_mode and coding.mode in coding.kind.once_a_town


def _are_in_one_place(pair: MentionPair) -> bool:
    """Whether both are located, in the same place."""
    return pair.draft.place is not None and pair.draft.place == pair.event.place


def _are_within_a_week(pair: MentionPair) -> bool:
    """Whether each has days, a week of them at most."""
    return all(length_of(draft) <= WEEK for draft in pair.both)


def _are_of_one_manner(pair: MentionPair) -> bool:
    """Whether they name the same way in which it was done."""
    manner = pair.event.coding.manner
    return manner is not None and manner == pair.draft.coding.manner


def _tell_how(pair: MentionPair) -> bool:
    """Whether the way says with what it was done, and not only that somebody was killed or taken."""
    coding = pair.event.coding
    return coding.manner not in coding.kind.plain | coding.kind.once_a_person


def _are_in_towns(pair: MentionPair) -> bool:
    """Whether both are located in a town."""
    for draft in pair.both:
        place = pair.place(draft)
        if place is None or place.kind != "city":
            return False
    return True


def _have_one_doer(pair: MentionPair) -> bool:
    """Whether somebody acts in both."""
    return _meet(*pair.sides("source"))


def _are_near(pair: MentionPair) -> bool:
    """Whether a draft of what took place stands within reach of a description."""
    return pair.distance <= DESCRIBED and pair.draft.modality not in UNREAL


def _in_body(pair: MentionPair) -> bool:
    """Whether neither is a headline or a caption."""
    return not (pair.draft.layout or pair.event.layout)


def _in_lead(pair: MentionPair) -> bool:
    """Whether an event of the body stands right below a headline."""
    event, draft = pair.both
    if event.layout or not draft.layout:
        return False
    return event.sentence - draft.sentence in range(LEAD)


def _counts_fit(pair: MentionPair) -> bool:
    """Whether a result gives other counts than those that are known, the same again, more people, or a rival's."""
    if pair.draft.further:
        return True
    if pair.draft.modality in _SAID and pair.distance == 0:
        return True
    return all(is_least_the_same(pair, slot) for slot in pair.shared_slots)


def is_least_the_same(pair: MentionPair, slot: str) -> bool:
    """Whether the first count of a slot, or the least that it can be, is the same in both."""
    return _first(pair.event, slot)[0] == _first(pair.draft, slot)[0]


def _has_same_numbers(pair: MentionPair) -> bool:
    """Not so: "arrested 25 people" and "arrested 39 men", which are two acts."""
    return not any(_are_two_numbers(_first(pair.event, slot), _first(pair.draft, slot)) for slot in pair.shared_slots)


def _are_two_numbers(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    """Whether two counts are exact and differ."""
    if one[0] != one[1] or other[0] != other[1]:
        return False
    return one != other


def _first(draft: Draft, slot: str) -> tuple[int | None, int | None]:
    """The first count of a slot, as (low, high)."""
    count = draft.counts[slot][0]
    return count.low, count.high


def has_same_stem(pair: MentionPair) -> bool:
    """Whether their words are the same, or begin alike: "bomb", "bombing"."""
    one, other = pair.event.predicate, pair.draft.predicate
    if one == other:
        return True
    return len(one) > 4 and one[:5] == other[:5]


def _shares(pair: MentionPair) -> bool:
    """At least one actor, place or day in common."""
    event, draft = pair.both
    if any(_meet(*pair.sides(slot)) for slot in ("source", "target")):
        return True
    together = {event.place, event.days} & {draft.place, draft.days}
    return bool(together - {None, ""})


def _name_alike(pair: MentionPair) -> bool:
    """Whether the targets of both have one name or description.

    "Two priests" of "abducted two priests" and "two priests had been abducted".
    """
    one, other = ({actor.name.lower() for actor in pair.actors(side)} for side in pair.sides("target"))
    return not one.isdisjoint(other)


def _meet(one: list[str], other: list[str]) -> bool:
    """Whether two lists have a member in common."""
    return not set(one).isdisjoint(other)
