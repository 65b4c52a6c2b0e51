"""Incident notes: "Niger, 9 July 2023: In Dosso town, gunmen shot a grocer" has its day and its country in front."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from extractor.events.draft import Draft
from extractor.events.grounding.days import interval_of
from extractor.events.index import AnnotatedArticle

# What may stand in a label before its date: nothing, or a place.
_NAME = re.compile(r"(?:[^\n,:]{2,40}, ){0,2}(?:On )?")


@dataclass(frozen=True, slots=True)
class _Label:
    """The date of a note and the place in front of it."""

    date: str
    place: str | None


def read_labels(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give events without a day, or without a place, those of the label of their paragraph.

    "Niger, 9 July 2023: Gunmen shot a grocer" gives the shooting 9 July 2023 and Niger.
    """
    starts = article.words.paragraph_starts
    labels = _labels(article, starts)
    for event in events if labels else ():
        label = labels.get(bisect_right(starts, event.trigger.idx) - 1)
        if label is None:
            continue
        event.days = event.days or interval_of(article, article.dates[label.date])
        event.place = event.place or label.place


def _labels(article: AnnotatedArticle, starts: list[int]) -> dict[int, _Label]:
    """Number of a paragraph -> its label."""
    text, found = article.words.text, dict[int, _Label]()
    for date in article.dates_in_order:
        if text[date.end : date.end + 1] != ":":
            continue
        number = bisect_right(starts, date.start) - 1
        if _NAME.fullmatch(text, starts[number], date.start):
            found.setdefault(number, _Label(date.id, _place_at(article, starts[number])))
    return found


def _place_at(article: AnnotatedArticle, start: int) -> str | None:
    """The place whose name stands at an offset."""
    for place in article.places.values():
        if any(mention.start == start for mention in place.mentions):
            return place.id
    return None
