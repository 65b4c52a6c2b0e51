"""Headlines, captions, repeated and boilerplate paragraphs: marked, never cut out."""

from extractor.records import MaskedSpan


def find_masks(text: str) -> list[MaskedSpan]:
    """The masked paragraphs of a text, in order."""
    return []
