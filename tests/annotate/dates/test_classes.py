"""Every class of time expression: what is found, its type, value and interval."""

from datetime import datetime

import pytest
import spacy

from annotate.dates.table import ROWS, Row
from extractor import marks
from extractor.annotate.dates import DateTagger
from extractor.records import DateExpression
from extractor.settings import Settings

NLP = spacy.blank("en")
TAGGER = DateTagger(Settings())


def read(text: str, published: str | None) -> list[DateExpression]:
    doc = NLP(text)
    doc._.published = published
    return marks.DATES.read(TAGGER(doc))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.group}: {row.sentence}")
def test_class(row: Row) -> None:
    found = read(row.sentence.replace("[", "").replace("]", ""), row.published)
    if row.type is None:
        assert [x.text for x in found] == []
        return
    inside = row.sentence[row.sentence.index("[") + 1 : row.sentence.index("]")]
    chosen = next((x for x in found if x.start == row.sentence.index("[")), None)
    assert chosen is not None, f"found {[x.text for x in found]}"
    assert (chosen.text, chosen.type, chosen.value, chosen.mod) == (inside, row.type, row.value, row.mod)
    assert chosen.earliest == (datetime.fromisoformat(row.earliest) if row.earliest else None)
    assert chosen.latest == (datetime.fromisoformat(row.latest) if row.latest else None)
    assert chosen.earliest is not None or chosen.reason


def test_without_publication_date_relative_ones_have_a_reason() -> None:
    (found,) = read("It rained yesterday.", None)
    assert (found.value, found.earliest, found.reason) == (None, None, "no publication date")


def test_what_follows_another_date_names_it_as_anchor() -> None:
    first, second = read("It began on May 3, 2011. Two days later it ended.", None)
    assert (second.value, second.anchor) == ("2011-05-05", first.id)


@pytest.mark.parametrize("piece", ["1", " ", "\n", ".", "-", "/", "1 ", "1,", "a ", "12:", "'", "the ", "May "])
def test_long_runs_of_one_piece_are_read_in_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    doc = spacy.tokens.Doc(NLP.vocab, words=[text], spaces=[False])
    TAGGER(doc)
