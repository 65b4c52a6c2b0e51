"""Harm by things, by what gave way and by mistake, and harm that somebody did: how many attacks a sentence has."""

import pytest

from extractor import Extractor

MISHAPS = """
Two roofers were hurt in Leeds when a ladder slipped on wet tiles.
A skier from Graz died when a cornice broke under him on Saturday.
Four stagehands were injured after a lighting tower tipped over at a concert in Lima.
A cyclist died in Utrecht when she was struck by a tram.
A farmer in Kent was killed when his tractor rolled down a slope.
A skipper was killed when he hit a pier in Oslo.
Three men were injured in a fall from a cherry picker in Oslo.
Nine residents died in a fire at a care home in Osaka.
A guard was killed as a gate fell on him in Accra.
A spectator was hit by a puck at an ice rink in Oslo.
Two walkers were killed by a train near Delhi.
Metal fragments wounded four workers in Pune.
A curler accidentally hit a referee in Oslo.
A hunter in Maine accidentally shot his nephew on Sunday.
Tropical storm Nora destroyed 40 huts in Belize.
The volcano Taal smothered two hamlets in March.
A heater set fire to a barn in Kent.
Fever killed 30 prisoners in Haiti.
A chapel was wrecked when a crane fell on its roof in Lille.
A shop was destroyed after a boiler burst in Turin.
A biker was killed when she hit a lamppost in Oslo.
The news of the closure hit the town like a bomb.
A freighter broke in two off Crete on Monday.
A crate fell from a crane, and a docker was struck by a girder and killed in Ghent.
A trawler carrying tuna hit a bridge in Malta and sank, killing a deckhand.
Two anglers were hurt when a ferry rammed their boat off Malta on Friday.
Two guests were killed when a stampede began in a hall in Herat.
""".strip().split("\n")
ATTACKS = """
Two clerks were killed when a shell fell on their office in Homs.
A boy was killed when his school was hit by a rocket in Kharkiv.
A teacher was killed when militants attacked her car in Mopti.
Four were killed when a lorry drove into a crowd in Nice.
Two were hurt when a bottle was thrown at their bus by fans in Split.
After the quake Hamas raided a clinic near Rafah.
A slab thrown from a bridge killed a driver in Leeds.
A trawler hit by a missile sank off Yemen, killing a deckhand.
Six miners were killed in firing by the guards.
A farmer was killed in Israeli fire on Monday.
A ferry was fired on by a cutter off Malta on Monday.
A column of rebels executed a village head near Puno.
The gendarmes tear-gassed a stadium in Lille.
A trooper hit a reporter with a foam round in Oakland.
Two policemen were hit by birdshot in Lille.
A soldier shot dead two recruits during an exercise in Gao.
A bakery was damaged when shells fell on the market in Homs.
Rebels left a bag of explosives at the station in Gao.
A drone blew a hole in a silo in Odesa.
Soldiers accidentally shot three herders near Jenin on Monday.
Six people died in a fire set by arsonists in Leeds.
A policeman was killed when his patrol came across bandits in Kano.
Two men were killed when a row broke out in a bar in Belfast.
A man was killed when a knife pierced his lung in Cardiff.
A girl was injured when a stone hit her head in Hebron.
Nine people were killed after a wedding began in Herat on Friday.
Two anglers were hurt when a coastguard cutter rammed their boat off Malta on Friday.
Nine people were killed by a vehicle that ploughed into a crowd in Lille on Friday.
A nurse was killed in cross fire in Homs on Friday.
Two nuns were killed by a pack of robbers in Homs on Friday.
Two nuns were killed after the lights went out in Homs on Friday.
""".strip().split("\n")


def assaults(extractor: Extractor, text: str) -> int:
    return [event.type for event in extractor.extract(text, published="2024-03-12").events].count("ASSAULT")


@pytest.mark.parametrize("text", MISHAPS)
def test_what_befell_somebody_is_no_attack(extractor: Extractor, text: str) -> None:
    assert assaults(extractor, text) == 0


@pytest.mark.parametrize("text", ATTACKS)
def test_what_somebody_did_is_one(extractor: Extractor, text: str) -> None:
    assert assaults(extractor, text) == 1
