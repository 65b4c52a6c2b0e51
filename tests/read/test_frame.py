"""Rows of a DataFrame as articles."""

import logging
from datetime import date, datetime
from typing import Any

import pandas
import pytest

from extractor import Extractor, InputError, to_dataframes
from extractor.read.article import make_article
from extractor.read.frame import articles_of, is_frame
from extractor.read.reading import ReadOptions
from extractor.records import Article, MaskedSpan


def read(*rows: dict[str, Any]) -> list[Article]:
    found = articles_of(pandas.DataFrame(rows), ReadOptions())
    return [make_article(given) for given in found if not isinstance(given, InputError)]


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        ({"content": "Rain fell.", "headline": "Rain"}, {"text": "Rain fell.", "title": "Rain", "meta": {}}),
        ({"text": "Rain.", "region": "north", "n": 7}, {"meta": {"region": "north", "n": "7"}}),
        ({"text": "Rain.", "date": pandas.Timestamp("2024-12-02")}, {"published": date(2024, 12, 2)}),
        ({"text": "Rain.", "date": pandas.Timestamp("2024-12-02 09:30")}, {"published": datetime(2024, 12, 2, 9, 30)}),
        ({"text": "Rain.", "date": pandas.NaT, "title": None}, {"published": None, "title": None}),
        ({"text": "Rain.", "region": float("nan"), "other": pandas.NA}, {"meta": {}}),
        ({"text": "Rain.", "tags": ["a", "b"]}, {"meta": {"tags": "['a', 'b']"}}),
    ],
)
def test_columns_become_fields(row: dict[str, Any], fields: dict[str, Any]) -> None:
    (article,) = read(row)
    assert {name: getattr(article, name) for name in fields} == fields


def test_one_order_of_days_and_months_holds_for_all_rows() -> None:
    first, second = read({"text": "Rain.", "date": "04/03/2024"}, {"text": "Snow.", "date": "25/03/2024"})
    assert (first.published, second.published) == (date(2024, 3, 4), date(2024, 3, 25))


def test_a_frame_goes_through_pipe_and_its_columns_come_out(extractor: Extractor) -> None:
    frame = pandas.DataFrame(
        {
            "body": ["Police arrested 12 people in Lagos on Friday.", "Rain fell."],
            "date": pandas.to_datetime(["2024-12-02", "2024-12-03"]),
            "desk": ["africa", "weather"],
        },
        index=[7, 9],
    )
    frames = to_dataframes(extractor.pipe(frame))
    assert list(frames["articles"]["meta.desk"]) == ["africa", "weather"]
    assert frames["events"].start_date[0] == pandas.Timestamp("2024-11-29")


def test_a_row_without_text_is_an_error_with_its_number(extractor: Extractor, caplog: pytest.LogCaptureFixture) -> None:
    frame = pandas.DataFrame({"text": ["Rain fell.", None, "Snow fell."]})
    with pytest.raises(InputError, match="there is no text") as raised:
        list(extractor.pipe(frame))
    assert "article number 1" in raised.value.__notes__[0]
    with caplog.at_level(logging.WARNING, logger="extractor"):
        assert len(list(extractor.pipe(frame, on_error="skip"))) == 2
    assert "article number 1 is left out" in caplog.text


def test_a_long_text_is_refused_before_its_layout_is_read(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def note(text: str) -> list[MaskedSpan]:
        seen.append(len(text))
        return []

    monkeypatch.setattr("extractor.read.article.find_masks", note)
    short = Extractor(model=extractor.nlp, max_chars=20)
    frame = pandas.DataFrame({"text": ["Rain fell.", "Rain fell. " * 9]})
    with pytest.raises(InputError, match="99 characters; max_chars is 20") as raised:
        list(short.pipe(frame))
    assert "article number 1" in raised.value.__notes__[0]
    assert set(seen) == {10}


@pytest.mark.parametrize("other", [[], ["a"], {"text": "a"}, "a", iter(["a"]), pandas.Series(["a"])])
def test_nothing_else_is_a_frame(other: object) -> None:
    assert not is_frame(other)
