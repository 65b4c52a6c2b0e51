"""What the page leaves out, because it can make it again."""

import pytest

from extractor import Extractor
from extractor.page.pack import pack

TEXT = "Police arrested nine men in Kano on Sunday."


@pytest.mark.parametrize("table", ["actors", "dates", "claims"])
def test_ids_that_follow_from_the_record_are_left_out(extractor: Extractor, table: str) -> None:
    packed = pack([extractor.extract(TEXT, published="2024-06-12")])
    assert "id" not in packed["tables"][table]


def test_other_ids_are_kept(extractor: Extractor) -> None:
    result = extractor.extract(TEXT, published="2024-06-12")
    renamed = result.model_copy(update={"actors": [actor.model_copy(update={"id": "a-1"}) for actor in result.actors]})
    assert set(pack([renamed])["tables"]["actors"]["id"]) == {"a-1"}
    assert pack([result])["tables"]["places"]["id"] == [place.id for place in result.places]


def test_ids_of_an_article_that_a_browser_would_spell_otherwise_are_kept(extractor: Extractor) -> None:
    result = extractor.extract(TEXT, published="2024-06-12")
    odd = result.model_copy(update={"article": result.article.model_copy(update={"id": "a\ud800"})})
    assert pack([odd])["tables"]["dates"]["id"] == [date.id for date in result.dates]
