"""Names of people that begin with a month or a day, which the recogniser of names parts: "April Chebet"."""

from extractor.document.tokens import Word
from extractor.lexicon.noun_classes import classes_of, known_nouns
from extractor.lexicon.tables import word_lists

_DAYS = word_lists("parse/words.txt")["days as given names"]
_MONTHS = word_lists("parse/words.txt")["months as given names"]
_TAKING_PART = frozenset(("dobj", "nsubj", "nsubjpass", "conj", "appos", "npadvmod"))


def repair_day_name(name: Word) -> None:
    """Make a month or a day and the surname behind it one person.

    "June" and "Atieno" of "guards beat June Atieno"; not "May" of "the May Day march" nor "June" of
    "in June Atieno left".
    """
    _join_month(name)
    day = name.nbor(-1) if name.i else name
    if day.lower_ not in _DAYS or day.head is not name or name.dep_ not in _TAKING_PART:
        return
    if not _is_surname(name) or day.follows("the", "this", "last", "next"):
        return
    for word, place in ((day, "B"), (name, "I")):
        word.ent_type_, word.ent_iob_ = "PERSON", place


def _join_month(month: Word) -> None:
    """Set a month behind somebody's relative beside that one, where no month can stand.

    "August" of "beat her brother August"; not that of "her brother, August 12".
    """
    relative = month.nbor(-1) if month.i else month
    if month.lower_ not in _MONTHS or month.tag_ != "NNP" or month.ent_type_ != "DATE":
        return
    is_person = relative.tag_ == "NN" and "person" in classes_of(relative.lemma_)
    if is_person and relative.lefts.has("poss") and month.right_edge is month:
        month.ent_type_, month.ent_iob_ = "PERSON", "B"
        month.move(relative, "appos")


def _is_surname(name: Word) -> bool:
    """Whether a word can only be a surname: no noun, no day and no place.

    "Atieno"; not "Madness", "Monday" and "Lebanon".
    """
    if name.tag_ != "NNP" or name.ent_type_ not in ("", "PERSON") or not name.text.istitle():
        return False
    return name.lower_ not in known_nouns()
