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
    ],
)
def test_lost_subject(nlp: Language, text: str, noun: str, verb: str) -> None:
    words = {word.text: word for word in parsed(nlp, text)}
    assert words[noun].head is words[verb]
