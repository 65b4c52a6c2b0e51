"""Which words name a proposition."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("The army said rebels fled after an attack.", ["fled", "attack"]),
        ("The town is calm.", ["is"]),
        ("Kenya is committed to peace.", ["is", "committed"]),
        ("Is it?", ["Is"]),
        ("The officer told the envoy to leave.", ["told", "leave"]),
        ("The union reiterated its demand that troops leave.", ["reiterated", "leave"]),
        ("The court found him guilty.", ["found"]),
        ("Rebels carried out an attack on the depot.", ["carried"]),
        ("Protesters shut the port; mayor declares curfew.", ["shut", "declares"]),
        ("Police said the mayor had said rebels fled.", ["said", "fled"]),
        ("Two guards were later slain.", ["slain"]),
        ("An attack helicopter landed.", ["landed"]),
    ],
)
def test_triggers(extractor: Extractor, text: str, triggers: list[str]) -> None:
    assert [claim.trigger.text for claim in extractor.extract(text).claims] == triggers
