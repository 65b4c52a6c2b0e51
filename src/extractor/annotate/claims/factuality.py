"""Factuality: polarity, modality and tense of a proposition, by its own clause, the cues above it, its attribution."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extractor.annotate.claims.attribution import Attributor
from extractor.annotate.claims.conditions import is_conditional
from extractor.annotate.claims.cues import CueClass, certainty_words, cue_class
from extractor.annotate.claims.negation import is_negated
from extractor.annotate.claims.negation_idioms import says_inaction
from extractor.annotate.claims.sources import Attribution
from extractor.annotate.claims.tense import Tense, is_scheduled, tense_of
from extractor.annotate.claims.veracity import is_said_untrue
from extractor.document.tokens import Word
from extractor.records import Modality, Polarity
from extractor.syntax import SUBJECTS, is_definite, word_class

# From the strongest: what stands first wins when several hold.
_STRENGTH = (
    Modality.DENIED,
    Modality.HYPOTHETICAL,
    Modality.INTENDED,
    Modality.ALLEGED,
    Modality.REPORTED,
    Modality.ASSERTED,
)
_OF_CUE: dict[CueClass, Modality] = {
    "report": Modality.REPORTED,
    "confirm": Modality.REPORTED,
    "think": Modality.REPORTED,
    "allege": Modality.ALLEGED,
    "deny": Modality.DENIED,
    "intend": Modality.INTENDED,
    "promise": Modality.INTENDED,
    "order": Modality.INTENDED,
    "request": Modality.HYPOTHETICAL,
    "threaten": Modality.HYPOTHETICAL,
    "try": Modality.INTENDED,
    "prospect": Modality.INTENDED,
    "judge": Modality.ASSERTED,
    "refuse": Modality.ASSERTED,
    "seem": Modality.ALLEGED,
    "doubt": Modality.HYPOTHETICAL,
}
_PLANS = frozenset((Modality.INTENDED, Modality.HYPOTHETICAL))
_WHETHER = ("if", "whether", "unless")
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "prep"))
_UNTIL = frozenset(("until", "till"))
_TIMES = ("after", "where", "since", "because")
_REPORTING = ("report", "think", "know", "confirm", "doubt")
_OF_ADJECTIVE = {
    "feared_noun": Modality.HYPOTHETICAL,
    "attempted_noun": Modality.INTENDED,
    "doubted_noun": Modality.ALLEGED,
}
# Cues whose own doubt ("may order") passes on to what they introduce.
_DOUBTED = frozenset(("intend", "promise", "request", "threaten", "order", "try", "report", "think"))
# Cues that turn the polarity round: always ("failed to leave"), or when they are negated ("does not plan to leave").
_REVERSING = frozenset(("fail", "refuse"))
_REVERSING_NEGATED = frozenset(("intend", "promise", "confirm", "know"))


@dataclass(frozen=True, slots=True)
class Certainty:
    """Polarity, modality and tense of one proposition."""

    polarity: Polarity
    modality: Modality
    tense: Tense | None


def certainty_of(
    trigger: Word, attributor: Attributor, attribution: Attribution | None, own: bool = False
) -> Certainty:
    """How certain the proposition of a trigger is; `attribution` is who says so, as `attributor` found it.

    What somebody says he demands he does demand: with `own` no report makes it less certain.

    Of "leave" in "He may not leave." negative and hypothetical, of "left" in "Rebels left." positive and asserted.
    """
    cues = [(cue, kind) for cue, kind in attributor.chain(trigger) if not _was_before(trigger, cue, kind)]
    found = {Modality.ASSERTED, _own_modality(trigger)}
    for cue, kind in cues:
        if not (own and kind == "report"):
            found |= _modalities_under(cue, kind)
    if attribution is not None and not _says_nothing_of(attribution, trigger):
        found.add(_OF_CUE.get(attribution.kind, Modality.REPORTED))
    if is_said_untrue(trigger):
        found.add(Modality.DENIED)
    modality = next(one for one in _STRENGTH if one in found)
    is_negative = modality is Modality.DENIED or _is_negative(trigger, cues)
    return Certainty(Polarity.NEGATIVE if is_negative else Polarity.POSITIVE, modality, tense_of(trigger))


def _says_nothing_of(attribution: Attribution, trigger: Word) -> bool:
    """Whether an attribution leaves it open how certain the proposition of a trigger is."""
    cue, kind = attribution.cue, attribution.kind
    return _is_denial_denied(cue, kind) or _was_before(trigger, cue, kind)


def _was_before(trigger: Word, cue: Word, kind: CueClass) -> bool:
    """Whether what is planned says nothing of a clause of time in the past that stands beside it.

    "Promised to hire guards after rebels struck": they have struck.
    """
    if _OF_CUE.get(kind) not in _PLANS:
        return False
    for word in (trigger, *trigger.ancestors):
        if word.i == cue.i:
            return False
        is_past = word.tag_ == "VBD" or word.lefts.has_form("had", dep="aux")
        if word.dep_ == "advcl" and is_past and word.lefts.has_form(*_TIMES):
            return True
    return False


def _is_negative(trigger: Word, cues: Iterable[tuple[Word, CueClass]]) -> bool:
    """Whether it did not take place by the clause itself, turned round by each cue that does so."""
    is_negative = is_negated(trigger) != says_inaction(trigger)
    for cue, kind in cues:
        if _reverses(cue, kind):
            is_negative = not is_negative
    return is_negative


def is_reporting(token: Word) -> bool:
    """Whether a verb only reports: say, tell, announce ..., so that it is no claim of its own when it has content.

    "Said" of "said they fled"; not "demanded".
    """
    return cue_class(token) in _REPORTING


def _modalities_under(cue: Word, kind: CueClass) -> set[Modality]:
    """What a cue makes of the proposition under it, by its class and by its own clause: "may order them to leave"."""
    if _is_denial_denied(cue, kind):
        return {Modality.REPORTED}
    found = {_OF_CUE.get(kind, Modality.ASSERTED)}
    if kind in _DOUBTED:
        found.add(_cue_modality(cue, kind))
    return found


def _is_denial_denied(cue: Word, kind: CueClass) -> bool:
    """Whether a cue is a denial that is denied itself: it then reports.

    "Did not deny that they left."
    """
    return kind == "deny" and is_negated(cue)


def _reverses(cue: Word, kind: CueClass) -> bool:
    """Whether a cue turns the polarity of what it introduces round.

    "Failed to leave", "does not plan to leave"; not "does not say that they left", "did not stop them from leaving".
    """
    if kind in _REVERSING:
        return not is_negated(cue)
    return kind in _REVERSING_NEGATED and is_negated(cue)


def _cue_modality(cue: Word, kind: CueClass) -> Modality:
    """The modality of the clause of a cue itself, which passes on to what it introduces.

    "Would plan to leave", "may order them to leave"; a future report says nothing about what is reported.
    """
    own = _own_modality(cue)
    if kind in ("report", "think") and own is Modality.INTENDED:
        return Modality.ASSERTED
    return own


def _own_modality(trigger: Word) -> Modality:
    """How real a proposition is by the words of its own clause: "may leave", "allegedly left", "if they left"."""
    words = {child.lower_ for child in trigger.children.those("aux", "advmod", "mark")}
    for test, modality in _BY_CLAUSE:
        if test(trigger, words):
            return modality
    for is_like_head in _AS_ITS_HEAD:
        if is_like_head(trigger):
            return _own_modality(trigger.head)
    return _modality_of_adjective(trigger) or Modality.ASSERTED


def _is_conditional(trigger: Word, _: set[str]) -> bool:
    """Whether a proposition stands in a condition or in a question.

    "If they left."
    """
    return is_conditional(trigger)


def _is_awaited(trigger: Word, words: set[str]) -> bool:
    """Whether something is waited for: what will or must last until it.

    "They will stay until the men are freed", "refused to leave until he was paid"; not "stayed until they were paid".
    """
    if words.isdisjoint(_UNTIL) or trigger.dep_ != "advcl":
        return False
    if trigger.tag_ == "VBD" and any(day.ent_type_ == "DATE" for day in trigger.preps("on", "in")):
        return False
    waiting = trigger.head
    if waiting.dep_ == "xcomp":
        return waiting.head.lemma_ in certainty_words("holding out")
    return waiting.lefts.has_tag("MD") and not waiting.lefts.has_form("could")


def _is_alleged(_: Word, words: set[str]) -> bool:
    """Whether a word of the clause marks it as alleged.

    "Allegedly left."
    """
    return not words.isdisjoint(certainty_words("alleged"))


def _is_future_of_past(trigger: Word, words: set[str]) -> bool:
    """Whether "would" is the future of what was said, no condition.

    "Said it would leave"; not "it would leave".
    """
    if "would" not in words:
        return False
    verb = trigger.climb("conj")
    if verb.dep_ != "ccomp" or verb.head.tag_ not in ("VBD", "VBN"):
        return False
    return cue_class(verb.head) in (*_REPORTING, "promise")


def _is_perceived(trigger: Word, words: set[str]) -> bool:
    """Whether "can" only says that somebody sees or hears it: what can be seen is there.

    "Soldiers could be seen patrolling."
    """
    if words.isdisjoint(("can", "could")) or trigger.tag_ != "VBN":
        return False
    return trigger.lemma_ in certainty_words("perceived")


def _is_possible(_: Word, words: set[str]) -> bool:
    """Whether a word of the clause makes it possible only.

    "May leave", "perhaps left".
    """
    return not words.isdisjoint(certainty_words("modal_possible", "possible"))


def _is_future(trigger: Word, words: set[str]) -> bool:
    """Whether a proposition lies in the future.

    "Will leave", "is due to leave".
    """
    if not words.isdisjoint(certainty_words("modal_future")):
        return True
    return is_scheduled(trigger)


def _is_called_for_day(trigger: Word, _: set[str]) -> bool:
    """Whether something is called for a day to come.

    "Call" and "strike" of "the union called a strike for Monday"; not of "the union called a strike on Monday".
    """
    verb = trigger if trigger.pos_ == "VERB" else trigger.head
    if verb.lemma_ != "call" or not (trigger is verb or trigger.dep_ == "dobj"):
        return False
    called = verb.rights.first("dobj")
    days = (*verb.preps("for"), *(called.preps("for") if called is not None else ()))
    return any(day.ent_type_ == "DATE" for day in days)


def _is_planned(trigger: Word, _: set[str]) -> bool:
    """Whether a noun is what somebody only plans.

    "Attack" of "were planning an attack"; not of "planned the attack that killed two", which took place.
    """
    verb = trigger.head
    if trigger.pos_ != "NOUN" or trigger.dep_ != "dobj" or verb.lemma_ not in certainty_words("planning"):
        return False
    if verb.rights.has("conj") or trigger.rights.has("relcl"):
        return False
    return not (is_definite(trigger) or trigger.lefts.has("nummod"))


def _is_balloted(trigger: Word, _: set[str]) -> bool:
    """Whether workers have only voted for it.

    "Voted to strike"; not "voted to ban the party".
    """
    if trigger.dep_ != "xcomp" or trigger.head.lemma_ != "vote":
        return False
    return trigger.lemma_ in certainty_words("balloted") and not trigger.rights.has("prt", "dobj")


def _is_purpose(trigger: Word, _: set[str]) -> bool:
    """Whether an infinitive tells the purpose of an act; not one that was done in the act.

    "Crossed the border to attack a village"; "gathered to protest" and "drove to town to protest" are protests.
    """
    if not _is_infinitive_of_act(trigger) or _is_shown_by_act(trigger):
        return False
    return trigger.head.lemma_ not in word_class("doing_so")


def _is_infinitive_of_act(trigger: Word) -> bool:
    """Whether a verb is an infinitive beside another verb: "came to help".

    "Help" of "came to help".
    """
    return (trigger.dep_, trigger.tag_) == ("advcl", "VB")


def _is_shown_by_act(trigger: Word) -> bool:
    """Whether a verb says that something is shown by an act: what is done to protest is a protest.

    "Protest" of "drove to town to protest".
    """
    return _is_infinitive_of_act(trigger) and trigger.lemma_ in word_class("shown")


def _is_reported(_: Word, words: set[str]) -> bool:
    """Whether a word of the clause marks it as reported.

    "Reportedly left."
    """
    return not words.isdisjoint(certainty_words("reported"))


def _is_hearsay(trigger: Word, _: set[str]) -> bool:
    """Whether a proposition is what people talk of.

    "The talk in town is that they left."
    """
    if trigger.dep_ != "ccomp" or trigger.head.lemma_ != "be":
        return False
    return any(noun.lemma_ in certainty_words("hearsay") for noun in trigger.head.lefts.those("nsubj"))


# What the clause of a trigger says about it; the first that holds decides.
_BY_CLAUSE: tuple[tuple[Callable[[Word, set[str]], bool], Modality], ...] = (
    (_is_conditional, Modality.HYPOTHETICAL),
    (_is_awaited, Modality.HYPOTHETICAL),
    (_is_alleged, Modality.ALLEGED),
    (_is_future_of_past, Modality.INTENDED),
    (_is_perceived, Modality.ASSERTED),
    (_is_possible, Modality.HYPOTHETICAL),
    (_is_future, Modality.INTENDED),
    (_is_called_for_day, Modality.INTENDED),
    (_is_planned, Modality.INTENDED),
    (_is_balloted, Modality.INTENDED),
    (_is_purpose, Modality.INTENDED),
    (_is_reported, Modality.REPORTED),
    (_is_hearsay, Modality.REPORTED),
)


def _is_subject_of_happening(word: Word) -> bool:
    """Whether a noun is the subject of a verb that says no more than that it took place.

    "The riot would not have happened": as real as the happening.
    """
    if (word.pos_, word.dep_) != ("NOUN", "nsubj"):
        return False
    return word.head.lemma_ in certainty_words("happening")


def _is_subject_of_possible(word: Word) -> bool:
    """Whether some act, not one that is known, is the subject of what is only possible.

    "An attack on the port could kill thousands"; not "the attack could delay the vote".
    """
    if (word.pos_, word.dep_) != ("NOUN", "nsubj") or any(map(_is_past, word.words.between(word.i, word.head.i))):
        return False
    if not word.head.lefts.has_form(*certainty_words("modal_possible")):
        return False
    return word.lefts.has_form("a", "an") or (word.tag_ == "NNS" and not word.lefts.has("det", "poss", "nummod"))


def _is_past(word: Word) -> bool:
    """Whether a word is a verb in the past: what it tells of has happened.

    "Killed" of "an attack that killed two".
    """
    return word.tag_ in ("VBD", "VBN")


def _is_coordinated_infinitive(word: Word) -> bool:
    """Whether a bare infinitive is coordinated with a verb before it.

    "May cross the river and attack."
    """
    return (word.dep_, word.tag_, word.head.pos_) == ("conj", "VB", "VERB")


def _is_enabled(word: Word) -> bool:
    """Whether a bare infinitive depends on help or leave, which make it as real as they are.

    "To help the troops fight"; not "to plan to fight".
    """
    if word.dep_ not in ("ccomp", "xcomp") or word.tag_ != "VB":
        return False
    return word.head.lemma_ in ("help", "let", "make")


def _is_joined_in_condition(word: Word) -> bool:
    """Whether a verb goes on with a condition.

    "Wounded" of "if raiders killed a chief and wounded his sons".
    """
    is_joined = word.dep_ == "conj" and word.head.pos_ == "VERB" and not word.lefts.has(*SUBJECTS)
    return is_joined and word.head.lefts.has_form(*_WHETHER, dep="mark")


def _is_inside_condition(word: Word) -> bool:
    """Whether some act is part of a condition.

    "Strike" of "whether teachers went on strike"; not "the strike".
    """
    if word.dep_ not in _ARGUMENTS or (word.pos_ == "NOUN" and is_definite(word)):
        return False
    verb = next((above for above in word.ancestors if above.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return False
    return verb.lefts.has_form(*_WHETHER, dep="mark") or (verb.dep_ == "ccomp" and is_conditional(verb))


# Words that are as real as the word they depend on.
_AS_ITS_HEAD = (
    *(_is_subject_of_happening, _is_subject_of_possible),
    *(_is_coordinated_infinitive, _is_enabled, _is_shown_by_act, _is_joined_in_condition, _is_inside_condition),
)


def _modality_of_adjective(trigger: Word) -> Modality | None:
    """The modality that an adjective before a noun gives; None for a verb and without such an adjective.

    "An alleged attack", "a planned protest".
    """
    if trigger.pos_ != "NOUN":
        return None
    before = {child.lower_ for child in trigger.lefts}
    for name, modality in _OF_ADJECTIVE.items():
        if not before.isdisjoint(certainty_words(name)):
            return modality
    return None
