"""Who speaks a quotation."""

import pytest
from spacy.language import Language

from extractor.annotate.claims.quote_speakers import Quotations
from extractor.annotate.parse import pipeline as language
from extractor.document.from_doc import words_of


@pytest.mark.parametrize(
    ("text", "word", "speaker"),
    [
        ("“We left,” the mayor said.", "left", "mayor"),
        ("The mayor said: “We left.”", "left", "mayor"),
        ("“We left,” sighed the nurse.", "left", "nurse"),
        ("“They hid us.” The mayor said no more.", "hid", None),
        ("“They fed us.”", "fed", None),
        ("“They hid us,” the mayor said.\n\n“They fed us.”", "fed", "mayor"),
        ("“They hid us,” the mayor said.\n\nRain fell.\n\nSnow fell.\n\n“They fed us.”", "fed", None),
        ("The mayor said: “They hid us.”\n\n“They fed us.”\n\n“They left.”", "left", "mayor"),
        ("“They hid us.\n\n“They fed us.\n\n“They left,” recalled the mayor.", "hid", "mayor"),
        ('"They hid us.\n\n"They fed us," recalled the mayor.', "hid", "mayor"),
        ("“They hid us.”\n\n“They left,” recalled the mayor.", "hid", None),
        ("“The crowd left,” growled the officer.", "left", "officer"),
        ("“Guards,” mumbled the boy, “left.”", "left", "boy"),
        ("The mayor said they left.", "left", None),
        (": “They left.”", "left", None),
        ("Ruth Adu, the judge who leads the inquiry, was blunt: “They hid us.”", "hid", "Adu"),
        ("The price was clear: “They fed us.”", "fed", None),
    ],
)
def test_speaker(nlp: Language, text: str, word: str, speaker: str | None) -> None:
    words = words_of(language.parse(nlp, text))
    token = next(token for token in words if token.text == word)
    found = Quotations(words).speaker_of(token)
    assert (found.source.text if found is not None and found.source is not None else None) == speaker


def test_what_is_quoted(nlp: Language) -> None:
    words = words_of(language.parse(nlp, "The mayor said “we left” at noon."))
    quotations = Quotations(words)
    assert [token.text for token in words if quotations.holds(token)] == ["“", "we", "left", "”"]
