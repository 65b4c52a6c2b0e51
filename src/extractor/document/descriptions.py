"""Names that the parser parts from the description before them: "the bishop of Oaxaca, Raúl Peña, left"."""

from extractor.document.labels import NOUNS
from extractor.document.tokens import Word
from extractor.lexicon.noun_classes import classes_of


def repair_described(name: Word) -> None:
    """Hang a person's name beside the description, where the parser hangs it on the place in that.

    "Peña" on "bishop", not on "Oaxaca", in "the bishop of Oaxaca, Raúl Peña, left".
    """
    place = name.head
    if name.ent_type_ != "PERSON" or place.dep_ != "pobj" or place.pos_ != "PROPN" or place.ent_type_ == "PERSON":
        return
    described = place.head.head
    if _is_person(described):
        name.move(described, "appos")


def repair_described_in_front(name: Word) -> None:
    """Hang a name that the parser cuts off beside the description in the phrase in front of it.

    "Tan" on "doctor" in "in a letter to the doctor, Liam Tan, the miners complained".
    """
    first = name.left_edge
    described = first.nbor(-2) if first.i > 1 and first.follows(",") else None
    if described is None or name.ent_type_ != "PERSON" or not _ends_at_comma(name):
        return
    if described.dep_ == "pobj" and _is_person(described):
        name.move(described, "appos")


def _is_person(noun: Word) -> bool:
    """Whether a noun describes one person.

    "Bishop"; not "bishops", "council".
    """
    return noun.tag_ == "NN" and noun.pos_ in NOUNS and "person" in classes_of(noun.lemma_)


def repair_description_behind(description: Word, name: Word) -> None:
    """Hang a description between commas beside the name before it, where the parser takes both for subjects.

    "Mayor" on "Ferri" in "Lucia Ferri, until last year the mayor of Norcia, said so".
    """
    is_inside = _ends_at_comma(description) and _ends_at_comma(name)
    if is_inside and name.ent_type_ == "PERSON" and _is_person(description):
        description.move(name, "appos")


def repair_part_behind(part: Word, whole: Word) -> None:
    """Hang what tells of some of many beside those, where the parser takes both for subjects.

    "Most" on "herders" in "herders, most of them from Chad, had stolen cattle"; not on "she" in "she left, most of them
    stayed".
    """
    them = part.prep("of")
    is_of_them = them is not None and them.lower_ in ("them", "whom", "these", "those")
    if is_of_them and part.i > whole.i and part.left_edge.follows(","):
        part.move(whole, "appos")


def repair_name_of_described(name: Word) -> None:
    """Hang a name on the noun right before it, where the parser takes it for a second object of the verb.

    "Alloys" on "steelmaker" in "attacked surveyors of the steelmaker Kalinga Alloys with sticks".
    """
    first = name.left_edge
    described = first.nbor(-1) if first.i else None
    if described is None or name.pos_ != "PROPN" or described.pos_ != "NOUN" or not described.is_behind("of"):
        return
    if not name.head.above(described) or name.head.i > described.i:
        return
    for phrase in name.rights.those("prep"):
        phrase.move(name.head, "prep")
    name.move(described, "appos")


def _ends_at_comma(noun: Word) -> bool:
    """Whether a comma ends the phrase of a noun."""
    last = noun.right_edge
    return last.text == "," or last.precedes(",")
