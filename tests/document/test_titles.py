"""Titles joined to the names behind them: whom a parse names, and what their office is of."""

import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "office", "holder", "of"),
    [
        ("The mayor of Goma Willy Tembo condemned the raid.", "mayor", "Tembo", "Goma"),
        ("Gunmen killed the governor of Borno province Ali Modu.", "governor", "Modu", "province"),
        ("The head of the rebel council Ahmad Taleb was killed.", "head", "Taleb", "council"),
        ("Police arrested the leader of the opposition Ana Ruiz.", "leader", "Ruiz", "opposition"),
        ("The president of the Federation of Miners Luis Paz called a strike.", "president", "Paz", "Federation"),
    ],
)
def test_holder_of_an_office(nlp: Language, text: str, office: str, holder: str, of: str) -> None:
    words = {word.text: word for word in parsed(nlp, text)}
    assert (words[holder].dep_, words[holder].head) == ("appos", words[office])
    assert words[of].head.head is words[office]
    assert all(child.head is word for word in words.values() for child in word.children)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The killer of journalist Ann Lee was freed.", "Lee"),
        ("An aide to President Omar Saleh was shot.", "Saleh"),
        ("The lawyer for Juan Carlos Lopez left.", "Lopez"),
        ("The minister of the interior told Omar Saleh to leave.", "Saleh"),
        ("Ministers of Omar Saleh resigned.", "Saleh"),
    ],
)
def test_names_of_others(nlp: Language, text: str, name: str) -> None:
    words = {word.text: word for word in parsed(nlp, text)}
    assert words[name].dep_ != "appos"


@pytest.mark.parametrize(
    ("text", "first", "dependency"),
    [
        ("Writer and poet Ben Obi was jailed.", "Writer", "nsubjpass"),
        ("Gunmen killed singer and former minister Omar Saleh.", "singer", "dobj"),
        ("Police arrested blogger and activist Omar Saleh.", "blogger", "dobj"),
        ("Writer and poet Ben Obi", "Writer", "ROOT"),
    ],
)
def test_two_titles_of_a_name(nlp: Language, text: str, first: str, dependency: str) -> None:
    words = {word.text: word for word in parsed(nlp, text)}
    name = words[first].head
    assert all(child.head is word for word in words.values() for child in word.children)
    assert (name.ent_type_, name.dep_, words[first].dep_) == ("PERSON", dependency, "compound")


def test_somebody_beside_a_name(nlp: Language) -> None:
    words = {word.text: word for word in parsed(nlp, "The army and General Pavel Dorin agreed.")}
    assert words["Dorin"].dep_ == "conj"


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Senator Jan March was arrested in Lyon on Monday.", "March", "PERSON"),
        ("Mr March was shot on Monday.", "March", "PERSON"),
        ("The Senate March hearing was cancelled.", "March", "DATE"),
        ("Police arrested the Mayor May 3.", "May", "DATE"),
    ],
)
def test_name_like_a_month(nlp: Language, text: str, name: str, label: str) -> None:
    words = {word.text: word for word in parsed(nlp, text)}
    assert words[name].ent_type_ == label
