"""Long texts are read in pieces: where they are cut, and that nothing is lost."""

import pytest
from spacy.language import Language

from extractor.annotate.parse.pipeline import AT_ONCE, PIECE_CHARS, parse, parse_many, pieces
from extractor.records import Span

SENTENCE = "Rebels seized Homs on Sunday, the army said. "


def test_short_texts_stay_whole(nlp: Language) -> None:
    short, long = parse_many(nlp, [SENTENCE, SENTENCE * 500])
    assert (short.text, long.text) == (SENTENCE, SENTENCE * 500)
    assert len(short.tensor) == len(short)


@pytest.mark.parametrize(
    ("unit", "end"),
    [
        (f"{SENTENCE}{SENTENCE}\n\n", "\n\n"),
        (f"{SENTENCE}{SENTENCE}\n", "\n"),
        (SENTENCE, ". "),
        (f"“{SENTENCE.strip()}” ", "” "),
        ("rebels seized the town and ", " "),
        ("a", "a"),
    ],
)
def test_cut_where_it_hurts_least(unit: str, end: str) -> None:
    text = unit * (2 * AT_ONCE // len(unit))
    found = list(pieces(text))
    assert "".join(found) == text
    assert all(len(piece) <= PIECE_CHARS and piece.endswith(end) for piece in found[:-1])


def test_long_texts_keep_their_words_and_sentences(nlp: Language) -> None:
    text = SENTENCE * (AT_ONCE // len(SENTENCE) + 2)
    doc = parse(nlp, text)
    assert doc.text == text
    assert {sentence.text for sentence in doc.sents} == {SENTENCE.strip()}
    assert not doc.tensor.size


def test_records_of_a_kind_share_the_set_of_their_fields() -> None:
    one, other = Span(start=0, end=4, text="Homs"), Span.model_validate({"start": 0, "end": 4, "text": "Hama"})
    assert one.__pydantic_fields_set__ is other.__pydantic_fields_set__
    changed = one.with_value("text", "Homs.")
    assert (one.text, changed.text) == ("Homs", "Homs.")
    assert changed.__pydantic_fields_set__ is one.__pydantic_fields_set__


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("16:40 GMT\n\nNine traders have been wounded in Gao.", "Nine traders have been wounded in Gao."),
        ("JAKARTA (Agency): Peru and Chad have agreed to settle.", "Peru and Chad have agreed to settle."),
        ("MANILA - Eleven senators voted late against opening it.", "Eleven senators voted late against opening it."),
    ],
)
def test_no_sentence_begins_with_the_second_word_of_a_line(nlp: Language, text: str, last: str) -> None:
    assert [sentence.text for sentence in parse(nlp, text).sents][1:] == [last]
