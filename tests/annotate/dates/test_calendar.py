"""Calendar arithmetic and the values of units."""

from datetime import date

import pytest

from extractor.annotate.dates.calendar import add_days, add_months, add_units, unit_value


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
