import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "head", "above"),
    [
        ("A convoy of troops came under attack from fighters near Baidoa on Thursday.", "from", "came"),
        ("A convoy of troops came under attack from fighters near Baidoa on Thursday.", "on", "came"),
        ("The post is under fire from snipers in Aleppo.", "from", "is"),
        ("The house stood under a bridge of stone.", "of", "bridge"),
        ("Police shot dead eight escaped prisoners outside Bhopal.", "dead", "shot"),
        ("Soldiers shot dead two protesters in Bamako.", "dead", "shot"),
        ("Divers found dead fish in the lake.", "dead", "fish"),
    ],
)
def test_what_belongs_to_the_verb(nlp: Language, text: str, head: str, above: str) -> None:
    words = {word.text: word for word in parsed(nlp, text)}
    assert words[head].head.text == above
