"""Each act once: second sentences that tell of it again, and those that tell of another."""

import pytest

from extractor import Extractor

REAL = {"asserted", "reported", "alleged"}


def told(extractor: Extractor, text: str, kind: str) -> int:
    """How many events of a type that took place a text has; " // " is an empty line."""
    result = extractor.extract(text.replace(" // ", "\n\n"), published="2024-03-14")
    found = [event for event in result.events if event.type == kind and event.polarity == "positive"]
    return sum(event.modality in REAL for event in found)


ONCE = """
ASSAULT | Gunmen killed four farmers near Goma on Monday. A police official said four people were killed.
ASSAULT | Gunmen killed four farmers near Goma on Monday. Among those killed was a child.
ASSAULT | Gunmen killed four farmers near Goma on Monday. The victims were buried on Tuesday.
ASSAULT | Gunmen killed four farmers near Goma on Monday. The farmers were shot at close range.
ASSAULT | Gunmen killed four farmers near Goma on Monday. The attackers fled on motorcycles.
ASSAULT | Gunmen killed four farmers near Goma on Monday. The victims of the attack came from Bunia.
ASSAULT | A bomb killed two monks in Gao on Monday. Survivors of the blast were flown to Bamako.
ASSAULT | Gunmen killed four farmers near Goma on Monday. All four were shot in the head.
ASSAULT | Gunmen killed four farmers near Goma on Monday. The death toll rose to six on Tuesday.
ASSAULT | Gunmen killed four farmers near Goma on Monday. Two others were wounded.
ASSAULT | Gunmen killed four farmers near Goma on Monday. The men were killed while working in their fields.
ASSAULT | Gunmen killed four farmers near Goma on Monday. "They shot my brother," said Jean Mukasa, a farmer.
ASSAULT | Gunmen killed four farmers near Goma on Monday. Residents said the gunmen opened fire without warning.
ASSAULT | Gunmen killed four farmers near Goma on Monday. The incident happened at about 8pm.
ASSAULT | Gunmen killed four farmers near Goma on Monday. Police say the killers wore masks.
ASSAULT | Gunmen killed four farmers near Goma on Monday. Their murder has angered the village.
ASSAULT | Gunmen killed four farmers near Goma on Monday. The shooting left two women injured.
ASSAULT | A priest was shot dead in Goma on Monday. Father Paul Kasongo, 54, was killed outside his church.
ASSAULT | A priest was shot dead in Goma on Monday. The victim, Paul Kasongo, was hit by three bullets.
ASSAULT | Journalist Ali Noor was killed in Karachi on Monday. Noor was shot as he left his office.
ASSAULT | Journalist Ali Noor was killed in Karachi on Monday. His killing was condemned by the union.
ASSAULT | Journalist Ali Noor was killed in Karachi on Monday. He was hit in the chest.
ASSAULT | A car bomb exploded outside a bank in Kabul on Monday. The blast killed nine people.
ASSAULT | A car bomb exploded outside a bank in Kabul on Monday. At least nine people died and 20 were hurt.
ASSAULT | A car bomb exploded outside a bank in Kabul on Monday. Windows were shattered by the explosion.
ASSAULT | A suicide bomber attacked a mosque in Kabul on Monday. The bomber detonated his vest during prayers.
ASSAULT | Russian missiles hit Kharkiv on Monday. The strike destroyed a school.
ASSAULT | Russian missiles hit Kharkiv on Monday. Three missiles struck a block of flats, the mayor said.
ASSAULT | Rebels attacked an army base near Gao on Monday. Fifteen soldiers were killed in the fighting.
ASSAULT | Rebels attacked an army base near Gao on Monday. The rebels fired rockets at the base before dawn.
ASSAULT | Gunmen kidnapped two nuns in Jos on Monday. The sisters were seized from their convent.
ASSAULT | Gunmen kidnapped two nuns in Jos on Monday. They were taken from a bus, police said.
ASSAULT | Gunmen kidnapped two nuns in Jos on Monday. The kidnappers have demanded a ransom.
COERCE | Police arrested three journalists in Lagos on Monday. The three were taken to a police station.
COERCE | Police arrested three journalists in Lagos on Monday. They were detained at their office.
COERCE | Police arrested three journalists in Lagos on Monday. The journalists were picked up at dawn.
COERCE | Police arrested three journalists in Lagos on Monday. Those arrested include the editor, Ben Obi.
COERCE | Police arrested three journalists in Lagos on Monday. Ben Obi, the editor, was among those detained.
COERCE | Opposition leader Karim Bello was arrested in Lagos on Monday. Bello was detained at the airport.
COERCE | Opposition leader Karim Bello was arrested in Lagos on Monday. His arrest sparked anger.
COERCE | Opposition leader Karim Bello was arrested in Lagos on Monday. The politician is being held in a cell.
COERCE | Rebels captured the town of Bunia on Monday. The fall of Bunia is a blow to the army.
COERCE | Rebels captured the town of Bunia on Monday. Residents said the rebels were in control of the town.
PROTEST | Thousands of teachers marched in Lima on Monday. The protesters demanded higher pay.
PROTEST | Thousands of teachers marched in Lima on Monday. Demonstrators carried banners.
PROTEST | Thousands of teachers marched in Lima on Monday. The march was organised by the union.
PROTEST | Thousands of teachers marched in Lima on Monday. They gathered outside parliament and chanted slogans.
PROTEST | Thousands of teachers marched in Lima on Monday. About 5,000 people took part, police said.
PROTEST | Miners in Oruro began a strike on Monday. The stoppage is over pay.
CONSULT | The president met opposition leaders in Accra on Monday. The talks lasted three hours.
CONSULT | The president met opposition leaders in Accra on Monday. They discussed the election.
CONSULT | The president met opposition leaders in Accra on Monday. Monday's meeting was the first in a year.
CONSULT | Foreign minister Ana Ruiz visited Quito on Monday. Ruiz held talks with her counterpart.
""".strip().split("\n")

TWICE = """
ASSAULT | Gunmen killed four farmers near Goma on Monday. On Tuesday gunmen killed two traders in Beni.
ASSAULT | A bomb killed six people in Kabul on Monday. Another bomb killed two in Herat.
ASSAULT | Gunmen killed four farmers near Goma on Monday. In a separate attack, rebels killed two soldiers.
ASSAULT | A teacher was stabbed in Leeds on Monday. A week earlier, a nurse was stabbed in York.
ASSAULT | Rebels shelled Gao on Monday. The army bombed rebel positions near Kidal on Tuesday.
ASSAULT | Gunmen kidnapped two nuns in Jos on Monday. Last year, gunmen kidnapped a bishop in Kano.
COERCE | Police arrested three journalists in Lagos on Monday. On Tuesday police arrested two lawyers in Kano.
COERCE | Police arrested a mayor in Lagos on Monday. Two other men were detained in Kano on Friday.
""".strip().split("\n")


@pytest.mark.parametrize("row", ONCE)
def test_told_once(extractor: Extractor, row: str) -> None:
    kind, _, text = row.partition(" | ")
    assert told(extractor, text, kind) == 1


@pytest.mark.parametrize("row", TWICE)
def test_two_acts(extractor: Extractor, row: str) -> None:
    kind, _, text = row.partition(" | ")
    assert told(extractor, text, kind) == 2
