"""Conditions and questions: clauses that say under what others hold ("if they leave", "had they left") or only ask."""

from collections.abc import Callable

from extractor.document.tokens import Word

_INVERTED = ("had", "should", "were")


def is_conditional(trigger: Word) -> bool:
    """Whether a verb stands in a condition, in the main clause of one, or in a question.

    True of both verbs of "If police fire, we will flee." and of "fired" in "Have police fired?".
    """
    for test in _TESTS:  # noqa: SIM110 - `any` costs more, and every trigger is asked
        if test(trigger):
            return True
    return False


def _is_if_clause(verb: Word) -> bool:
    """Whether a verb stands in a clause with "if", "unless" or "whether"."""
    return verb.lefts.has_form("if", "unless", "whether", dep="mark")


def _has_if_clause(verb: Word) -> bool:
    """Whether a verb has a clause with "if" or "unless" under it.

    "Stay" in "if they leave, we stay".
    """
    return any(clause.lefts.has_form("if", "unless", dep="mark") for clause in verb.children.those("advcl"))


def _is_inverted_clause(verb: Word) -> bool:
    """Whether a clause is a condition by the order of its words.

    "Had they fired, we would have fled"; "firing on us, they fled" is none.
    """
    if verb.dep_ != "advcl":
        return False
    first = verb.lefts[0] if verb.lefts else verb
    opens = first is verb or first.dep_ in ("aux", "auxpass")
    return opens and first.lower_ in _INVERTED


def _has_inverted_clause(verb: Word) -> bool:
    """Whether a condition by the order of its words stands before a verb.

    "Fled" in "had they fired, we would have fled".
    """
    return any(map(_is_inverted_clause, verb.lefts))


def _is_in_inverted_clause(verb: Word) -> bool:
    """Whether a verb stands under a condition by the order of its words.

    "Attack" in "should they decide to attack, we flee".
    """
    return any(map(_is_inverted_clause, verb.ancestors))


def _opens_with_condition(verb: Word) -> bool:
    """Whether a verb is the first of a sentence that opens with its auxiliary and asks nothing.

    "Signed" in "Were a truce signed, both would agree."; not in "Were they signed?".
    """
    first = verb.lefts.first("aux", "auxpass")
    if first is None or first.text not in ("Had", "Should", "Were"):
        return False
    sentence = [word for word in first.words.sentence(first.words.sentence_of(first)) if not word.is_space]
    return sentence[0] is first and sentence[-1].text != "?"


def _is_question(verb: Word) -> bool:
    """Whether a verb is that of a question.

    "Have police fired?".
    """
    if verb.dep_ != "ROOT":
        return False
    last = next((child for child in reversed(verb.rights) if child.is_punct), None)
    return last is not None and last.text == "?"


def _is_asked(verb: Word) -> bool:
    """Whether a question asks if something is so.

    "Is it true that rebels fled?"; not "why is it that they fled?".
    """
    asking = verb.head
    if verb.dep_ != "ccomp" or asking.lemma_ != "be" or not _is_question(asking):
        return False
    return asking.rights.has("acomp") and asking.left_edge is asking


_TESTS: tuple[Callable[[Word], bool], ...] = (
    _is_if_clause,
    _has_if_clause,
    _is_inverted_clause,
    _has_inverted_clause,
    _opens_with_condition,
    _is_in_inverted_clause,
    _is_question,
    _is_asked,
)
