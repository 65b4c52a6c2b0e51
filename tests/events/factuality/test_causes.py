"""Blasts and deaths whose cause is told: those that nobody meant are no attacks."""

import pytest

from extractor import Extractor

MISHAPS = """
A blast at a fireworks workshop killed seven; inspectors put it down to static electricity.
An explosion at a plant in Tianjin killed nine workers. Investigators blamed a short circuit.
A blast ripped through a bakery in Paris on Saturday, killing four. A gas leak was the cause, the prosecutor said.
A blast in a flat in Nottingham injured two tenants. It was an accident, the police said.
Police ruled out terrorism after a blast at a hotel in Havana killed 22 people.
A World War Two bomb went off on a building site in Munich, injuring four workers.
A gas explosion wrecked a row of houses in Heerlen; two people were killed.
An explosion wrecked a laundry in Hull on Friday, killing three. Inspectors found that a rusty valve had failed.
A blast in a bakery killed two in Pune. The fire service said it was caused by a faulty oven.
An explosion tore through a cafe in Seoul at noon, killing six. Engineers said a cracked hose had leaked propane.
A loose bolt, not a bomb, caused the blast that killed two at a mill in Ohio, police said.
A blast killed seven in Izmir. Police think that a heater did it.
A round went off in the barrel at a range near Perth, killing a gunner. The army described it as a misfire.
A mortar bomb exploded in a depot near Gao, killing two. The ministry called the incident an accident.
A pistol went off in a classroom in Lima and hurt a pupil. The shooting was an accident, police said.
An explosion in a canteen in Gao hurt six cooks. A spark from a stove had led to the blast, firefighters said.
""".strip().split("\n")
ATTACKS = """
A blast at a sugar mill in Kisumu killed two on Monday; police suspect sabotage.
A blast at a market in Quetta killed 40; police blamed the Baloch Liberation Army.
An explosion at a barracks killed six soldiers. Officials blamed a gas leak, but the army found shrapnel from a bomb.
An explosion killed nine workers in Homs. A leak of documents led to delays in the inquiry.
A gunman shot four people in Lyon. A fault in the radio was blamed for the delay.
A stabbing killed four people in Lyon. Police ruled out terrorism.
A blast killed seven shoppers in Izmir. Police have not ruled out terrorism.
A blast killed seven shoppers in Izmir. Police refused to rule out sabotage.
A blast killed seven shoppers in Izmir. It was not an accident, the governor said.
A blast killed seven shoppers in Izmir. It was no accident, the governor said.
A blast killed seven shoppers in Izmir. Nobody thinks it was an accident.
A blast killed seven shoppers in Izmir. The governor denied that it was an accident.
A blast killed seven shoppers in Izmir. The weather put the rescuers off.
A blast killed seven in Izmir. Talks with the kidnappers had failed.
A blast killed seven in Izmir. A faulty detonator was blamed for a second bomb.
A blast killed seven in Izmir. Police think that a rival gang did it.
A car bomb killed seven in Izmir. A cracked pipe had leaked water for weeks.
A rocket killed two clerks in Homs. It was no accident, the mayor said.
Rebels killed two clerks in Homs. It was an accident, they said.
A bomb exploded in a square in Tikrit, and police found another unexploded device.
A roadside bomb exploded near the office of the World Health Organization in war-torn Herat, killing two clerks.
""".strip().split("\n")


def assaults(extractor: Extractor, text: str) -> int:
    return [event.type for event in extractor.extract(text, published="2024-03-12").events].count("ASSAULT")


@pytest.mark.parametrize("text", MISHAPS)
def test_what_nobody_meant_is_no_attack(extractor: Extractor, text: str) -> None:
    assert assaults(extractor, text) == 0


@pytest.mark.parametrize("text", ATTACKS)
def test_what_somebody_did_is_one(extractor: Extractor, text: str) -> None:
    assert assaults(extractor, text) == 1
