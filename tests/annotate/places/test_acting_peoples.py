"""The country of an unknown village behind a dateline: a sentence, the village and its country."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("DAKAR - Malian troops raided a hamlet near Sangarabou on Monday.", "Sangarabou", "ML"),
        ("BANGKOK - Myanmar soldiers shelled a convent near Rathekyi.", "Rathekyi", "MM"),
        ("JOHANNESBURG - Rebels shot two farmers near Nampwiti, Mozambican police said.", "Nampwiti", "MZ"),
        ("BEIRUT - Israeli jets bombed a village near Kfarhata, Lebanon's army said.", "Kfarhata", "LB"),
        ("BANGKOK - Myanmar soldiers under Col. Zaw shelled a convent near Rathekyi.", "Rathekyi", "MM"),
        ("DAKAR - Malian troops led by Lt. Ba raided a hamlet near Sangarabou.", "Sangarabou", "ML"),
        ("DAKAR - Malian troops left. Gunmen raided a hamlet near Sangarabou.", "Sangarabou", "SN"),
        ("DAKAR - Gunmen raided a hamlet near Sangarabou on Monday.", "Sangarabou", "SN"),
        ("Malian troops stationed in Dakar raided a hamlet near Sangarabou.", "Sangarabou", "SN"),
    ],
)
def test_country(extractor: Extractor, text: str, name: str, country: str) -> None:
    places = extractor.extract(text, published="2024-03-12").places
    assert [place.country_code for place in places if place.name == name] == [country]
