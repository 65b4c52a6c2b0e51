"""Two events of different articles: the evidence that they are one, by how their days, places and numbers stand."""

from datetime import date
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from extractor.incidents.account import AccountPlace, Party, Told
from extractor.incidents.columns import Reports
from extractor.incidents.features import evidence_of, evidence_of_pair, kilometres
from extractor.incidents.pairs import Pairs
from extractor.incidents.profile import profiles_of
from extractor.logistic import Evidence
from incidents.accounts import GAO, account

TEXT = "a bomb went off in Gao"
BAMAKO = AccountPlace(name="Bamako", latitude=12.65, longitude=-8.0, country_code="ML", geo_precision=1)
NIAMEY = AccountPlace(name="Niamey", latitude=13.51, longitude=2.11, country_code="NE", geo_precision=1)
BERRAH = AccountPlace(name="Berrah", latitude=16.4, longitude=0.2, country_code="ML", geo_precision=1)
SUBURB = AccountPlace(name="Aljanabandja", latitude=16.28, longitude=-0.05, country_code="ML", geo_precision=1)
MALI = AccountPlace(name="Mali", latitude=17.0, longitude=-4.0, country_code="ML", geo_precision=3)
NOWHERE = AccountPlace(name="Tin Zaw", country_code="ML", geo_precision=1)


def evidence(one: dict[str, Any], other: dict[str, Any]) -> Evidence:
    """The evidence about two accounts of the same sentence, which differ as they are given."""
    return evidence_of_pair(*profiles_of([account("a", TEXT, **one), account("b", TEXT, **other)]))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (GAO, "place.same"),
        (SUBURB, "place.same"),
        (BERRAH, "place.near"),
        (BAMAKO, "place.far"),
        (NIAMEY, "place.other_country"),
        (MALI, "place.coarse"),
        (NOWHERE, "place.unknown"),
        (None, "place.unknown"),
    ],
)
def test_places(place: AccountPlace | None, expected: str) -> None:
    found = evidence({"place": GAO}, {"place": place})
    assert [name for name in found if name.startswith("place.") and name != "place.far.km"] == [expected]


def test_distance() -> None:
    apart = kilometres(GAO, BAMAKO)
    assert apart is not None and round(apart) == 947
    assert kilometres(GAO, NOWHERE) is None


@pytest.mark.parametrize(
    ("day", "precision", "expected"),
    [(date(2023, 5, 14), 1, True), (date(2023, 5, 9), 1, False), (date(2023, 5, 14), 2, False)],
)
def test_exact_days_further_apart_than_one_are_two_days(day: date, precision: int, expected: bool) -> None:
    dated = {"start_date": date(2023, 5, 8), "end_date": date(2023, 5, 8), "time_precision": 1}
    other = {"start_date": day, "end_date": day, "time_precision": precision}
    assert ("day.other" in evidence(dated, other)) is expected


def test_days_between_the_articles_are_evidence() -> None:
    dated = {"start_date": date(2023, 5, 8), "end_date": date(2023, 5, 8), "time_precision": 1}
    same, later = evidence({**dated}, {**dated}), evidence({**dated}, {**dated, "day": 3})
    assert later["published.apart"] > same.get("published.apart", 0.0) == 0.0
    assert "day.same" in later
    assert "published.apart.undated" in evidence({}, {"day": 3})


def person(name: str) -> list[Party]:
    """A person as the target of an event."""
    return [Party(actor=name, names=[name], kind="person")]


@pytest.mark.parametrize(
    ("name", "triggers", "expected"),
    [
        ("Moussa Ansongo", ["murder"], True),
        ("Dr. Ansongo", ["assassination"], True),
        ("Moussa Ansongo", ["kidnapped"], False),
        ("Idrissa Bourem", ["murder"], False),
        ("the mayor", ["murder"], False),
    ],
)
def test_who_is_killed_in_both_is_killed_once(name: str, triggers: list[str], expected: bool) -> None:
    killed = {"target": person("Moussa Ansongo"), "triggers": ["killed"]}
    found = evidence(killed, {"target": person(name), "triggers": triggers, "day": 90})
    assert ("dead.same" in found) is expected


def test_a_figure_of_dead_tells_of_a_death() -> None:
    counts = {"fatalities": [Told(low=1, high=1, text="one")]}
    shot = {"target": person("Moussa Ansongo"), "triggers": ["shot"], "counts": counts}
    assert "dead.same" in evidence(shot, shot)


def test_pairs_together_have_the_evidence_of_each_alone() -> None:
    days: dict[str, Any] = {"start_date": date(2023, 5, 8), "end_date": date(2023, 5, 8), "time_precision": 1}
    profiles = profiles_of(
        [
            account("a", TEXT, place=GAO, **days),
            account("b", f"{TEXT} on Ansongo", 3, place=BAMAKO, target=person("Moussa Ansongo")),
            account("c", TEXT, 90, place=None, type="PROTEST", triggers=["marched"]),
        ]
    )
    pairs = list(combinations(profiles, 2))
    columns = evidence_of(Pairs(Reports(profiles), np.array([0, 0, 1]), np.array([1, 2, 2])))
    for number, pair in enumerate(pairs):
        alone = {name: column[number] for name, column in columns.items() if column[number]}
        assert alone == evidence_of_pair(*pair)
