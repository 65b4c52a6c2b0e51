"""Publication dates as metadata writes them."""

import pytest

from extractor.read.when import parse_when


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2024-12-01", "2024-12-01"),
        ("20241201", "2024-12-01"),
        ("2024/12/01", "2024-12-01"),
        ("2024-12-01T10:00:00+01:00", "2024-12-01T10:00:00+01:00"),
        ("Sun, 01 Dec 2024 10:00:00 GMT", "2024-12-01T10:00:00+00:00"),
        (1733047200, "2024-12-01T10:00:00+00:00"),
        ("25/11/2024", "2024-11-25"),
        ("11/25/2024 10:30", "2024-11-25T10:30:00"),
        ("04.03.2024", "2024-03-04"),
        ("December 1, 2024", "2024-12-01"),
        ("1st December 2024", "2024-12-01"),
        ("Sunday 1 December 2024 10:30 pm", "2024-12-01T22:30:00"),
    ],
)
def test_read(given: object, iso: str) -> None:
    found = parse_when(given)
    assert found is not None and found.isoformat() == iso


@pytest.mark.parametrize(
    "given",
    ["yesterday", "May", "two years ago", "next Friday", "12", "x" * 500, "2024-13-45", "04/03/2024", "4 3 2024"],
)
def test_no_date(given: str) -> None:
    assert parse_when(given) is None
