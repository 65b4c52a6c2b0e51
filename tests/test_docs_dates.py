"""The documentation's table of classes is the one that the tests hold."""

from annotate.dates.page import PAGE, renewed


def test_the_page_has_the_rows_of_the_tests() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == renewed(page), "run: PYTHONPATH=src:tests python -m annotate.dates.page"
