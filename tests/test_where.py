"""Conditions on events."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Extractor, InputError
from extractor.where import kept, parse_where

ROW = {"type": "ASSAULT", "confidence": 0.7, "source_names": ["Rebels", "Police"], "start_date": "2024-12-01"}


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("type = assault", True),
        ("confidence >= 0.5 and type = ASSAULT and modality != hypothetical", True),
        ("confidence > .7", False),
        ("type in (COERCE, 'ASSAULT')", True),
        ("type not in (COERCE, ASSAULT)", False),
        ("source_names = rebels and source_names = Police", True),
        ("not (type = PROTEST or confidence < 0.5)", True),
        ("type = PROTEST or confidence < 0.5 or start_date >= 2024-12-01", True),
        ("start_date < 2024-12-01", False),
        ("fatalities_low >= 1", False),
        ("fatalities_low != 1", True),
        ('place_name = "New York"', False),
        ("start_date >= 2024-12", True),
        ("start_date < '2025'", True),
        ("published < 2024-12-31T10:00:00", False),
    ],
)
def test_conditions(text: str, passes: bool) -> None:
    assert parse_where(text)(ROW) is passes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "ends where a column should be"),
        ("size = 3", "no column 'size'; the columns are id, article, type"),
        ("confidence", "ends where a sign should be"),
        ("confidence >", "ends where a value should be"),
        ("confidence > high", "'high' is none"),
        ("start_date > 2024-13-45", "start_date is a date, and '2024-13-45' is none"),
        ("end_date in (2024-12-01, yesterday)", "'yesterday' is none"),
        ("published = 2024-02-30", "'2024-02-30' is none"),
        ("start_date > 1-2-2024", "'1-2-2024' is none"),
        ("type is ASSAULT", "behind type stands 'is'"),
        ("confidence >= nan", "is a number, and 'nan' is none"),
        ("(type = A", "')' is missing at the end"),
        ("type = A B", "'B' is not expected"),
        ('type = "A', "cannot be read"),
        ("(" * 500 + "type = A", "brackets deep"),
        ("not " * 400 + "type = A", "times not"),
        ("type = " + "a" * 3000, "longer than"),
    ],
)
def test_what_cannot_be_read_is_told(text: str, words: str) -> None:
    with pytest.raises(InputError, match="--where") as told:
        parse_where(text)
    assert words in str(told.value)


@given(st.text(alphabet="()<>=! '\",confidencetypeandornot0123", max_size=60))
def test_any_text_is_a_condition_or_an_input_error(text: str) -> None:
    with contextlib.suppress(InputError):
        parse_where(text)(ROW)


def test_claims_of_events_that_are_left_out_stay(extractor: Extractor) -> None:
    result = extractor.extract("Rebels seized Aleppo. Police arrested 12 people in Homs.", published="2024-12-01")
    left = kept(result, parse_where("mode = arrest"))
    assert [event.mode for event in left.events] == ["arrest"]
    assert len(left.claims) == len(result.claims)
    assert {claim.event for claim in left.claims} == {None, left.events[0].id}
