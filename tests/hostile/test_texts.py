"""Articles that once raised what nobody expects: each gives a result or an InputError."""

from typing import Any

import pytest

from extractor import Extractor, InputError
from extractor.events.casualties.numerals import parse_number

TEXTS = {
    "a letter that lower case does not reach": "Rebels attacked a village 20 mıles north of Gao.",
    "a long s": "Rebels attacked a village 20 kilometreſ ſouth of Gao.",
    "a number of 5,000 digits": f"Rebels killed {'9' * 5000} people in Gao on Monday.",
    "a decimal of 400 digits": f"Rebels killed {'9' * 400}.5 million people in Gao on Monday.",
    "a year of no interval": "At the start of the millennium and in the Ramadan of the year 30 rebels attacked Gao.",
}


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("published", [None, "2024-12-01", "0001-01-01", "9999-12-31"])
def test_text(kind: str, published: str | None, extractor: Extractor) -> None:
    result = extractor.extract(TEXTS[kind], published=published)
    assert all(date.earliest is not None or date.reason for date in result.dates)
    counts = [event.fatalities for event in result.events if event.fatalities is not None]
    assert all(count.high is None or (count.low or 0) <= count.high for count in counts)


@pytest.mark.parametrize(
    "given",
    [{"text": "x", "title": 5}, {"text": "x", "meta": 5}, {"text": "x", "masked": "y"}, {"text": "x", "url": []}],
)
def test_a_wrong_field_is_an_input_error(given: dict[str, Any], extractor: Extractor) -> None:
    with pytest.raises(InputError, match=r"the article's (title|meta|masked|url) cannot be used"):
        extractor.extract(given)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("between 117 000 and 250 000", (117_000, 250_000)),
        ("10 to 5", (5, 10)),
        ("12\u202f300", (12_300, 12_300)),
        ("9" * 16, None),
        ("1," * 20_000 + "000", None),
        ("000 " * 20_000 + "0000", (0, 0)),
        ("two-" * 10_000 + "year-old", (2, 2)),
    ],
)
def test_numbers(text: str, number: tuple[int, int] | None) -> None:
    assert parse_number(text) == number


def test_no_two_actors_have_one_id(extractor: Extractor, articles: list[dict[str, Any]]) -> None:
    given = [*articles, {"text": "U.S. troops left Iraq. The United States said the U.S. troops were home."}]
    for result in map(extractor.extract, given):
        ids = [actor.id for actor in result.actors]
        assert len(ids) == len(set(ids))
