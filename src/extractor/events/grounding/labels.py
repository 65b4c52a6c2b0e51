"""Incident notes: "Niger, 9 July 2023: In Dosso town, gunmen shot a grocer" has its day and its country in front.

The items of a digest have a place alone in front: "Apia: Teachers went on strike. Suva: Police arrested two sailors."
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from extractor.events.draft import Draft
from extractor.events.grounding.days import interval_of
from extractor.events.index import AnnotatedArticle

_FEWEST = 2  # headings of a digest
_MARKS = (":", ".")  # behind the date of a label
# What may stand in a label before its date: nothing, or a place.
_NAME = re.compile(r"(?:[^\n,:]{2,40}, ){0,2}(?:On )?")


@dataclass(frozen=True, slots=True)
class _Label:
    """The date of a note and the place in front of it."""

    date: str
    place: str | None


def read_labels(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give events without a day, or without a place, those of the label of their paragraph.

    "Niger, 9 July 2023: Gunmen shot a grocer" gives the shooting 9 July 2023 and Niger, as does "Niger, 9 July 2023.
    Dosso: Gunmen shot a grocer".
    """
    read_headings(article, events)
    starts = article.words.paragraph_starts
    labels = _labels(article, starts)
    for event in events if labels else ():
        label = labels.get(bisect_right(starts, event.trigger.idx) - 1)
        if label is None:
            continue
        event.days = event.days or interval_of(article, article.dates[label.date])
        event.place = event.place or label.place


def _labels(article: AnnotatedArticle, starts: list[int]) -> dict[int, _Label]:
    """Number of a paragraph -> its label.

    {0: 9 July 2023 and Niger} of "Niger, 9 July 2023: Gunmen shot a grocer."
    """
    text, found = article.words.text, dict[int, _Label]()
    for date in article.dates_in_order:
        if text[date.end : date.end + 1] not in _MARKS:
            continue
        number = bisect_right(starts, date.start) - 1
        if _NAME.fullmatch(text, starts[number], date.start):
            found.setdefault(number, _Label(date.id, _place_at(article, starts[number])))
    return found


def _place_at(article: AnnotatedArticle, start: int) -> str | None:
    """The place whose name stands at an offset.

    Apia at the first character of "Apia: Teachers went on strike."
    """
    for place in article.places.values():
        if any(mention.start == start for mention in place.mentions):
            return place.id
    return None


def read_headings(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give events the place in front of their item, but those whose item names theirs behind it.

    Apia to the strike of "Suva: A boat sank. Apia: Teachers went on strike."
    """
    headings = _headings(article)
    if len(headings) < _FEWEST:
        return
    starts, offsets = article.words.paragraph_starts, [offset for offset, _ in headings]
    for event in events:
        at = bisect_right(offsets, event.trigger.idx) - 1
        is_in_item = at >= 0 and bisect_right(starts, event.trigger.idx) == bisect_right(starts, offsets[at])
        if is_in_item and not _is_named_behind(article, event, offsets[at]):
            event.place = headings[at][1]


def _headings(article: AnnotatedArticle) -> list[tuple[int, str]]:
    """The places that open a sentence and have a colon behind them, by their offsets.

    (0, Apia) and (30, Suva) of "Apia: Teachers went on strike. Suva: A boat sank."
    """
    text = article.words.text
    mentions = ((place.id, mention) for place in article.places.values() for mention in place.mentions)
    return sorted(
        (mention.start, place)
        for place, mention in mentions
        if text[mention.end : mention.end + 1] == ":" and _opens_sentence(text, mention.start)
    )


def _opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins at an offset.

    >>> _opens_sentence("They left. Apia: calm", 11), _opens_sentence("In Apia: calm", 3)
    (True, False)
    """
    before = text[max(0, start - 3) : start].rstrip(" ")
    return before == "" or before[-1] in ".!?\n"


def _is_named_behind(article: AnnotatedArticle, event: Draft, start: int) -> bool:
    """Whether the place of an event is named behind the heading of its item, up to the end of its sentence."""
    place = article.places.get(event.place or "")
    end = article.sentence_tokens(event.trigger)[-1].end
    return place is not None and any(start < mention.start < end for mention in place.mentions)
