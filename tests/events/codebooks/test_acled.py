import pytest

from extractor.events.codebooks.acled import acled_for, side
from extractor.events.draft import Coding
from extractor.lexicon.event_types import event_types


@pytest.mark.parametrize(
    ("event_type", "mode", "source", "target", "words", "fatal", "expected"),
    [
        ("ASSAULT", "aerial", "state", "armed", "jet bomb depot", False, "Air/drone strike"),
        ("ASSAULT", "suicide-attack", None, None, "suicide bomber market", True, "Suicide bomb"),
        ("ASSAULT", "explosives", None, "civilian", "grenade throw bar", True, "Grenade"),
        ("ASSAULT", "explosives", None, "state", "roadside bomb patrol", True, "Remote explosive/landmine/IED"),
        ("ASSAULT", None, "armed", "state", "clash soldier", True, "Armed clash"),
        ("ASSAULT", "firearms", "armed", "civilian", "gunman shoot villager", True, "Attack"),
        ("ASSAULT", "crowd-control", "state", "crowd", "tear gas protester", False, "Protest with intervention"),
        ("ASSAULT", "firearms", "state", "crowd", "shoot protester", True, "Excessive force against protesters"),
        ("ASSAULT", "firearms", None, None, "mayor shoot home", True, "Attack"),
        ("ASSAULT", "firearms", "state", None, "police shoot youth", True, "Attack"),
        ("ASSAULT", "firearms", "state", None, "police shoot youth rally", True, "Excessive force against protesters"),
        ("ASSAULT", "firearms", "state", None, "police fire air", False, "Attack"),
        ("ASSAULT", "firearms", None, None, "helicopter fire village", False, "Air/drone strike"),
        ("COERCE", "restrict", "state", None, "block release money", False, None),
        ("ASSAULT", "beat", "crowd", "civilian", "mob lynch driver", True, "Mob violence"),
        ("COERCE", "seize", "armed", None, "town overrun", False, "Non-state actor overtakes territory"),
        ("COERCE", "seize", "state", None, "army retake town", False, "Government regains territory"),
        ("COERCE", "seize", "state", "armed", "weapon cache find", False, "Disrupted weapons use"),
        ("COERCE", "arrest", "state", "civilian", "police arrest editor", False, "Arrests"),
        ("PROTEST", "demo", "crowd", None, "march square", False, "Peaceful protest"),
        ("PROTEST", "riot", "crowd", None, "stone barricade", False, "Violent demonstration"),
        ("MOBILIZE", "troops", "state", None, "set up new outpost", False, "Headquarters or base established"),
        ("RETREAT", "ceasefire", None, None, "truce begin", False, "Agreement"),
        ("ACCUSE", "disapprove", "state", "state", "condemn", False, None),
        ("CONSULT", "visit", "state", "state", "visit minister", False, None),
    ],
)
def test_acled(
    event_type: str, mode: str | None, source: str | None, target: str | None, words: str, fatal: bool, expected: str
) -> None:
    found = acled_for(
        Coding(event_types()[event_type], mode, mode), source, target, frozenset(words.split()), fatal=fatal
    )
    assert (found.sub_event_type if found else None) == expected


@pytest.mark.parametrize(
    ("words", "abroad", "expected"),
    [
        ("force capture town", False, "Government regains territory"),
        ("force capture town", True, "Non-state actor overtakes territory"),
        ("army retake town rebel", True, "Government regains territory"),  # it helps the government
    ],
)
def test_whose_territory(words: str, abroad: bool, expected: str) -> None:
    found = acled_for(
        Coding(event_types()["COERCE"], "seize", "seize"), "state", None, frozenset(words.split()), abroad=abroad
    )
    assert found is not None and found.sub_event_type == expected


@pytest.mark.parametrize(
    ("kind", "sector", "head", "expected"),
    [
        ("people", "MIL", "troop", "state"),
        ("people", None, "rebel", "armed"),
        ("people", "CVL", "protester", "crowd"),
        ("people", "CVL", "villager", "civilian"),
        ("country", None, "lesotho", "state"),
        ("object", None, "tree", None),
    ],
)
def test_sides(kind: str, sector: str | None, head: str, expected: str | None) -> None:
    assert side(kind, sector, head) == expected
