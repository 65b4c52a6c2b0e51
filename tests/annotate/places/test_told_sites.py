"""Names that stand behind what lies in a place: a sentence and those that are towns."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Soldiers burned a clinic near Mirqalaat on Friday.", ["Mirqalaat"]),
        ("A missile struck a depot at Qurmala on Sunday.", ["Qurmala"]),
        ("Bandits shot two herders near Nampwiti on Sunday.", ["Nampwiti"]),
        ("Near Kolbandara, Pool department, armed men ambushed a truck.", ["Kolbandara", "Pool"]),
        ("Gunmen raided a police post at Bir Laqsa.", ["Bir Laqsa"]),
        ("Rebels burned a clinic near Mopti, Major Keita said.", ["Mopti"]),
        ("Rebels burned a clinic near Mopti and Captain Smith fled.", ["Mopti"]),
        ("A clerk at Softerra shot a guard.", []),
        ("Police arrested a man outside Tesco on Monday.", []),
        ("Thieves robbed a shop near Baird's house.", []),
    ],
)
def test_towns(extractor: Extractor, text: str, names: list[str]) -> None:
    assert [place.name for place in extractor.extract(text, published="2024-03-12").places] == names
