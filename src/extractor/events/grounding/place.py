"""The place of an event whose own sentence names none."""

from datetime import timedelta

from extractor.events.draft import Draft
from extractor.events.grounding.days import geo_precision
from extractor.events.index import AnnotatedArticle

APART = timedelta(60)
REACH = 3  # sentences that a place holds for when nothing else is said


def inherit_places(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give events the places of those just before them where they have none."""
    of_sentence: dict[int, list[Draft]] = {}
    for event in events:
        of_sentence.setdefault(event.sentence, []).append(event)
    for event in events:
        if event.place is None and not event.coding.kind.verbal:
            sentences = range(event.sentence - REACH, event.sentence + 1)
            _inherit_place(article, event, [e for at in sentences for e in of_sentence.get(at, ())])


def _inherit_place(article: AnnotatedArticle, event: Draft, events: list[Draft]) -> None:
    """An act whose sentence names no place happened where the paragraph put its first act, else the one just before."""
    before = [e for e in events if e.place and e is not event and _may_share(e, event)]
    near = [e for e in before if not e.coding.kind.verbal] or before
    if near:
        event.place = min(near, key=lambda e: (_width(article, e), event.sentence - e.sentence, e.trigger.i)).place
        event.reasons.append("place: of a sentence before")


def _may_share(one: Draft, other: Draft) -> bool:
    """Whether nothing says that an event is of another time, as the background of a story is."""
    if one.days is None or other.days is None:
        return True
    return one.days[0] - other.days[1] <= APART and other.days[0] - one.days[1] <= APART


def _width(article: AnnotatedArticle, event: Draft) -> int:
    return geo_precision(article.places.get(event.place or "")) or 3
