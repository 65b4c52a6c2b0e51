"""How sure a proposition is: polarity, modality and tense, from auxiliaries, adverbs, negation and cues above it."""

from dataclasses import dataclass
from typing import Literal

from extractor.annotate.claims.attribution import Attribution, Attributor
from extractor.annotate.claims.cues import CueClass, certainty_words, cue_class
from extractor.annotate.claims.negation_idioms import says_inaction
from extractor.annotate.claims.veracity import is_said_untrue
from extractor.document.tokens import Word
from extractor.records import Modality, Polarity
from extractor.syntax import SUBJECTS, predicate_of, word_class

Tense = Literal["past", "present", "future"]
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


_SUBJECTS = ("nsubj", "nsubjpass")
_REPORTING = ("report", "think", "know", "confirm", "doubt")
_OF_ADJECTIVE = {
    "feared_noun": Modality.HYPOTHETICAL,
    "attempted_noun": Modality.INTENDED,
    "doubted_noun": Modality.ALLEGED,
}
# Cues whose own doubt ("may order") passes on to what they introduce.
_DOUBTED = frozenset(("intend", "promise", "request", "threaten", "order", "try", "report", "think"))


@dataclass(frozen=True, slots=True)
class Certainty:
    """Polarity, modality and tense of one proposition."""

    polarity: Polarity
    modality: Modality
    tense: Tense | None


def certainty_of(trigger: Word, attributor: Attributor, attribution: Attribution | None) -> Certainty:
    """The certainty of the proposition a trigger names."""
    found = {Modality.ASSERTED, _own_modality(trigger)}
    negative = _negated(trigger) != says_inaction(trigger)
    for cue, kind in attributor.chain(trigger):
        if kind == "deny" and _negated(cue):
            found.add(Modality.REPORTED)
            continue
        found.add(_OF_CUE.get(kind, Modality.ASSERTED))
        if kind in _DOUBTED:
            found.add(_cue_modality(cue, kind))
        if kind in ("fail", "refuse") or (kind in ("intend", "promise", "confirm", "know") and _negated(cue)):
            negative = not negative
    if attribution is not None and not (attribution.kind == "deny" and _negated(attribution.cue)):
        found.add(_OF_CUE.get(attribution.kind, Modality.REPORTED))
    if is_said_untrue(trigger):
        found.add(Modality.DENIED)
    modality = next(m for m in _STRENGTH if m in found)
    negative = negative or modality is Modality.DENIED
    return Certainty(Polarity.NEGATIVE if negative else Polarity.POSITIVE, modality, tense_of(trigger))


def _cue_modality(cue: Word, kind: CueClass) -> Modality:
    """ "would plan", "may order": the cue's own doubt; a report's tense says nothing about what is reported."""
    own = _own_modality(cue)
    return Modality.ASSERTED if kind in ("report", "think") and own is Modality.INTENDED else own


def _own_modality(trigger: Word) -> Modality:
    words = {child.lower_ for child in trigger.children if child.dep_ in ("aux", "advmod", "mark")}
    if _conditional(trigger):
        return Modality.HYPOTHETICAL
    if words & certainty_words("alleged"):
        return Modality.ALLEGED
    if "would" in words and _reported_past(trigger):
        return Modality.INTENDED  # the future of what was said: "said it would leave"
    if words & {"can", "could"} and trigger.tag_ == "VBN" and trigger.lemma_ in certainty_words("perceived"):
        return Modality.ASSERTED  # "soldiers could be seen patrolling"
    if words & certainty_words("modal_possible") or words & certainty_words("possible"):
        return Modality.HYPOTHETICAL
    if words & certainty_words("modal_future") or _going_to(trigger):
        return Modality.INTENDED
    if trigger.dep_ == "advcl" and trigger.tag_ == "VB" and trigger.head.lemma_ not in word_class("doing_so"):
        return Modality.INTENDED
    if words & certainty_words("reported"):
        return Modality.REPORTED
    if trigger.pos_ == "NOUN" and (modality := _noun_modality(trigger)) is not None:
        return modality
    if trigger.dep_ == "conj" and trigger.head.pos_ == "VERB" and trigger.tag_ == "VB":
        return _own_modality(trigger.head)
    if _is_enabled(trigger):
        return _own_modality(trigger.head)
    return Modality.ASSERTED


def _is_enabled(trigger: Word) -> bool:
    """ "to help the troops fight": a bare infinitive is as real as the help."""
    return (
        trigger.dep_ in ("ccomp", "xcomp") and trigger.tag_ == "VB" and trigger.head.lemma_ in ("help", "let", "make")
    )


def _noun_modality(noun: Word) -> Modality | None:
    """ "an alleged attack", "a planned protest"."""
    if noun.dep_ == "nsubj" and noun.head.lemma_ in certainty_words("happening"):
        return _own_modality(noun.head)  # "the riot would not have happened"
    before = {child.lower_ for child in noun.lefts}
    for name, modality in _OF_ADJECTIVE.items():
        if before & certainty_words(name):
            return modality
    return None


def _reported_past(trigger: Word) -> bool:
    verb = trigger
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return (
        verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN") and cue_class(verb.head) in (*_REPORTING, "promise")
    )


def _conditional(trigger: Word) -> bool:
    """Inside an if-clause, or the main clause of one, or a question."""
    if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in trigger.lefts):
        return True
    for child in trigger.children:
        if child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in child.lefts):
            return True
    if _inverted(trigger) or any(child.dep_ == "advcl" and _inverted(child) for child in trigger.lefts):
        return True
    if _opens_with_condition(trigger) or any(_inverted(word) for word in trigger.ancestors):
        return True
    if trigger.dep_ == "ROOT":
        last = next((c for c in reversed(list(trigger.rights)) if c.is_punct), None)
        return last is not None and last.text == "?"
    return False


def _inverted(clause: Word) -> bool:
    """ "Had they fired, ...": a condition by the order of its words."""
    first = clause.lefts[0] if clause.lefts else clause
    opens = first is clause or first.dep_ in ("aux", "auxpass")
    return clause.dep_ == "advcl" and opens and first.lower_ in ("had", "should", "were")


def _opens_with_condition(trigger: Word) -> bool:
    """ "Were a truce signed, both would agree": the first verb of a sentence that opens so and asks nothing."""
    first = trigger.lefts.first("aux", "auxpass")
    if first is None or first.text not in ("Had", "Should", "Were"):
        return False
    sentence = [word for word in first.words.sentence(first.words.sentence_of(first)) if not word.is_space]
    return sentence[0] is first and sentence[-1].text != "?"


def _going_to(trigger: Word) -> bool:
    """ "is due to meet", "was scheduled to leave", "is to visit"."""
    head = trigger.head
    if trigger.dep_ != "xcomp" or trigger.lemma_ == "blame" or not trigger.lefts.has_tag("TO"):
        return False
    return head.lower_ in certainty_words("scheduled") or (head.lemma_ == "be" and not _says_what_is(head))


def _says_what_is(copula: Word) -> bool:
    """ "his plan is to visit", "it is ready to": no future of "be to"."""
    if copula.children.has("acomp", "attr", "expl"):
        return True
    subject = copula.lefts.first(*SUBJECTS)
    named = subject is not None and (subject.pos_ in ("PROPN", "PRON") or subject.ent_type_ or subject.tag_ == "NNS")
    return not named or (subject is not None and subject.lower_ in ("what", "all", "it", "this", "that"))


def _negated(trigger: Word) -> bool:
    if any(_says_no(child, trigger) for child in trigger.children):
        return True
    if trigger.pos_ == "ADJ":
        return trigger.dep_ == "acomp" and trigger.head.children.has("neg")
    if trigger.dep_ == "pcomp" and (trigger.head.lower_ == "without" or _is_short_of(trigger.head)):
        return True
    if trigger.dep_ == "xcomp" and trigger.head.lemma_ == "have" and trigger.head.children.has_form("yet"):
        return True
    if trigger.pos_ == "NOUN":
        return _noun_negated(trigger)
    if trigger.tag_ == "VB" and _of_nothing(trigger):
        return True
    if trigger.dep_ == "conj" and trigger.head.pos_ == "VERB" and not trigger.lefts.has(*_SUBJECTS):
        return any(_says_no(c, trigger.head) for c in trigger.head.children) and _joined_by_or(trigger)
    return any(_is_nobody(child) for child in trigger.children if child.dep_ in ("nsubj", "nsubjpass", "dobj"))


def _is_short_of(preposition: Word) -> bool:
    """ "Close to firing", "far from attacking", "stopped short of arresting"."""
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    return (before, preposition.lower_) in (("close", "to"), ("far", "from"), ("short", "of"))


def _of_nothing(purpose: Word) -> bool:
    """The stopping in "did little to stop it"."""
    did = purpose.head if purpose.head.lemma_ == "do" else purpose.head.head
    if did.lemma_ != "do" or purpose.dep_ not in ("advcl", "xcomp", "acl", "relcl"):
        return False
    return any(child.dep_ == "dobj" and child.lower_ in ("little", "nothing") for child in did.rights)


def _says_no(child: Word, verb: Word) -> bool:
    if child.dep_ == "neg" or child.lower_ in ("never", "hardly", "scarcely", "neither"):
        return True
    return child.i < verb.i and child.dep_ == "advmod" and child.lower_ in certainty_words("almost")


def _is_nobody(noun: Word) -> bool:
    if noun.lower_ in ("nobody", "none", "nothing", "neither"):
        return True
    if any(
        c.lower_ in ("no", "neither") or (c.lower_ == "not" and c.nbor(1).lower_ in ("a", "one")) for c in noun.lefts
    ):
        return True
    return noun.lower_ == "one" and noun.i > 0 and noun.nbor(-1).lower_ == "no"


def _noun_negated(noun: Word) -> bool:
    """ "no attack", "no signs of an attack", "foiled an attack", "a foiled attack"."""
    head = noun.head
    before = {child.lower_ for child in noun.lefts}
    if before & {"no", "without"} or before & certainty_words("averted_noun") or head.lower_ == "without":
        return True
    if noun.dep_ in ("dobj", "nsubjpass") and head.pos_ == "VERB":
        return predicate_of(head) in certainty_words("averting") and not _negated(head)
    trace = head.head if noun.dep_ == "pobj" else noun
    return trace.lemma_ in certainty_words("traces") and trace.lefts.has_form("no")


def _joined_by_or(trigger: Word) -> bool:
    return any(child.lower_ in ("or", "nor") for child in trigger.head.rights if child.i < trigger.i)


def tense_of(trigger: Word) -> Tense | None:
    """The tense of a verb, through its auxiliaries; of a noun, that of the verb it depends on."""
    if trigger.pos_ == "NOUN":
        verb = trigger.head
        return tense_of(verb) if verb != trigger and verb.pos_ in ("VERB", "AUX") else None
    auxiliaries = trigger.lefts.those("aux", "auxpass")
    if _going_to(trigger) or any(child.lower_ in certainty_words("modal_future") for child in auxiliaries):
        return "future"
    if any(child.tag_ == "VBD" for child in auxiliaries) or trigger.tag_ == "VBD":
        return "past"
    if any(child.lemma_ == "have" for child in auxiliaries):
        return "past"
    if trigger.tag_ in ("VBZ", "VBP") or any(child.tag_ in ("VBZ", "VBP") for child in auxiliaries):
        return "present"
    dependent = trigger.tag_ in ("VBG", "VBN") or trigger.dep_ in ("conj", "xcomp")
    if dependent and trigger.head != trigger and trigger.head.pos_ in ("VERB", "AUX", "NOUN"):
        return tense_of(trigger.head)
    return None


def is_reporting(token: Word) -> bool:
    """Whether a verb only reports: say, tell, announce ..., so that it is no claim of its own when it has content."""
    return cue_class(token) in _REPORTING
