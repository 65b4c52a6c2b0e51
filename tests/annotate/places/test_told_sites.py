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
        ("Rebels killed 20 farmers at Ndrele, in Congo's Ituri province.", ["Ndrele", "Ituri"]),
        ("Gunmen killed two men in Tel Abyar and Haj Omar, both in Idlib.", ["Tel Abyar", "Haj Omar", "Idlib"]),
        ("He met Smith and Jones, both in their fifties.", []),
        ("A clerk at Softerra shot a guard.", []),
        ("Police arrested a man outside Tesco on Monday.", []),
        ("Thieves robbed a shop near Baird's house.", []),
    ],
)
def test_towns(extractor: Extractor, text: str, names: list[str]) -> None:
    places = extractor.extract(text, published="2024-03-12").places
    assert [place.name for place in places if place.kind != "country"] == names
