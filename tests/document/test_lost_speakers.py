"""Speakers that the parser takes for more of what was done."""

import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "word", "dependency", "head"),
    [
        ("Rebels killed nine people, officials and residents said.", "officials", "nsubj", "said"),
        ("Gunmen kidnapped two nurses, police and witnesses said on Monday.", "said", "parataxis", "kidnapped"),
        ("Soldiers burned a mosque, residents and an imam told Reuters.", "residents", "nsubj", "told"),
        ("Raiders stole 40 cows, herders and a village chief told AFP.", "herders", "nsubj", "told"),
        ("Troops shelled the port, fishermen, traders and the mayor said.", "fishermen", "nsubj", "said"),
        ("Rebels seized two villages, the governor and his deputy told reporters.", "told", "parataxis", "seized"),
        ("Police met supporters of Omar Saleh, who denies the charge.", "denies", "relcl", "Saleh"),
        (
            "Two nuns were thrown into the sea by coast guards, the relief agency alleged on Monday.",
            "alleged",
            "parataxis",
            "thrown",
        ),
        ("Migrants were left in the desert by guards, the agency alleged on Monday.", "agency", "nsubj", "alleged"),
        (
            "Chadian forces arrested at least 90 people in Abeche on Sunday, including a nurse, the group Aswat said.",
            "arrested",
            "ccomp",
            "said",
        ),
        # Look-alikes: a list of those it was done to, who tell nothing.
        ("Gunmen killed a judge, a guard and a nurse.", "guard", "conj", "judge"),
        ("Gunmen killed a judge, a guard and a nurse who said no.", "guard", "conj", "judge"),
        ("Gunmen killed a judge, a guard and a nurse, police said.", "police", "nsubj", "said"),
    ],
)
def test_speakers(nlp: Language, text: str, word: str, dependency: str, head: str) -> None:
    words = {w.text: w for w in parsed(nlp, text)}
    assert (words[word].dep_, words[word].head.text) == (dependency, head)
