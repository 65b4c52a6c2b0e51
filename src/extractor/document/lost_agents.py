"""Doers of passive verbs that the parser hangs on the noun before them: "were imposed on generals by the state"."""

from extractor.document.tokens import Word
from extractor.lexicon.actor_nouns import actor_nouns
from extractor.lexicon.triggers import event_nouns

_COURTS = "JUD"
_ACTORS = frozenset(("GPE", "ORG", "NORP"))


def repair_agent_of_passive(by: Word) -> None:
    """Give a passive verb the "by" behind its last noun, when what stands behind it can act and that noun is no act.

    "The United States" of "sanctions were imposed on three generals by the United States"; not "rebels" of "eight died
    in an attack by rebels", whose attack it is.
    """
    doer, noun = by.pobj, by.head
    if doer is None or noun.dep_ not in ("pobj", "dobj") or not _can_act(doer) or noun.lemma_ in event_nouns():
        return
    verb = next((word for word in noun.ancestors if word.pos_ == "VERB" and word.tag_ == "VBN"), None)
    if verb is not None and verb.lefts.has("auxpass") and not verb.rights.has("agent") and by.i > noun.i:
        by.move(verb, "agent")


def _can_act(doer: Word) -> bool:
    """Whether what stands behind "by" can only be a doer: a state or a body by name, or a court; no author.

    "A court in Cali", "the United States"; not "Salman Rushdie" of "sued over a book by Salman Rushdie".
    """
    entry = actor_nouns().get(doer.lemma_)
    return doer.ent_type_ in _ACTORS or (entry is not None and entry.sector == _COURTS)
