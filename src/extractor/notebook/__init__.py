"""How results look in a notebook: HTML that holds no script, refers to nothing outside, and escapes every text."""

from extractor.notebook.displacy import displacy_entities
from extractor.notebook.fragment import event_html, extraction_html, place_html

__all__ = ["displacy_entities", "event_html", "extraction_html", "place_html"]
