"""The country that an adjective tells of a place: a sentence, the name, its country and its kind."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "name", "country", "kind"),
    [
        ("A man drowned off the Norwegian island of Hidlesund on Monday.", "Hidlesund", "NO", "island"),
        ("A bomb killed two in the Kenyan district of Mandrele on Friday.", "Mandrele", "KE", "district"),
        ("Gunmen shot a priest in the southern Nigerian town of Umuka.", "Umuka", "NG", "city"),
        ("Gunmen shot a teacher in the Mexican town of Trinidad.", "Trinidad", "MX", "city"),
        ("Police shot a man in the British town of Boston.", "Boston", "GB", "city"),
        ("An Indian tourist was robbed in the town of Naples.", "Naples", "IT", "city"),
        ("A blast hit the Syrian border town of Azaz.", "Azaz", "SY", "city"),
    ],
)
def test_country_told(extractor: Extractor, text: str, name: str, country: str, kind: str) -> None:
    (place,) = extractor.extract(text, published="2024-03-12").places
    assert (place.name, place.country_code, place.kind) == (name, country, kind)


def test_country_of_a_list(extractor: Extractor) -> None:
    text = "Soldiers burned the Burmese villages of Tarpyin and Lone Kyi."
    places = extractor.extract(text, published="2024-03-12").places
    assert [(place.name, place.country_code) for place in places] == [("Tarpyin", "MM"), ("Lone Kyi", "MM")]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Kenya: A mine flooded on Monday. Paraguay: Miners went on strike in Concepción.", "Concepción", "PY"),
        ("Peru: A mine flooded on Monday. Panama: Gunmen shot a priest in Santiago.", "Santiago", "PA"),
        ("Ecuador: A bridge fell on Monday. Cuba: Police held a man from Paris.", "Paris", "FR"),
        ("Apia: Teachers went on strike in London. Suva: Police arrested two sailors.", "London", "GB"),
    ],
)
def test_country_in_front_of_an_item(extractor: Extractor, text: str, name: str, country: str) -> None:
    places = extractor.extract(text, published="2024-03-12").places
    assert [place.country_code for place in places if place.name == name] == [country]
