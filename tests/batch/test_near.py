"""Near copies of an article."""

import random

import pytest

from extractor.batch import near
from extractor.batch.near import NearCopies

WORDS = tuple("river army market village school border police harvest bridge hospital storm road fire court".split())  # noqa: SIM905


def article(seed: int, length: int = 200) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def test_another_headline_and_a_sentence_less_is_a_copy() -> None:
    seen = NearCopies()
    words = article(1)
    assert seen.original("a", " ".join(words)) is None
    assert seen.original("b", "Storm hits village " + " ".join(words[:190])) == "a"
    assert seen.original("c", " ".join(words).upper() + "!") == "a"


def test_half_of_it_is_no_copy() -> None:
    seen = NearCopies()
    words = article(1)
    seen.original("a", " ".join(words))
    assert seen.original("b", " ".join(words[:100] + article(2, 100))) is None
    assert seen.original("c", " ".join(article(3))) is None


def test_short_texts_need_the_same_words() -> None:
    seen = NearCopies()
    assert seen.original("a", "Rain fell in Rome on Monday.") is None
    assert seen.original("b", "Rain fell in Rome on Tuesday.") is None
    assert seen.original("c", "rain fell in Rome on Monday") == "a"
    assert seen.original("d", "") is None
    assert seen.original("e", "") == "d"


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "WINDOW", 3)
    seen = NearCopies()
    texts = [" ".join(article(seed)) for seed in range(5)]
    for number, text in enumerate(texts):
        seen.original(str(number), text)
    assert seen.original("again", texts[4]) == "4"
    assert seen.original("again", texts[0]) is None
    assert len(seen._bands) <= 3 * near.BANDS


def test_same_id_with_another_text() -> None:
    seen = NearCopies()
    seen.original("a", " ".join(article(1)))
    assert seen.original("a", " ".join(article(2))) is None
    assert seen.original("b", " ".join(article(2))) == "a"
