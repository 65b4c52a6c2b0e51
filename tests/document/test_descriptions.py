"""Names that the parser parts from the description before them."""

import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "word", "dependency", "head"),
    [
        ("Ana Brito met the bishop of Oaxaca, Raúl Peña, on Tuesday.", "Peña", "appos", "bishop"),
        ("Minister Olga Lem met the ambassador of Peru, Hugo Salas, on Monday.", "Salas", "appos", "ambassador"),
        ("In a letter to the doctor, Liam Tan, the miners complained.", "Tan", "appos", "doctor"),
        ("In the view of the pathologist, Dr Liam Tan, the miner was strangled.", "Tan", "appos", "pathologist"),
        (
            "Lucia Ferri, until last year the mayor of Norcia and now a senator, said rebels left.",
            "mayor",
            "appos",
            "Ferri",
        ),
        ("According to the mayor, Ali Sahin, rebels burned the mill.", "Sahin", "appos", "mayor"),
        ("Herders, most of them from Chad, had stolen the cattle, he said.", "most", "appos", "Herders"),
        ("She left on Sunday, most of them stayed.", "most", "nsubj", "stayed"),
        (
            "Villagers in Bor attacked surveyors of the steelmaker Kalin Alloys with poles on Monday.",
            "Alloys",
            "appos",
            "steelmaker",
        ),
        (
            "Villagers in Bor attacked surveyors of the steelmaker Kalin Alloys with poles on Monday.",
            "with",
            "prep",
            "attacked",
        ),
        # Look-alikes: a list of places, a list of people, a speaker put in.
        ("The ships left the port of Bari, Italy, on Monday.", "Italy", "appos", "Bari"),
        ("In Bari, Liam Tan complained.", "Tan", "nsubj", "complained"),
    ],
)
def test_description(nlp: Language, text: str, word: str, dependency: str, head: str) -> None:
    words = {w.text: w for w in parsed(nlp, text)}
    assert (words[word].dep_, words[word].head.text) == (dependency, head)
