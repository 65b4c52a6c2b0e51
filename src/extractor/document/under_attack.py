"""Set phrases of attacks that the parser cuts in two: "came under attack from rebels", "shot dead eight prisoners"."""

from extractor.document.tokens import Word

_UNDERGOING = frozenset(("be", "come", "fall"))
_OF_VERB = frozenset(("from", "by", "near", "in", "at", "on", "outside", "around"))


def repair_under_attack(under: Word) -> None:
    """Give what stands behind the noun of "came under attack" to the verb: who attacked, where, when.

    "From rebels near Kidal" of "the convoy came under attack from rebels near Kidal"; "of" stays with the noun.
    """
    verb, act = under.head, under.pobj
    if act is None or verb.lemma_ not in _UNDERGOING:
        return
    for preposition in act.rights.those("prep"):
        if preposition.lower_ in _OF_VERB:
            preposition.move(verb, "prep")


def repair_shot_dead(dead: Word) -> None:
    """Give the "dead" of "shot dead" to the verb, where the parser gives it to those who were shot.

    "Shot dead eight prisoners" is told of eight prisoners, not of dead ones; "found dead bodies" stays.
    """
    if dead.dep_ in ("amod", "advmod") and dead.follows("shot") and dead.head.i > dead.i:
        verb = dead.words[dead.i - 1]
        if verb.pos_ == "VERB":
            dead.move(verb, "oprd")
