"""How the sides of an event hang on its trigger, as its reasons say it."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("Rebels bombed a clinic in Gao.", ["source Rebels: nsubj of bombed", "target clinic: dobj of bombed"]),
        (
            "Nine miners were killed by guards.",
            ["source guards: agent pobj of killed", "target Nine miners: nsubjpass of killed"],
        ),
    ],
)
def test_paths_of_the_sides(extractor: Extractor, text: str, paths: list[str]) -> None:
    (event,) = extractor.extract(text, published="2024-06-12").events
    assert [reason for reason in event.reasons if reason.startswith(("source ", "target "))] == paths
