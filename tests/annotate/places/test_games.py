"""Towns that stand for their teams: a sentence and the names of its places."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bordeaux edged Exeter 19-17 on Saturday after a late try.", []),
        ("Enugu thrashed Aba 5-0 with the striker scoring twice.", []),
        ("Perth lost 88-79 to Cairns on Friday.", []),
        ("Nagoya drew 1-1 with Sapporo.", []),
        ("Denver were routed 4-0 by Houston in the semi-final.", []),
        ("Turin hosted a summit on 9-11 June.", ["Turin"]),
        ("Kyiv lost 20-30 soldiers on Monday.", ["Kyiv"]),
        ("The striker fled Cali on Sunday.", ["Cali"]),
        ("Riots broke out in Porto after Benfica beat Sporting 3-1.", ["Porto"]),
        ("The council in Leeds beat a record by 3-1.", ["Leeds"]),
        ("Spain beat Malta 12-1.", ["Spain", "Malta"]),
        ("A typhoon hammered Cebu, killing 10-12 people.", ["Cebu"]),
        ("Missiles hammered Odesa, and a goalkeeper died.", ["Odesa"]),
        ("Soldiers held Abuja, and a goalkeeper was killed.", ["Abuja"]),
        ("Militants beat farmers in Abuja, and a striker of the rail union was hurt.", ["Abuja"]),
    ],
)
def test_places(extractor: Extractor, text: str, names: list[str]) -> None:
    assert [place.name for place in extractor.extract(text, published="2024-03-12").places] == names
