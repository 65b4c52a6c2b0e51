"""One line end: the end of a paragraph, or a line broken at a width."""

import pytest

from extractor import Extractor
from extractor.document.paragraphs import lines_are_paragraphs, paragraph_starts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shell kills two in Idlib\nA shell hit a market on Monday.", True),
        ("A shell hit a market.\nMedics came late.\nNobody claimed the attack.", True),
        ("A shell hit a market in the\ntown of Idlib on Monday and\nkilled two people.", False),
        (
            "A shell hit a market in the town.\n    Medics came late, said\n    residents, and the road\n    was shut.",
            False,
        ),
        ("A shell hit a market.\n\nMedics came late.", False),
        ("A shell hit a market.", False),
        ("", False),
    ],
)
def test_lines_are_paragraphs(text: str, expected: bool) -> None:
    assert lines_are_paragraphs(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A shell hit a market.\nMedics came late.", ["A shell hit a market.", "Medics came late."]),
        ("A shell hit a\nmarket.\n\nMedics came\nlate.", ["A shell hit a\nmarket.", "Medics came\nlate."]),
        ("A shell hit a market.", ["A shell hit a market."]),
    ],
)
def test_paragraph_starts(text: str, expected: list[str]) -> None:
    starts = paragraph_starts(text)
    assert [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)] == expected


def test_a_speaker_goes_on_in_the_next_paragraph_of_a_web_page(extractor: Extractor) -> None:
    text = "“Soldiers burned the depot,” said Amina Diallo.\n“They also shot two drivers.”\n“Nobody helped.”"
    claims = {claim.predicate: claim.source_span for claim in extractor.extract(text).claims}
    assert claims["burn"] is not None and claims["burn"].text == "Amina Diallo"
    assert claims["shoot"] is not None and claims["shoot"].text == "Amina Diallo"


def test_a_heading_does_not_run_into_the_next_line(extractor: Extractor) -> None:
    text = (
        "A bomb killed two people in Tripoli.\nNo claim of responsibility\nThe attack wounded nine guards of the port."
    )
    assert {event.polarity.value for event in extractor.extract(text).events} == {"positive"}
