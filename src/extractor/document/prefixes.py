"""Nouns with a prefix and a hyphen, whose three parts the parser hangs side by side: "an ex-policeman"."""

from extractor.document.labels import INSIDE
from extractor.document.tokens import Word

_MODIFIERS = INSIDE | {"amod", "punct"}


def repair_prefix(hyphen: Word) -> None:
    """Hang a prefix and its hyphen on the noun behind them, which takes what belongs to them.

    "Ex" of "the court jailed an ex-policeman", where the parser has the court jail an ex, a hyphen and a policeman.
    """
    _repair_parted(hyphen)
    if hyphen.dep_ in _MODIFIERS or not 0 < hyphen.i < len(hyphen.words) - 1:
        return
    prefix, noun = hyphen.nbor(-1), hyphen.nbor(1)
    if not all(_is_beside(part, hyphen) for part in (prefix, noun)) or hyphen.end < noun.idx:
        return
    if noun.tag_ == "JJ":  # "an ex-general"
        noun.pos_, noun.tag_ = "NOUN", prefix.tag_
    for child in (*prefix.children, *hyphen.children):
        child.move(noun, child.dep_)
    prefix.move(noun, "compound")
    hyphen.move(noun, "punct")
    hyphen.pos_, hyphen.tag_ = "PUNCT", "HYPH"


def _is_beside(part: Word, hyphen: Word) -> bool:
    """Whether a part of a hyphened word depends as its hyphen does.

    "Ex" and "policeman" where both are objects of "jailed" as "-" is.
    """
    return part.head is hyphen.head and part.dep_ == hyphen.dep_


def _repair_parted(hyphen: Word) -> None:
    """Join a noun whose first part the parser makes an object and whose hyphen it makes the subject of a verb.

    "Drills" of "held joint counter-terrorism drills", where a hyphen would drill.
    """
    noun = hyphen.head
    if hyphen.dep_ != "nsubj" or noun.tag_ != "VBZ" or noun.dep_ != "ccomp" or hyphen.i == 0:
        return
    prefix = hyphen.nbor(-1)
    if prefix.dep_ != "dobj" or prefix.head is not noun.head:
        return
    for child in prefix.children:
        child.move(noun, child.dep_)
    noun.move(prefix.head, "dobj")
    prefix.move(noun, "compound")
    hyphen.move(noun, "punct")
    hyphen.pos_, hyphen.tag_ = "PUNCT", "HYPH"
    noun.pos_, noun.tag_ = "NOUN", "NNS"
