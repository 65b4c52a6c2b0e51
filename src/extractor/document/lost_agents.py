"""Doers of passive verbs that the parser hangs on the noun before them: "were imposed on generals by the state"."""

from extractor.document.tokens import Word
from extractor.lexicon.triggers import event_nouns

_ACTORS = frozenset(("GPE", "ORG", "NORP", "PERSON"))


def repair_agent_of_passive(by: Word) -> None:
    """Give a passive verb the "by" behind its last noun, when what stands behind it can act and that noun is no act.

    "The United States" of "sanctions were imposed on three generals by the United States"; not "rebels" of "eight died
    in an attack by rebels", whose attack it is.
    """
    doer, noun = by.pobj, by.head
    if doer is None or noun.dep_ != "pobj" or doer.ent_type_ not in _ACTORS or noun.lemma_ in event_nouns():
        return
    verb = noun.head.head
    is_passive = verb.pos_ == "VERB" and verb.lefts.has("auxpass")
    if is_passive and not verb.rights.has("agent") and by.i > noun.i:
        by.move(verb, "agent")
