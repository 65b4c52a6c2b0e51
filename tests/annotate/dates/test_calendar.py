"""Calendar arithmetic, holidays, numbers in words and the intervals of values."""

from datetime import date, datetime

import pytest

from extractor.annotate.dates.calendar import add_days, add_months, add_units, unit_value
from extractor.annotate.dates.grammar.grammar import grammar
from extractor.annotate.dates.grammar.tokens import ALL_NUMBER_SHAPES, number_shapes
from extractor.annotate.dates.interval import interval_of
from extractor.annotate.dates.normalize import READERS
from extractor.annotate.dates.normalizers.holiday_rules import (
    easter,
    hijri_day,
    holiday_value,
    nth_weekday,
    orthodox_easter,
)
from extractor.annotate.dates.numbers import number_of, ordinal_of


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


def test_arithmetic_stays_in_the_calendar() -> None:
    assert add_months(date(2024, 3, 31), -1) == date(2024, 2, 29)
    assert add_units(date(2024, 12, 8), 2, "2W") == date(2025, 1, 5)
    assert add_days(date(1, 1, 1), -1) is None
    assert add_months(date(9998, 12, 1), 1) is None
    assert add_units(date(2024, 12, 8), 10**9, "D") is None
    assert add_units(date(2024, 12, 8), 1, "H") is None


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("D", "2024-12-30"),
        ("W", "2025-W01"),
        ("M", "2024-12"),
        ("Q", "2024-Q4"),
        ("Y", "2024"),
        ("DE", "202"),
        ("CE", "20"),
    ],
)
def test_values_of_units(unit: str, value: str) -> None:
    assert unit_value(date(2024, 12, 30), unit) == value


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


@pytest.mark.parametrize(
    ("words", "number"),
    [("12", 12), ("twenty - four", 24), ("a hundred", 100), ("two thousand", 2000), ("half an", 0.5), ("2 1/2", 2.5)],
)
def test_numbers(words: str, number: float) -> None:
    assert number_of(words) == number


def test_what_is_no_number() -> None:
    assert number_of("") is None
    assert number_of("some") is None
    assert ordinal_of("some") is None


def test_every_number_has_a_known_shape() -> None:
    texts = (f"{number:0{width}}" for width in (1, 2, 3, 4) for number in range(10**width))
    assert {number_shapes(text) for text in texts} < ALL_NUMBER_SHAPES


def test_every_rule_has_its_reader() -> None:
    used = {rule.read for rules in grammar().rules_by_symbol.values() for rule in rules}
    assert used - {"none", "range"} == set(READERS)
