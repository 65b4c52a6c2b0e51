"""Events in words: what the cell of counts says."""

import pytest

from extractor import Extractor
from extractor.write.wording import event_cells


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rebels killed two herders near Gao.", "dead: two herders"),
        ("Soldiers shot two herders near Gao.", "dead: 0 to 2 (two herders)"),
        ("Police beat a herder in Gao.", "injured: a herder"),
        ("Nobody was killed in the bomb attack on the ministry.", "dead: Nobody"),
    ],
)
def test_counts(extractor: Extractor, text: str, shown: str) -> None:
    result = extractor.extract(text, published="2024-12-04")
    assert any(shown in cell for cell in event_cells(result.events[0], result))
