"""Who is blamed for an attack, or claims it, in another sentence."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A bomb exploded outside a bank in Bogota. Police blamed the attack on rebels.", ["rebels"]),
        ("A judge was shot dead in Naples. Prosecutors accused two clan leaders of the murder.", ["two clan leaders"]),
        ("Two bombs hit Kabul, killing nine. The Taliban claimed responsibility.", ["Taliban"]),
        ("Two bombs hit Kabul, killing nine. The Taliban said they were behind the blasts.", ["Taliban"]),
        ("A mayor was killed in Cali. Four officers were implicated in the murder.", ["Four officers"]),
        ("A bus was bombed in Quetta. Separatists are held responsible for the attack.", ["Separatists"]),
        ("The separatists behind the massacre of nine herders in Jos gave up on Friday.", ["separatists"]),
        ("A priest was killed in Recife. The murder was attributed to landowners.", ["landowners"]),
        ("Ivan Petrov was jailed for twenty years for the shelling of villagers in Lund.", ["Ivan Petrov"]),
        ("A car bomb killed six people in Kirkuk. No group claimed responsibility for the blast.", []),
    ],
)
def test_responsibility(extractor: Extractor, text: str, source: list[str]) -> None:
    result = extractor.extract(text)
    attack = next(event for event in result.events if event.type == "ASSAULT")
    assert result.names(attack.source) == source
