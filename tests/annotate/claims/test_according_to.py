"""Attribution by a preposition."""

from collections.abc import Callable

import pytest

from extractor.annotate.claims.according_to import according_to
from extractor.document.tokens import Word

Find = Callable[[str, str], Word]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Rebels left the town, according to the army.", "army"),
        ("According to the army, rebels left the town.", "army"),
        ("In the words of the consul, rebels left the town.", "consul"),
        ("In the consul's words, rebels left the town.", "consul"),
        ("By the account of the consul, rebels left the town.", "consul"),
        ("In the view of the consul, rebels left the town.", "consul"),
        ("In the view of the consul, Mary Dunn, rebels left the town.", "consul"),
        ("In her opinion, rebels left the town.", "her"),
        ("In view of the floods, rebels left the town.", None),
        ("In full view of the consul, rebels left the town.", None),
        ("According to what the consul told Sol, rebels left the town.", "consul"),
        ("From what the consul tells us, rebels left the town.", "consul"),
        ("From what was left, rebels left the town.", None),
        ("Per the consul, rebels left the town.", "consul"),
        ("The way the consul tells it, rebels left the town.", "consul"),
        ("As the consul remembers it, rebels left the town.", "consul"),
        ("As rebels took it, they left the town.", None),
        ("Two rebels left the town per day.", None),
        ("Rebels left the town in two columns.", None),
        ("In a few words, rebels left the town.", None),
    ],
)
def test_source(word: Find, text: str, source: str | None) -> None:
    found = according_to(word(text, "left"))
    assert (found.source.text if found is not None and found.source is not None else None) == source
