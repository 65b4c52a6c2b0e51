"""Attribution by a phrase: "according to the army", "citing officials", "by his account", "as he tells it"."""

from extractor.annotate.claims.content_clauses import ancestors_of
from extractor.annotate.claims.sources import Attribution
from extractor.document.tokens import Word
from extractor.lexicon.tables import word_lists

_ACCOUNTS = word_lists("claims/words.txt")["accounts"]
_TELLING = word_lists("claims/words.txt")["telling"]
_ACCORDING = frozenset(("according", "citing", "quoting"))


def according_to(trigger: Word) -> Attribution | None:
    """The attribution by a preposition in the clause of a trigger or in one above it.

    The source of "left" in "Rebels left, according to the army." is "army".
    """
    for node in (trigger, *(parent for _, parent in ancestors_of(trigger))):
        for child in node.children:
            found = _by_phrase(child)
            if found is not None:
                return found
    return None


def _by_phrase(word: Word) -> Attribution | None:
    """The attribution that a phrase beside a verb makes.

    "Consul" for "words" of "in the words of the consul".
    """
    if word.lower_ in _ACCORDING:
        return _after_according(word)
    return _in_words_of(word) or _per(word) or _as_told(word) or _from_what(word)


def _in_words_of(preposition: Word) -> Attribution | None:
    """The attribution of a clause that is given in the words of somebody.

    "In the words of the consul, soldiers looted the mission", "by his account".
    """
    spoken = preposition.pobj if preposition.lower_ in ("in", "by") else None
    if spoken is None or spoken.lower_ not in _ACCOUNTS or not spoken.lefts.has("det", "poss"):
        return None
    speaker = spoken.prep("of") or spoken.lefts.first("poss")
    if speaker is None:
        return None
    return Attribution(speaker, spoken, preposition.i, spoken.i + 1, "report")


def _per(preposition: Word) -> Attribution | None:
    """The attribution of "per the coroner"; not of "per day".

    "Coroner", the cue is "per".
    """
    source = preposition.pobj if preposition.lower_ == "per" else None
    if source is None:
        return None
    is_somebody = source.pos_ == "PROPN" or source.lefts.has_form("the")
    if not is_somebody:
        return None
    return Attribution(source, preposition, preposition.i, preposition.i + 1, "report")


def _as_told(word: Word) -> Attribution | None:
    """The attribution of "as the driver tells it" and of "the way the driver remembers it".

    "Driver", the cue is "tells".
    """
    verb = _telling_verb(word)
    if verb is None or not verb.rights.has_form("it", dep="dobj"):
        return None
    teller = verb.lefts.first("nsubj")
    if teller is None:
        return None
    return Attribution(teller, verb, verb.i, verb.i + 1, "report")


def _telling_verb(word: Word) -> Word | None:
    """The verb of "as the driver tells it" and of "the way the driver tells it".

    "Tells" for "way" of "the way the driver tells it"; None for "as they took it".
    """
    if word.lower_ == "way":
        verb = word.rights.first("relcl")
    else:
        verb = word if word.lefts.has_form("as", dep="mark") else None
    if verb is None or verb.lemma_ not in _TELLING:
        return None
    return verb


def _after_according(word: Word) -> Attribution | None:
    """The attribution of "according to the army" and "citing officials".

    None where nobody is named behind: "according as they left".
    """
    if word.lower_ != "according":
        source = word.rights.first("dobj", "pobj")
        if source is None:
            return None
        return Attribution(source, word, word.i, word.i + 1, "report")
    to = word.rights.form("to")
    source = _told_behind(to) if to is not None else None
    if to is None or source is None:
        return None
    return Attribution(source, word, word.i, to.i + 1, "report")


def _told_behind(preposition: Word) -> Word | None:
    """Who is named behind a preposition, or tells what stands there.

    "Doctor" for "to" of "according to the doctor" and of "according to what the doctor told Sol".
    """
    telling = preposition.rights.first("pcomp")
    if telling is None or telling.lemma_ not in _TELLING:
        return preposition.pobj
    return telling.lefts.first("nsubj")


def _from_what(preposition: Word) -> Attribution | None:
    """The attribution of "from what the doctor tells us".

    "Doctor", the cue is "from".
    """
    teller = _told_behind(preposition) if preposition.lower_ == "from" else None
    if teller is None or not preposition.rights.has("pcomp"):
        return None
    return Attribution(teller, preposition, preposition.i, preposition.i + 1, "report")
