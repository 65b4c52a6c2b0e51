"""Acts inside what is demanded or promised: those that a clause only tells of somebody took place."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The union demanded that the officers who shot two miners be tried.", ["REQUEST", "ASSAULT"]),
        ("The bishop demanded the release of nurses kidnapped by rebels.", ["REQUEST", "ASSAULT"]),
        ("The mayor promised to rebuild a school burned by rebels.", ["AGREE", "ASSAULT"]),
        ("The bishop demanded that rebels release the nurses.", ["REQUEST"]),
        ("Nurses marched in Lagos to demand higher pay.", ["PROTEST"]),
        ("Nurses walked out in protest at cuts.", ["PROTEST"]),
        ("The army gave the rebels until Friday to surrender.", ["THREATEN"]),
    ],
)
def test_acts_told_aside(extractor: Extractor, text: str, types: list[str]) -> None:
    assert [event.type for event in extractor.extract(text, published="2024-06-12").events] == types
