"""Idioms of inaction: "stood by", "turned a blind eye", "were mute spectators", "did little to stop it"."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.lexicon.tables import word_lists

_MODIFIERS = ("prt", "advmod", "acomp", "amod", "attr", "dobj", "oprd", "npadvmod")


def says_inaction(verb: Word) -> bool:
    """Whether a verb with its idiom says that nothing was done.

    "Stood by", "turned a blind eye"; not "ready to stand by", which is no reproach.
    """
    idioms = word_lists("claims/inaction.txt")
    if verb.lemma_ not in idioms:
        return False
    said = {word.lemma_ for word in _company(verb)} & idioms[verb.lemma_]
    return bool(said) and not (said == {"by"} and verb.tag_ == "VB")  # "ready to stand by"


def _company(verb: Word) -> Iterator[Word]:
    """What stands with a verb: particles, adverbs and objects, what modifies them, nouns behind prepositions.

    "idly" and "by" for "stood" of "Police stood idly by."
    """
    for child in verb.children:
        if child.dep_ == "prep":
            noun = child.pobj
            if noun is None:
                yield child  # "stood by while"
            elif child.lower_ in ("as", "like", "on", "in", "of"):
                yield from (noun, *noun.lefts)
        elif child.dep_ in _MODIFIERS:
            yield from (child, *child.lefts)
