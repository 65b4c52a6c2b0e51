"""Which words name a proposition: verbs with a clause of their own, "be" with a subject, nouns of acts."""

from extractor.annotate.claims.attribution import Attributor
from extractor.annotate.claims.cues import cue_class
from extractor.annotate.claims.factuality import is_reporting
from extractor.document.tokens import Word
from extractor.lexicon.triggers import light_verbs
from extractor.lexicon.word_classes import word_classes
from extractor.syntax import CLAUSES, SUBJECTS, is_event_noun


def is_trigger(token: Word, attributor: Attributor) -> bool:
    """Whether a word names a proposition of its own.

    In "The army said rebels fled after an attack." these are "fled" and "attack": what is said is the claim, the saying
    is not.
    """
    if token.pos_ == "VERB":
        return _is_verb_of_clause(token, attributor)
    if token.pos_ == "AUX":
        return _is_copula_of_clause(token)
    return is_event_noun(token)


def _is_copula_of_clause(token: Word) -> bool:
    """Whether "be" is the verb of a clause with a subject.

    "The town is calm."
    """
    if token.lemma_ != "be" or token.dep_ not in CLAUSES:
        return False
    return token.children.has(*SUBJECTS)


def _is_verb_of_clause(verb: Word, attributor: Attributor) -> bool:
    """Whether a verb of a clause names a proposition.

    One that only reports does not, unless it orders, carries an act, or somebody else tells that it was said.
    """
    if verb.dep_ not in CLAUSES and not _is_state(verb):
        return is_event_noun(verb)
    if not _only_reports(verb):
        return True
    if _is_order(verb) or _carries_act(verb):
        return True
    return attributor.tells(verb)


def _is_state(participle: Word) -> bool:
    """Whether the parser takes a participle for an adjective of "be".

    "Were later slain."
    """
    return (participle.dep_, participle.tag_, participle.head.lemma_) == ("acomp", "VBN", "be")


def _only_reports(verb: Word) -> bool:
    """Whether a verb only reports what is said, and is no act of words besides.

    "Said they left"; "warned they would leave" is a warning.
    """
    if not is_reporting(verb) or not _has_content(verb):
        return False
    return verb.lemma_ not in word_classes()["speech_act"]


def _has_content(verb: Word) -> bool:
    """Whether a verb of saying has a clause or a quotation that tells what is said.

    "Said they left"; not "said a prayer" and "found him guilty".
    """
    if any(not _is_quality(child) for child in verb.children.those("ccomp", "parataxis")):
        return True
    if verb.lemma_ not in ("say", "tell", "add"):
        return False
    return cue_class(verb) == "report"


def _is_quality(word: Word) -> bool:
    """Whether a word is a quality of the object, no clause.

    "Found him guilty."
    """
    return word.pos_ == "ADJ" and not word.children.has("aux", "cop", "mark")


def _is_order(verb: Word) -> bool:
    """Whether telling is ordering.

    "Told the envoy to leave."
    """
    inner = verb.rights.first("xcomp") if verb.lemma_ == "tell" else None
    return inner is not None and inner.lefts.has_tag("TO")


def _carries_act(verb: Word) -> bool:
    """Whether the object of a verb says what was done.

    "Reiterated its demand that they leave."
    """
    carried = light_verbs().get(verb.lemma_, frozenset())
    return any(child.lemma_ in carried for child in verb.rights.those("dobj"))
