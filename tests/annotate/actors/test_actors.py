"""Actors of own sentences: name, kind, country, sector and mentions."""

import pytest
import spacy
from spacy.language import Language

from extractor.annotate.actors import ActorTagger
from extractor.annotate.parse import pipeline as language
from extractor.document import layers as marks
from extractor.records import Actor
from extractor.settings import Settings


@pytest.fixture(scope="module")
def parser() -> Language:
    return language.load()


def actors_of(nlp: Language, text: str, published: str | None = None) -> list[Actor]:
    doc = language.parse(nlp, text)
    doc._.published = published
    return marks.ACTORS.read(ActorTagger(Settings())(doc))


@pytest.mark.parametrize(
    ("text", "name", "kind", "country", "sector"),
    [
        ("Syrian rebels shelled the depot.", "Syrian rebels", "people", "SY", "REB"),
        ("Two soldiers were wounded by a sniper.", "Two soldiers", "people", None, "MIL"),
        ("A sniper wounded two soldiers.", "sniper", "person", None, "UAF"),
        ("The Kremlin dismissed the report.", "Kremlin", "organization", "RU", "GOV"),
        ("Ankara recalled its ambassador.", "Turkey", "country", "TR", "GOV"),
        ("Boko Haram fighters burned the village.", "Boko Haram", "organization", "NG", "UAF"),
        ("Turkey's defence ministry confirmed the raid.", "Turkey's defence ministry", "organization", "TR", "MIL"),
        ("South African peacekeepers left the base.", "South African peacekeepers", "people", "ZA", "MIL"),
        ("Angry Ijaws clashed with guards.", "Angry Ijaws", "people", None, "CVL"),
        ("Commandos left the base.", "Commandos", "people", None, "MIL"),
        ("Peruvian and Chilean ministers met.", "Peruvian ministers", "people", "PE", "GOV"),
        ("Peruvian and Chilean ministers met.", "Chilean ministers", "people", "CL", "GOV"),
        ("Ann Ray, whose nephew drowned, wept.", "nephew", "person", None, "CVL"),
        ("Police fired tear gas.", "Police", "organization", None, "COP"),
        ("Thousands of Georgians marched.", "Georgians", "people", "GE", "CVL"),
        ("President Ilir Marku met the mayor.", "Ilir Marku", "person", None, "GOV"),
        ("The crowd threw stones.", "crowd", "people", None, "CVL"),
        ("Two battalions of marines landed.", "marines", "people", None, "MIL"),
        ("A posse of policemen arrived.", "policemen", "people", None, "COP"),
        ("The superintendent of police left.", "superintendent", "person", None, "COP"),
        ("Two jawans fell asleep.", "Two jawans", "people", None, "MIL"),
        ("The guerrilla ambush failed.", "guerrillas", "people", None, "REB"),
        ("Police firing went on all night.", "Police", "organization", None, "COP"),
        ("The rebels and UNITA signed a deal.", "UNITA", "organization", "AO", "OPP"),
        (
            "Rwanda accused the Democratic Republic of the Congo.",
            "Democratic Republic of Congo",
            "country",
            "CD",
            "GOV",
        ),
        ("CENTRAL AFRICAN REPUBLIC", "Central African Republic", "country", "CF", "GOV"),
    ],
)
def test_actor(parser: Language, text: str, name: str, kind: str, country: str | None, sector: str) -> None:
    found = {actor.name: actor for actor in actors_of(parser, text)}
    assert name in found, sorted(found)
    actor = found[name]
    assert (actor.kind.value, actor.country, actor.sector) == (kind, country, sector)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Ministry of Trade and Industry raised taxes.", ["Ministry of Trade and Industry"]),
        ("The Department of Agriculture closed two farms.", ["Department of Agriculture"]),
    ],
)
def test_a_part_of_a_name_is_no_actor(parser: Language, text: str, names: list[str]) -> None:
    assert [actor.name for actor in actors_of(parser, text) if actor.kind.value == "organization"] == names


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Hamas said it would talk. The group set terms.", ["Hamas", "it", "The group"]),
        ("Anna Kovacs resigned. Kovacs said she was tired.", ["Anna Kovacs", "Kovacs", "she"]),
        ("The Rapid Support Forces (RSF) left. The RSF took the road.", ["The Rapid Support Forces", "RSF", "The RSF"]),
        ("Germany and France met. Paris thanked Berlin.", ["Germany", "Berlin"]),
        ("Syrian rebels attacked. The rebels took a hill.", ["Syrian rebels", "The rebels"]),
        ("Two doctors were shot. Their driver fled.", ["Two doctors", "Their"]),
        ("Jane Holt lost. Mark Tully sneered and urged her to go.", ["Jane Holt", "her"]),
        ("The Tax Court ruled. The Court fined the firm.", ["The Tax Court", "The Court"]),
        ("The Salva Front grew. Then the Salva Front group left.", ["The Salva Front", "the Salva Front group"]),
        ("Jim Jordan spoke. Jordan left.", ["Jim Jordan", "Jordan"]),
        ("Nurses fled Duke Point. Lena Point sang.", ["Lena Point"]),
        ("The county commissioner Mr Okello Musa left.", ["The county commissioner", "Mr Okello Musa"]),
        ("Kenya held a vote. The country was calm.", ["Kenya", "The country"]),
        ("Police beat teachers in Oran. Police kicked the teachers.", ["Police", "Police"]),
        ("The parents of a girl who was shot, Ada Obi, left.", ["Ada Obi"]),
        ("Miners formed a club, and some of its members left.", ["some of its members", "its members"]),
        ("The White House asked Oman for help.", ["The White House"]),
        ("The Liberation Front left Lamu. The rebels burned a mill.", ["The Liberation Front", "The rebels"]),
        ("Emil Orban met Petra Novak. Petra Novak thanked him.", ["Emil Orban", "him"]),
        (
            "Finance Minister Awa Sow quit. The finance minister denied it.",
            ["Finance Minister Awa Sow", "The finance minister"],
        ),
        ("Gunmen killed former deputy defence minister Omar Hassan in Basra.", ["Omar Hassan"]),
        ("The mayor of Goma Willy Tembo condemned it.", ["The mayor", "Willy Tembo"]),
        ("Gunmen shot writer and poet Ben Obi. Obi had fled.", ["Ben Obi", "Obi"]),
        ("The Free Workers Party (OPL) won. OPL leads.", ["The Free Workers Party", "OPL", "OPL"]),
        (
            'Labour attacked the bill. Labour\'s leader was silent. "Labour has no plan," the minister said.',
            ["Labour", "Labour", "Labour"],
        ),
        ("Ann Lee met the mayor. Lee Airways stopped its flights.", ["Ann Lee"]),
        ("Hamas attacked the post. The Hamas movement denied it.", ["Hamas", "The Hamas movement", "Hamas"]),
        ("It was a local militia, not the army, that shelled Beni.", ["a local militia"]),
        # A part stands for the group that was counted; one of it is somebody else.
        ("The police held nine men in Goa. All but one were freed.", ["nine men", "All"]),
        ("The police held nine men in Goa. Most of them were freed.", ["nine men", "them"]),
        ("The police held nine men in Goa. One of them, Ali Reza, was freed.", ["One", "Ali Reza"]),
    ],
)
def test_chain(parser: Language, text: str, mentions: list[str]) -> None:
    assert mentions in [[span.text for span in actor.mentions] for actor in actors_of(parser, text)]


@pytest.mark.parametrize(
    "text",
    [
        "A tree fell in front of it.",
        "It was in a state of shock.",
        "The flight left Damascus for Turkey on Monday.",
        "It was clear that it rained.",
        "The May sun was warm.",
    ],
)
def test_no_actor(parser: Language, text: str) -> None:
    assert actors_of(parser, text) == []


@pytest.mark.parametrize(("day", "sector"), [("2020-05-01", "GOV"), ("2025-05-01", "ELI")])
def test_office_of_the_day(parser: Language, day: str, sector: str) -> None:
    assert actors_of(parser, "Bashar al-Assad spoke on television.", day)[0].sector == sector


@pytest.mark.parametrize(
    ("text", "day", "name", "country", "sector"),
    [
        ("President Bouteflika left the hospital.", "2005-03-01", "Bouteflika", "DZ", "GOV"),
        ("Prime Minister Koizumi resigned.", "2003-05-01", "Koizumi", "JP", "GOV"),
        ("President Wade resigned.", "2005-05-01", "Wade", "SN", "GOV"),
        ("President Wade resigned.", "2021-05-01", "Wade", None, "GOV"),
        ("Omar el-Bashir spoke.", "2001-01-01", "Omar el-Bashir", "SD", "GOV"),
        ("Omar el-Bashir spoke.", "2022-01-01", "Omar el-Bashir", "SD", "ELI"),
        ("Maria Chavez spoke. Chavez sells fruit.", "2005-01-01", "Maria Chavez", None, None),
        ("UNITA attacked the town.", "1995-01-01", "UNITA", "AO", "REB"),
        ("UNITA won nine seats.", "2010-01-01", "UNITA", "AO", "OPP"),
    ],
)
def test_known_on_the_day(
    parser: Language, text: str, day: str, name: str, country: str | None, sector: str | None
) -> None:
    actor = actors_of(parser, text, day)[0]
    assert (actor.name, actor.country, actor.sector) == (name, country, sector)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Acme Corp hired 40 people. An Acme Corp report came out.", ["Acme Corp", "Acme Corp"]),
        ("Lena Brandt sang. A Brandt album sold well.", ["Lena Brandt", "Brandt"]),
        ("Olga Brandt sang in the Brandt hall.", ["Olga Brandt", "Brandt"]),
        ("Lena Brandt sang. The Brandt-Orban duo sold well.", ["Lena Brandt", "Brandt"]),
    ],
)
def test_names_within_names(parser: Language, text: str, mentions: list[str]) -> None:
    doc = language.parse(parser, text)
    assert mentions in [
        [span.text for span in actor.mentions] for actor in marks.ACTORS.read(ActorTagger(Settings())(doc))
    ]


def test_offsets_slice(parser: Language) -> None:
    text = "The Houthis’ spokesman said “we” attacked; Sana'a denied it."
    for actor in actors_of(parser, text):
        assert all(text[m.start : m.end] == m.text for m in actor.mentions)


def test_blank_pipeline_has_no_actors() -> None:
    assert marks.ACTORS.read(ActorTagger(Settings())(spacy.blank("en")("Rebels left."))) == []


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Serbian President Vuk Ilic met farmers.", "Vuk Ilic", "RS"),
        ("Kenya held a vote. Prime Minister Daniel Otieno resigned.", "Daniel Otieno", "KE"),
        ("Kenya and Uganda held talks. Prime Minister Daniel Otieno resigned.", "Daniel Otieno", None),
        ("Israel's army said its troops left.", "Israeli troops", "IL"),
    ],
)
def test_country_from_context(parser: Language, text: str, name: str, country: str | None) -> None:
    assert {actor.name: actor.country for actor in actors_of(parser, text)}[name] == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On 3 September unidentified men planted two bombs.", "unidentified men"),
        ("Alleged rebels killed a judge.", "rebels"),
        ("The so-called Freedom Brigade killed a judge.", "Freedom Brigade"),
    ],
)
def test_days_and_doubts_are_no_part_of_a_name(parser: Language, text: str, name: str) -> None:
    assert name in [actor.name for actor in actors_of(parser, text)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("A United Nations convoy left. The UN praised it.", ["A United Nations convoy", "United Nations", "The UN"]),
        ("The Typhoid and Leprosy Programme closed.", ["The Typhoid and Leprosy Programme", "Leprosy Programme"]),
    ],
)
def test_mentions_stand_in_text_order(parser: Language, text: str, mentions: list[str]) -> None:
    (spans,) = (actor.mentions for actor in actors_of(parser, text) if len(actor.mentions) > 1)
    assert [span.text for span in spans] == mentions


@pytest.mark.parametrize(("published", "name"), [("1986-05-01", "Soviet Union"), ("2024-05-01", "Russia")])
def test_a_country_has_the_name_of_its_day(nlp: Language, published: str, name: str) -> None:
    assert name in [actor.name for actor in actors_of(nlp, "The Soviet Union warned Norway.", published)]
