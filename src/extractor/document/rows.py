"""Past tenses that the parser joins to what cannot stand in a row with one: infinitives, nouns."""

from extractor.document.labels import NOUNS, SUBJECTS
from extractor.document.tokens import Word

_OF_INFINITIVES = ("ccomp", "xcomp", "acl", "advcl", "relcl")


def repair_row(word: Word) -> None:
    """Hang a past tense in a row with an infinitive or a noun on the verb above that.

    "Gathered" of "they let the cranes stand still and gathered at the gate", "arrested" of "foiled a plan to rob a bank
    and arrested two men", "hurt" of "killed a judge, his guard, and hurt two passers-by".
    """
    if word.lefts.has(*SUBJECTS) or not _is_past(word):
        return
    verb = _verb_above(word.head) if _is_infinitive(word.head) or _is_joined_noun(word) else None
    if verb is not None and verb.i < word.i:
        word.move(verb, "conj")


def _is_past(verb: Word) -> bool:
    """Whether a verb is in the past tense, by itself or by its auxiliary.

    "Fled", "were shot"; not "shot" of "a man shot in Homs".
    """
    return verb.tag_ == "VBD" or any(word.tag_ == "VBD" for word in verb.lefts.those("aux", "auxpass"))


def _is_infinitive(verb: Word) -> bool:
    """Whether a verb is an infinitive below another verb or a noun.

    "Hide" of "they tried to hide and fled"; not "hide" of "they can hide".
    """
    return verb.tag_ == "VB" and verb.dep_ in _OF_INFINITIVES and not verb.lefts.has_tag("MD")


def _is_joined_noun(word: Word) -> bool:
    """Whether a verb with an object of its own stands in a row with a noun.

    "Hurt" of "killed two men, one a guard, and hurt three others" where the parser joins it to the guard.
    """
    return word.head.pos_ in NOUNS and word.head.dep_ != "ROOT" and word.tag_ == "VBD" and word.rights.has("dobj")


def _verb_above(word: Word) -> Word | None:
    """The nearest verb above a word; none where no verb governs it.

    "Foiled" for "rob" of "foiled a plan to rob a bank".
    """
    return next((above for above in word.ancestors if above.pos_ == "VERB"), None)
