"""The bar that counts articles, and what the logger hears."""

import logging

import pytest

from extractor import Extractor


def test_a_bar_counts_the_articles(extractor: Extractor, capfd: pytest.CaptureFixture[str]) -> None:
    assert len(list(extractor.pipe(["Rain fell.", "Snow fell."], progress=True))) == 2
    shown = capfd.readouterr().err
    assert "2/2" in shown
    assert "articles" in shown


def test_articles_that_fail_are_counted_too(extractor: Extractor, capfd: pytest.CaptureFixture[str]) -> None:
    given: list[str | dict[str, str]] = ["Rain fell.", {"title": "no text"}]
    assert len(list(extractor.pipe(iter(given), progress=True, on_error="skip"))) == 1
    assert "2 articles" in capfd.readouterr().err


def test_nothing_is_shown_unasked(extractor: Extractor, capfd: pytest.CaptureFixture[str]) -> None:
    list(extractor.pipe(["Rain fell."]))
    assert capfd.readouterr() == ("", "")


def test_warnings_of_results_are_told_to_the_logger(extractor: Extractor, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="extractor"):
        result = extractor.extract({"text": "Rain fell last week.", "published_from": "none", "id": "one"})
    assert result.warnings
    assert f"article one: {result.warnings[0]}" in caplog.messages
    assert repr(result) in caplog.messages
