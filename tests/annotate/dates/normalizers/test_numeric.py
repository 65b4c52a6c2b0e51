"""Dates in digits alone, those too that no calendar has."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize("day", ["04/31/2021", "31/11/2022", "2023/02/30"])
def test_a_day_that_no_calendar_has_is_a_date_without_a_value(extractor: Extractor, day: str) -> None:
    (found,) = extractor.extract(f"The deed is dated {day}.", published="2024-06-12").dates
    assert (found.text, found.value, found.reason) == (day, None, "the calendar has no such day")


@pytest.mark.parametrize("text", ["Invoice 45/67/8901 was paid.", "The ratio was 13/14/2020."])
def test_other_numbers_are_no_date(extractor: Extractor, text: str) -> None:
    assert extractor.extract(text, published="2024-06-12").dates == []
