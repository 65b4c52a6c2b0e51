"""Rows of gerunds: what each of them is done to."""

import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ("Raiders came at night, killing nine people and looting shops.", {"people": "killing", "shops": "looting"}),
        ("Raiders came at night, killing a priest and burning barns.", {"priest": "killing", "barns": "burning"}),
        ("Thugs came at night, burning barns and beating herders.", {"barns": "burning", "herders": "beating"}),
        ("Soldiers fired, killing a nun and protesting teachers.", {"nun": "killing", "teachers": "nun"}),
        ("Shots rang out, killing a guard and stray dogs.", {"guard": "killing", "dogs": "guard"}),
    ],
)
def test_gerund_row(nlp: Language, text: str, objects: dict[str, str]) -> None:
    words = {word.text: word for word in parsed(nlp, text)}
    assert {noun: words[noun].head.text for noun in objects} == objects
