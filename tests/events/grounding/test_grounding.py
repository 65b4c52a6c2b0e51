"""The chooser of day and place overrules the rules where it is sure; mentions stand to a trigger as the parse says."""

from datetime import date

import pytest
from spacy.language import Language

from extractor import Extractor
from extractor.document.from_doc import words_of
from extractor.events.grounding.choice import RULES, Candidate, Chooser
from extractor.events.grounding.mentions import Mention, Nearest, standing

CHOOSER = Chooser({RULES: 0.5, "near": 1.0, "only": 1.0}, margin=1.0)


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ({"Homs": [RULES], "Hama": ["near"]}, "Homs"),  # better, but not by the margin
        ({"Homs": [RULES], "Hama": ["near", "only"]}, "Hama"),
        ({"Homs": [], "Hama": [RULES]}, "Hama"),
        ({"Homs": ["near", "only"], "Hama": ["near", "only"], "Idlib": [RULES]}, "Homs"),  # the first of two alike
        ({"Homs": [RULES, "never seen in fitting"]}, "Homs"),
    ],
)
def test_the_rules_stand_unless_beaten_by_the_margin(evidence: dict[str, list[str]], expected: str) -> None:
    candidates = [Candidate(value, dict.fromkeys(signs, 1.0)) for value, signs in evidence.items()]
    assert CHOOSER.choose(candidates) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "head", "expected"),
    [
        ("Rebels attacked a post on Monday.", "attacked", "Monday", "argument"),
        ("Rebels attacked a post, the army said on Monday.", "attacked", "Monday", "clause of saying"),
        ("Rebels left on Monday after attacking a post.", "attacking", "Monday", "clause above"),
        ("Rebels attacked a post after they left on Monday.", "attacked", "Monday", "clause below"),
        ("The attack came on Monday.", "attack", "Monday", "own clause"),
    ],
)
def test_where_a_mention_stands(nlp: Language, text: str, trigger: str, head: str, expected: str) -> None:
    words = {word.text: word for word in words_of(nlp(text))}
    mention = Mention("d", words[head].idx, words[head].end, words[head], sentence=0)
    assert f"same sentence, {expected}" in standing(Nearest(mention, words[trigger], sentence=0))


@pytest.mark.parametrize(
    ("text", "is_cut_off"),
    [("Rebels left a post; guards fled on Monday.", True), ("Rebels left a post and guards fled on Monday.", False)],
)
def test_a_semicolon_cuts_a_mention_off(nlp: Language, text: str, is_cut_off: bool) -> None:
    words = {word.text: word for word in words_of(nlp(text))}
    mention = Mention("d", words["Monday"].idx, words["Monday"].end, words["Monday"], sentence=0)
    assert ("cut off" in standing(Nearest(mention, words["left"], sentence=0))) is is_cut_off


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels seized the barracks on Friday, and militiamen then looted the market.", {date(2024, 6, 7)}),
        ("Police shot two men on Sunday as troops freed a banker.", {date(2024, 6, 9)}),
        ("Three aides died in a raid in Bor on Sunday; the agency has left.", {date(2024, 6, 9)}),
        ("Jets bombed a bridge, the army said on Monday.", {None}),
        # The date of an act behind the trigger is not its own.
        ("Nurses marched over Monday's raid.", {None, date(2024, 6, 10)}),
    ],
)
def test_days_of_a_neighbour_clause(extractor: Extractor, text: str, expected: set[date | None]) -> None:
    found = extractor.extract(text, published="2024-06-12").events
    assert {event.start_date for event in found} == expected


def test_a_length_before_joined_verbs_counts_for_each(extractor: Extractor) -> None:
    text = "The mayor resigned on 5 May, two days after gunmen seized a bank and killed two guards."
    found = extractor.extract(text, published="2024-06-12").events
    days = {"RETREAT": date(2024, 5, 5), "COERCE": date(2024, 5, 3), "ASSAULT": date(2024, 5, 3)}
    assert {event.type: event.start_date for event in found} == days


def test_a_choice_is_told_among_the_reasons(extractor: Extractor) -> None:
    found = extractor.extract("Police shot two men on Sunday as troops freed a banker.", published="2024-06-12").events
    assert "day: chosen by the model" in found[1].reasons


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Troops shelled the port on June 3 and 4.", date(2024, 6, 3), date(2024, 6, 4)),
        ("Militants overran the base on the night of June 5 to 6.", date(2024, 6, 5), date(2024, 6, 6)),
        ("Settlers burned nine huts in early May.", date(2024, 5, 1), date(2024, 5, 10)),
        ("Settlers burned nine huts in late 2022.", date(2022, 10, 2), date(2022, 12, 31)),
        ("A garage in Tripoli was set on fire on Sunday.", date(2024, 6, 9), date(2024, 6, 9)),
        # Days counted from another one.
        ("The ruling comes three months after police arrested the mayor.", date(2024, 3, 12), date(2024, 3, 12)),
        ("Monks sang on Monday, a day after police shot two students.", date(2024, 6, 9), date(2024, 6, 9)),
        # "Four years after" is some day of that year; "when" tells of the date right before it.
        ("On Monday a poet sang, four years after rebels seized a port.", date(2020, 1, 1), date(2020, 12, 31)),
        ("Snow fell as in May 2003, when rebels seized a port.", date(2003, 5, 1), date(2003, 5, 31)),
        ("Troops shelled the port on Friday and Saturday.", date(2024, 6, 7), date(2024, 6, 8)),
        ("In May and June 2019 jets bombed a port.", date(2019, 5, 1), date(2019, 6, 30)),
        ("Widows in Gao marked 20 years since jets bombed the town.", date(2004, 6, 12), date(2004, 6, 12)),
        ("Monday was the tenth anniversary of the bombing of a school in Gao.", date(2014, 6, 10), date(2014, 6, 10)),
    ],
)
def test_spans_and_offsets(extractor: Extractor, text: str, first: date, last: date) -> None:
    found = extractor.extract(text, published="2024-06-12").events
    assert [(event.start_date, event.end_date) for event in found] == [(first, last)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Roy Dent, convicted in the 2012 shooting death of a grocer, fled from a jail.",
            {"SANCTION": None, "ASSAULT": 2012},
        ),
        ("A jury found Roy Dent guilty in the 2012 shooting death of a grocer.", {"SANCTION": None, "ASSAULT": 2012}),
        ("The man was charged on Tuesday with the 2009 bombing of a church.", {"ACCUSE": 2024, "ASSAULT": 2009}),
        (
            "A year after the bombing of a market in Gao, crowds protested on 12 May 2024.",
            {"PROTEST": 2024, "ASSAULT": 2023},
        ),
        ("Doctors said in June they had counted 60 injured after the 2022 attack on a market.", {"ASSAULT": 2022}),
        ("The 2012 attack killed four guards.", {"ASSAULT": 2012}),
        ("Protesters hurled stones at police for a fifth night on Monday.", {"ASSAULT": 2024}),
        ("Four guards were killed in the 2012 attack.", {"ASSAULT": 2012}),
    ],
)
def test_an_act_of_old_keeps_its_own_date(extractor: Extractor, text: str, days: dict[str, int | None]) -> None:
    found = extractor.extract(text, published="2024-06-12").events
    assert {event.type: event.start_date and event.start_date.year for event in found if event.type in days} == days


@pytest.mark.parametrize(
    ("text", "place", "country", "day"),
    [
        # The label of an incident note; a town named by its class word, also behind a capitalised "In".
        (
            "Guinea-Bissau, 3 May 2024: In Bafata town, a nurse was abducted by six armed men.",
            "Bafata",
            "GW",
            date(2024, 5, 3),
        ),
        ("Niger, 9 May 2024: Gunmen shot two traders.", "Niger", "NE", date(2024, 5, 9)),
        # The part of a country that a town lies in.
        ("Gunmen shot a trader near Córdoba, in southern Spain.", "Córdoba", "ES", None),
        ("Gunmen shot a trader in Moura, central Mali.", "Moura", "ML", None),
        # Where something was fired from is not where it hit.
        ("Rockets launched from Lebanon struck a school in Ashkelon.", "Ashkelon", "IL", None),
    ],
)
def test_places_and_days_by_their_surroundings(
    extractor: Extractor, text: str, place: str, country: str, day: date | None
) -> None:
    result = extractor.extract(text, published="2024-06-12")
    (event,) = result.events
    found = next(p for p in result.places if p.id == event.place)
    assert (found.name, found.country_code, event.start_date) == (place, country, day)


def test_where_the_people_who_tell_it_live_is_where_it_happened(extractor: Extractor) -> None:
    text = "Residents of hamlets near Gao said on Tuesday that forty herders had been killed there."
    result = extractor.extract(text, published="2024-06-12")
    assert [place.name for place in map(result.place, result.events) if place is not None] == ["Gao"]


@pytest.mark.parametrize(
    "text",
    [
        "A teacher who escaped to Nairobi last month said soldiers had looted the mill.",
        "The priest, now living in Rome, said militiamen had wrecked the mill.",
    ],
)
def test_where_the_speaker_is_is_not_where_it_happened(extractor: Extractor, text: str) -> None:
    result = extractor.extract(text, published="2024-06-11")
    assert [result.place(event) for event in result.events if event.type == "ASSAULT"] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JAKARTA — Gunmen killed two teachers in Papua province on Monday, police said.", ["Papua"]),
        ("LAGOS, Nigeria — Gunmen killed nine farmers in Zamfara state on Monday, police said.", ["Zamfara"]),
        ("NAIROBI, Kenya — Gunmen attacked a hotel in Ethiopia's Oromia region, killing six guests.", ["Oromia"]),
        (
            "Bandits killed two men in Zamfara state on Sunday and seized six in Katsina on Monday.",
            ["Zamfara", "Katsina"],
        ),
    ],
)
def test_a_region_is_not_given_up_for_a_town_outside_it(extractor: Extractor, text: str, expected: list[str]) -> None:
    result = extractor.extract(text, published="2024-06-12")
    places = [result.place(event) for event in result.events]
    assert [place.name for place in places if place is not None] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The man who drove a van into a Christmas market in Graz in May 2016 killed ten.", date(2016, 5, 1)),
        ("The man who torched a Halloween shop in Derby in June 2011 killed two.", date(2011, 6, 1)),
        ("Rebels shelled an Easter fair in Gao on Monday.", date(2024, 6, 10)),
        ("The Christmas Day attack in Gao killed two nurses.", date(2023, 12, 25)),
    ],
)
def test_days_that_name_things_date_nothing(extractor: Extractor, text: str, expected: date) -> None:
    found = {event.start_date for event in extractor.extract(text, published="2024-06-12").events}
    assert found == {expected}
