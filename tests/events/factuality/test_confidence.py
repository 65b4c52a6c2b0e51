"""How sure an event is by where its trigger stands: rows of a sentence, the trigger, and whether it is the main act."""

import pytest
from parsing import parsed, word
from spacy.language import Language

from extractor.events.factuality.confidence import confidence_of
from extractor.records import Modality
from extractor.syntax import frame_of

ROWS = """
Rebels shelled a town. | shelled | yes
Officials said that rebels shelled a town. | shelled | yes
Rebels who shelled a town left. | shelled | no
The rebels announced a ceasefire. | ceasefire | yes
Parliament approved martial law. | law | yes
They spoke of a ceasefire. | ceasefire | no
They broke a ceasefire. | ceasefire | no
""".strip().split("\n")


@pytest.mark.parametrize("row", ROWS)
def test_an_act_that_a_sentence_reports_is_surer(nlp: Language, row: str) -> None:
    sentence, trigger, expected = row.split(" | ")
    frame = frame_of(word(parsed(nlp, sentence), trigger))
    is_main = confidence_of(frame, Modality.ASSERTED, 1.0, 1.0) == 1.0
    assert is_main is (expected == "yes")


def test_what_is_not_asserted_is_less_sure(nlp: Language) -> None:
    frame = frame_of(word(parsed(nlp, "Rebels shelled a town."), "shelled"))
    assert confidence_of(frame, Modality.ALLEGED, 0.8, 0.8) < confidence_of(frame, Modality.ASSERTED, 0.8, 0.8)
