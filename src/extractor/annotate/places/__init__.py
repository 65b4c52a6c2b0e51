"""The places layer."""

from spacy.tokens import Doc

from extractor import marks
from extractor.settings import Settings


class PlaceTagger:
    """Writes the places of a Doc."""

    def __init__(self, settings: Settings) -> None:
        pass

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer."""
        marks.PLACES.write(doc, [])
        return doc


def gazetteer_version(settings: Settings) -> str:
    """Name and hash of the gazetteer."""
    return "none"
