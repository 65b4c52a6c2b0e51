"""Crashes and fires that nobody meant, and those that somebody did: a sentence, and whom attacks in it harmed."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("A hostel burned down after two strikes, killing six people.", [["six people"]]),
        ("A clinic in Gao burned down in a drone strike on Monday, killing three nurses.", [["three nurses"]]),
        ("A lorry hit a crowd and overturned in Berlin, killing 12 people, in an act of terror.", [["crowd"]]),
        ("A van struck worshippers and crashed in Lyon, killing four people, in an act of terror.", [["worshippers"]]),
        ("A hostel burned down after lightning struck its roof, killing six people.", []),
        ("A hostel in Perth burned down on Monday, killing six residents.", []),
        ("A hostel burned down after a boiler exploded, killing six people.", []),
        ("A gas cylinder exploded and wrecked a kitchen in Kano on Monday, killing two cooks.", []),
        (
            "A shell exploded and wrecked a kitchen in Kano on Monday, killing two cooks.",
            [[], ["kitchen", "two cooks"]],
        ),
        ("A bus hit a tree and overturned near Gao, killing nine people.", []),
        ("A navy helicopter struck a crane and crashed near Bergen, killing four sailors.", []),
        ("A falling rock struck a guide on Mount Kenya on Sunday, killing him.", []),
        ("A stone struck a reporter in Hebron on Friday, wounding him.", [["reporter"]]),
        ("Bootleg vodka poisoned 23 people in Irkutsk.", []),
        ("A wartime shell blew up in Dresden, killing two diggers.", []),
        ("A boulder thrown by settlers killed a shepherd near Nablus.", [["shepherd"]]),
        ("A boulder loosened by rain killed a shepherd near Nablus.", []),
        ("A branch of al-Qaeda killed six clerks in Aden.", [["six clerks"]]),
        ("A shooter killed six pupils in Ohio.", [["six pupils"]]),
        ("A tear gas canister killed a boy in Basra.", [["boy"]]),
        ("A chemical agent killed 80 villagers near Hama.", [["80 villagers"]]),
        ("The bridge gave way under a goods train in Bihar and 12 labourers were killed.", []),
    ],
)
def test_attacks(extractor: Extractor, text: str, targets: list[list[str]]) -> None:
    article = extractor.extract(text, published="2024-03-12")
    names = {actor.id: actor.name for actor in article.actors}
    attacks = [event for event in article.events if event.type == "ASSAULT"]
    assert [[names[actor] for actor in event.target] for event in attacks] == targets


def test_toll_of_an_air_strike(extractor: Extractor) -> None:
    text = "A hostel in Gao burned down after an air strike on Monday, killing six."
    article = extractor.extract(text, published="2024-03-12")
    assert 6 in [event.fatalities.low for event in article.events if event.fatalities is not None]
