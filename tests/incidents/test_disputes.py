"""What two voices tell so that both cannot be right."""

from datetime import timedelta
from typing import Any

import pytest

from extractor.incidents.account import AccountPlace
from extractor.incidents.disputes import disputes_of
from extractor.incidents.voices import Voices
from incidents.accounts import GAO, MONDAY, account, party

KIDAL = AccountPlace(name="Kidal", latitude=18.44, longitude=1.41, country_code="ML", geo_precision=1)
MALI = AccountPlace(name="Mali", latitude=17.0, longitude=-4.0, country_code="ML", geo_precision=3)
TUESDAY = MONDAY + timedelta(days=1)


def on(day: object) -> dict[str, Any]:
    """The dates of an account."""
    return {"start_date": day, "end_date": day, "time_precision": 1}


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        ({"source": [party("rebels")]}, {"source": [party("soldiers")]}, ["source"]),
        ({"source": [party("rebels")]}, {"source": [party("the rebels")]}, []),
        ({"source": [party("rebels")]}, {}, []),
        ({"place": GAO}, {"place": KIDAL}, ["place"]),
        ({"place": GAO}, {"place": MALI}, []),
        (on(MONDAY), on(TUESDAY), ["date"]),
        (on(MONDAY), on(MONDAY), []),
        (on(MONDAY), on(TUESDAY) | {"time_precision": 2}, []),
    ],
)
def test_disputes_of_two_voices(one: dict[str, Any], other: dict[str, Any], disputed: list[str]) -> None:
    accounts = [
        account("a", "a bomb went off", speaker=party("army"), **one),
        account("b", "a bomb went off", speaker=party("mayor"), **other),
    ]
    assert [dispute.slot for dispute in disputes_of(accounts, {}, Voices("i"))] == disputed


def test_a_voice_that_corrects_itself_disputes_nothing() -> None:
    accounts = [
        account("a", "a bomb went off", speaker=party("army"), **on(MONDAY)),
        account("b", "a bomb went off", 1, speaker=party("army"), **on(TUESDAY)),
        account("c", "a bomb went off", 2, speaker=party("mayor"), **on(TUESDAY)),
    ]
    assert disputes_of(accounts, {}, Voices("i")) == []


def test_both_sides_are_named() -> None:
    accounts = [
        account("a", "a bomb went off", speaker=party("army"), source=[party("rebels")]),
        account("b", "a bomb went off", speaker=party("mayor"), source=[party("soldiers")]),
    ]
    (dispute,) = disputes_of(accounts, {}, Voices("i"))
    assert [(side.values, side.speakers, side.reports) for side in dispute.sides] == [
        (["rebels"], ["army"], [("a", "e0")]),
        (["soldiers"], ["mayor"], [("b", "e0")]),
    ]
