"""Values: a candidate and its scene -> a reading, by the reader that the candidate's rule names."""

from __future__ import annotations

from collections.abc import Callable

from extractor.annotate.dates import days, numeric, periods, spans, weeks
from extractor.annotate.dates.reading import Reading, Scene

READERS: dict[str, Callable[[Scene], Reading | None]] = {
    "before_deictic": days.read_before_deictic,
    "borrowed_day": days.read_borrowed_day,
    "century": periods.read_century,
    "compound_duration": spans.read_compound_duration,
    "day": days.read_day,
    "day_ago": days.read_day_ago,
    "decade": periods.read_decade,
    "duration": spans.read_duration,
    "fiscal_year": periods.read_fiscal_year,
    "fixed": spans.read_fixed,
    "half": periods.read_half,
    "iso": numeric.read_iso,
    "iso_week": weeks.read_iso_week,
    "month": periods.read_month,
    "numeric": numeric.read_numeric,
    "offset": spans.read_offset,
    "ordinal_day": days.read_ordinal_day,
    "quarter": periods.read_quarter,
    "season": periods.read_season,
    "set": spans.read_set,
    "short_year": periods.read_short_year,
    "spoken_year": periods.read_spoken_year,
    "unit": periods.read_unit,
    "unit_before_last": periods.read_unit_before_last,
    "week_of": weeks.read_week_of,
    "week_of_month": periods.read_week_of_month,
    "weekend": weeks.read_weekend,
    "year": periods.read_year,
    "year_ago": periods.read_year_ago,
}


def read_candidate(read: str, scene: Scene) -> Reading | None:
    """The reading of a candidate, None when it turns out to be no time expression."""
    return READERS[read](scene)
