"""Acts without a place of their own take that of an act told before, unless it is of another time."""

import pytest

from extractor import Extractor

LENT = "place: of a sentence before"


@pytest.mark.parametrize(
    ("text", "is_lent"),
    [
        ("Gunmen robbed a shop in Gao on Monday. Police arrested two men.", True),
        ("In 2019 gunmen shot at a bus in Gao. On Monday the gunmen robbed a shop.", False),
    ],
)
def test_place_of_a_sentence_before(extractor: Extractor, text: str, is_lent: bool) -> None:
    _, second = extractor.extract(text, published="2024-06-12").events
    assert (LENT in second.reasons) is is_lent


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The White House has expelled four miners in Port-au-Prince.", "Port-au-Prince"),
        ("The White House is alleged to have expelled four miners.", None),
        ("A man was arrested outside the White House.", "White House"),
    ],
)
def test_a_seat_that_acts_is_no_place_of_its_act(extractor: Extractor, text: str, place: str | None) -> None:
    result = extractor.extract(text, published="2024-06-12")
    names = {found.id: found.name for found in result.places}
    (event,) = (event for event in result.events if event.type == "COERCE")
    assert names.get(event.place or "") == place


def test_where_others_go_is_no_place_of_an_act(extractor: Extractor) -> None:
    (event,) = extractor.extract("Police stopped lorries that drove to Goma.", published="2024-06-12").events
    assert event.place is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The judge, speaking in Oslo, said soldiers had beaten two monks.", None),
        ("The judge, who fled to Oslo in May, said thieves had burned the chapel.", None),
        ("The judge, after a walk in Bergen, said thieves had burned a chapel in Oslo.", "Oslo"),
        ("GENEVA — Thieves burned a school in Cabo Delgado on Monday.", "Cabo Delgado"),
        ("GAO, Mali (Agency) - Thieves burned a school on Monday.", "Gao"),
        ("Next week ministers will meet in Vienna, but on Monday a missile struck a depot at Qurmala.", "Qurmala"),
        ("Near Kolbandara, Pool department, armed men opened fire on a truck.", "Kolbandara"),
        ("From positions in Russia's Kursk region, artillery opened up on the Ukrainian city of Sumy.", "Sumy"),
        ("From a hill near Gao, gunmen fired on a bus.", "Gao"),
        ("Pirates boarded and seized a Berlin-owned ship off Mogadishu.", "Mogadishu"),
    ],
)
def test_where_speakers_reporters_and_owners_are_is_no_place_of_an_act(
    extractor: Extractor, text: str, name: str | None
) -> None:
    result = extractor.extract(text, published="2024-06-12")
    event = next(event for event in result.events if event.type in ("ASSAULT", "COERCE"))
    place = result.place(event)
    assert (place.name if place else None) == name


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Fishermen signed a deal with the European Union in Chad on Monday.", "Chad"),
        ("The army chief signed a truce with rebels in Kenya on Monday.", "Kenya"),
        ("Artillery in Kursk shelled the town of Sumy on Monday.", "Sumy"),
        ("Men from Goma burned the airport of Beni on Monday.", "Beni"),
        ("Police in Goma arrested the mayor of Beni on Monday.", "Goma"),
        ("Lisbon, June 11 (Agency) - Police in Tirana arrested two men on Monday.", "Tirana"),
        ("LISBON, Portugal, June 11 - Gunmen killed two nurses in Porto on Monday.", "Porto"),
        ("Herat, June 11 (Agency) - Police arrested two men on Monday.", "Herat"),
    ],
)
def test_where_the_clause_of_an_event_puts_it(extractor: Extractor, text: str, place: str) -> None:
    result = extractor.extract(text, published="2024-06-12")
    assert [found.name for event in result.events if (found := result.place(event))] == [place]
