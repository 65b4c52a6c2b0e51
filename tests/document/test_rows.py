"""Past tenses in a row with infinitives and nouns: the verb that they are joined to."""

import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Dockers let the cranes stand still on Friday and gathered at the gate.", "gathered", "let"),
        ("Soldiers crossed the river to fetch water and shot two herders near Gao on Monday.", "shot", "crossed"),
        (
            "Rocket fire killed 12 villagers, four of them women, in Idlib on Sunday and wounded 30 others.",
            "wounded",
            "killed",
        ),
        ("Ministers approved a plan to close the camp and resettle families in Dadaab.", "resettle", "close"),
    ],
)
def test_row(nlp: Language, text: str, word: str, head: str) -> None:
    words = {w.text: w for w in parsed(nlp, text)}
    assert (words[word].dep_, words[word].head.text) == ("conj", head)
