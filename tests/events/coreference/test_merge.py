"""What two mentions of an event are together."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "modality", "speakers"),
    [
        # What the article itself tells counts more than what somebody says.
        ("Police said gunmen attacked a church in Kano on Sunday. Gunmen attacked it at dawn.", "asserted", []),
        ("Police said a mosque in Kano was attacked on Sunday. The mosque was attacked at dawn.", "asserted", []),
        ("Police said gunmen attacked a church in Kano on Sunday.", "reported", ["Police"]),
    ],
)
def test_factuality(extractor: Extractor, text: str, modality: str, speakers: list[str]) -> None:
    result = extractor.extract(text, published="2024-06-12")
    (event,) = result.events
    assert event.modality.value == modality
    assert result.names(event.claimed_by) == speakers
