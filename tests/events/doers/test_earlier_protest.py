"""Who protests, where a protest told before is taken up."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "Two hundred miners were on hunger strike in Lund. That protest entered its fifth day on Monday.",
            [["Two hundred miners"], ["Two hundred miners"]],
        ),
        (
            "Bus drivers struck for a day in Lund on Monday. A protest in Oslo left thousands walking.",
            [["Bus drivers"], []],
        ),
    ],
)
def test_protesters_of_the_protest_before(extractor: Extractor, text: str, sources: list[list[str]]) -> None:
    result = extractor.extract(text, published="2024-06-12")
    assert [result.names(event.source) for event in result.events] == sources
