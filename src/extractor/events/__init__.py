"""The event layer."""

from spacy.tokens import Doc

from extractor import marks
from extractor.settings import Settings


class EventCoder:
    """Writes the events of a Doc."""

    def __init__(self, settings: Settings) -> None:
        pass

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer."""
        marks.EVENTS.write(doc, [])
        return doc


def ontology_version(settings: Settings) -> str:
    """Name and hash of the ontology."""
    return "none"
