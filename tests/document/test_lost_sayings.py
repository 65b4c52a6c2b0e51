"""Verbs of saying in the present that the tagger takes for nouns."""

import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "saying", "subject", "clause"),
    [
        ("Officials in Gao claim that rebels killed two guards on Friday.", "claim", "Officials", "killed"),
        ("Villagers of Bor report that soldiers burned huts on Friday.", "report", "Villagers", "burned"),
        ("Residents of Buenaventura allege that marines executed six youths.", "allege", "Residents", "executed"),
    ],
)
def test_saying(nlp: Language, text: str, saying: str, subject: str, clause: str) -> None:
    words = {word.text: word for word in parsed(nlp, text)}
    assert words[saying].pos_ == "VERB"
    assert (words[subject].dep_, words[subject].head.text) == ("nsubj", saying)
    assert (words[clause].dep_, words[clause].head.text) == ("ccomp", saying)


@pytest.mark.parametrize(
    ("text", "word", "dependency", "head"),
    [
        ("Rebels, General Ann Ray said, burned the market on Monday.", "Rebels", "nsubj", "burned"),
        ("Rebels, General Ann Ray said, burned the market on Monday.", "Ray", "nsubj", "said"),
        ("Rebels, Amnesty International said, burned the market.", "International", "nsubj", "said"),
        ("A jury convicted a farmer of shooting two hikers.", "of", "prep", "convicted"),
        ("A jury convicted the leader of a band.", "of", "prep", "leader"),
        ("The mayor told the story that pilgrims had burned the mill.", "that", "mark", "burned"),
        ("It was reported by witnesses that rebels burned the market in Gao.", "burned", "ccomp", "reported"),
        ("The nurse told a local station that militiamen had looted the clinic.", "looted", "ccomp", "told"),
        ("The nurse warned the paper that rebels had burned her house.", "burned", "ccomp", "warned"),
        ("The nurse sold the house that militiamen had looted.", "looted", "relcl", "house"),
        ("The court heard from a nurse that soldiers burned a mosque.", "burned", "ccomp", "heard"),
        ("The guard was accused by a prisoner of beating him.", "of", "prep", "accused"),
        ("“Guards,” mumbled the boy, “beat us.”", "Guards", "nsubj", "beat"),
        ("“The police,” said a witness, “shot him.”", "police", "nsubj", "shot"),
    ],
)
def test_clause_of_saying(nlp: Language, text: str, word: str, dependency: str, head: str) -> None:
    words = {w.text: w for w in parsed(nlp, text)}
    assert (words[word].dep_, words[word].head.text) == (dependency, head)


def test_a_noun_with_that_stays_one(nlp: Language) -> None:
    words = {word.text: word for word in parsed(nlp, "The army denied the claim that rebels killed two guards.")}
    assert words["claim"].pos_ == "NOUN"
