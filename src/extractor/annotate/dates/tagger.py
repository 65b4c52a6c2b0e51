"""The date layer: finds, reads and anchors the time expressions of a Doc."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime

from spacy.tokens import Doc

from extractor import marks
from extractor.annotate.dates.anchor import Timeline, is_history
from extractor.annotate.dates.find import Candidate, candidates
from extractor.annotate.dates.grammar import grammar
from extractor.annotate.dates.interval import interval_of
from extractor.annotate.dates.reading import Scene
from extractor.annotate.dates.tense import Tense
from extractor.annotate.dates.value import read_candidate
from extractor.ids import content_id
from extractor.records import DateExpression, DateType, MaskReason
from extractor.settings import Settings

_DATED = {DateType.DATE, DateType.TIME}


class DateTagger:
    """Writes the time expressions of a Doc, in text order."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        grammar()

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer."""
        marks.DATES.write(doc, list(self._expressions(doc)))
        return doc

    def _expressions(self, doc: Doc) -> Iterator[DateExpression]:
        text, published = doc.text, marks.published(doc)
        today = published.date() if isinstance(published, datetime) else published
        zone = published.tzinfo if isinstance(published, datetime) else None
        tense = Tense(doc)
        article = marks.article_id(doc)
        end_of_day: int | None = None
        unmasked = list(_outside(candidates(text), marks.masked(doc, MaskReason.BOILERPLATE, MaskReason.REPEATED)))
        timeline = Timeline(today, is_history(unmasked, today))
        for found in unmasked:
            scene = _scene(found, timeline, tense)
            if end_of_day is not None and found.start - end_of_day < 12:
                scene.gap = text[end_of_day : found.start].strip()
            reading = read_candidate(found.read, scene)
            if reading is None:
                continue
            end_of_day = found.end if found.slots.keys() & {"day"} else None
            id_ = content_id("d", article, found.start, found.end)
            timeline.add(id_, found, reading)
            stretch = interval_of(reading.value, zone=zone) if reading.value and reading.type in _DATED else None
            yield DateExpression(
                id=id_,
                start=found.start,
                end=found.end,
                text=text[found.start : found.end],
                type=reading.type,
                value=reading.value,
                mod=reading.mod,
                earliest=stretch.earliest if stretch else None,
                latest=stretch.latest if stretch else None,
                granularity=stretch.granularity if stretch else None,
                anchor=reading.anchor,
                reason=reading.reason,
            )


def _scene(found: Candidate, timeline: Timeline, tense: Tense) -> Scene:
    return Scene(
        slots=found.slots,
        before=found.before,
        after=found.after,
        before_name=found.before_name,
        after_name=found.after_name,
        opens=found.opens,
        today=timeline.today,
        tense=lambda: tense.at(found.start, found.end),
        last=timeline.last,
        last_day=timeline.last_day,
        passage=timeline.passage(found),
        quarter=timeline.quarter,
        history=timeline.history,
    )


def _outside(found: list[Candidate], masked: list[tuple[int, int]]) -> Iterator[Candidate]:
    """The candidates that are not in a masked piece."""
    starts = [start for start, _ in masked]
    for candidate in found:
        at = bisect_right(starts, candidate.start) - 1
        if at < 0 or masked[at][1] <= candidate.start:
            yield candidate
