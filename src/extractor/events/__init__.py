"""The event layer."""

from spacy.tokens import Doc

from extractor import marks
from extractor.events.ontology import ontology_version
from extractor.settings import Settings

__all__ = ["EventCoder", "ontology_version"]


class EventCoder:
    """Writes the events of a Doc."""

    def __init__(self, settings: Settings) -> None:
        pass

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer."""
        marks.EVENTS.write(doc, [])
        return doc
