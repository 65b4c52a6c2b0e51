"""Who is on either side: behind prepositions, inside objects, in the act that a promise is about, states for places."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        # The other side stands behind a preposition, of the verb or inside its object.
        ("Nepal gave tons of aid to Bhutan.", "AID", ["Nepal"], ["Bhutan"]),
        ("Estonian officials shared evidence with Latvia.", "COOPERATE", ["Estonian officials"], ["Latvia"]),
        ("Forty rebels surrendered to the police on Monday.", "RETREAT", ["Forty rebels"], ["police"]),
        ("Prosecutors opened an inquiry into six bankers.", "ACCUSE", ["Prosecutors"], ["six bankers"]),
        ("Chile suspended part of an aid programme for Bolivia.", "SANCTION", ["Chile"], ["Bolivia"]),
        ("Norway lifted its embargo against Malta.", "RETREAT", ["Norway"], ["Malta"]),
        ("The minister sent an ultimatum to the miners.", "THREATEN", ["minister"], ["miners"]),
        # The act that a promise or an offer is about has the other side.
        ("Finland is ready to send medicine to Malawi.", "AGREE", ["Finland"], ["Malawi"]),
        # A place stands for its state between states, never where violence happens or at home.
        ("The charity flew medicine into Burundi.", "AID", ["charity"], ["Burundi"]),
        ("Japan shipped rice to Antananarivo.", "AID", ["Japan"], ["Madagascar"]),
        ("India withdrew its troops from Bhutan.", "RETREAT", ["India"], ["Bhutan"]),
        ("China held naval drills around Taiwan on Monday.", "MOBILIZE", ["China"], ["Taiwan"]),
        ("Gunmen attacked a bus in Burundi.", "ASSAULT", ["Gunmen"], ["bus"]),
        ("The Malawian government sent food to Blantyre.", "AID", ["Malawian government"], []),
        # Troops that are sent are no target.
        ("Kenya deployed 300 soldiers near the border.", "MOBILIZE", ["Kenya"], []),
    ],
)  # fmt: skip
def test_sides(extractor: Extractor, text: str, kind: str, source: list[str], target: list[str]) -> None:
    result = extractor.extract(text, published="2024-05-01")
    name = {actor.id: actor.name for actor in result.actors}
    found = [(e.type, [name[i] for i in e.source], [name[i] for i in e.target]) for e in result.events]
    assert (kind, source, target) in found
