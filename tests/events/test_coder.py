"""Whole events of own sentences: type, sides, place, days, certainty, counts; and mentions told once."""

import pytest

from extractor import Extractor
from extractor.events.casualties.numerals import parse_number
from extractor.records import Event, Extraction, Modality

PUBLISHED = "2024-12-08"  # a Sunday


def only_event(result: Extraction) -> Event:
    assert len(result.events) == 1, [(e.type, e.reasons) for e in result.events]
    return result.events[0]


def names(result: Extraction, ids: list[str]) -> list[str]:
    by_id = {actor.id: actor.name for actor in result.actors}
    return [by_id[i] for i in ids]


@pytest.mark.parametrize(
    ("text", "kind", "source", "target", "place", "days"),
    [
        ("Rebels seized Aleppo on Saturday.", "COERCE", ["Rebels"], [], "Aleppo", ("2024-12-07", "2024-12-07")),
        ("Gunmen shot two nurses in Kabul.", "ASSAULT", ["Gunmen"], ["two nurses"], "Kabul", None),
        ("Two nurses were shot by gunmen in Kabul.", "ASSAULT", ["gunmen"], ["Two nurses"], "Kabul", None),
        ("Police arrested a journalist in Minsk on Friday.", "COERCE", ["Police"], ["journalist"], "Minsk",
         ("2024-12-06", "2024-12-06")),
        ("Thousands of farmers protested in Lyon.", "PROTEST", ["farmers"], [], "Lyon", None),
        ("Iran condemned the ruling.", "ACCUSE", ["Iran"], [], None, None),
        # Where others go is not where it happens.
        ("Police stopped lorries that drove to Goma.", "COERCE", ["Police"], ["lorries"], None, None),
    ],
)  # fmt: skip
def test_event(
    extractor: Extractor,
    text: str,
    kind: str,
    source: list[str],
    target: list[str],
    place: str | None,
    days: tuple[str, str] | None,
) -> None:
    result = extractor.extract(text, published=PUBLISHED)
    event = only_event(result)
    assert (event.type, names(result, event.source), names(result, event.target)) == (kind, source, target)
    assert next((p.name for p in result.places if p.id == event.place), None) == place
    found = (event.start_date.isoformat(), event.end_date.isoformat()) if event.start_date and event.end_date else None
    assert found == days


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "Rebels seize Aleppo\n\nRebels seized Aleppo on Saturday, the army said. It was a blow to the government.",
            1,
        ),
        ("An air strike hit a clinic in Idlib, killing nine people.", 1),
        ("Militants attacked a bus near Quetta on Friday. Nine people were killed.", 1),
        (
            "Gunmen kill nine\n\nGunmen attacked a market on Friday, killing nine people. The attackers burned stalls.",
            1,
        ),
        ("A judge was shot dead in Naples. The murder of the judge shocked the city.", 1),
        ("The army shelled Taiz on Friday. Three soldiers were killed in clashes in Marib.", 2),
        ("Violence has killed more than 2,500 people this year.", 0),
        ("The rebels have carried out many attacks.", 0),
        ("Rebels captured Hama on Thursday. Troops arrested a journalist in Damascus on Friday.", 2),
        ("Police fired 12 rounds in the bazaar. Near the mill, police fired 30 rounds.", 2),
        ("A rocket hit the depot. Nobody was hurt.", 1),
        ("Police arrested 25 people near the mill. In the port, police arrested 39 men.", 2),
        ("Four were burned alive by a mob and two killed in police firing.", 2),
        # A ruler who is said to flee is not his army.
        ("The army withdrew from Homs. State media denied that President Ould had fled to Chad.", 2),
    ],
)
def test_told_once(extractor: Extractor, text: str, count: int) -> None:
    assert len(extractor.extract(text, published=PUBLISHED).events) == count


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        # Harm that the article tells itself does not vouch for who did it.
        ("Oman shot down two drones near Sohar, officials said. A child was hurt.", Modality.REPORTED),
        ("Gunmen attacked a bus near Kano, officials said. The gunmen killed four on the bus.", Modality.ASSERTED),
    ],
)
def test_who_vouches(extractor: Extractor, text: str, modality: Modality) -> None:
    assert only_event(extractor.extract(text)).modality is modality


@pytest.mark.parametrize(
    ("text", "slot", "low", "high"),
    [
        ("Shelling killed at least 14 civilians in Kherson.", "fatalities", 14, None),
        ("Mortar fire wounded a watchman and two nurses.", "injured", 3, 3),
        ("A raid on the camp killed two soldiers and a child.", "fatalities", 3, 3),
        ("The blast in Kano wounded dozens.", "injured", 24, 99),
        ("Police detained between eight and 11 students in Baku.", "detained", 8, 11),
    ],
)
def test_counts(extractor: Extractor, text: str, slot: str, low: int, high: int | None) -> None:
    count = getattr(only_event(extractor.extract(text)), slot)
    assert (count.low, count.high) == (low, high)
    assert text[count.start : count.end] == count.text


@pytest.mark.parametrize(
    "text",
    [
        "Militants burned a church in Kano.",
        "Rioters burned three houses.",
        "Students burned an effigy of Prime Minister Bera.",
        "The strike crippled the port.",
    ],
)
def test_things_are_no_people(extractor: Extractor, text: str) -> None:
    event = only_event(extractor.extract(text))
    assert (event.fatalities, event.injured) == (None, None)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A suicide bomber killed 12 people at a mosque in Peshawar.", "suicide-attack"),
        ("Bombers struck a convoy near Taiz.", "aerial"),
    ],
)
def test_mode_of_means(extractor: Extractor, text: str, mode: str) -> None:
    assert only_event(extractor.extract(text)).mode == mode


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("two dozen", 24, 24),
        ("twenty-five", 25, 25),
        ("more than 3,000", 3000, None),
        ("fewer than ten", 0, 10),
        ("between 20 and 30", 20, 30),
        ("two hundred", 200, 200),
        ("no", 0, 0),
    ],
)
def test_number(words: str, low: int, high: int | None) -> None:
    assert parse_number(words) == (low, high)


def test_nothing_parsed() -> None:
    assert parse_number("the soldiers") is None


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("Miners marched in Potosi to demand that the government raise wages.", "PROTEST", ["Miners"], ["government"]),
        ("Unions demand that the president resign.", "REQUEST", ["Unions"], ["president"]),
        ("Serbia lodged a protest with Albania.", "ACCUSE", ["Serbia"], ["Albania"]),
        ("Chad rejected a French proposal.", "REJECT", ["Chad"], ["France"]),
        ("Militants fired on a bus carrying pilgrims.", "ASSAULT", ["Militants"], ["pilgrims"]),
        ("Chad and Niger held talks in Paris.", "CONSULT", ["Chad", "Niger"], []),
        ("Chad held talks with Niger in Paris.", "CONSULT", ["Chad"], ["Niger"]),
    ],
)
def test_both_sides(extractor: Extractor, text: str, kind: str, source: list[str], target: list[str]) -> None:
    result = extractor.extract(text)
    event = only_event(result)
    assert (event.type, names(result, event.source), names(result, event.target)) == (kind, source, target)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Rebels attacked Aleppo.", 1),
        ("Rebels attacked a post 20 km south of Homs.", 2),
        ("Rebels attacked a post in Kachin State.", 3),
        ("Rebels attacked a post in Sudan.", 3),
    ],
)
def test_geo_precision(extractor: Extractor, text: str, precision: int) -> None:
    assert only_event(extractor.extract(text)).geo_precision == precision


@pytest.mark.parametrize(
    ("text", "precision", "days"),
    [
        ("Rebels attacked Aleppo on Friday.", 1, ("2024-12-06", "2024-12-06")),
        ("Rebels attacked Aleppo last week.", 2, ("2024-11-25", "2024-12-01")),
        ("Rebels attacked Aleppo in March 2021.", 3, ("2021-03-01", "2021-03-31")),
        ("Rebels shelled Aleppo from Monday to Thursday.", 2, ("2024-12-02", "2024-12-05")),
    ],
)
def test_time_precision(extractor: Extractor, text: str, precision: int, days: tuple[str, str]) -> None:
    event = only_event(extractor.extract(text, published=PUBLISHED))
    assert event.start_date is not None and event.end_date is not None
    assert (event.time_precision, event.start_date.isoformat(), event.end_date.isoformat()) == (precision, *days)


def test_dateline_is_not_the_day_of_an_event(extractor: Extractor) -> None:
    result = extractor.extract("GAO, Mali, Dec 7 - Gunmen attacked a market on Friday.", published=PUBLISHED)
    assert str(only_event(result).start_date) == "2024-12-06"


def test_a_description_tells_of_the_news_not_of_its_background(extractor: Extractor) -> None:
    text = (
        "Gunmen killed nine villagers near Gao on Friday.\n\nIn January 2023, 30 people were killed in Talataye.\n\n"
        "The president condemned the massacre."
    )
    result = extractor.extract(text, published=PUBLISHED)
    triggers = [[c.trigger.text for c in result.claims if c.id in e.claims] for e in result.events]
    assert ["killed", "massacre"] in triggers
