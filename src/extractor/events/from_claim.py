"""One coded claim -> a draft: its sides, days, place, counts, and the triggers that syntax makes the same event."""

from datetime import date

from extractor.document.tokens import Word
from extractor.events.arguments.instruments import instruments_of, is_weapon
from extractor.events.arguments.roles import sides
from extractor.events.casualties.counts import casualties, count_people, is_result, part_told, tells_more
from extractor.events.coreference.syntactic_links import linked_triggers
from extractor.events.draft import Coding, Draft
from extractor.events.grounding.days import days_of
from extractor.events.grounding.mentions import clause_of
from extractor.events.grounding.seats import is_acting_seat
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.roles import PATIENT, SPEAKER
from extractor.lexicon.tables import word_lists
from extractor.records import Claim, Count, Modality, Polarity
from extractor.syntax import Frame, is_definite, is_event_noun

# Verbs that only say that the act their subject names took place.
_HAPPENING = word_lists("events/words.txt")["happening"]
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "its"))
_NOT_DONE = (Modality.INTENDED, Modality.HYPOTHETICAL)
_ARGUED_BY = ("in", "at", "near", "between", "with", "over")


def draft_of(article: AnnotatedArticle, claim: Claim, frame: Frame, coding: Coding) -> Draft:
    """What a claim says about an event of the kind that it was coded as, as a draft with one claim.

    Of "The army said rebels shelled Homs on Monday.": source the rebels, place Homs, that Monday twice as days, claimed
    by the army.
    """
    source, target = sides(article, coding, frame)
    if coding.source == SPEAKER and claim.claimed_by is not None:
        source = [claim.claimed_by]
    is_own_word = _is_own_word(claim, coding, source)
    counts = {} if claim.modality in _NOT_DONE else _counts(frame, coding)
    # "Nobody was hurt" is the toll of an attack, not an attack that did not happen.
    is_nobody_hurt = _is_nobody(frame, counts)
    return Draft(
        coding=coding,
        claims=[claim],
        trigger=frame.trigger,
        predicate=frame.light.lemma_ if frame.light is not None else frame.predicate,
        noun=frame.noun,
        sentence=article.sentence_number(frame.trigger),
        layout=article.is_layout(frame.trigger),
        source=source,
        target=target,
        place=_own_place(article, claim, frame, _parties(coding, source, target)),
        days=_own_days(article, claim, frame),
        polarity=Polarity.POSITIVE if coding.refusal or is_nobody_hurt else claim.polarity,
        modality=Modality.ASSERTED if is_own_word else claim.modality,
        claimed_by=None if is_own_word else claim.claimed_by,
        report=coding.confidence == 0 or is_nobody_hurt,
        further=tells_more(frame),
        definite=_is_definite(coding, frame),
        argued=_is_argued(frame),
        counts={slot: [count] for slot, count in counts.items()},
        instruments=instruments_of(coding, frame, article.sentence_words(frame.trigger)),
        links=linked_triggers(frame),
        reasons=list(coding.reasons),
        rules=list(coding.rules),
    )


def _is_own_word(claim: Claim, coding: Coding, source: list[str]) -> bool:
    """Whether the claim is the act itself: who says that he blames somebody, blames him."""
    if claim.claimed_by not in source:
        return False
    if coding.source == SPEAKER:
        return True
    if not coding.kind.verbal:
        return False
    return claim.modality is Modality.REPORTED


def _counts(frame: Frame, coding: Coding) -> dict[str, Count]:
    """The people that a claim counts, by slot; of arrests and kidnappings those who were taken.

    {"detained": 3} for "Police arrested three students."
    """
    counts = casualties(frame)
    detains = coding.mode in coding.kind.detains and coding.target == PATIENT
    if detains and "detained" not in counts and frame.patient is not None:
        detained = count_people(part_told(frame.trigger, frame.patient))
        counts |= {"detained": detained} if detained is not None else {}
    return counts


def _is_nobody(frame: Frame, counts: dict[str, Count]) -> bool:
    """Whether a result counts people, and none of them."""
    if not counts or not is_result(frame.predicate):
        return False
    return all(count.high == 0 for count in counts.values())


def _is_definite(coding: Coding, frame: Frame) -> bool:
    """ "The attack", "this bombing was carried out", "the bomb was planted", "the men who attacked": told before."""
    if any(map(is_definite, _named_by(coding, frame))):
        return True
    return _is_presupposed(frame.trigger)


def _named_by(coding: Coding, frame: Frame) -> list[Word]:
    """The nouns by which the reader would know an act again: its own name, else its weapon or the act that did it.

    "bomb" for "A bomb killed two guards.", "raid" for "Rebels carried out a raid.", nothing for "Rebels shelled Gao."
    """
    if frame.noun:
        return [frame.trigger]
    if frame.light is not None:
        return [frame.light]
    if not coding.kind.uses_weapons:
        return []
    nouns = frame.participants("agent", "patient")
    return [noun for noun in nouns if is_weapon(noun) or is_event_noun(noun)]


def _is_presupposed(trigger: Word) -> bool:
    """ "The youths who attacked police", "the sanctions imposed by Oslo": a clause that says which ones are meant."""
    who = trigger.head
    if trigger.dep_ not in ("relcl", "acl") or who.pos_ != "NOUN" or who.i > trigger.i:
        return False
    if trigger.left_edge.nbor(-1).is_punct:  # behind a comma it only tells more of them
        return False
    return who.lefts.has_form(*_DEFINITE)


def _is_argued(frame: Frame) -> bool:
    """A noun names an event of its own when the sentence gives it a participant, a circumstance or the main verb.

    True of "the attack in Gao" and "the attack began", not of "He spoke of an attack."
    """
    if not frame.noun or frame.participants("agent", "patient"):
        return True
    if frame.behind(*_ARGUED_BY):
        return True
    trigger = frame.trigger
    if trigger.dep_ not in ("nsubj", "nsubjpass"):
        return False
    return trigger.head.lemma_ in _HAPPENING


def _parties(coding: Coding, source: list[str], target: list[str]) -> frozenset[str]:
    """Who speaks and to or of whom; nobody where something is done or people meet, which may be in a country itself.

    Those of Venezuela and the United States for "Caracas accused Washington".
    """
    is_said = coding.kind.verbal and not coding.kind.meets
    return frozenset((*source, *target)) if is_said else frozenset()


def _own_place(article: AnnotatedArticle, claim: Claim, frame: Frame, parties: frozenset[str]) -> str | None:
    """The place of a claim, unless it is that of a clause beside its noun, or the name of one who acts or is spoken to.

    None for "Caracas accused Washington".
    """
    place = article.places.get(claim.place or "")
    if place is not None and all(is_acting_seat(article, place, mention) for mention in place.mentions):
        return None
    if place is not None and article.is_party(place, parties):
        return None
    named = article.places_beside(place, frame.trigger) if place is not None else []
    return claim.place if _is_own(frame, named) else None


def _own_days(article: AnnotatedArticle, claim: Claim, frame: Frame) -> tuple[date, date] | None:
    """The days of a claim, unless they are those of a clause beside its noun."""
    told = article.date(claim)
    named = article.beside(article.words.at(told.start), frame.trigger) if told is not None else []
    if not _is_own(frame, named):
        return None
    return days_of(article, claim)


def _is_own(frame: Frame, here: list[Word]) -> bool:
    """Whether a circumstance of a noun is its own, not that of a clause beside it: "came after they fled Herat"."""
    if not frame.noun:
        return True
    if not here:
        return True
    return any(clause_of(word).above(frame.trigger) for word in here)
