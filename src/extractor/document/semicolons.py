"""Clauses before a semicolon that the parser makes the content of what is said behind it."""

from extractor.document.labels import FINITE, SUBJECTS
from extractor.document.tokens import Word
from extractor.lexicon.word_classes import word_class


def part_at_semicolon(semicolon: Word) -> None:
    """Make the clause before a semicolon one of its own, that nobody behind the semicolon says.

    "Expelled" of "Oslo expelled two envoys; Minsk said that it would respond", where the parser has Minsk say both;
    not "fled" of "rebels fled; troops, the army said, followed", which the army says.
    """
    if semicolon.i == 0:
        return
    before = semicolon.nbor(-1)
    clause = next((word for word in (before, *before.ancestors) if _is_content(word, semicolon)), None)
    if clause is None:
        return
    saying = clause.head
    behind = saying.lefts.first(*SUBJECTS)
    if behind is None or behind.left_edge.i != semicolon.i + 1 or saying.head is not saying:
        return
    if saying.tag_ not in FINITE or _is_said_of_both(saying):
        return
    clause.move(clause, "ROOT")


def _is_content(word: Word, semicolon: Word) -> bool:
    """Whether a finite clause in front of a semicolon is the content of a verb behind it.

    "Expelled" of "Oslo expelled two envoys; Minsk said that it would respond".
    """
    return word.dep_ == "ccomp" and word.head.i > semicolon.i and word.right_edge.i < semicolon.i


def _is_said_of_both(verb: Word) -> bool:
    """Whether somebody behind a semicolon tells of both sides.

    "Rebels fled; one was hurt, the army said".
    """
    if verb.lemma_ in word_class("saying"):
        return not verb.rights.has("ccomp")
    return any(word.lemma_ in word_class("saying") for word in verb.children.those("parataxis"))
