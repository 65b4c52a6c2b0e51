"""Names of people that are days as well: "Friday Okoro", "Mr Sunday", "the farmer Easter Mulder"."""

from itertools import takewhile

from spacy.tokens import Span, Token

from extractor.lexicon.actor_nouns import actor_nouns
from extractor.lexicon.tables import word_lists

_TITLES, _ON_DAYS = word_lists("dates/around.txt")["titles"], word_lists("dates/around.txt")["on days"]
_PEOPLES = frozenset(("GPE", "NORP"))
_INSIDE = frozenset(("compound", "nmod"))
_TAKING = frozenset(("dobj", "appos", "conj", "pobj", "poss", "nsubjpass"))  # a subject may stand behind a day
_NEVER_BEFORE_NAMES = frozenset(("ADP", "DET", "PRON"))
_BEFORE_SPEAKER = frozenset((",", '"', "”", "''"))
_PLAIN = frozenset(("NNP", "NNPS"))
_LONGEST = 4  # words of a name behind its first one


def is_in_name(day: Span) -> bool:
    """Whether a day is a part of somebody's name.

    "Friday" of "gunmen abducted Friday Okoro" and of "Mr Friday", not of "on Friday Okoro left" nor "left Friday".
    """
    return _is_surname(day) or any(test(day) for test in _GIVEN) and _goes_on(day)


def _is_surname(day: Span) -> bool:
    """Whether a title stands before a day: "Mr Friday", "Judge Sunday"; not "told the judge Sunday"."""
    title = day[0].nbor(-1) if day.start else None
    return title is not None and title.text[0].isupper() and title.lower_.rstrip(".") in _TITLES


def _goes_on(day: Span) -> bool:
    """Whether the name of a person goes on behind a day.

    "Okoro" behind the "Friday" of "Friday Okoro"; not "Prime Minister Lee", "night", "Mass" nor "Russia".
    """
    name = list(takewhile(lambda word: word.tag_ in _PLAIN, day.doc[day.end : day.end + _LONGEST]))
    if not name or not name[0].text.istitle() or name[0].ent_type_ in _PEOPLES:
        return False
    return not any(word.lower_ in _TITLES | _ON_DAYS or word.lower_ in actor_nouns() for word in name)


def _is_labelled(day: Span) -> bool:
    """Whether the recogniser of names takes a day and what is behind it for one person.

    True of "Easter" in "the farmer, Easter Mulder".
    """
    return day[0].ent_type_ == "PERSON"


def _is_compound(day: Span) -> bool:
    """Whether a day is the first word of a name that something is done to.

    True of "Friday" in "abducted Friday Okoro", not in "said his Friday Mass".
    """
    word = day.root
    if word.dep_ not in _INSIDE or word.head.i < day.end or word.head.dep_ not in _TAKING:
        return False
    return day.start == 0 or day[0].nbor(-1).pos_ not in _NEVER_BEFORE_NAMES


def _is_before_object(day: Span) -> bool:
    """Whether a day stands between a verb and its object, where no day of the verb can stand.

    "Friday" of "gunmen abducted Friday Okoro", whatever the parser takes it for.
    """
    if day.start == 0 or day.end == len(day.doc):
        return False
    behind = day.doc[day.end]
    name = behind.head if behind.dep_ in _INSIDE else behind
    return name.dep_ == "dobj" and name.head.i == day.start - 1


def _is_behind_noun(day: Span) -> bool:
    """Whether a noun for one person stands before a day: "defender Friday Okoro"."""
    noun = day[0].nbor(-1) if day.start else None
    if noun is None or noun.tag_ not in ("NN", "NNP"):
        return False
    entry = actor_nouns().get(noun.lower_)
    return entry is not None and entry.form == "human"


def _opens_clause(day: Span) -> bool:
    """Whether a day stands bare at the start of a sentence, or behind a comma before who says it.

    "Friday Okoro was arrested", "it burned, Friday Okoro said"; not "On Friday Okoro left".
    """
    first: Token = day[0]
    return first.is_sent_start or first.nbor(-1).text in _BEFORE_SPEAKER


_GIVEN = (_is_labelled, _is_compound, _is_before_object, _is_behind_noun, _opens_clause)
