"""Parses put right: who does what where the parser takes a participle for a verb, and what holds of every repair."""

import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "word", "dependency", "head"),
    [
        ("A priest shot in Goma has died.", "priest", "nsubj", "died"),
        ("A priest shot by gunmen on Sunday died of his wounds.", "priest", "nsubj", "died"),
        ("Tribal fighting in Enga left 26 men dead.", "fighting", "nsubj", "left"),
        ("The poor fleeing the city were shot at.", "poor", "nsubjpass", "shot"),
        ("Twin bombings left at least 20 dead.", "bombings", "nsubj", "left"),
        ("France condemned the raid on a village in Mali that killed four herders.", "killed", "relcl", "raid"),
        ("The army began a raid on a gang that killed two herders.", "killed", "relcl", "gang"),
        ("Doctors spoke of 26 killed in the raid.", "killed", "acl", "26"),
        ("Shells fired from a hill hit a town.", "Shells", "nsubj", "hit"),
        ("The inn, which a mob stormed in 2015, killing two, is open.", "killing", "advcl", "stormed"),
        ("In Suez soldiers fired.", "soldiers", "nsubj", "fired"),
        ("The church near Bouar, which rebels looted in 2013, was mended in May.", "looted", "relcl", "church"),
        ("The town near Mosul, which jets bombed in 2016, is empty.", "bombed", "relcl", "town"),
        ("The bomb went off outside the bank, slightly hurting a cleaner.", "cleaner", "dobj", "hurting"),
        ("By Suez soldiers fired.", "soldiers", "nsubj", "fired"),
        ("Judges in Hull remanded a clerk in custody on Monday, charged with theft.", "charged", "acl", "clerk"),
        (
            "Relatives of an opposition activist shot by gunmen in Lagos on 6 March want answers.",
            "shot",
            "acl",
            "activist",
        ),
        (
            "Relatives of an opposition activist shot by gunmen in Lagos on 6 March want answers.",
            "Relatives",
            "nsubj",
            "want",
        ),
        ("Senator Mark Doyle, long feared in the area, praised the mayor on Monday.", "Doyle", "nsubj", "praised"),
    ],
)
def test_repair(nlp: Language, text: str, word: str, dependency: str, head: str) -> None:
    words = {w.text: w for w in parsed(nlp, text)}
    assert (words[word].dep_, words[word].head.text) == (dependency, head)
    assert all(child.head is w for w in words.values() for child in w.children)
