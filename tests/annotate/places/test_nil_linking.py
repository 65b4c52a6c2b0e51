"""Where names lie that the gazetteer lacks."""

from collections.abc import Callable

import pytest

from extractor.records import Place

Read = Callable[[str], list[Place]]
_LEAD = "NAIROBI, Kenya - Gunmen attacked a bank in Nairobi on Monday, police said."
_FAR = (
    "The bank is owned by a group of investors who bought it for a small sum when its former owners gave up "
    "the business after many years of losses. The investors live in France."
)


@pytest.mark.parametrize(
    ("text", "name", "anchor"),
    [
        # beside a town: that town
        (f"{_LEAD} {_FAR} Others hid on Quillfeather Road in Mombasa.", "Quillfeather Road", "Mombasa"),
        # nothing beside it but a country named in passing: the town that the article is about
        (f"{_LEAD} {_FAR} The gang fled along Quillfeather Road.", "Quillfeather Road", "Nairobi"),
        # a holder that is said
        ("Riots broke out in Ferguson. He lives in Quillfeather, Maryland.", "Quillfeather", "Maryland"),
    ],
)
def test_place_that_stands_in(read: Read, text: str, name: str, anchor: str) -> None:
    place = next(p for p in read(text) if p.name.startswith(name))
    assert place.reason == f"not in the gazetteer; placed at {anchor}, named nearby"


def test_no_place_named_no_point(read: Read) -> None:
    assert all(place.latitude is None for place in read("Gunmen attacked a bank on Quillfeather Road."))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # alike in sound to towns of other countries
        ("Soldiers in Conakry, the capital of Guinea, said rebels had fled to Jauli on Monday.", "Jauli"),
        # a village of Spain in an article on Guinea and its neighbours
        ("Talks were held in Abuja, Accra and Bamako. Guinea closed Conakry. Barricades went up in Cosa.", "Cosa"),
    ],
)
def test_no_place_of_another_country(read: Read, text: str, name: str) -> None:
    place = next((p for p in read(text) if p.name == name), None)
    assert place is None or place.geonames_id is None
