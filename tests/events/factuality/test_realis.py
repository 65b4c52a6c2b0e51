"""An act that took place is an event; acts in general, rules, fears and slogans are none."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen attacked a police post near Kandahar on Monday.", ["ASSAULT"]),
        ("Those who attack democracy must be punished.", []),
        ("Terrorists attack the weak and hide behind the faithful.", []),
        ("The guerrillas attack villages at night and vanish by dawn.", []),
        ("Bombings and kidnappings have become a part of daily life.", []),
        ("Two bombs exploded at the house of a judge in Rosario on Tuesday.", ["ASSAULT"]),
        ("We will never forget the fight against hunger and ignorance.", []),
        ("The law punishes kidnapping with ten years in prison.", []),
        ("Two men kidnapped a banker in Quito last night.", ["ASSAULT"]),
        ("Whoever kills a policeman kills a part of us.", []),
        ("Police usually arrest beggars before the parade.", []),
        ("Police arrested nine beggars before the parade in Lima.", ["COERCE"]),
        ("Workers protest whenever wages are late.", []),
        ("Workers protested in Accra because wages were late.", ["PROTEST"]),
        ("Rebels killed 12 soldiers in an ambush near Goma.", ["ASSAULT"]),
        ("The murder of three nurses in Kasese last May is still unsolved.", ["ASSAULT"]),
    ],
)
def test_occurrence(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert [event.type for event in extractor.extract(text, published="2024-03-05").events] == expected


def test_an_act_is_surer_than_a_mention_in_passing(extractor: Extractor) -> None:
    told = extractor.extract("Soldiers killed nine villagers in Santa Rosa on Thursday.").events[0]
    passing = extractor.extract("The attack is discussed in the second chapter.").events
    assert all(event.confidence < told.confidence for event in passing)
