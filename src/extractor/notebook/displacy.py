"""What `spacy.displacy.render(..., style="ent", manual=True)` takes."""

from collections.abc import Iterable
from typing import Any

from extractor.notebook.marks import LAYERS, marks_of
from extractor.records import Extraction


def displacy_entities(result: Extraction, layers: Iterable[str] = LAYERS) -> dict[str, Any]:
    """Text, title and entities; where marks overlap the outer one is kept, since displaCy draws no two of a word."""
    entities: list[dict[str, Any]] = []
    done = 0
    for mark in marks_of(result, layers):
        if mark.start >= done:
            entities.append({"start": mark.start, "end": mark.end, "label": mark.label.upper()})
            done = mark.end
    return {"text": result.article.text, "ents": entities, "title": result.article.title}
