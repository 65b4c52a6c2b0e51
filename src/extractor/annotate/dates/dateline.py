"""Datelines: "BEIRUT, Dec. 7 (Reuters) —" says on which day the text was written."""

from __future__ import annotations

from datetime import date, timedelta

from extractor.annotate.dates.context import NONE_NEEDED, Reading
from extractor.annotate.dates.recognize import Candidate
from extractor.document.datelines import stands_in_dateline
from extractor.records import DateType

HEAD_CHARS = 1500  # a dateline stands near the top, after a headline and perhaps a byline
# A text is published some days after it was written at most; a date further off is no dateline of this text.
MAX_AGE = timedelta(7)
# With its year a dateline names its day by itself: reports that are kept and sent on later still count from it.
MAX_AGE_WITH_YEAR = timedelta(60)


def dateline_day(found: Candidate, reading: Reading, text: str, today: date | None) -> date | None:
    """The day of a dateline, None when the candidate is none or it is not the day of writing of this text.

    5 March for "GAO, March 5 - " on a text of 6 March; None on one of June, where it cannot be the day of writing.
    """
    if reading.type is not DateType.DATE or reading.value is None:
        return None
    if not _is_day_near_top(found) or not stands_in_dateline(text, found.start, found.end):
        return None
    day = date.fromisoformat(reading.value)
    if today is None:
        if reading.anchor != NONE_NEEDED:
            return None
        return day
    oldest = MAX_AGE_WITH_YEAR if "year" in found.slots else MAX_AGE
    if timedelta(0) <= today - day <= oldest:
        return day
    return None


def _is_day_near_top(found: Candidate) -> bool:
    """Whether a candidate is a day of a month in the first lines of a text: "Dec. 7"."""
    if found.read != "day" or "month" not in found.slots:
        return False
    return found.start <= HEAD_CHARS
