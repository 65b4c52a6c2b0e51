"""Capitals that are told by their country alone."""

from collections.abc import Callable

import pytest

from extractor import Extractor
from extractor.records import Place

Read = Callable[[str], list[Place]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A blast shook the Syrian capital.", {"Damascus": ["Syrian capital"]}),
        ("A blast shook the South Sudanese capital.", {"Juba": ["South Sudanese capital"]}),
        ("A march reached the New Zealand capital.", {"New Zealand": ["New Zealand"], "Wellington": ["capital"]}),
        ("A blast shook the capital of Mali.", {"Bamako": ["capital"], "Mali": ["Mali"]}),
        ("A blast shook Mali's capital.", {"Bamako": ["capital"], "Mali": ["Mali"]}),
        ("A blast shook the Peruvian capital, Lima.", {"Lima": ["Lima"]}),
        ("Chinese capital left the island. The capital of the bank grew.", {}),
        ("A blast shook the capital.", {}),
        ("A blast shook Mali's commercial capital.", {"Mali": ["Mali"]}),
        ("A blast shook the Israeli capital, Tel Aviv.", {"Tel Aviv": ["Tel Aviv"]}),
        ("A blast shook the Bolivian capital.", {"La Paz": ["Bolivian capital"]}),
        ("A blast shook the Burmese capital.", {"Nay Pyi Taw": ["Burmese capital"]}),
        ("A blast in Yangon shook the Burmese capital.", {"Yangon": ["Yangon"]}),
    ],
)
def test_capitals(read: Read, text: str, expected: dict[str, list[str]]) -> None:
    assert {place.name: [span.text for span in place.mentions] for place in read(text)} == expected


def test_an_event_is_in_the_capital(extractor: Extractor) -> None:
    result = extractor.extract("Gunmen attacked a hotel in the Somali capital on Monday.", published="2024-03-12")
    (event,) = result.events
    (place,) = [place for place in result.places if place.id == event.place]
    assert (place.name, place.country_code, place.admin1) == ("Mogadishu", "SO", "Banaadir")


@pytest.mark.parametrize(("published", "expected"), [("1990-03-12", "Lagos"), ("2020-03-12", "Abuja")])
def test_a_capital_of_its_time(extractor: Extractor, published: str, expected: str) -> None:
    result = extractor.extract("A blast shook the Nigerian capital.", published=published)
    assert [place.name for place in result.places] == [expected]
