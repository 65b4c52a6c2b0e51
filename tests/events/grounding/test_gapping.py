"""One verb, several places: an event each."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested 14 students in Minsk and six in Brest on Saturday.", [("Minsk", 14), ("Brest", 6)]),
        ("Ten clerks were arrested in Multan and 40 in Quetta.", [("Multan", 10), ("Quetta", 40)]),
        (
            "Police arrested 40 people in Nairobi, 12 in Kisumu and five in Mombasa.",
            [("Nairobi", 40), ("Kisumu", 12), ("Mombasa", 5)],
        ),
        ("Police arrested ten men in Lagos and fled.", [("Lagos", 10)]),
        ("Police arrested a mayor in Lagos and two others in Kano.", [("Lagos", 1), ("Kano", 2)]),
    ],
)
def test_arrests_by_place(extractor: Extractor, text: str, expected: list[tuple[str, int]]) -> None:
    result = extractor.extract(text, published="2024-06-11")
    arrests = [event for event in result.events if event.type == "COERCE"]
    places = [result.place(event) for event in arrests]
    counts = [event.detained for event in arrests]
    found = [(place.name, count.low) for place, count in zip(places, counts, strict=True) if place and count]
    assert found == expected
    assert len({event.id for event in arrests}) == len(arrests)


def test_the_dead_of_each_town(extractor: Extractor) -> None:
    result = extractor.extract("Bombs killed 20 people in Baghdad and seven in Mosul.", published="2024-06-11")
    assert [event.fatalities.low for event in result.events if event.fatalities] == [20, 7]


def test_a_thing_a_place_and_a_day_of_its_own(extractor: Extractor) -> None:
    text = "Rebels attacked a convoy near Gao on Friday and a camp near Menaka on Sunday."
    result = extractor.extract(text, published="2024-06-11")
    assert [str(event.start_date) for event in result.events] == ["2024-06-07", "2024-06-09"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In Beni on Monday five priests were shot dead, and in Oicha the next day three more.",
            [("Beni", "2024-06-10", 5), ("Oicha", "2024-06-11", 3)],
        ),
        (
            "Nine clerks were killed in Gao on Sunday and six in Kidal the next day.",
            [("Gao", "2024-06-09", 9), ("Kidal", "2024-06-10", 6)],
        ),
        ("In Beni on Monday five priests were shot dead, and in Oicha nuns wept.", [("Beni", "2024-06-10", 5)]),
    ],
)
def test_the_dead_of_each_town_and_day(extractor: Extractor, text: str, expected: list[tuple[str, str, int]]) -> None:
    result = extractor.extract(text, published="2024-06-12")
    dead = [(result.place(event), str(event.start_date), event.fatalities) for event in result.events]
    assert [(place.name, day, count.low) for place, day, count in dead if place and count] == expected
