"""Names that the recogniser of names runs together over a colon: "Daejeon: Nurses went on strike"."""

from extractor.document.tokens import Word

_NAMES = frozenset(("ORG", "PERSON", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT"))


def part_at_colon(colon: Word) -> None:
    """End a name before a colon that opens an item, and take the label from the words behind it.

    "Daejeon" is all of the name in "Daejeon: Nurses went on strike", and no part of the phrase of the nurses; "Mission:
    Impossible" as a work stays whole.
    """
    if colon.ent_iob_ != "I" or colon.ent_type_ not in _NAMES or not _opens_item(colon):
        return
    for word in colon.words.between(colon.i, colon.nbor(-1).entity_end):
        word.ent_type_, word.ent_iob_ = "", "O"
    for word in (colon.nbor(-1), colon):
        if word.head.i > colon.i and word.head.head is not word.head:
            word.move(word.head.head, "dep" if word is not colon else "punct")


def _opens_item(colon: Word) -> bool:
    """Whether a space stands behind a colon.

    True of "Daejeon: Nurses", not of "12:30".
    """
    return colon.i + 1 < len(colon.words) and colon.nbor(1).idx > colon.end
