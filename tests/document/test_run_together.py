"""Names run together over a colon: a sentence and the labelled names that are left."""

import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Durban: Students marched on Friday. Daejeon: Nurses went on strike.", ["Daejeon"]),
        ("Busan: Court jailed a former mayor.", ["Busan"]),
        ("The Acme Corporation bought it.", ["The Acme Corporation"]),
    ],
)
def test_names(nlp: Language, text: str, names: list[str]) -> None:
    words = parsed(nlp, text)
    found = [words.text[word.idx : words[word.entity_end - 1].end] for word in words if word.ent_iob_ == "B"]
    assert [name for name in found if name in names] == names
    assert not any(":" in name for name in found)
