"""Whom an object stands for."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("A bomb hit a truck carrying soldiers in Gao.", ["soldiers"]),
        ("A bomb hit a truck in Gao.", ["truck"]),
    ],
)
def test_people_carried_are_the_target(extractor: Extractor, text: str, targets: list[str]) -> None:
    result = extractor.extract(text, published="2024-06-12")
    assert [name for event in result.events for name in result.names(event.target)] == targets


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Drones launched from Yemen by the rebels struck Eilat on Monday, killing two.", ["rebels"]),
        ("A helicopter flown by mercenaries bombed a clinic in Bria.", ["mercenaries"]),
        ("A drone struck a bus in Amhara, killing six.", ["drone"]),
    ],
)
def test_who_steers_a_machine_acts_with_it(extractor: Extractor, text: str, source: list[str]) -> None:
    result = extractor.extract(text, published="2024-06-12")
    assert [result.names(event.source) for event in result.events] == [source]


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("The union spoke in a message threatening the owners.", "THREATEN", ["union"]),
        ("The miners issued a statement that demanded higher pay.", "REQUEST", ["miners"]),
    ],
)
def test_who_sends_a_message_acts_in_it(extractor: Extractor, text: str, kind: str, source: list[str]) -> None:
    result = extractor.extract(text, published="2024-06-12")
    assert [(event.type, result.names(event.source)) for event in result.events] == [(kind, source)]


@pytest.mark.parametrize(
    "text",
    [
        "The cartel burned a mill. Two guards died in a cartel attack.",
        "The gang burned a mill. Two guards died in a gang attack.",
    ],
)
def test_a_modifier_is_the_actor_of_that_name(extractor: Extractor, text: str) -> None:
    result = extractor.extract(text, published="2024-06-12")
    killing = next(event for event in result.events if event.fatalities is not None)
    assert result.names(killing.source) == [text.split()[1]]
