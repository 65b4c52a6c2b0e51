"""What the dates of a text rest on: the dates named before, and whether a passage tells of a past year."""

from __future__ import annotations

from datetime import date

from extractor.annotate.dates.interval import interval_of
from extractor.annotate.dates.reading import Mention, Reading

_UNITS = {
    "day": "D", "part of day": "D", "hour": "D", "minute": "D", "second": "D", "week": "W", "weekend": "W",
    "month": "M", "quarter": "Q", "half": "Y", "season": "M", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip


class Timeline:
    """The dates of a text so far. `told` are the years that expressions with a year of their own name."""

    def __init__(self, today: date | None) -> None:
        self.today = today
        self.last: Mention | None = None
        self.last_day: Mention | None = None
        self.last_explicit: Mention | None = None

    def add(self, id_: str, start: int, paragraph: int, reading: Reading, explicit: bool) -> None:
        """Remember a date that was read."""
        stretch = interval_of(reading.value) if reading.value else None
        if stretch is None or reading.value is None:
            return
        unit = _UNITS.get(stretch.granularity)
        if unit is None:
            return
        mention = Mention(id_, start, reading.value, stretch.earliest.date(), unit, explicit, paragraph)
        self.last = mention
        if unit == "D":
            self.last_day = mention
        if unit in {"D", "M", "Y"}:
            self.last_explicit = mention if explicit else self.last_explicit
