"""What two voices tell so that both cannot be right."""

from datetime import timedelta
from typing import Any

import pytest

from extractor.incidents.account import AccountPlace
from extractor.incidents.disputes import disputes_of
from extractor.records import Modality
from incidents.accounts import GAO, MONDAY, account, party

KIDAL = AccountPlace(name="Kidal", latitude=18.44, longitude=1.41, country_code="ML", geo_precision=1)
TUESDAY = MONDAY + timedelta(days=1)


def on(day: object) -> dict[str, Any]:
    """The dates of an account."""
    return {"start_date": day, "end_date": day, "time_precision": 1}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"source": [party("a man")]}, {"source": [party("Issa Keita")]}),
        ({"place": GAO}, {"place": KIDAL}),
        (on(MONDAY), on(TUESDAY)),
        ({"target": [party("a bus")]}, {"target": [party("a coach")]}),
    ],
)
def test_other_words_are_no_dispute(one: dict[str, Any], other: dict[str, Any]) -> None:
    accounts = [
        account("a", "a bomb went off", speaker=party("army"), **one),
        account("b", "a bomb went off", speaker=party("mayor"), **other),
    ]
    assert disputes_of(accounts, {}) == []


def test_both_sides_are_named() -> None:
    accounts = [
        account("a", "a bomb went off", speaker=party("army"), source=[party("rebels")]),
        account("b", "a bomb went off", speaker=party("rebels"), modality=Modality.DENIED),
    ]
    (dispute,) = disputes_of(accounts, {})
    assert dispute.slot == "source"
    assert [(side.values, side.speakers, side.reports) for side in dispute.sides] == [
        (["rebels"], ["army"], [("a", "e0")]),
        (["denied"], ["rebels"], [("b", "e0")]),
    ]
