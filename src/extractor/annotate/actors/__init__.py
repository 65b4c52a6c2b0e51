"""The actors layer."""

from spacy.tokens import Doc

from extractor import marks
from extractor.settings import Settings


class ActorTagger:
    """Writes the actors of a Doc."""

    def __init__(self, settings: Settings) -> None:
        pass

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer."""
        marks.ACTORS.write(doc, [])
        return doc
