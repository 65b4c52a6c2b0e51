"""Values -> the intervals that they mean."""

from datetime import datetime

import pytest

from extractor.annotate.dates.interval import interval_of


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "granularity"),
    [
        ("2", "2000-01-01", "3000-01-01", "millennium"),
        ("19", "1900-01-01", "2000-01-01", "century"),
        ("199", "1990-01-01", "2000-01-01", "decade"),
        ("1999", "1999-01-01", "2000-01-01", "year"),
        ("1999-H2", "1999-07-01", "2000-01-01", "half"),
        ("1999-Q4", "1999-10-01", "2000-01-01", "quarter"),
        ("1999-WI", "1999-12-01", "2000-03-01", "season"),
        ("2024-W48", "2024-11-25", "2024-12-02", "week"),
        ("2024-W48-WE", "2024-11-30", "2024-12-02", "weekend"),
        ("2024-02-29", "2024-02-29", "2024-03-01", "day"),
        ("2024-02-29TMO", "2024-02-29", "2024-03-01", "part of day"),
        ("2024-02-29T07", "2024-02-29T07:00", "2024-02-29T08:00", "hour"),
        ("2024-02-29T24:00", "2024-03-01", "2024-03-01T00:01", "minute"),
        ("2024-02-29T07:15:30Z", "2024-02-29T07:15:30", "2024-02-29T07:15:31", "second"),
    ],
)
def test_intervals(value: str, earliest: str, latest: str, granularity: str) -> None:
    expected = (datetime.fromisoformat(earliest), datetime.fromisoformat(latest), granularity)
    assert interval_of(value) == expected


@pytest.mark.parametrize(
    "value", ["P3D", "PAST_REF", "XXXX-WXX-1", "2023-02-29", "2024-W54", "9999", "BC0480", "", "2024-13"]
)
def test_values_without_an_interval(value: str) -> None:
    assert interval_of(value) is None
