"""Names that the words around them call places."""

from collections.abc import Callable

import pytest

from extractor.records import Place

Read = Callable[[str], list[Place]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Troops entered the villages of Umm Jarda and Tell al-Nuri near Saraqib.",
            ["Umm Jarda", "Tell al-Nuri", "Saraqib"],
        ),
        ("Raiders burned Lotiro and Kapelo, two kraals near Moroto.", ["Lotiro", "Kapelo", "Moroto"]),
        ("Huts burned in Dankari, a hamlet near Sokoto.", ["Dankari", "Sokoto"]),
        ("Fighters took Kirimbo and Ntabega, two villages in Congo.", ["Kirimbo", "Ntabega", "Congo"]),
        ("Musa Keita, a village chief near Bamako, wept.", ["Bamako"]),
        ("A mine lay at Wadi Surkan, 20 km north of Marib.", ["Wadi Surkan", "Marib"]),
        ("The convoy was stopped 30 km south of Gao.", ["Gao"]),
        ("The road between Mopti and Gao is mined.", ["Mopti", "Gao"]),
        ("The rebels fled Rutshuru at night.", ["Rutshuru"]),
        ("Shots were heard at Kabul University.", ["Kabul University"]),
        ("A rocket hit the Basra General Hospital.", ["Basra General Hospital"]),
        ("Thieves entered the library of Kisumu College.", ["Kisumu College"]),
        ("Gunmen attacked the University of Maiduguri.", ["Maiduguri"]),
        ("Police closed the University of Leeds in Accra.", ["Accra"]),
        ("Nurses at the London Clinic in Lagos walked out.", ["Lagos"]),
        ("Gunmen fought soldiers in Bunagani on Monday.", ["Bunagani"]),
        ("Residents of Idlib said shells hit a market.", ["Idlib"]),
        ("Two herders died in Izium on Monday.", ["Izium"]),
        ("In March they held a clerk.", []),
        ("Rebels set fire to Bolumbe and three other villages.", ["Bolumbe"]),
        ("Herders attacked Tundu and several nearby hamlets.", ["Tundu"]),
        ("Police and nearby villages were warned.", []),
        ("Two clerks died on the road between Kuruvai and Tolem.", ["Kuruvai", "Tolem"]),
        ("The talks between Okello and Musa went on.", []),
        ("Cars were parked near Ford Street and Ali's house.", ["Ford Street"]),
    ],
)
def test_names(read: Read, text: str, names: list[str]) -> None:
    spans = [span for place in read(text) for span in place.mentions]
    assert [span.text for span in sorted(spans, key=lambda span: span.start)] == names


def test_a_village_that_the_gazetteer_lacks_lies_where_it_is_told_to_lie(read: Read) -> None:
    (village, town) = read("Cattle were stolen from Nyatwoy, a settlement east of Malakal.")
    assert (village.kind, village.country_code, town.name) == ("city", "SS", "Malakal")


def test_a_building_lies_in_the_town_of_its_name(read: Read) -> None:
    (airport,) = read("Workers at Karachi Airport downed tools.")
    assert (airport.country_code, airport.name) == ("PK", "Karachi Airport")


def test_a_state_and_not_the_town_that_is_shortly_called_like_it(read: Read) -> None:
    assert [place.kind for place in read("Oklahoma lawmakers cut the budget.")] == ["region"]
    assert [place.kind for place in read("He lives in New York.")] == ["city"]
