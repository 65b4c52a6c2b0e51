"""From claims to events: what kind, who, where, when, how many, told once."""

from extractor.events.coder import EventCoder
from extractor.lexicon.ontology import ontology_version

__all__ = ["EventCoder", "ontology_version"]
