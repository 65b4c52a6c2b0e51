"""The tense of a proposition: past, present or future, by its auxiliaries or those of the verb it depends on."""

from typing import Literal

from extractor.annotate.claims.cues import certainty_words
from extractor.document.tokens import Word
from extractor.syntax import SUBJECTS

Tense = Literal["past", "present", "future"]
_PRESENT = frozenset(("VBZ", "VBP"))
_EMPTY_SUBJECTS = frozenset(("what", "all", "it", "this", "that"))


def tense_of(trigger: Word) -> Tense | None:
    """The tense of a verb, through its auxiliaries; of a noun, that of the verb it depends on; None when nothing tells.

    "future" of "leave" in "The envoy is due to leave.", "past" of "attack" in "The attack began."
    """
    if trigger.pos_ == "NOUN":
        return _tense_above(trigger, "VERB", "AUX")
    if is_scheduled(trigger):
        return "future"
    own = _tense_of_verb(trigger)
    if own is not None:
        return own
    is_dependent = trigger.tag_ in ("VBG", "VBN") or trigger.dep_ in ("conj", "xcomp")
    if not is_dependent:
        return None
    return _tense_above(trigger, "VERB", "AUX", "NOUN")


def _tense_of_verb(verb: Word) -> Tense | None:
    """The tense of a verb by its auxiliaries and its form; None for an infinitive or a participle alone.

    "past" for "shelled" and "have shelled", "future" for "will shell", "present" for "shells", None for "to shell".
    """
    auxiliaries = verb.lefts.those("aux", "auxpass")
    if any(child.lower_ in certainty_words("modal_future") for child in auxiliaries):
        return "future"
    tags = {word.tag_ for word in (verb, *auxiliaries)}
    if "VBD" in tags:
        return "past"
    if any(child.lemma_ == "have" for child in auxiliaries):
        return "past"
    if tags.isdisjoint(_PRESENT):
        return None
    return "present"


def _tense_above(word: Word, *parts_of_speech: str) -> Tense | None:
    """The tense of the head of a word, when that is another word and one of these parts of speech."""
    head = word.head
    if head is word or head.pos_ not in parts_of_speech:
        return None
    return tense_of(head)


def is_scheduled(verb: Word) -> bool:
    """Whether an infinitive is what is going to be.

    "Is due to meet", "was scheduled to leave", "is to visit"; not "his plan is to visit".
    """
    if verb.dep_ != "xcomp" or verb.lemma_ == "blame" or not verb.lefts.has_tag("TO"):
        return False
    governor = verb.head
    if governor.lower_ in certainty_words("scheduled"):
        return True
    if governor.lemma_ != "be":
        return False
    return not _says_what_is(governor)


def _says_what_is(copula: Word) -> bool:
    """Whether "be" with an infinitive says what something is, and is no future.

    "His plan is to visit", "it is ready to visit"; not "she is to visit".
    """
    if copula.children.has("acomp", "attr", "expl"):
        return True
    subject = copula.lefts.first(*SUBJECTS)
    if subject is None or subject.lower_ in _EMPTY_SUBJECTS:
        return True
    return not _is_person_or_name(subject)


def _is_person_or_name(noun: Word) -> bool:
    """Whether a noun can be about to act.

    "Ann Lee", "she", "ministers".
    """
    return noun.pos_ in ("PROPN", "PRON") or bool(noun.ent_type_) or noun.tag_ == "NNS"
