"""The place of an event whose own sentence names none."""

from extractor.events.anchor import geo_precision
from extractor.events.article import AnnotatedArticle
from extractor.events.demands import VERBAL
from extractor.events.draft import Draft

REACH = 3  # sentences that a place holds for when nothing else is said


def inherit_place(article: AnnotatedArticle, event: Draft, events: list[Draft]) -> None:
    """An act whose sentence names no place happened where the paragraph put its first act, else the one just before."""
    if event.place is not None or event.coding.type in VERBAL:
        return
    before = [e for e in events if e.place and 0 <= event.sentence - e.sentence <= REACH and e is not event]
    near = [e for e in before if e.coding.type not in VERBAL] or before
    if near:
        event.place = min(near, key=lambda e: (_width(article, e), event.sentence - e.sentence, e.trigger.i)).place
        event.reasons.append("place: of a sentence before")


def _width(article: AnnotatedArticle, event: Draft) -> int:
    return geo_precision(article.places.get(event.place or "")) or 3
