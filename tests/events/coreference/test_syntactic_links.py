"""Which triggers syntax makes one event: rows of a sentence, a trigger, and the others."""

import pytest
from parsing import parsed, word
from spacy.language import Language

from extractor.events.coreference.syntactic_links import linked_triggers
from extractor.syntax import frame_of

ROWS = """
The strike killed nine. | killed | strike
The strike killed nine. | strike | killed
They walked out in protest. | protest | walked
Deaths in clashes rose. | Deaths | clashes rose
Nine were killed in clashes. | killed | clashes
Nine died as a result of the explosion. | died | explosion
He sustained burns in the attack. | sustained | attack
Three died when police opened fire. | died | opened
The toll from the attack rose to nine when a nurse died. | died | attack rose
Three died on April 2 when police opened fire. | died | opened
Three died when police responded with firing. | died | responded firing
A man who was shot on Sunday died. | died | shot
The gunman who attacked a school killed nine. | killed | attacked
A bomb planted under a car exploded. | planted | bomb exploded
Rebels fired 40 rounds, killing two. | killing | fired
One was killed and six others injured. | injured | killed
One was killed and six others injured in a raid. | injured | raid
The guards were shot and were killed in a raid. | killed | raid
A raid left nine people injured. | injured | raid left people injured
Gunmen fired at a bus and fled. | fled | fired
Police fired while rebels fled. | fled | fired
Guards clashed after a church was burned. | burned |
Rebels fired and the army fled. | fled |
""".strip().split("\n")


@pytest.mark.parametrize("row", ROWS)
def test_links(nlp: Language, row: str) -> None:
    sentence, trigger, others = (cell.strip() for cell in row.split("|"))
    words = parsed(nlp, sentence)
    linked = linked_triggers(frame_of(word(words, trigger)))
    assert " ".join(words[i].text for i in sorted(linked)) == others
