"""The date layer: finds, reads and anchors the time expressions of a Doc."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, datetime, tzinfo

from spacy.tokens import Doc

from extractor.annotate.dates.context import Context, Reading, why_no_interval
from extractor.annotate.dates.grammar.grammar import grammar
from extractor.annotate.dates.interval import Interval, interval_of
from extractor.annotate.dates.normalize import read_candidate
from extractor.annotate.dates.normalizers.anchored_durations import interval_of_duration
from extractor.annotate.dates.normalizers.numeric import writes_day_first
from extractor.annotate.dates.recognize import Candidate, candidates
from extractor.annotate.dates.tense import Tense
from extractor.annotate.dates.timeline import Timeline
from extractor.document import layers as marks
from extractor.document.ids import content_id
from extractor.records import DateExpression, DateType, MaskReason
from extractor.settings import Settings

_WEEKENDS = {"sat-sun": (6, 7), "fri-sat": (5, 6)}
_DIVISIBLE = {"day", "week", "month", "quarter", "half", "season", "year", "decade", "century"}
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
        """The time expressions of a Doc that are not masked, each read with those before it."""
        text, published, article = marks.text_of(doc), marks.published(doc), marks.article_id(doc)
        kept = list(_outside(candidates(text), marks.masked(doc, MaskReason.BOILERPLATE, MaskReason.REPEATED)))
        timeline, tense = Timeline(_day_of(published), kept), Tense(doc)
        zone = published.tzinfo if isinstance(published, datetime) else None
        day_first = self._day_first(doc, kept)
        for found in kept:
            context = timeline.context(found, text, tense, day_first)
            reading = read_candidate(found.read, context)
            if reading is None:
                continue
            id_ = content_id("d", article, found.start, found.end)
            anchored = timeline.add(id_, found, reading, text)
            interval = self._interval(context, anchored, text, zone)
            yield _expression(id_, found, anchored, interval)

    def _interval(self, context: Context, reading: Reading, text: str, zone: tzinfo | None) -> Interval | None:
        """The time that a reading names on the calendar."""
        if reading.type is DateType.DURATION and not context.history:
            found = context.found
            return interval_of_duration(reading.value, found.text, text[found.end : found.end + 4], context.today)
        dated = reading.value if reading.type in _DATED else None
        if not dated:
            return None
        return interval_of(dated, _WEEKENDS[self._settings.weekend], zone)

    def _day_first(self, doc: Doc, kept: list[Candidate]) -> bool:
        """Whether 5/6/2024 is the fifth of June here."""
        if self._settings.date_order != "auto":
            return self._settings.date_order == "DMY"
        return writes_day_first(kept, (doc._.extractor_article or {}).get("url"))


def _expression(id_: str, found: Candidate, reading: Reading, interval: Interval | None) -> DateExpression:
    """The record of a reading."""
    return DateExpression(
        id=id_,
        start=found.start,
        end=found.end,
        text=found.text,
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        earliest=interval.earliest if interval else None,
        latest=interval.latest if interval else None,
        granularity=_granularity(interval, reading) if interval else None,
        anchor=reading.anchor if reading.value else None,
        reason=reading.reason or (None if interval else why_no_interval(reading)),
    )


def _granularity(interval: Interval, reading: Reading) -> str:
    """The unit, or "part of" it for early, mid and late; the interval stays that of the value, as in TIMEX3."""
    parted = reading.mod in {"START", "MID", "END"} and interval.granularity in _DIVISIBLE
    if parted:
        return f"part of {interval.granularity}"
    return interval.granularity


def _day_of(published: datetime | date | None) -> date | None:
    """The day, None for one so near the ends of the calendar that arithmetic would leave it."""
    if published is None or not MINYEAR + 1 < published.year < MAXYEAR - 1:
        return None
    if isinstance(published, datetime):
        return published.date()
    return published


def _outside(found: list[Candidate], masked: list[tuple[int, int]]) -> Iterator[Candidate]:
    """The candidates that are not in a masked piece."""
    starts = [start for start, _ in masked]
    for candidate in found:
        at = bisect_right(starts, candidate.start) - 1
        if at < 0 or masked[at][1] <= candidate.start:
            yield candidate
