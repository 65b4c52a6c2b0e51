"""Whose fighters they are: rows of a text, and who its attack is by."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # The only armed group that is named, where only a word before the act speaks of fighters.
        ("The Liberation Front warned Kenya. An insurgent bombing in Lamu killed two.", ["Liberation Front"]),
        ("The Liberation Front warned Kenya. A guerrilla bomb killed two nurses in Lamu.", ["Liberation Front"]),
        ("The Liberation Front warned Kenya. A bomb killed two nurses in Lamu.", []),
        ("Rebels of the Liberation Front raided a bank in Oran.", ["Rebels", "Liberation Front"]),
        ("Prisoners of the Liberation Front attacked two guards in Oran.", ["Prisoners"]),
        ("Gunmen led by the White Wolves attacked a bank in Oran.", ["Gunmen", "White Wolves"]),
    ],
)
def test_whose_fighters_attack(extractor: Extractor, text: str, source: list[str]) -> None:
    result = extractor.extract(text, published="2024-06-12")
    (attack,) = (event for event in result.events if event.type == "ASSAULT")
    assert result.names(attack.source) == source
