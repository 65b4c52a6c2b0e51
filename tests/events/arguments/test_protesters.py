"""Who protests, where only another clause says so."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was interrupted for ten minutes when protesters came in.",
        "A rally was held in Graz. The protesters sang.",
    ],
)
def test_protesters_named_nearby(extractor: Extractor, text: str) -> None:
    result = extractor.extract(text, published="2024-06-12")
    first = result.events[0]
    assert (first.type, result.names(first.source)) == ("PROTEST", ["protesters"])
    assert "source: the protesters named nearby" in first.reasons
