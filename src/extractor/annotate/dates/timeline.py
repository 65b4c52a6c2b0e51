"""What the dates of a text rest on: the dates named before, and whether a passage tells of a past year.

News counts from its day of publication, a history from the date it named last. Which of the two a text or a passage is
shows in its own dates: histories name past years and hardly ever say "on Friday" or "last week".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from extractor.annotate.dates.context import DATELINE, NONE_NEEDED, PUBLISHED, Context, Mention, Reading
from extractor.annotate.dates.dateline import dateline_day
from extractor.annotate.dates.interval import Interval, interval_of
from extractor.annotate.dates.recognize import Candidate
from extractor.annotate.dates.tense import Tense

UNITS = {
    "day": "D", "part of day": "D", "hour": "D", "minute": "D", "second": "D", "week": "W", "weekend": "W",
    "month": "M", "quarter": "Q", "half": "H", "season": "S", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
# A year counts as past when it is so many years before that of publication: news of September that names January of the
# year before still means its own August.
YEARS_BACK = 2
# A text is a history when it has so many days and months with a past year, and more than twice as many as expressions
# counted from today. Of 969 news texts 1 is taken for a history, of 16 histories all but one that is BC throughout.
MIN_DATED = 3
DATED_A_DEICTIC = 2
# Or when nothing is counted from today, so many past years are named, and yearless dates are as many.
MIN_YEARS = 5
_TOLD = frozenset({"D", "M", "S", "Y"})  # the units of the dates that tell of the past
PASSAGE_CHARS = 600  # so far a past year reaches in news that has no paragraphs
_GAP = 12  # characters between two days of one month ("April 24 and 25")


_OF_TODAY = frozenset({"weekday", "deictic", "night", "rel"})  # parts of a day that is counted from today


def is_past(year: int, today: date | None) -> bool:
    """Whether a year is one that a history would name."""
    return today is None or year <= today.year - YEARS_BACK


def names_past_year(found: Candidate, today: date | None) -> bool:
    """Whether the candidate has a year of its own, and a past one."""
    year = found.slots.get("year", "")
    if found.read not in {"day", "month", "year", "season"} or not year.isdigit():
        return False
    return is_past(int(year), today)


def is_deictic(found: Candidate) -> bool:
    """Whether the candidate counts from the day of publication: on Friday, yesterday, last week, two days ago."""
    slots = found.slots
    if found.read == "day":
        if "month" in slots:
            return False
        return not slots.keys().isdisjoint(_OF_TODAY)
    if found.read in {"unit", "quarter"}:
        return "rel" in slots
    if found.read == "weekend" or "own" in slots:
        return True
    return slots.get("way") == "ago"


def is_of_month(found: Candidate) -> bool:
    """Whether the candidate is a month or a day of one."""
    return found.read in {"day", "month"} and "month" in found.slots


def is_history(found: Iterable[Candidate], today: date | None) -> bool:
    """Whether a text as a whole tells of the past.

    True of a life story with three days of past years, such as "3 May 1911", and no "yesterday".
    """
    years = dated = deictic = yearless = 0
    for candidate in found:
        past, of_month = names_past_year(candidate, today), is_of_month(candidate)
        years += past
        dated += past and of_month
        yearless += of_month and "year" not in candidate.slots
        deictic += is_deictic(candidate)
    if dated >= MIN_DATED and dated > DATED_A_DEICTIC * deictic:
        return True
    return deictic == 0 and MIN_YEARS <= years <= yearless


class Timeline:
    """The dates of a text so far. `today` is the day of publication, or that of the dateline once it was read."""

    def __init__(self, today: date | None, found: Iterable[Candidate]) -> None:
        self.today = today
        self.history = is_history(found, today)
        self._by_dateline = False
        self._end_of_day: int | None = None
        self.last: Mention | None = None
        self.last_day: Mention | None = None
        self.quarter: Mention | None = None
        self._told: Mention | None = None  # the last date of the chain that an explicit past year began
        self._follows = False  # whether a yearless date has followed it
        self._broken = False  # whether an expression counted from today came after it

    def passage(self, found: Candidate) -> Mention | None:
        """The date that a yearless one follows here, None where it follows the day of publication.

        In news a sentence must open with the yearless date ("In July, ...") in the paragraph of the past date or the
        next one, before anything that counts from today; once that has happened, the paragraph is a history.
        """
        told = self._told
        if told is None or self.history:
            return told
        if self._broken or found.paragraph - told.paragraph > 1 or found.start - told.start > PASSAGE_CHARS:
            return None
        goes_on = self._follows and found.paragraph == told.paragraph
        if not goes_on and not found.opens:
            return None
        return told

    def context(self, found: Candidate, text: str, tense: Tense, day_first: bool) -> Context:
        """What a candidate's value may rest on."""
        return Context(
            found=found,
            today=self.today,
            tense=lambda: tense.at(found.start, found.end),
            last=self.last,
            last_day=self.last_day,
            quarter=self.quarter,
            passage=self.passage(found),
            history=self.history,
            day_first=day_first,
            gap=self._gap(found, text),
            verb_follows=lambda: tense.verb_follows(found.end),
            names_somebody=lambda: tense.names_somebody(found.start, found.end),
        )

    def _gap(self, found: Candidate, text: str) -> str | None:
        """What stands between a day of a month and the candidate, when that is little: "and", "-"."""
        end = self._end_of_day
        if end is not None and found.start - end < _GAP:
            return text[end : found.start].strip()
        return None

    def add(self, id_: str, found: Candidate, reading: Reading, text: str) -> Reading:
        """Remember a date that was read; the reading comes back with what it rests on."""
        self._end_of_day = found.end if "day" in found.slots else None
        anchored = replace(reading, anchor=DATELINE) if self._by_dateline and reading.anchor == PUBLISHED else reading
        self._remember(id_, found, reading)
        day = dateline_day(found, reading, text, self.today)
        if day is not None:
            self.today, self._by_dateline = day, True
        return anchored

    def _remember(self, id_: str, found: Candidate, reading: Reading) -> None:
        """Note what later dates may follow."""
        if is_deictic(found):
            self._broken, self._follows = True, False
        interval = interval_of(reading.value) if reading.value else None
        if interval is None or reading.value is None or interval.granularity not in UNITS:
            return
        unit = UNITS[interval.granularity]
        mention = Mention(id_, found.start, reading.value, interval.earliest.date(), unit, found.paragraph)
        self.last = mention
        if unit == "D":
            self.last_day = mention
        if unit == "Q" and self._is_reported_quarter(found, reading, interval):
            self.quarter = mention
        self._tell(mention, reading, found.opens)

    def _is_reported_quarter(self, found: Candidate, reading: Reading, interval: Interval) -> bool:
        """Whether a quarter is the finished one that a report of earnings is about, not the one it compares with."""
        if "back" in found.slots or reading.anchor != PUBLISHED:
            return False
        if self.today is None:
            return False
        return interval.latest.date() <= self.today

    def _tell(self, mention: Mention, reading: Reading, opens: bool) -> None:
        """Go on with the chain of dates of the past, or begin one."""
        follows = self._told is not None and reading.anchor == self._told.id
        if mention.unit in _TOLD and (follows or self._begins(mention, reading, opens)):
            self._told = mention
            self._broken, self._follows = False, follows

    def _begins(self, mention: Mention, reading: Reading, opens: bool) -> bool:
        """Whether a date of its own past year begins a passage about the past; a mere year only in a history.

        True of "On 3 May 1997 troops landed.", not of "On Friday they left."
        """
        if reading.anchor != NONE_NEEDED or not is_past(mention.day.year, self.today):
            return False
        if mention.unit != "Y":
            return True
        if not self.history:
            return False
        return not self._is_aside(opens)

    def _is_aside(self, opens: bool) -> bool:
        """Whether a year that opens no sentence stands beside a date that is told more closely."""
        if opens or self._told is None:
            return False
        return self._told.unit != "Y"
