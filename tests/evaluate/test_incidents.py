"""Incidents against checked incidents."""

import pytest

from extractor import Incident
from extractor.evaluate.incidents import evaluate_incidents


def incidents(*groups: str) -> list[Incident]:
    """Incidents of reports: a letter is an article with one event."""
    return [
        Incident.model_validate(
            {
                "id": f"i-{number}",
                "type": "ASSAULT",
                "occurrence": "asserted",
                "reports": [
                    {"article": name, "event": "e", "origin": 0, "type": "ASSAULT", "confidence": 1.0} for name in group
                ],
                "independent_sources": 1,
                "outlets": 1,
                "articles": len(group),
                "confidence": 1.0,
            }
        )
        for number, group in enumerate(groups)
    ]


def test_the_same_incidents_are_all_right() -> None:
    report = evaluate_incidents(incidents("abc", "de", "f"), incidents("f", "cab", "ed"))
    assert (report.pairs.f1, report.conll, report.exact) == (100.0, 100.0, 100.0)
    assert (report.over_merged, report.under_merged) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("gold", "predicted", "measure", "precision", "recall"),
    [
        # Figures worked out by hand.
        (("abc", "d"), ("ab", "cd"), "pairs", 50.0, 33.3),
        (("abc", "d"), ("ab", "cd"), "b3", 75.0, 66.7),
        (("abc", "d"), ("ab", "cd"), "muc", 50.0, 50.0),
        (("abc", "d"), ("ab", "cd"), "ceafe", 73.3, 73.3),
        (("ab", "cd"), ("abcd",), "pairs", 33.3, 100.0),
        (("ab", "cd"), ("abcd",), "ceafe", 66.7, 33.3),
        (("abcd",), ("a", "b", "c", "d"), "muc", 0.0, 0.0),
    ],
)
def test_measures(
    gold: tuple[str, ...], predicted: tuple[str, ...], measure: str, precision: float, recall: float
) -> None:
    score = getattr(evaluate_incidents(incidents(*gold), incidents(*predicted)), measure)
    assert (score.precision, score.recall) == (precision, recall)


def test_what_is_merged_and_what_is_torn() -> None:
    report = evaluate_incidents(incidents("ab", "cd", "ef"), incidents("abc", "d", "ef"))
    assert (report.over_merged, report.under_merged, report.exact) == (50.0, 33.3, 33.3)


def test_only_reports_that_both_know_count() -> None:
    report = evaluate_incidents(incidents("abx"), incidents("ab", "yz"))
    assert (report.reports, report.pairs.f1) == (2, 100.0)


def test_nothing_in_common() -> None:
    assert evaluate_incidents(incidents("a"), incidents("b")).conll == 0.0
