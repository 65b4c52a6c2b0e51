"""Every class of time expression: what is found, its type, value and interval."""

import random
from datetime import datetime

import pytest
from spacy.tokens import Doc

from annotate.dates.reading import NLP, read
from annotate.dates.table import ROWS, Row
from extractor.annotate.dates import DateTagger
from extractor.annotate.dates.grammar.grammar import Rule, grammar
from extractor.annotate.dates.recognize import candidates
from extractor.settings import Settings


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


@pytest.mark.parametrize("row", [row for row in ROWS if row.type], ids=lambda row: f"{row.group}: {row.sentence}")
def test_without_publication_date_there_is_the_same_value_or_a_reason(row: Row) -> None:
    text = row.sentence.replace("[", "").replace("]", "")
    known = {x.start: x for x in read(text, row.published)}
    for x in read(text, None):
        same = x.value is not None and (x.start not in known or x.anchor != "published")
        assert same or x.reason


PIECES = ["1", " ", "\n", ".", "-", "/", "1 ", "1,", "1.", "a ", "12:", "'", "the ", "May ", "two ", "A.", "19", "-1"]


@pytest.mark.parametrize("piece", PIECES)
def test_long_runs_of_one_piece_are_read(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    doc = Doc(NLP.vocab, words=[text], spaces=[False])
    assert DateTagger(Settings())(doc) is doc


def test_offsets_slice_in_odd_texts() -> None:
    text = "‘Tis\u00a0Friday…\r\n\r\nOn\tDec.\u200b 7 “yesterday” — 🚀 last\nweek\x00 and ٣ May 2011"
    for x in read(text, "2024-12-08"):
        assert text[x.start : x.end] == x.text


@pytest.mark.parametrize("published", ["0001-01-01", "0003-01-01", "9999-12-31", "9997-12-31T23:59:59+14:00"])
def test_ends_of_the_calendar_never_raise(published: str) -> None:
    texts = [row.sentence.replace("[", "").replace("]", "") for row in ROWS]
    texts.append("It ended 9999 years later, in 9999 AD, 9999 centuries ago, Ramadan 1000.")
    for x in read("\n\n".join(texts), published):
        assert x.latest is None or x.earliest is not None


WORDS = [
    *[
        "the",
        "a",
        "of",
        "in",
        "on",
        "to",
        "and",
        "-",
        ",",
        ".",
        "'s",
        "-",
        "early",
        "late",
        "last",
        "next",
        "this",
        "that",
        "same",
        "past",
    ],
    *["1", "8", "12", "25", "31", "99", "1999"],
]
WORDS += [
    "first",
    "two",
    "half",
    "dozen",
    "day",
    "days",
    "week",
    "month",
    "years",
    "quarter",
    "weekend",
    "May",
    "March",
    "Friday",
    "Fridays",
    "Dec.",
    "2024",
    "480",
    "BC",
]
WORDS += [
    "night",
    "morning",
    "p.m.",
    "noon",
    "ago",
    "later",
    "before",
    "after",
    "yesterday",
    "today",
    "Easter",
    "Ramadan",
    "fiscal",
    "spring",
    "1990s",
    "'68",
    "EST",
]


@pytest.mark.parametrize("seed", range(20))
def test_any_row_of_its_words_is_read(seed: int) -> None:
    chosen = random.Random(seed)
    text = " ".join(chosen.choice(WORDS) for _ in range(3000))
    for x in read(text, chosen.choice(["2024-12-08", None])):
        assert text[x.start : x.end] == x.text
        assert x.value or x.reason
        assert (x.earliest is None) == (x.latest is None)
        assert x.earliest is None or x.latest is None or x.earliest < x.latest


def test_the_table_has_a_row_for_every_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    used: set[int] = set()
    fits = Rule.fits

    def remember(rule: Rule, symbols: str, start: int, end: int) -> bool:
        fit = fits(rule, symbols, start, end)
        used.update([id(rule)] if fit else [])
        return fit

    monkeypatch.setattr(Rule, "fits", remember)
    for row in ROWS:
        candidates(row.sentence.replace("[", "").replace("]", ""))
    rules = [rule for rules in grammar().rules_by_symbol.values() for rule in rules if rule.read != "fixed"]
    assert [rule.read for rule in rules if id(rule) not in used] == []
