"""The words of a claim and of its source."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "trigger", "clause"),
    [
        ("The army said rebels left the town.", "left", "rebels left the town"),
        ("Rebels left the town, the army said.", "left", "Rebels left the town"),
        ("“We left the town,” the mayor said.", "left", "We left the town"),
        ("According to the army, rebels left the town.", "left", "rebels left the town"),
        ("The attack on the depot ended.", "attack", "The attack on the depot"),
    ],
)
def test_clause(extractor: Extractor, text: str, trigger: str, clause: str) -> None:
    claims = {claim.trigger.text: claim.text for claim in extractor.extract(text).claims}
    assert claims[trigger].strip("“”, ") == clause


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A spokesman for the army said rebels left.", "A spokesman for the army"),
        ("Ryan and Gomez said rebels left.", "Ryan and Gomez"),
        ("The Coastal Workers Union (CWU) said rebels left.", "The Coastal Workers Union (CWU)"),
        ("The mayor, who was there, said rebels left.", "The mayor"),
        ("Rebels left, said one nurse, Trudy Vance, who was there.", "one nurse"),
        ("The union, the POA, which called a walkout, said rebels left.", "The union"),
        ("Rebels left, the mayor said in Oslo.", "the mayor"),
        ("Rebels left, said the mayor of Bergen.", "the mayor of Bergen"),
    ],
)
def test_source_phrase(extractor: Extractor, text: str, source: str) -> None:
    (claim,) = [claim for claim in extractor.extract(text).claims if claim.trigger.text == "left"]
    assert claim.source_span is not None and claim.source_span.text == source
