from pathlib import Path

import pytest

from extractor import Extractor
from extractor.events import ontology_version
from extractor.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "docs" / "ontologies"


@pytest.fixture(scope="module")
def health() -> Extractor:
    return Extractor(ontology_file=EXAMPLES / "health_care.toml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jets bombed a hospital in Marib on Sunday.", ["HEALTH_ATTACK/facility"]),
        ("The attack on the clinic killed three people.", ["HEALTH_ATTACK/facility"]),
        ("Gunmen kidnapped a nurse in Gao.", ["HEALTH_ATTACK/staff"]),
        ("Jets bombed a bridge in Marib on Sunday.", ["ASSAULT/aerial"]),
        ("Militiamen ambushed an ambulance near Jaffna.", ["HEALTH_ATTACK/transport"]),
    ],
)
def test_own_types_win(health: Extractor, text: str, expected: list[str]) -> None:
    events = health.extract(text).events
    assert [f"{event.type}/{event.mode}" for event in events][:1] == expected


def test_own_codes(health: Extractor) -> None:
    event = health.extract("Jets bombed a hospital in Marib.").events[0]
    assert event.cameo == "180"
    assert event.acled is not None
    assert event.acled.sub_event_type == "Attack"


@pytest.mark.parametrize(
    "text",
    [
        "Jets bombed a hospital in Marib on Sunday. Nine nurses were killed.",
        "A car bomb hit a hospital in Marib on Sunday. The Houthis claimed responsibility for the attack.",
        "Gunmen attacked a clinic in Kano on Sunday. Two nurses were wounded and a guard was killed.",
    ],
)
def test_an_attack_on_health_care_is_told_like_any_attack(extractor: Extractor, health: Extractor, text: str) -> None:
    told = []
    for result in (extractor.extract(text), health.extract(text)):
        assert len(result.events) == 1
        event = result.events[0]
        counts = [count.text if count else None for count in (event.fatalities, event.injured)]
        told.append([result.names(event.source), result.names(event.target), event.instruments, counts, event.quad])
    assert told[0] == told[1]
    assert told[0][0]
    assert told[0][1]


def test_own_actors(health: Extractor) -> None:
    result = health.extract("NRD condemned the shelling of Kosti.")
    assert [(actor.sector, actor.country) for actor in result.actors if actor.name == "NRD"] == [("MED", "SD")]


def test_only_the_types_that_are_kept() -> None:
    narrow = Extractor(ontology_file=EXAMPLES / "election_violence.yaml")
    found = narrow.extract(
        "Gunmen shot a candidate in Jos. Police arrested two men. Residents protested against the count."
    )
    assert {event.type for event in found.events} == {"ELECTION_VIOLENCE", "PROTEST"}


def test_the_version_names_the_file() -> None:
    own = ontology_version(Settings(ontology_file=EXAMPLES / "health_care.toml"))
    assert own.startswith(ontology_version(Settings()) + "/health-care+")
