"""Holidays: rules of the calendar -> days."""

from datetime import date

import pytest

from extractor.annotate.dates.normalizers.holiday_rules import (
    easter,
    hijri_day,
    holiday_value,
    nth_weekday,
    orthodox_easter,
)


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (1961, "1961-04-02", "1961-04-09"),
        (2000, "2000-04-23", "2000-04-30"),
        (2008, "2008-03-23", "2008-04-27"),
        (2024, "2024-03-31", "2024-05-05"),
        (2025, "2025-04-20", "2025-04-20"),
        (2038, "2038-04-25", "2038-04-25"),
    ],
)
def test_easter(year: int, western: str, orthodox: str) -> None:
    assert (easter(year).isoformat(), orthodox_easter(year).isoformat()) == (western, orthodox)


@pytest.mark.parametrize(
    ("hijri", "gregorian"),
    [
        ((1, 1, 1), "0622-07-19"),
        ((1400, 1, 1), "1979-11-21"),
        ((1445, 9, 1), "2024-03-11"),
        ((1445, 10, 1), "2024-04-10"),
    ],
)
def test_days_of_the_islamic_calendar(hijri: tuple[int, int, int], gregorian: str) -> None:
    assert hijri_day(*hijri).isoformat() == gregorian


@pytest.mark.parametrize(
    ("rule", "year", "value"),
    [
        ("12-25", 1999, "1999-12-25"),
        ("easter-2", 2024, "2024-03-29"),
        ("easter+49", 2024, "2024-05-19"),
        ("nth 5 1 -1", 2024, "2024-05-27"),
        ("after 11 1 1 1", 2016, "2016-11-08"),
        ("hijri 1 10", 2022, "2022-08-08"),
        ("jewish+9", 1973, "1973-10-06"),
        ("jewish+0", 2025, "2025-09-23"),
        ("passover-30", 2024, "2024-03-24"),
        ("?", 2024, None),
    ],
)
def test_holidays(rule: str, year: int, value: str | None) -> None:
    assert holiday_value(rule, year) == value


def test_nth_weekday_from_both_ends() -> None:
    assert nth_weekday(2024, 12, 7, 1) == date(2024, 12, 1)
    assert nth_weekday(2024, 12, 7, -1) == date(2024, 12, 29)
