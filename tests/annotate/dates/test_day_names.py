"""Names of people that are days as well: a sentence and its dates."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Goalkeeper Friday Okoro was stabbed on Monday.", ["Monday"]),
        ("Sunday Eze was arrested in Abuja last week.", ["last week"]),
        ("Gunmen abducted Friday Okoro in Jos.", []),
        ("A bus burned on Monday, Friday Okoro said.", ["Monday"]),
        ("Mr Sunday and Judge Friday left on Monday.", ["Monday"]),
        ("The farmer, Easter Mulder, was stabbed.", []),
        ("On Friday Okoro was arrested.", ["Friday"]),
        ("Last Sunday Eze was arrested.", ["Last Sunday"]),
        ("Police in Lusaka Friday arrested two men.", ["Friday"]),
        ("He was stabbed Saturday Ibe said.", ["Saturday"]),
        ("Friday Prime Minister Lee met the envoy.", ["Friday"]),
        ("Saturday Turkey shelled a village.", ["Saturday"]),
        ("Sunday Mass was called off in Lagos.", ["Sunday"]),
        ("Police Say Friday Bombing Killed Six", ["Friday"]),
        ("He spoke in his Friday Mass.", ["Friday"]),
        ("She told the judge Friday that he left.", ["Friday"]),
    ],
)
def test_dates(extractor: Extractor, text: str, dates: list[str]) -> None:
    assert [found.text for found in extractor.extract(text, published="2024-03-12").dates] == dates
