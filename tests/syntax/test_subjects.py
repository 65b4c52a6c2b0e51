"""Who does an act: rows of a sentence, a verb of it, and the word that is its subject ("-" for none)."""

import pytest
from parsing import named, parsed, word
from spacy.language import Language

from extractor.syntax import subject_of

ROWS = """
Rebels seized a base. | seized | Rebels
Two guards were shot. | shot | guards
They were shot and died. | died | They
Ann was attacked by a guard, injuring two. | injuring | guard
Hundreds more wounded in the blast. | wounded | Hundreds
Nine were killed and dozens more wounded in the blast. | wounded | dozens
A decision by Chad to leave was praised. | leave | -
Chad's decision to leave was praised. | leave | Chad
The Greek decision to leave was praised. | leave | Greek
They became the first country to send troops. | send | They
The army accused him of shelling Homs. | shelling | him
Rebels left after seizing the base. | seizing | Rebels
Homs was taken by rebels after shelling the base. | shelling | rebels
The army described him as killing monks. | killing | him
Their role in seizing the base was denied. | seizing | Their
Chad asked the army to leave. | leave | army
Chad promised the army to leave. | leave | Chad
The attack happened at noon, killing nine. | killing | attack
Rebels seized a base, officials said, killing nine. | killing | Rebels
Wounded in the attack were two monks. | Wounded | monks
The soldiers who fled were caught. | fled | soldiers
Officials said nine had died and called on rebels to leave. | called | Officials
Accused of shelling the town, rebels left. | shelling | rebels
The rebels, most of whom were freed, left. | freed | rebels
He is ready to leave. | leave | He
In Homs soldiers shelled a clinic. | shelled | soldiers
On the fourth day looters from the port burned two shops. | burned | looters
On 8 August armed men, led by a priest, marched to the court. | marched | men
After the buses had gone a crowd stoned the gate. | stoned | crowd
In May troops left. | left | troops
The mayor says that troops are moving on Lund, and urges residents to leave. | urges | mayor
The mayor says that a trader is leaving Lund. | leaving | trader
Niger, whose envoy was reported to be travelling, condemned the raid. | condemned | Niger
A jury sentenced Ivan to death for planting a bomb. | planting | Ivan
A jury went to lunch after planting a tree. | planting | jury
The riot began when rebels crossed the river, killed two guards and left. | killed | rebels
The mayor began a speech, praised the guards and left. | praised | mayor
It was done by the battalion of Ali Reza, which seized a mill. | seized | battalion
Masked men with axes killed at least 12 farmers on Sunday. | killed | men
Chad, 11 May, Lake Region: raiders in canoes robbed a ferry and beat a cook. | beat | raiders
The mayor said that two drivers, six nurses and a cook had fled. | fled | drivers
So did the army. | did | army
GOMA - Drivers back the plan. | back | Drivers
""".strip().split("\n")


@pytest.mark.parametrize("row", ROWS)
def test_subject(nlp: Language, row: str) -> None:
    sentence, verb, subject = row.split(" | ")
    assert named(subject_of(word(parsed(nlp, sentence), verb))) == subject
