"""Attribution by a preposition: "according to the army", "citing officials", "in the words of the consul"."""

from extractor.annotate.claims.content_clauses import ancestors_of
from extractor.annotate.claims.sources import Attribution
from extractor.document.tokens import Word

_ACCORDING = frozenset(("according", "citing", "quoting"))


def according_to(trigger: Word) -> Attribution | None:
    """The attribution by a preposition in the clause of a trigger or in one above it.

    The source of "left" in "Rebels left, according to the army." is "army".
    """
    for node in (trigger, *(parent for _, parent in ancestors_of(trigger))):
        for child in node.children:
            found = _after_according(child) if child.lower_ in _ACCORDING else _in_words_of(child)
            if found is not None:
                return found
    return None


def _in_words_of(preposition: Word) -> Attribution | None:
    """The attribution of a clause that is given in the words of somebody.

    "In the words of the consul, soldiers looted the mission."
    """
    spoken = preposition.pobj if preposition.lower_ == "in" else None
    if spoken is None or spoken.lower_ != "words":
        return None
    speaker = spoken.prep("of") or spoken.lefts.first("poss")
    if speaker is None:
        return None
    return Attribution(speaker, spoken, preposition.i, spoken.i + 1, "report")


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
    if to is None or to.pobj is None:
        return None
    return Attribution(to.pobj, word, word.i, to.i + 1, "report")
