"""Which words are the heads of phrases for an actor, and what these are."""

from collections.abc import Callable

import pytest

from extractor.annotate.actors.recognize import mention_at
from extractor.document.tokens import Word

Find = Callable[[str, str], Word]


@pytest.mark.parametrize(
    ("text", "head", "name", "kind"),
    [
        # Common nouns.
        ("Syrian rebels shelled the depot.", "rebels", "Syrian rebels", "people"),
        ("The rebel fled.", "rebel", "rebel", "person"),
        ("The ministry denied it.", "ministry", "ministry", "organization"),
        ("Hamas militants burned the mill.", "militants", "Hamas", "organization"),
        ("The wounded fled.", "wounded", "wounded", "people"),
        ("Islamists burned the mill.", "Islamists", "Islamists", "people"),
        # Common nouns that no list has, by their class.
        ("Booksellers shut their shops.", "Booksellers", "Booksellers", "people"),
        ("A loner shot two tailors.", "loner", "loner", "person"),
        ("Youths threw stones at a patrol.", "patrol", "patrol", "organization"),
        ("The killing of a haulier angered them.", "haulier", "haulier", "person"),
        # Who leads a body.
        ("Police arrested the head of the customs service.", "head", "head", "person"),
        ("The head of Unicef left.", "head", "head", "person"),
        # Names.
        ("Mayor Ann Lee left.", "Lee", "Ann Lee", "person"),
        ("The Kremlin denied it.", "Kremlin", "Kremlin", "organization"),
        ("UNEPA called for help.", "UNEPA", "UNEPA", "organization"),
        ("Gunmen led by the White Wolves attacked a bank.", "Wolves", "White Wolves", "organization"),
        ("Turkey attacked Syria.", "Turkey", "Turkey", "country"),
        ("Syrians marched in Oslo.", "Syrians", "Syrians", "people"),
        # What a country has by name.
        ("The board sued Norway's Fjordgas.", "Fjordgas", "Fjordgas", "organization"),
        ("A deal with Chad's Summit failed.", "Summit", "Summit", "organization"),
        # Names that are cut at their hyphens, that no dictionary has, that the NER takes for places.
        ("Her father-in-law left.", "father", "father-in-law", "person"),
        ("Mr Chen Wen-long left.", "Wen", "Chen Wen-long", "person"),
        ("Last week Zorkan seized a dhow.", "Zorkan", "Zorkan", "organization"),
        ("Rebels attacked Puntland State.", "State", "Puntland State", "organization"),
        ("Mykola was killed on Sunday.", "Mykola", "Mykola", "person"),
        ("Olefir slapped him.", "Olefir", "Olefir", "person"),
        ("Captain Cut fired at the bus.", "Cut", "Cut", "person"),
        # Buildings that stand for those inside.
        ("The tax office promised it.", "office", "tax office", "organization"),
        ("His office denied it.", "office", "office", "organization"),
        # Numbers, quantities and ages.
        ("Two were killed.", "Two", "Two", "people"),
        ("Thousands of Israelis marched.", "Thousands", "Israelis", "people"),
        ("Two companies of police arrived.", "companies", "police", "organization"),
        ("A 45-year-old was shot.", "old", "45-year-old", "person"),
        # Who stands before a noun that names an act.
        ("A rebel attack on the depot failed.", "rebel", "rebels", "people"),
        ("Police firing went on all night.", "Police", "Police", "organization"),
        # Things to which something is done.
        ("Rebels burned the mosque.", "mosque", "mosque", "object"),
        ("A bomb exploded near the mosque.", "mosque", "mosque", "object"),
        ("Rebels burned the Splendide Hotel.", "Hotel", "Splendide Hotel", "object"),
        ("Rebels bombed Knock Airport.", "Airport", "Knock Airport", "object"),
        # Machines that act as their crew would.
        ("An armoured vehicle evacuated the wounded man.", "vehicle", "armoured vehicle", "object"),
    ],
)
def test_mention(word: Find, text: str, head: str, name: str, kind: str) -> None:
    mention = mention_at(word(text, head))
    assert mention is not None and mention.kind is not None
    assert (mention.name, mention.kind.value) == (name, kind)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("A tree fell in front of it.", "front"),
        ("The town is in a state of siege.", "state"),
        ("A bank robbery failed.", "bank"),
        ("They met near the mosque.", "mosque"),
        ("The flight left for Paris.", "Paris"),
        ("It fell on Sunday.", "Sunday"),
        ("The Homs brigade left.", "Homs"),
        ("They paid two million dollars.", "million"),
        ("Shots rang out.", "Shots"),
        ("The tools of a haulier burned.", "haulier"),
        ("The head of a statue fell.", "head"),
        ("He shook his head.", "head"),
        ("Riots broke out in half a dozen cities.", "dozen"),
        ("Police freed a few dozen trucks.", "dozen"),
        ("The guard took the interim government hostage.", "hostage"),
        ("His office burned down.", "office"),
    ],
)
def test_no_mention(word: Find, text: str, head: str) -> None:
    assert mention_at(word(text, head)) is None


@pytest.mark.parametrize(
    ("text", "head", "country"),
    [
        ("Syrian rebels left.", "rebels", "SY"),
        ("Turkey's ministry denied it.", "ministry", "TR"),
        ("The president of Chad left.", "president", "TD"),
        ("The war of Chad ended.", "war", None),
        ("Rebels left.", "Rebels", None),
    ],
)
def test_country_that_a_phrase_names(word: Find, text: str, head: str, country: str | None) -> None:
    mention = mention_at(word(text, head))
    assert (mention.country if mention is not None else None) == country


def test_a_shared_noun_is_one_mention_for_each_people(word: Find) -> None:
    text = "Peruvian and Chilean ministers met."
    first, second = mention_at(word(text, "Peruvian")), mention_at(word(text, "ministers"))
    assert first is not None and second is not None
    assert [(m.name, m.country) for m in (first, second)] == [("Peruvian ministers", "PE"), ("Chilean ministers", "CL")]
