"""Who does an act, where no list has the word for an actor."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("The pamphlet accuses the bishop of theft.", "ACCUSE", ["pamphlet"]),
        ("The provincial caucus called for a boycott of the mines.", "REQUEST", ["provincial caucus"]),
        ("Management refused to reinstate the cooks.", "REJECT", ["Management"]),
        ("We demand the release of the four cooks.", "REQUEST", ["We"]),
        ("In Lund, travellers jeered clerks, and one threw coffee at a steward.", "ASSAULT", ["one"]),
        ("Prowlers set fire to a chapel in Lund on Sunday.", "ASSAULT", ["Prowlers"]),
        # What cannot act does not.
        ("A landmine killed two cooks on Sunday.", "ASSAULT", []),
        ("Rioters marched, and a falling brick killed two cooks.", "ASSAULT", []),
        ("No one claimed the blast that killed two cooks.", "ASSAULT", []),
    ],
)
def test_unlisted_doers_are_sources(extractor: Extractor, text: str, kind: str, source: list[str]) -> None:
    result = extractor.extract(text, published="2024-03-06")
    events = [event for event in result.events if event.type == kind]
    assert [result.names(event.source) for event in events[:1]] == [source]


def test_who_is_quoted_is_not_the_writer(extractor: Extractor) -> None:
    result = extractor.extract("“We demand his release,” said Ada Obi.", published="2024-03-06")
    assert [result.names(event.source) for event in result.events] == [["Ada Obi"]]
