"""The arguments of verbs and of nouns that name an act: rows of a sentence, the trigger, and its whole frame."""

import pytest
from parsing import named, parsed, word
from spacy.language import Language

from extractor.syntax import Frame, act_of, frame_of, is_event_noun, stated_purpose

ROLES = ("agent", "patient", "recipient", "instrument", "light")
ROWS = """
Rebels shelled the town with mortars on Monday. | shelled | agent Rebels, patient town, instrument mortars
The town was shelled by rebels. | shelled | agent rebels, patient town
The shelling of the town by rebels went on. | shelling | agent rebels, patient town
The killing of two monks was condemned. | killing | patient monks
His death was announced. | death | patient His
Chad's attack on the base failed. | attack | agent Chad, patient base
The rebel attack failed. | attack | agent rebel
The Cairo bombing failed. | bombing |
The Washington sanctions failed. | sanctions | agent Washington
Chad's drone attack failed. | attack | agent Chad
Rebels carried out an attack on a base. | carried | agent Rebels, patient base, light attack
Talks between Chad and Mali failed. | Talks | agent Chad, with Mali
Clashes with police erupted. | Clashes | with police
They blamed the attack on rebels. | blamed | agent They, patient attack
A mistake on the part of the police killed two. | mistake | agent police
They resorted to violence. | violence | agent They
They took part in the raid. | raid | agent They
They took pride in the raid. | raid |
Youths stormed the gate, sparking clashes with guards. | clashes | agent Youths, with guards
They walked out in protest at cuts. | protest | agent They, patient cuts
Guards and medics fled to Chad. | fled | agent Guards, recipient Chad, with medics
They took nine guards hostage. | took | agent They, patient guards, light hostage
Nurses staged a walkout. | walkout | agent Nurses
A march called by the nurses ended calmly. | march | agent nurses
A coalition raid ended. | raid | agent coalition
Police beat and arrested dozens. | beat | agent Police, patient dozens
""".strip().split("\n")


def told(frame: Frame) -> str:
    """A frame in words."""
    roles = [f"{role} {named(getattr(frame, role))}" for role in ROLES if getattr(frame, role) is not None]
    return ", ".join([*roles, *(f"with {one.text}" for one in frame.coagents)])


@pytest.mark.parametrize("row", ROWS)
def test_frame(nlp: Language, row: str) -> None:
    sentence, trigger, expected = (cell.strip() for cell in row.split("|"))
    assert told(frame_of(word(parsed(nlp, sentence), trigger))) == expected


@pytest.mark.parametrize(
    ("sentence", "verb", "preposition", "noun"),
    [
        ("He came out of a tunnel.", "came", "out of", "tunnel"),
        ("They hit out at critics.", "hit", "at", "critics"),
        ("They blamed the attack on rebels.", "blamed", "on", "rebels"),
        ("The ministry asked donors for aid.", "asked", "for", "aid"),
    ],
)
def test_oblique(nlp: Language, sentence: str, verb: str, preposition: str, noun: str) -> None:
    frame = frame_of(word(parsed(nlp, sentence), verb))
    assert [one.text for one in frame.behind(preposition)] == [noun]


@pytest.mark.parametrize(
    ("sentence", "noun", "act"),
    [
        ("Two died in a raid.", "raid", "raid"),
        ("Two died in police firing.", "firing", "firing"),
        ("Two were killed in police firing in Homs.", "police", "firing"),
        ("Two died in a house.", "house", "-"),
    ],
)
def test_act_of_a_noun(nlp: Language, sentence: str, noun: str, act: str) -> None:
    assert named(act_of(word(parsed(nlp, sentence), noun))) == act


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [("They walked out in protest.", "walked"), ("They held a protest.", "-"), ("They were in mass protest.", "-")],
)
def test_stated_purpose(nlp: Language, sentence: str, verb: str) -> None:
    assert named(stated_purpose(word(parsed(nlp, sentence), "protest"))) == verb


def test_a_noun_of_a_user_is_an_act_whenever_it_is_told(nlp: Language) -> None:
    words = parsed(nlp, "Clinics answered with a picnic of nurses.")
    picnic = word(words, "picnic")
    assert not is_event_noun(picnic)
    before = told(frame_of(word(words, "answered")))
    words.take_for_acts(frozenset(("picnic",)))
    assert is_event_noun(picnic)
    assert words.frames == {}
    assert told(frame_of(word(words, "answered"))) == before
