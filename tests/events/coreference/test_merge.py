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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # The town rather than its region; of two towns the one that was told first.
        ("A bomb exploded in Kerala on Friday. The bomb exploded in Kochi.", "Kochi"),
        ("Gunmen shot a tailor in Jerusalem on Friday. The tailor was shot in Bethlehem.", "Jerusalem"),
    ],
)
def test_place_of_both(extractor: Extractor, text: str, place: str) -> None:
    result = extractor.extract(text, published="2024-06-12")
    (event,) = result.events
    found = result.place(event)
    assert found is not None
    assert found.name == place
    assert "place: chosen by the model" not in event.reasons


@pytest.mark.parametrize(
    "text",
    ["The plant came under mortar fire on Monday.", "Chile recalled its envoy from Lima for consultations."],
)
def test_a_noun_behind_its_verb_tells_no_event_of_its_own(extractor: Extractor, text: str) -> None:
    (event,) = extractor.extract(text, published="2024-06-12").events
    assert len(event.claims) == 1


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Youths stoned officers in Gao. Rebels shelled monks in Gao. Two officers later died.", ["Youths"]),
        ("Youths stoned officers in Gao. Rebels shelled monks in Gao. Two monks later died.", ["Rebels"]),
    ],
)
def test_who_died_tells_in_which_act(extractor: Extractor, text: str, source: list[str]) -> None:
    result = extractor.extract(text, published="2024-06-12")
    (deadly,) = (event for event in result.events if event.fatalities is not None)
    assert result.names(deadly.source) == source


def test_who_died_in_a_riot_was_not_attacked(extractor: Extractor) -> None:
    result = extractor.extract("Nine monks were killed in police clashes with youths in Gao.", published="2024-06-12")
    assert [(event.type, event.mode, event.target) for event in result.events] == [("PROTEST", "riot", [])]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The raid cost 13 soldiers their lives.", 13),
        ("The minister was killed in an attack in which two of his guards were also killed.", 3),
    ],
)
def test_how_many_died_by_all_mentions(extractor: Extractor, text: str, count: int) -> None:
    (event,) = extractor.extract(text, published="2024-06-12").events
    assert event.fatalities is not None
    assert event.fatalities.low == count
