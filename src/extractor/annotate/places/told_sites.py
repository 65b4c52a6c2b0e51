"""Names that say where a building or people are: "a monastery near Ashkar", "a warehouse at Bir Lahmi"."""

from collections.abc import Iterator

from extractor.annotate.places.beside import end_of_name, listed_from, word_at
from extractor.annotate.places.candidates import UNNAMED, Entity, Words
from extractor.annotate.places.words import words
from extractor.lexicon.noun_classes import classes_of

_PUTTING = frozenset(("in", "at", "near", "outside"))
_SITES = frozenset(("building", "structure", "place", "way", "vehicle"))
_LISTED = ("building", "school", "towns", "sited")
_OWNERS = frozenset(("'s", "’s"))
_BEHIND_OWNER = _OWNERS | {"-", "&"}
_OTHER_KINDS = ("building", "school", "street", "business", "media", "team", "event_word")


def sited_spans(said: Words) -> Iterator[tuple[int, int]]:
    """Tokens [start, end) of names behind "a NOUN near", the noun one of what stays in a place.

    "Ashkar" of "shelled a monastery near Ashkar" and of "Near Ashkar, gunmen fired", also "Tel Nur" of "blocked Mill
    Road at Ashkar and Tel Nur"; not "Ashkar" of "a clerk at Ashkar".
    """
    for at, word in enumerate(said.lower):
        end = end_of_name(said, at + 1) if word in _PUTTING else 0
        if end > at + 1 and _may_be_town(said, at + 1, end) and _puts_town(said, at, end):
            yield at + 1, end
            yield from (span for span in listed_from(said, at + 1) if span[0] > end and _is_listed_town(said, *span))


def _is_listed_town(said: Words, start: int, end: int) -> bool:
    """Whether a further name of a list can be that of a town.

    "Tel Nur" of "near Ashkar and Tel Nur"; not "General Smith" of "near Ashkar and General Smith fled", of which the
    recogniser of names may take only "Smith" for a person. Whatever stands before ", both in Idlib" can.
    """
    entity = said.covering[end - 1]
    is_somebody = entity is not None and entity.label in ("PERSON", "ORG")
    if is_somebody and not _are_put_together(said, start):
        return False
    return _may_be_town(said, start, end)


def _are_put_together(said: Words, start: int) -> bool:
    """Whether what stands behind a list says where all of it is.

    True from "Ashkar" on in "Ashkar and Tel Nur, both in Idlib"; False in "Smith and Jones, both in their fifties".
    """
    *_, end = start, *(end for _, end in listed_from(said, start))
    if word_at(said, end) != "," or word_at(said, end + 1) not in ("both", "all"):
        return False
    return word_at(said, end + 2) in _PUTTING and end_of_name(said, end + 3) > end + 3


def _puts_town(said: Words, at: int, end: int) -> bool:
    """Whether the words around a preposition and a name are of what it puts there.

    "Monastery" before "in", "at" and "near"; before "near" also people and the beginning of a sentence; "Mopti region"
    behind "in Ashkar,".
    """
    before = word_at(said, at - 1)
    if before in words("street"):
        return True
    kinds = classes_of(before) | classes_of(before.removesuffix("s"))
    if said.lower[at] == "near" and ("person" in kinds or not before.isalpha()):
        return True
    if not kinds.isdisjoint(_SITES) or any(before in words(listed) for listed in _LISTED):
        return not said.capital[at - 1]  # not "the Lunchroom at Ashkar"
    if word_at(said, end) == "," and _is_division(said, end + 1):
        return True
    return _are_put_together(said, at + 1)


def _is_division(said: Words, at: int) -> bool:
    """Whether words call what they name a part of a country: "Mopti region", "in Mali's Mopti region"."""
    start = at + (word_at(said, at) == "in")
    end = end_of_name(said, start)
    if word_at(said, end) in _OWNERS:
        start, end = end + 1, end_of_name(said, end + 1)
    return end > start and word_at(said, end) in words("division_word")


def _may_be_town(said: Words, start: int, end: int) -> bool:
    """Whether a whole name can be that of a town.

    Not "Ford Street", "Smith" of "Smith's house", "UF" of "school at UF" and "Monday".
    """
    if word_at(said, end) in _BEHIND_OWNER or said.texts[end - 1].isupper():
        return False
    if any(said.lower[end - 1] in words(kind) for kind in _OTHER_KINDS):
        return False
    entity = said.covering[start]
    if entity is not None and (entity.label in UNNAMED or (entity.end != end and not _is_list(said, entity))):
        return False
    return said.proper[end - 1]


def _is_list(said: Words, entity: Entity) -> bool:
    """Whether the recogniser of names takes several names of a list for one: "Ashkar, Tel Nur"."""
    return "," in said.texts[entity.start : entity.end]
