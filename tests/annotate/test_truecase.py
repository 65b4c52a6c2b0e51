"""Headlines in the letter case of sentences; other lines as they are."""

import pytest

from extractor import Extractor
from extractor.annotate.parse.truecase import recase


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Gunmen Abduct 12 Pupils From School In Northern Ghana",
            "Gunmen abduct 12 pupils from school in northern Ghana",
        ),
        ("POLICE KILL SIX AT RALLY IN SOMALI CAPITAL", "Police kill six at rally in Somali capital"),
        ("US AND EU IMPOSE SANCTIONS ON BELARUS", "US and EU impose sanctions on Belarus"),
        ("White House Slams Turkey Over Jailing Of Pastor", "White House slams Turkey over jailing of pastor"),
        ("Army Raids Village Near Bamenda, Frees Hostages", "Army raids village near Bamenda, frees hostages"),
        # names, and prose
        ("Ali Hassan, Omar Saleh, Fatima Noor, Yusuf Kamal", "Ali Hassan, Omar Saleh, Fatima Noor, Yusuf Kamal"),
        ("Minister of Foreign Affairs Anna Holm", "Minister of Foreign Affairs Anna Holm"),
        ("Soldiers of the Seventh Brigade left Goma.", "Soldiers of the Seventh Brigade left Goma."),
        ("The UN said so.", "The UN said so."),
        ('BISHOP OMAR SALEH: "Raiders took our goats."', 'Bishop Omar Saleh: "Raiders took our goats."'),
        ('DOHA: "All is calm," he said.', 'DOHA: "All is calm," he said.'),
    ],
)
def test_recase(line: str, expected: str) -> None:
    assert recase(line) == expected
    assert recase(f"He left.\n{line}\n") == f"He left.\n{expected}\n"


@pytest.mark.parametrize(
    ("headline", "source", "target", "place"),
    [
        ("Soldiers Kill Six Miners In Eastern Congo, Officials Say", "Soldiers", "Six Miners", "CD"),
        ("BOKO HARAM FIGHTERS ABDUCT 20 GIRLS IN BORNO", "BOKO HARAM", "20 GIRLS", "NG"),
    ],
)
def test_headlines_are_read(headline: str, source: str, target: str, place: str) -> None:
    result = Extractor().extract(headline, published="2024-05-16")
    (event,) = result.events
    names = {actor.id: actor.name for actor in result.actors}
    countries = {found.id: found.country_code for found in result.places}
    assert ([names[actor] for actor in event.source], [names[actor] for actor in event.target]) == ([source], [target])
    assert event.place is not None
    assert countries[event.place] == place
