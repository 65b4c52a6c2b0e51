"""Near copies of an article."""

import random

from extractor.batch.near import BANDS, Neighbours, signature

WORDS = tuple("river army market village school border police harvest bridge hospital storm road fire court".split())  # noqa: SIM905


def article(seed: int, length: int = 200) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


class Seen:
    """The names of texts, each under its near copies' first."""

    def __init__(self, most: int = 100) -> None:
        self.known: Neighbours[str] = Neighbours(most)

    def original(self, name: str, text: str) -> str | None:
        sign = signature(text)
        found = next(self.known.like(sign), None)
        if found is None:
            self.known.add(name, sign)
        return found


def test_another_headline_and_a_sentence_less_is_a_copy() -> None:
    seen = Seen()
    words = article(1)
    assert seen.original("a", " ".join(words)) is None
    assert seen.original("b", "Storm hits village " + " ".join(words[:190])) == "a"
    assert seen.original("c", " ".join(words).upper() + "!") == "a"


def test_half_of_it_is_no_copy() -> None:
    seen = Seen()
    words = article(1)
    seen.original("a", " ".join(words))
    assert seen.original("b", " ".join(words[:100] + article(2, 100))) is None
    assert seen.original("c", " ".join(article(3))) is None


def test_short_texts_need_the_same_words() -> None:
    seen = Seen()
    assert seen.original("a", "Rain fell in Rome on Monday.") is None
    assert seen.original("b", "Rain fell in Rome on Tuesday.") is None
    assert seen.original("c", "rain fell in Rome on Monday") == "a"
    assert seen.original("d", "") is None
    assert seen.original("e", "") == "d"


def test_memory_is_bounded() -> None:
    seen = Seen(most=3)
    texts = [" ".join(article(seed)) for seed in range(5)]
    for number, text in enumerate(texts):
        seen.original(str(number), text)
    assert seen.original("again", texts[4]) == "4"
    assert seen.original("again", texts[0]) is None
    assert sum(map(len, seen.known._bands.values())) == 3 * BANDS


def test_what_is_forgotten_is_not_found() -> None:
    known: Neighbours[str] = Neighbours()
    sign = signature(" ".join(article(1)))
    number = known.add("a", sign)
    known.forget(number)
    known.forget(number)
    assert (list(known.like(sign)), known._bands) == ([], {})
