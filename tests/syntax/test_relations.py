"""What words of a parse are to each other: passives, agents, acts, coordinations."""

import pytest
from parsing import named, parsed, word
from spacy.language import Language

from extractor.syntax import relations


@pytest.mark.parametrize(
    ("sentence", "verb", "passive"),
    [
        ("Two guards were shot.", "shot", True),
        ("Guards had shot two men.", "shot", False),
        ("Two guards were shot and robbed.", "robbed", True),
        ("The soldier seized in May was freed.", "seized", True),
        ("Five killed in a raid.", "killed", True),
        ("Three were hurt and 11 people detained.", "detained", True),
        ("Rebels were to blame for it.", "blame", True),
        ("The army shot two men.", "shot", False),
        ("Two kiosks set alight by youths burned.", "set", True),
        ("Two pirates were killed and three captured.", "captured", True),
        ("Five captured, two freed.", "freed", True),
        ("Nine miners trapped.", "trapped", True),
        ("Unknown men with axes killed two farmers.", "killed", False),
    ],
)
def test_passive(nlp: Language, sentence: str, verb: str, passive: bool) -> None:
    assert relations.is_passive(word(parsed(nlp, sentence), verb)) is passive


@pytest.mark.parametrize(
    ("sentence", "verb", "agent"),
    [
        ("Two guards were shot by a thief.", "shot", "thief"),
        ("He was shot with his own rifle by a guard.", "shot", "guard"),
        ("They were kidnapped while hiking in Niger by bandits.", "kidnapped", "bandits"),
        ("Ann Ray was shot at a farm outside Homs by two men.", "shot", "men"),
        ("A judge was shot dead at a checkpoint outside Tripoli by two men.", "shot", "men"),
        ("He was held at a hotel by the river.", "held", "-"),
        ("Two guards were shot.", "shot", "-"),
    ],
)
def test_agent_of_passive(nlp: Language, sentence: str, verb: str, agent: str) -> None:
    assert named(relations.by_agent(word(parsed(nlp, sentence), verb))) == agent


@pytest.mark.parametrize(
    ("sentence", "noun", "is_act"),
    [
        ("The attack was condemned.", "attack", True),
        ("An attack helicopter landed.", "attack", False),
        ("Law and order broke down.", "order", False),
        ("They restored law and order.", "order", False),
        ("The order was given.", "order", True),
        ("Two died in firing by the police.", "firing", True),
        ("They will meet in March.", "March", False),
    ],
)
def test_noun_that_names_an_act(nlp: Language, sentence: str, noun: str, is_act: bool) -> None:
    assert relations.is_event_noun(word(parsed(nlp, sentence), noun)) is is_act


@pytest.mark.parametrize(
    ("sentence", "form", "is_person"),
    [("A 45-year-old was shot.", "old", True), ("An old man was shot.", "old", False)],
)
def test_person_named_by_the_age(nlp: Language, sentence: str, form: str, is_person: bool) -> None:
    assert relations.is_aged(word(parsed(nlp, sentence), form)) is is_person


@pytest.mark.parametrize(
    ("sentence", "form", "members"),
    [
        ("Guards, medics and a driver fled.", "Guards", ["medics", "driver"]),
        ("Guards fled.", "Guards", []),
    ],
)
def test_coordination(nlp: Language, sentence: str, form: str, members: list[str]) -> None:
    assert [one.text for one in relations.conjuncts(word(parsed(nlp, sentence), form))] == members


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Greek and Turkish officials met.", ["Greek", "Turkish"]),
        ("Greek officials met.", []),
        ("Greek and angry officials met.", []),
    ],
)
def test_names_that_share_a_noun(nlp: Language, sentence: str, names: list[str]) -> None:
    assert [one.text for one in relations.sharers(word(parsed(nlp, sentence), "officials"))] == names


@pytest.mark.parametrize(
    ("sentence", "verb", "saying"),
    [
        ("Officials said nine had died and called on rebels to leave.", "called", "said"),
        ("Officials said that rebels left and burned the base.", "burned", "-"),
    ],
)
def test_verb_joined_to_a_verb_of_saying(nlp: Language, sentence: str, verb: str, saying: str) -> None:
    assert named(relations.saying_beside(word(parsed(nlp, sentence), verb))) == saying


@pytest.mark.parametrize(
    ("sentence", "verb", "predicate"),
    [
        ("Rebels carried out a raid.", "carried", "carry out"),
        ("Police baton-charged the crowd.", "charged", "baton-charge"),
        ("Rebels shelled it.", "shelled", "shell"),
        ("Residents called the raid reckless.", "called", "describe"),
        ("The union called a strike.", "called", "call"),
    ],
)
def test_entry_of_a_verb(nlp: Language, sentence: str, verb: str, predicate: str) -> None:
    assert relations.predicate_of(word(parsed(nlp, sentence), verb)) == predicate


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("Unknown men with machetes killed at least nine villagers in Goma.", "killed", "men"),
        ("The soldier seized in May was freed.", "seized", "-"),
    ],
)
def test_main_verb_that_hangs_on_a_noun(nlp: Language, sentence: str, verb: str, subject: str) -> None:
    assert named(relations.main_subject(word(parsed(nlp, sentence), verb))) == subject


def test_clause_without_the_clauses_inside_it(nlp: Language) -> None:
    words = parsed(nlp, "Officials said that rebels fled.")
    forms = {one.text for one in relations.clause_tokens(word(words, "said"))}
    assert "Officials" in forms
    assert not {"rebels", "fled"} & forms
