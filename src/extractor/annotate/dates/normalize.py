"""Values: a candidate and its context -> a reading, by the reader that the candidate's rule names."""

from __future__ import annotations

from collections.abc import Callable

from extractor.annotate.dates.context import Context, Reading
from extractor.annotate.dates.normalizers import (
    days,
    durations,
    months,
    numeric,
    offsets,
    parts,
    quarters,
    units,
    weekdays,
    weeks,
    years,
)

READERS: dict[str, Callable[[Context], Reading | None]] = {
    "before_deictic": weekdays.read_before_deictic,
    "borrowed_day": days.read_borrowed_day,
    "century": years.read_century,
    "compound_duration": durations.read_compound_duration,
    "day": days.read_day,
    "day_ago": weekdays.read_day_ago,
    "decade": years.read_decade,
    "duration": durations.read_duration,
    "fiscal_year": quarters.read_fiscal_year,
    "fixed": durations.read_fixed,
    "half": quarters.read_half,
    "half_of_month": parts.read_half_of_month,
    "iso": numeric.read_iso,
    "iso_week": weeks.read_iso_week,
    "month": months.read_month,
    "numeric": numeric.read_numeric,
    "lone_ordinal_day": days.read_lone_ordinal_day,
    "offset": offsets.read_offset,
    "ordinal_day": days.read_ordinal_day,
    "overnight": days.read_overnight,
    "part_of_unit": parts.read_part_of_unit,
    "quarter": quarters.read_quarter,
    "season": months.read_season,
    "set": durations.read_set,
    "short_year": years.read_short_year,
    "unit": units.read_unit,
    "unit_before_last": units.read_unit_before_last,
    "week_of": weeks.read_week_of,
    "weekday_of_week": weekdays.read_weekday_of_week,
    "week_of_month": months.read_week_of_month,
    "weekend": weeks.read_weekend,
    "year": years.read_year,
    "year_ago": quarters.read_year_ago,
    "year_tail": years.read_year_tail,
}


def read_candidate(read: str, context: Context) -> Reading | None:
    """The reading of a candidate, None when it turns out to be no time expression."""
    return READERS[read](context)
