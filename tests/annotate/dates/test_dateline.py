"""The day of a dateline, from which the text counts."""

import pytest

from annotate.dates.reading import read


@pytest.mark.parametrize(
    "dateline",
    [
        "BEIRUT, Dec. 7 (Agency) — ",
        "BEIRUT (Dec. 7) - ",
        "BEIRUT, Lebanon, Dec. 7 — ",
        "Headline\n\nTEL AVIV, Dec 7: ",
        "(Beirut, Dec. 7) – ",
    ],
)
def test_a_dateline_says_from_where_to_count(dateline: str) -> None:
    found = read(f"{dateline}Shots were heard today.", "2024-12-09")
    assert (found[-1].value, found[-1].anchor) == ("2024-12-07", "dateline")


def test_a_dateline_with_a_year_stands_in_for_the_publication_date() -> None:
    found = read("BEIRUT, Dec. 7, 2024 (Agency) — Shots were heard yesterday.")
    assert (found[-1].value, found[-1].anchor) == ("2024-12-06", "dateline")


def test_an_old_date_in_the_place_of_a_dateline_is_none() -> None:
    assert read("BEIRUT, Dec. 7, 2019 — Shots were heard today.", "2024-12-09")[-1].value == "2024-12-09"


@pytest.mark.parametrize(("day", "said"), [("Nov. 20", "2024-12-09"), ("Nov. 20, 2024", "2024-11-20")])
def test_a_dateline_some_weeks_old_counts_with_its_year(day: str, said: str) -> None:
    assert read(f"BEIRUT, {day} — Shots were heard today.", "2024-12-09")[-1].value == said
