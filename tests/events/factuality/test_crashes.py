"""Vehicles that crash, and those that are driven into people: a sentence, and how many attacks it tells of."""

import pytest

from extractor import Extractor

CRASHES = """
A pilgrims' coach plunged off a bridge near Multan, killing 14.
A commuter train rammed a milk lorry at a crossing near Pune; two passengers were killed.
The ferry struck a reef off Cebu and sank, killing 31.
A car careered into a bus queue in Leeds and killed a schoolgirl.
A lift plunged nine floors and killed three welders in Kolkata.
A helicopter hit a mast and killed four passengers near Kars.
A drunk driver killed four pilgrims near Burgos on Sunday.
A petrol tanker blew up on the road to Bahawalpur on Sunday, killing 140 villagers.
""".strip().split("\n")
ATTACKS = """
A drone hit a minibus in Kherson, killing two passengers.
A truck rammed a barrier in Mogadishu and exploded, killing nine soldiers.
A tank rammed a bus in Juba, killing two passengers.
A car rammed a police station gate in Bingol, wounding two officers.
A Coast Guard cutter rammed a Philippine fishing boat near Second Thomas Shoal.
A bus hit a landmine near Timbuktu, killing 20 passengers.
A ferry capsized after the navy fired on it off Sirte, killing six passengers.
""".strip().split("\n")


def assaults(extractor: Extractor, text: str) -> int:
    return [event.type for event in extractor.extract(text, published="2024-03-12").events].count("ASSAULT")


@pytest.mark.parametrize("text", CRASHES)
def test_a_crash_is_no_attack(extractor: Extractor, text: str) -> None:
    assert assaults(extractor, text) == 0


@pytest.mark.parametrize("text", ATTACKS)
def test_an_attack_with_or_on_a_vehicle_is_one(extractor: Extractor, text: str) -> None:
    assert assaults(extractor, text) == 1
