"""Which reports are compared at all."""

from typing import Any

import pytest

from extractor.incidents.account import Account
from extractor.incidents.columns import Reports
from extractor.incidents.keys import Finder, candidate_pairs
from extractor.incidents.profile import profiles_of
from incidents.accounts import MONDAY, account

PLAIN = "a bomb tore through a bus at the market and killed several traders"


def are_compared(one: Account, other: Account, window_days: int = 30) -> bool:
    """Whether two reports are worth comparing."""
    blocks = candidate_pairs(Reports(profiles_of([one, other])), window_days)
    return [pair for block in blocks for pair in block.rows()] == [(0, 1)]


@pytest.mark.parametrize(("days", "compared"), [(0, True), (2, True), (3, False)])
def test_reports_printed_far_apart_are_not_compared(days: int, compared: bool) -> None:
    assert are_compared(account("a", PLAIN), account("b", PLAIN, days), window_days=2) is compared


def test_a_rare_name_is_compared_whatever_the_window() -> None:
    named = f"{PLAIN} of Ansongo"
    assert are_compared(account("a", named), account("b", named, 300), window_days=2)


def test_the_same_day_is_compared_whatever_the_window() -> None:
    dated: dict[str, Any] = {"start_date": MONDAY, "end_date": MONDAY, "time_precision": 1}
    assert are_compared(account("a", PLAIN, **dated), account("b", PLAIN, 300, **dated), window_days=2)


def test_reports_that_come_later_are_compared_with_those_from_the_oldest_on() -> None:
    reports = Reports(profiles_of([account(name, PLAIN) for name in "ab"]))
    finder = Finder(reports, window_days=30)
    finder.note()
    reports.profiles += profiles_of([account(name, PLAIN) for name in "cd"])
    assert [pair for block in finder.pairs(oldest=1) for pair in block.rows()] == [(1, 2), (1, 3), (2, 3)]
