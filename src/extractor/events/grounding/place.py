"""The place of an event whose own sentence names none."""

from datetime import timedelta
from itertools import chain

from extractor.events.draft import Draft
from extractor.events.grounding.days import geo_precision
from extractor.events.grounding.mentions import describes_speaker
from extractor.events.index import AnnotatedArticle

APART = timedelta(60)
REACH = 3  # sentences that a place holds for when nothing else is said


def inherit_places(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give events the places of those just before them where they have none; acts of words keep none.

    Changes `place` and `reasons` of the drafts.
    Homs for the killing of "Rebels shelled Homs. A monk was killed."
    """
    of_sentence: dict[int, list[Draft]] = {}
    for event in events:
        of_sentence.setdefault(event.sentence, []).append(event)
    for event in events:
        if event.place is not None or event.coding.kind.verbal:
            continue
        around = [of_sentence.get(event.sentence - back, []) for back in range(REACH, -1, -1)]
        _inherit_place(article, event, list(chain.from_iterable(around)))


def _inherit_place(article: AnnotatedArticle, event: Draft, events: list[Draft]) -> None:
    """An act whose sentence names no place happened where the paragraph put its first act, else the one just before.

    Homs for the killing of "Rebels shelled Homs. A monk was killed."
    """
    located = [other for other in events if _may_lend_place(article, other, event)]
    acts = [other for other in located if not other.coding.kind.verbal]
    nearest = min(acts or located, key=lambda other: _distance(article, event, other), default=None)
    if nearest is not None:
        event.place = nearest.place
        event.reasons.append("place: of a sentence before")


def _may_lend_place(article: AnnotatedArticle, other: Draft, event: Draft) -> bool:
    """Whether another event has a place, and is not of another time or only of the speaker, as a background is.

    Not that of a killing of 2019 to an arrest of 2024.
    """
    if other is event or not other.place or describes_speaker(article, event, other.trigger):
        return False
    if other.days is None or event.days is None:
        return True
    first, second = sorted((other.days, event.days))
    return second[0] - first[1] <= APART


def _distance(article: AnnotatedArticle, event: Draft, other: Draft) -> tuple[int, int, int]:
    """How well the place of another event fits one: the narrowest first, then the nearest."""
    return _width(article, other), event.sentence - other.sentence, other.trigger.i


def _width(article: AnnotatedArticle, event: Draft) -> int:
    """How wide the place of an event is, from 1 for a town.

    1 for Homs, more for Syria.
    """
    return geo_precision(article.places.get(event.place or "")) or 3
