"""To whom an answer is given: rows of a text, the type of the answer, and its target."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        # Who consents or refuses answers whoever asked, offered or protested right before.
        ("Peru asked for a truce. Chile refused.", "REJECT", ["Peru"]),
        ("Norway offered medicine on Friday, and Nepal accepted.", "AGREE", ["Norway"]),
        ("The bishop demanded an inquiry; the minister rejected that.", "REJECT", ["bishop"]),
        ("The rebels offered talks. The army turned the offer down.", "REJECT", ["rebels"]),
        # A state and those who act for it are one side.
        ("Peru asked Brazil for a truce. The Brazilian government refused.", "REJECT", ["Peru"]),
        ("The Peruvian government asked for a truce. Peru refused.", "REJECT", []),
        # So does who answers by force.
        ("Youths threw stones at guards in Fez on Friday, who replied with tear gas.", "ASSAULT", ["Youths"]),
        # Not where the question was put to somebody else, or the answer has a content of its own.
        ("Peru asked Brazil for a truce. Chile refused.", "REJECT", []),
        ("Peru asked for a truce. Chile has not agreed to a truce.", "AGREE", []),
        ("The miners demanded money. The council refused to open the archive.", "REJECT", []),
    ],
)
def test_whom_an_answer_is_given_to(extractor: Extractor, text: str, kind: str, target: list[str]) -> None:
    result = extractor.extract(text, published="2024-05-01")
    name = {actor.id: actor.name for actor in result.actors}
    found = [[name[i] for i in event.target] for event in result.events if event.type == kind]
    assert found[-1] == target
