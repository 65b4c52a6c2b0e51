"""Who was hurt where the verb alone does not say so: rows of a sentence, its verb, and who was hurt ("-" for none)."""

import pytest
from parsing import named, parsed, word
from spacy.language import Language

from extractor.events.casualties.injuries import harmed, is_struck_on_body
from extractor.syntax import frame_of

ROWS = """
Two guards sustained burns. | sustained | guards
The nurse suffered a fracture. | suffered | nurse
The boy lost an eye. | lost | boy
The boy lost a game. | lost | -
Doctors took the mayor to hospital. | took | mayor
Doctors took the mayor to court. | took | -
The blast left four men with burns. | left | men
The attack left a teacher paralysed. | left | teacher
The attack left a teacher angry. | left | -
The police broke a student's arm. | broke | student
Nurses treated nine men for wounds. | treated | men
Nurses treated nine men for free. | treated | -
Injuries to two nurses were reported. | Injuries | nurses
The injuries were slight. | injuries | -
""".strip().split("\n")


@pytest.mark.parametrize("row", ROWS)
def test_harmed(nlp: Language, row: str) -> None:
    sentence, verb, people = row.split(" | ")
    assert named(harmed(frame_of(word(parsed(nlp, sentence), verb)))) == people


@pytest.mark.parametrize(
    ("sentence", "verb", "is_struck"),
    [
        ("A monk was hit in the neck.", "hit", True),
        ("A monk was struck on the shoulder.", "struck", True),
        ("A monk was hit in the market.", "hit", False),
        ("Guards hit a monk in the neck.", "hit", False),
    ],
)
def test_struck_on_body(nlp: Language, sentence: str, verb: str, is_struck: bool) -> None:
    assert is_struck_on_body(frame_of(word(parsed(nlp, sentence), verb))) is is_struck
