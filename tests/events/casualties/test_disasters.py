"""Deaths without a doer: those of a disaster told before are no act of violence, those of an attack are."""

import pytest

from extractor import Extractor

PUBLISHED = "2024-12-08"  # a Sunday
BY_DISASTER = """
A strong quake shook western Nepal on Friday night. Nobody slept. At least 90 people were killed, the army said.
Floods swept through Derna on Sunday. Hundreds of people were hurt.
A ferry capsized on Lake Kivu. Survivors swam to the shore. Seventy-eight people were killed, the governor said.
Cyclone Anna battered Malawi on Tuesday. It rained for days. In Blantyre nine people were killed.
A landslide buried a village on Monday. Soldiers had closed the road. Sixty people were killed.
""".strip().split("\n")
BY_ATTACK = """
A quake shook Herat on Friday. On Saturday gunmen attacked a convoy near Kandahar. Nine people were killed.
A quake shook Herat on Friday. Nine people were killed by a bomb in Kabul.
Gunmen attacked a convoy near Kandahar. Nine people were killed. A storm held up the ambulances.
A quake hit Herat on Monday. Nine people were killed in a blast.
""".strip().split("\n")


def assaults(extractor: Extractor, text: str) -> int:
    return [event.type for event in extractor.extract(text, published=PUBLISHED).events].count("ASSAULT")


@pytest.mark.parametrize("text", BY_DISASTER)
def test_disaster_is_no_assault(extractor: Extractor, text: str) -> None:
    assert assaults(extractor, text) == 0


@pytest.mark.parametrize("text", BY_ATTACK)
def test_attack_is_one(extractor: Extractor, text: str) -> None:
    assert assaults(extractor, text) == 1


def test_who_died_in_an_attack_after_a_disaster_counts(extractor: Extractor) -> None:
    text = "An earthquake hit Herat on Monday. Gunmen stormed a clinic. Nine people were killed."
    (event,) = extractor.extract(text, published=PUBLISHED).events
    assert event.fatalities is not None
    assert event.fatalities.low == 9
