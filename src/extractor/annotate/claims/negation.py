"""Negation: which acts did not take place by the words of their own clause: "did not leave", "no attack"."""

from collections.abc import Callable

from extractor.annotate.claims.cues import certainty_words
from extractor.document.tokens import Word
from extractor.syntax import SUBJECTS, is_definite, predicate_of

_ARGUMENTS = (*SUBJECTS, "dobj")
_NEVER = frozenset(("never", "hardly", "scarcely", "neither"))
_NOBODY = frozenset(("nobody", "none", "nothing", "neither"))
_ONLY = ("only", "just", "merely", "simply", "solely", "alone")
# Preposition -> the words before it that make it one of what was not done.
_FALLING_SHORT = {"to": ("close",), "from": ("far",), "of": ("short", "instead"), "than": ("rather",)}


def is_negated(word: Word) -> bool:
    """Whether a verb, a noun or an adjective is negated in its own clause; cues above it are not asked.

    True of "killed" in "Nobody was killed.", of "attack" in "There was no attack.".
    """
    for test in _TESTS.get(word.pos_, _VERB_TESTS):  # noqa: SIM110 - `any` costs more, and every trigger is asked
        if test(word):
            return True
    return False


def _has_negation(word: Word) -> bool:
    """Whether a word has a negation, or "almost", under it.

    "Did not leave", "never left", "almost fell", "at no point left".
    """
    for child in word.children:  # noqa: SIM110 - as above
        is_neg = child.dep_ == "neg" and not child.precedes("before")  # "but not before they had fired": they did
        if is_neg or child.lower_ in _NEVER or _is_almost(child) or _is_never_told(child):
            return True
    return False


def _is_never_told(child: Word) -> bool:
    """Whether a word under a verb says never in a phrase: "not once", "at no point", also behind the subject.

    "Once" of "not once did they fire", "rebels" of "the rebels at no point fired".
    """
    if child.lower_ == "once":
        return child.lefts.has("neg") and not child.precedes("but")
    if child.dep_ in ("nsubj", "nsubjpass"):
        return any(map(_is_at_no_point, child.rights))
    return _is_at_no_point(child)


def _is_at_no_point(preposition: Word) -> bool:
    """Whether a preposition opens an adverbial that says never or not at all.

    "At" of "at no point did they fire", "under" of "under no circumstances"; not "in" of "in no time".
    """
    noun = preposition.pobj if preposition.dep_ == "prep" else None
    if noun is None or not noun.lefts.has_form("no"):
        return False
    return f"{preposition.lower_} {noun.lower_}" in certainty_words("never_at")


def _is_participle_of_negated_be(verb: Word) -> bool:
    """Whether a participle hangs under its own auxiliary, which the parser takes for the verb, and that is negated.

    "Damaged" of "In no way was the mosque damaged.", "fired" of "At no time were shots fired."
    """
    auxiliary = verb.head.head if verb.dep_ == "acl" else verb.head
    if verb.tag_ != "VBN" or auxiliary.lemma_ != "be":
        return False
    return any(map(_is_at_no_point, auxiliary.lefts))


def _is_done_by_others(verb: Word) -> bool:
    """Whether a verb says what the ones that it tells of did not do, but others.

    "Shelled" of "It was not rebels who shelled the clinic."; not of "It was not the first time that rebels shelled it."
    nor of "It was not only rebels who shelled it."
    """
    be = verb.head.head
    if verb.dep_ != "relcl" or verb.head.dep_ != "attr" or be.lemma_ != "be":
        return False
    if not any(relative.tag_ in ("WP", "WDT") for relative in verb.lefts.those(*_ARGUMENTS)):
        return False
    is_not = any(not word.precedes(*_ONLY) for word in be.children.those("neg"))
    return is_not and be.lefts.has_form("it", dep="nsubj")


def _is_let_alone(word: Word) -> bool:
    """Whether a verb or noun stands behind "let alone", which tells of even less than did not happen.

    "Seize" of "They did not reach the town, let alone seize it."
    """
    first = word.left_edge
    return first.follows("alone") and first.nbor(-1).follows("let")


def _is_almost(word: Word) -> bool:
    """Whether a word is an "almost" before what was not done.

    Of "almost fell", not of "fell almost at once".
    """
    return word.dep_ == "advmod" and word.i < word.head.i and word.lower_ in certainty_words("almost")


def _is_negated_predicate(adjective: Word) -> bool:
    """Whether an adjective is the predicate of a negated copula.

    "Was not possible."
    """
    return adjective.dep_ == "acomp" and adjective.head.children.has("neg")


def _is_avoided_gerund(word: Word) -> bool:
    """Whether a gerund stands behind words for what was not done.

    "Left without firing", "came close to firing", "stopped short of arresting them", "instead of firing".
    """
    if word.dep_ != "pcomp":
        return _is_rather_not_done(word)
    preposition = word.head
    if preposition.lower_ == "without":
        return True
    return preposition.follows(*_FALLING_SHORT.get(preposition.lower_, ()))


def _is_rather_not_done(verb: Word) -> bool:
    """Whether a verb stands behind a "rather than", which something else was done than.

    "Shoot" of "rather than shoot the rioters they fled" and of "they fled rather than shoot".
    """
    if verb.tag_ not in ("VB", "VBG") or verb.dep_ not in ("advcl", "conj") or verb.i < 2:
        return False
    return verb.follows("than") and verb.nbor(-1).follows("rather")


def _is_yet_to_come(word: Word) -> bool:
    """Whether an infinitive is still to come.

    "Have yet to leave"; not "have to leave".
    """
    if (word.dep_, word.head.lemma_) != ("xcomp", "have"):
        return False
    return word.head.children.has_form("yet")


def _is_purpose_of_nothing(infinitive: Word) -> bool:
    """Whether an infinitive is what little or nothing was done for.

    The stopping in "did little to stop it".
    """
    if infinitive.tag_ != "VB" or infinitive.dep_ not in ("advcl", "xcomp", "acl", "relcl"):
        return False
    did = infinitive.head if infinitive.head.lemma_ == "do" else infinitive.head.head
    if did.lemma_ != "do":
        return False
    return did.rights.has_form("little", "nothing", dep="dobj")


def _is_content_of_no_trace(word: Word) -> bool:
    """Whether a verb, or some act that is a part of its clause, is what there is no sign of.

    "Fired" of "there is no evidence that soldiers fired", "strike" of "no sign that teachers went on strike".
    """
    if word.pos_ == "NOUN" and is_definite(word):
        return False
    verb = word.climb("nsubj", "nsubjpass", "dobj", "pobj", "prep", "conj")
    if verb.dep_ not in ("acl", "ccomp") or not verb.lefts.has_form("that"):
        return False
    return verb.head.lemma_ in certainty_words("traces") and verb.head.lefts.has_form("no", "little")


def _shares_subject(verb: Word) -> bool:
    """Whether a verb is coordinated with another and has no subject of its own.

    "Fled" of "rebels shot and fled"; not of "rebels shot and guards fled".
    """
    if verb.dep_ != "conj" or verb.head.pos_ != "VERB":
        return False
    return not verb.lefts.has("nsubj", "nsubjpass")


def _shares_negation(verb: Word) -> bool:
    """Whether the negation of the verb it is coordinated with holds for a verb too: behind "or", not behind "and".

    "Did not stop or slow down"; not "did not stop and drove on".
    """
    if not _shares_subject(verb) or not _has_negation(verb.head):
        return False
    return any(child.lower_ in ("or", "nor") for child in verb.head.rights if child.i < verb.i)


def _has_negative_argument(verb: Word) -> bool:
    """Whether somebody or something in the clause is nobody or nothing.

    "Nobody left", "attacked no village".
    """
    return any(map(_is_nobody, verb.children.those("nsubj", "nsubjpass", "dobj")))


def _is_nobody(noun: Word) -> bool:
    """Whether a noun stands for nobody or nothing.

    "Nobody", "no soldier", "not a soldier", "not one soldier", "no one".
    """
    if noun.lower_ in _NOBODY or any(map(_is_negative_determiner, noun.lefts)):
        return True
    if any(one.lower_ == "one" and one.follows("not") for one in noun.lefts):
        return True
    return noun.lower_ == "one" and noun.follows("no")


def _is_negative_determiner(word: Word) -> bool:
    """Whether a word before a noun says that there is none.

    "No", "neither", "not" of "not a soldier"; not that of "not the soldiers".
    """
    if word.lower_ == "not":
        return word.precedes("a", "one")
    return word.lower_ in ("no", "neither")


def _is_negated_noun(noun: Word) -> bool:
    """Whether the words around a noun say that what it names did not take place."""
    return _is_denied_in_phrase(noun) or _is_averted(noun) or _is_without_trace(noun)


def _is_denied_in_phrase(noun: Word) -> bool:
    """Whether the phrase of a noun says that there was none.

    "No attack", "without a fight", "a foiled attack".
    """
    if noun.head.lower_ == "without" or noun.lefts.has_form("no", "without"):
        return True
    averted = certainty_words("averted_noun")
    return any(child.lower_ in averted for child in noun.lefts)


def _is_averted(noun: Word) -> bool:
    """Whether the verb of a noun says that it was prevented.

    "Foiled an attack", "the march was called off"; not "did not foil an attack".
    """
    verb = noun.head
    if noun.dep_ not in ("dobj", "nsubjpass") or verb.pos_ != "VERB":
        return False
    if predicate_of(verb) not in certainty_words("averting"):
        return False
    return not is_negated(verb)


def _is_without_trace(noun: Word) -> bool:
    """Whether there is no sign of what a noun names; of an object of a verb the verb decides.

    "No signs of an attack."
    """
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ == "VERB":
        return False
    trace = noun.head.head if noun.dep_ == "pobj" else noun
    if trace.lemma_ not in certainty_words("traces"):
        return False
    return trace.lefts.has_form("no")


_Test = Callable[[Word], bool]
_VERB_TESTS: tuple[_Test, ...] = (
    _has_negation,
    _is_avoided_gerund,
    _is_yet_to_come,
    _is_purpose_of_nothing,
    _is_content_of_no_trace,
    _shares_negation,
    _has_negative_argument,
    _is_participle_of_negated_be,
    _is_let_alone,
    _is_done_by_others,
)
# Part of speech -> what negates a word of it; the others are negated as verbs are.
_TESTS: dict[str, tuple[_Test, ...]] = {
    "ADJ": (_has_negation, _is_negated_predicate, _is_participle_of_negated_be),
    "NOUN": (
        _has_negation,
        _is_avoided_gerund,
        _is_yet_to_come,
        _is_negated_noun,
        _is_let_alone,
        _is_content_of_no_trace,
    ),
}
