"""The fit of the confidence: what it finds, what it leaves alone, what it says of articles left out."""

import pytest

from extractor.learn.confidence import (
    Judged,
    Line,
    best_threshold,
    fitted_line,
    is_enough,
    kept_f1,
    left_out,
    log_loss,
)


def events(*counts: tuple[float, int, int]) -> list[Judged]:
    """(confidence, right, wrong) -> so many events, each in an article of its own."""
    outcomes = [(chance, right) for chance, yes, no in counts for right in [True] * yes + [False] * no]
    return [Judged(f"a-{number}", chance, right) for number, (chance, right) in enumerate(outcomes)]


CALIBRATED = ((0.5, 50, 50), (0.8, 80, 20), (0.9, 90, 10))
TOO_SURE = ((0.7, 50, 50), (0.9, 80, 20), (0.99, 90, 10))


def test_what_is_right_stays_nearly_as_it_is() -> None:
    line = fitted_line(events(*CALIBRATED))
    assert line.scale == pytest.approx(1, abs=0.05)
    assert line.shift == pytest.approx(0, abs=0.05)


def test_what_is_too_sure_is_made_less_sure() -> None:
    line = fitted_line(events(*TOO_SURE))
    assert line.of(0.9) == pytest.approx(0.77, abs=0.05)
    assert log_loss(events(*TOO_SURE), lambda _: line) < log_loss(events(*TOO_SURE), lambda _: Line())


def test_a_fit_is_monotone_even_when_the_data_are_not() -> None:
    line = fitted_line(events((0.2, 30, 0), (0.9, 0, 30)))
    assert line.scale > 0


@pytest.mark.parametrize(
    ("counts", "enough"),
    [(((0.5, 15, 15),), True), (((0.5, 14, 15),), False), (((0.5, 30, 4),), False), ((), False)],
)
def test_few_events_are_not_enough(counts: tuple[tuple[float, int, int], ...], enough: bool) -> None:
    assert is_enough(events(*counts)) is enough


def test_the_threshold_leaves_out_what_costs_more_than_it_brings() -> None:
    told = events((0.3, 1, 20), (0.6, 10, 5), (0.9, 20, 0))
    assert best_threshold(told, wanted=31) == pytest.approx(0.45)
    assert kept_f1(told, lambda _: 0.45, wanted=31) == pytest.approx(100 * 60 / 66)


def test_no_threshold_is_better_than_none_where_all_is_right() -> None:
    assert best_threshold(events((0.3, 9, 1), (0.9, 9, 0)), wanted=20) == 0.0
    assert best_threshold([], wanted=3) == 0.0


def test_each_article_is_left_out_once() -> None:
    seen = left_out(events((0.5, 1, 2)), len)
    assert seen == {"a-0": 2, "a-1": 2, "a-2": 2}
