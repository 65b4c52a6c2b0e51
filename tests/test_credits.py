"""Whom an article credits, and who signed it."""

import pytest

from extractor.document.credits import agency, byline
from extractor.read.article import make_article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GAO, Mali, May 9 (Coast Wire) - Gunmen attacked a bus.", "Coast Wire"),
        ("BEIRUT (CW) — Shells hit a market.", "CW"),
        ("Gunmen attacked a bus on Monday. (Plains Herald)", "Plains Herald"),
        ("Gunmen attacked a bus on Monday.\n\n— Coast Wire", "Coast Wire"),
        ("Gunmen attacked a bus on Monday.\n\nSource: Coast Wire.", "Coast Wire"),
        ("Gunmen attacked a bus on Monday. (More)", None),
        ("Gunmen (Islamists) attacked a bus on Monday.", None),
        ("The Rapid Reaction Force (RRF) left the town on Monday.", None),
        ("", None),
    ],
)
def test_agency(text: str, expected: str | None) -> None:
    assert agency(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Jane Doe\n\nGunmen attacked a bus.", "Jane Doe"),
        (
            "Bus attacked\nBy Jane Doe and John Roe, Coast Wire\nGunmen attacked a bus.",
            "Jane Doe and John Roe, Coast Wire",
        ),
        ("Gunmen attacked a bus.\n\nReporting by Jane Doe; editing by John Roe", "Jane Doe"),
        ("By Monday the gunmen had left the town.", None),
        ("", None),
    ],
)
def test_byline(text: str, expected: str | None) -> None:
    assert byline(text) == expected


def test_an_article_has_both_and_what_is_given_stands() -> None:
    text = "By Jane Doe\n\nGAO is calm.\n\n(Coast Wire)"
    assert (make_article(text).agency, make_article(text).byline) == ("Coast Wire", "Jane Doe")
    given = make_article(text, agency="Plains Herald", byline="John Roe")
    assert (given.agency, given.byline) == ("Plains Herald", "John Roe")
