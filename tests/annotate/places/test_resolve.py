"""Which place a name means."""

from collections.abc import Callable

import pytest

from extractor import Extractor
from extractor.records import Place

Read = Callable[[str], list[Place]]


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("The mayor of Paris, Texas, spoke in Dallas.", "Paris", "US", "Texas"),
        ("The mayor of Paris spoke after talks in Lyon and Marseille.", "Paris", "FR", None),
        ("Clashes spread from Beirut to Tripoli, north of Jounieh in Lebanon.", "Tripoli", "LB", None),
        ("Militias in Tripoli and Benghazi agreed a truce for Libya.", "Tripoli", "LY", None),
        ("Voters in Atlanta and Savannah decide who governs Georgia.", "Georgia", "US", None),
        ("Talks in Tbilisi and Batumi ended; Georgia signed with Armenia.", "Georgia", "GE", None),
        ("Police in Springfield, Mo., said two men were held.", "Springfield", "US", "Missouri"),
        ("Protesters were beaten in Khartoum, Omdurman and Kassala in Sudan.", "Khartoum", "SD", "Khartoum"),
        ("Ships were hit in the Red Sea off Hodeidah, Yemen.", "Hodeidah", "YE", None),
        ("Rebels fought soldiers in Pibor on Monday.", "Pibor", "SS", None),
        ("Teachers in El Alto marched on La Paz.", "El Alto", "BO", None),
        ("Firefighters came from London, Ontario, and Hamilton.", "London", "CA", "Ontario"),
        ("Voters in Erie and Scranton, Pennsylvania, hear of the elections in Lebanon.", "Lebanon", "LB", None),
        ("A fire broke out in Lebanon, Pa., and spread to Reading, Pa.", "Lebanon", "US", "Pennsylvania"),
        ("Joplin and Sedalia, Missouri, sell more shoes to Mexico.", "Mexico", "MX", None),
        ("A bus crashed in Oaxaca State on Monday.", "Oaxaca State", "MX", None),
        ("Lebanese soldiers clashed with gunmen in Tripoli on Sunday.", "Tripoli", "LB", None),
        ("Chilean students blocked a motorway in Concepcion.", "Concepcion", "CL", None),
        ("American tourists were robbed in Paris on Sunday.", "Paris", "FR", None),
        ("CAIRO, Ill. — A barn burned in Cairo on Sunday.", "Cairo", "US", "Illinois"),
        ("A barn burned in Athens, Georgia.", "Athens", "US", "Georgia"),
        ("Georgia voters stayed at home, and Alabama voters did not.", "Georgia", "US", None),
        ("Georgia and Armenia signed; Alabama did not.", "Georgia", "GE", None),
    ],
)
def test_sense(read: Read, text: str, name: str, country: str, admin1: str | None) -> None:
    place = next(p for p in read(text) if any(m.text == name for m in p.mentions))
    assert place.country_code == country
    assert admin1 is None or place.admin1 == admin1
    assert place.latitude is not None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A student of Des Moines, Iowa, watches the storms over the tropical Atlantic.", "Atlantic", "sea"),
        ("The woman of Baltimore, Maryland, teaches in the wider Middle East.", "Middle East", "world_region"),
        ("A fire broke out on Long Island on Monday.", "Long Island", "island"),
    ],
)
def test_wide_places_before_towns(read: Read, text: str, name: str, kind: str) -> None:
    assert next(p for p in read(text) if p.name == name).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Congress will vote after the Justice Department has spoken.",
        "FIGHTING GOES ON IN THE CAPITAL, AND THE POLICE LEFT THE REGION.",
    ],
)
def test_institutions_and_common_nouns_are_no_towns(read: Read, text: str) -> None:
    assert read(text) == []


def test_one_place_for_all_its_names(read: Read) -> None:
    text = "The United States and Mexico agreed. The U.S. will pay, and the US border stays shut."
    united_states = [p for p in read(text) if p.country_code == "US"]
    assert len(united_states) == 1
    assert len(united_states[0].mentions) == 3


@pytest.mark.parametrize(
    "text",
    [
        "NAIROBI, Kenya - Thousands marched through Nairobi on Tuesday.",
        "NAIROBI, Kenya - Thousands marched on Tuesday.",
    ],
)
def test_the_capitals_of_a_dateline_are_no_spelling(read: Read, text: str) -> None:
    assert "Nairobi" in {p.name for p in read(text)}


def test_name_without_an_entry_says_why(read: Read) -> None:
    places = read("A truck overturned on Quillfeather Road in Bristol, England, on Monday.")
    unknown = [p for p in places if p.geonames_id is None]
    assert all(p.reason and p.confidence < 0.6 for p in unknown)


def test_displaced_place_is_another_place(read: Read) -> None:
    places = read("Shells fell in Homs. A convoy burnt 20 km south of Homs, near Qusayr in Syria.")
    homs = [p for p in places if p.name == "Homs"]
    assert [p.relation for p in homs] == [None, "20 km south of"]
    north, south = (p.latitude for p in homs)
    assert north is not None and south is not None
    assert 0.17 < north - south < 0.19


def test_relation_of_all_mentions(read: Read) -> None:
    assert [p.relation for p in read("Talks were held in northern Syria.")] == ["northern"]
    assert [p.relation for p in read("Fighting in northern Syria spread. All Syria mourned.")] == [None]


def test_town_before_the_division_of_its_name(read: Read) -> None:
    kinds = {
        p.name: p.kind for p in read("Rebels hold Donetsk and Luhansk. Shells hit Sumy and Kherson regions in Ukraine.")
    }
    assert kinds["Donetsk"] == kinds["Luhansk"] == "city"
    assert kinds["Sumy"] == kinds["Kherson"] == "region"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Rebels attacked Palma in Cabo Delgado, Mozambique.", "Palma", "MZ"),
        ("Soldiers burned the village of Rio Negro in Guatemala.", "Rio Negro", "GT"),
        ("Gunmen killed 17 in Djibo, Burkina Faso, and in the town of Inata.", "Inata", "BF"),
        ("Three men fired at a street party in the Siloé district of Cali.", "Siloé", "CO"),
        ("Robbers held up a jeweller at the Westgate mall in Nairobi.", "Westgate", "KE"),
    ],
)
def test_namesake_far_away_is_not_taken(read: Read, text: str, name: str, country: str) -> None:
    place = next(p for p in read(text) if p.name == name)
    assert place.country_code == country
    assert place.geonames_id is None
    assert place.reason is not None
    assert place.reason.startswith("only namesakes elsewhere")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Police in the city of Salvador arrested two officers, Brazilian officials said.", ("city", "BR")),
        ("Police in Salvador arrested two officers.", ("country", "SV")),
    ],
)
def test_a_city_is_no_country(read: Read, text: str, place: tuple[str, str]) -> None:
    assert [(p.kind, p.country_code) for p in read(text)] == [place]


@pytest.mark.parametrize(
    ("location", "admin1"),
    [("Springfield, Missouri", "Missouri"), ("Massachusetts", "Massachusetts"), ("Nowhereville", None), (None, None)],
)
def test_place_of_the_outlet(location: str | None, admin1: str | None) -> None:
    article = {"text": "The mayor of Springfield spoke to reporters on Monday.", "source_location": location}
    place = next(p for p in Extractor().extract(article).places if p.name == "Springfield")
    assert place.kind == "city"
    assert admin1 is None or place.admin1 == admin1
