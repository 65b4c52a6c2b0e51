"""Subjects of second clauses that the parser joins to a noun of the first."""

import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        ("At least nine herders were killed with machetes and 12 others were wounded.", "others", "wounded"),
        ("A cook was knifed to death and her two sons, aged 11 and nine, were hurt.", "sons", "hurt"),
        ("Raiders killed herders with machetes and knives.", "knives", "machetes"),
        ("Rebels burned a bus in Bor on Monday, killing six, and the next day shot dead a vet.", "day", "shot"),
        ("Train drivers downed tools in Porto on Friday.", "drivers", "downed"),
        ("In Enga province, Papua New Guinea, raiders of a clan killed six men.", "raiders", "killed"),
        ("Accused by the junta of arming insurgents, the monk Aung Min fled to Mae Sot.", "Min", "fled"),
        ("Shelling of the port of Odesa on Thursday killed four dockers, the mayor wrote.", "Shelling", "killed"),
        ("Farmers and Fulani herders clashed over grazing land near Jos on Sunday.", "Farmers", "clashed"),
        ("The charity Mar Azul accused the coast guard of ramming a boat.", "Azul", "accused"),
        ("The charity Mar Azul accused the coast guard of ramming a boat.", "charity", "Azul"),
    ],
)
def test_lost_subject(nlp: Language, text: str, noun: str, verb: str) -> None:
    words = {word.text: word for word in parsed(nlp, text)}
    assert words[noun].head is words[verb]


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        ("The opposition called for fresh elections in Oran on Sunday.", "opposition", "called"),
        ("Troops withdrew from Oran after the opposition called for talks in Kano on Sunday.", "opposition", "called"),
        ("A judge kidnapped in Cali on Saturday was found dead on Monday.", "judge", "found"),
        ("A former mayor arrested in Gao on Saturday was freed on Monday.", "mayor", "freed"),
        ("Rebels left Gao on Monday and gunmen kidnapped two nuns in Oran.", "gunmen", "kidnapped"),
        ("Raiders shot a nurse on Monday, the rights group Amal said.", "Amal", "said"),
        (
            "Rebels killed nine herders in Gao on Monday, the governor of the province, Idris Bako, said.",
            "governor",
            "said",
        ),
    ],
)
def test_subject_of_clause(nlp: Language, text: str, noun: str, verb: str) -> None:
    words = {word.text: word for word in parsed(nlp, text)}
    assert (words[noun].head.text, words[noun].dep_[:5]) == (verb, "nsubj")
