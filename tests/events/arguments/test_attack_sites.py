"""Attacks told over several sentences: one event, with its means and all that it hit."""

import pytest

from extractor import Extractor
from extractor.records import Event, Extraction

PUBLISHED = "2024-12-08"  # a Sunday


def assaults(result: Extraction) -> list[Event]:
    return [event for event in result.events if event.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "instruments"),
    [
        ("Two powerful car bombs exploded outside a bank in Quito.", ["powerful car bombs"]),
        ("Rebels attacked the barracks with mortars and rifles.", ["mortars", "rifles"]),
        ("Three men armed with machine-guns killed a judge in Cali.", ["machine-guns"]),
        ("They blew up the bridge using five sticks of dynamite.", ["dynamite"]),
        ("Police killed a bomb expert in Lagos.", []),
        ("Soldiers destroyed 40 rifles in Bangui.", []),
        ("A bomb exploded in Tunis. The device had been planted in a bin.", ["bomb"]),
    ],
)
def test_instruments(extractor: Extractor, text: str, instruments: list[str]) -> None:
    result = extractor.extract(text, published=PUBLISHED)
    assert [means for event in result.events for means in event.instruments] == instruments


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A bomb exploded in Tunis on Friday. The bomb was planted under a car.", 1),
        ("A bomb exploded near a bank in Tunis on Friday. A dozen windows were shattered.", 1),
        ("A bomb exploded in Tunis on Friday. A second bomb exploded in Sfax on Saturday.", 2),
        ("Gunmen shot Ali Hassan in Basra. The attack on Hassan happened at noon.", 1),
        ("Two shops in Tunis were damaged as a result of the blast of a mine on Friday.", 1),
        ("A mayor was wounded in an attack in which his driver was killed.", 1),
    ],
)
def test_told_once(extractor: Extractor, text: str, count: int) -> None:
    assert len(assaults(extractor.extract(text, published=PUBLISHED))) == count


def test_people_and_things_that_were_hit(extractor: Extractor) -> None:
    result = extractor.extract("Gunmen attacked a bus in Basra on Friday. Two nurses were killed.", published=PUBLISHED)
    (event,) = assaults(result)
    names = {actor.id: actor.name for actor in result.actors}
    assert [names[actor] for actor in event.target] == ["bus", "Two nurses"]


def test_the_means_give_the_mode(extractor: Extractor) -> None:
    text = "Two nurses were killed in Tunis on Friday. They died when a bomb exploded in a café."
    (event,) = assaults(extractor.extract(text, published=PUBLISHED))
    assert event.mode == "explosives"


def test_a_long_title_is_no_part_of_the_name(extractor: Extractor) -> None:
    result = extractor.extract("Gunmen killed former deputy defence minister Omar Hassan in Basra.")
    assert "Omar Hassan" in [span.text for actor in result.actors for span in actor.mentions]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A bomb exploded in front of a bank branch in Quito.", ["bank branch"]),
        ("A bomb went off at the house of Judge Omar Hassan in Basra.", ["house of Judge Omar Hassan"]),
        ("Rebels planted a mine under a bus near Basra.", ["bus"]),
        ("An explosion near the entrance to a hotel shook Basra.", ["hotel"]),
        ("The rebels destroyed two power lines and a bridge.", ["two power lines", "bridge"]),
        ("Gunmen killed a nurse in a hotel in Basra.", ["nurse"]),
    ],
)
def test_what_a_bomb_hits(extractor: Extractor, text: str, target: list[str]) -> None:
    result = extractor.extract(text, published=PUBLISHED)
    names = {actor.id: actor.name for actor in result.actors}
    assert [names[actor] for event in result.events for actor in event.target] == target


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The guerrillas killed a mayor in Cali. The Popular Liberation Front denied it.",
         ["guerrillas", "Popular Liberation Front"]),
        ("Three guerrillas of the Popular Liberation Front killed a mayor in Cali.",
         ["Three guerrillas", "Popular Liberation Front"]),
        ("Unknown gunmen killed a mayor in Cali. The Popular Liberation Front claimed responsibility for the killing.",
         ["Unknown gunmen", "Popular Liberation Front"]),
        ("Unknown gunmen killed a mayor in Cali. The Popular Liberation Front denied it.", ["Unknown gunmen"]),
    ],
)  # fmt: skip
def test_whose_fighters_they_are(extractor: Extractor, text: str, source: list[str]) -> None:
    result = extractor.extract(text, published=PUBLISHED)
    names = {actor.id: actor.name for actor in result.actors}
    assert [names[actor] for actor in assaults(result)[0].source] == source


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("A bomb destroyed a bank branch in Quito.", "ASSAULT", "explosives"),
        ("Rebels ambushed a helicopter near Basra.", "ASSAULT", None),
        ("Two men killed a guard at the air field in Basra.", "ASSAULT", None),
        ("The authorities captured three miners in Potosi.", "COERCE", "arrest"),
    ],
)
def test_mode(extractor: Extractor, text: str, kind: str, mode: str | None) -> None:
    event = extractor.extract(text, published=PUBLISHED).events[0]
    assert (event.type, event.mode) == (kind, mode)
