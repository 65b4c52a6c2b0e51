"""Day and month: decided once for an input, given, or by the outlet's country; else such a date is not read."""

import json
from pathlib import Path

import pytest

from extractor import Extractor, InputError
from extractor.read import ReadOptions, read
from extractor.read.article import make_article
from extractor.read.rows import Row, in_one_order

DAY_FIRST, MONTH_FIRST, OPEN = "25/03/2024", "03/25/2024", "04/03/2024"


def days(given: list[str], tmp_path: Path, kind: str = "csv", **options: str) -> list[str]:
    path = tmp_path / f"a.{kind}"
    if kind == "csv":
        path.write_text("text,date\n" + "".join(f"It rained in Rome.,{day}\n" for day in given))
    else:
        path.write_text("".join(json.dumps({"text": "It rained.", "date": day}) + "\n" for day in given))
    articles = [r.article for r in read([path], ReadOptions.model_validate(options))]
    return [str(a.published or a.published_from) for a in articles if a]


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([OPEN, DAY_FIRST, OPEN], ["2024-03-04", "2024-03-25", "2024-03-04"]),
        ([OPEN, OPEN, MONTH_FIRST], ["2024-04-03", "2024-04-03", "2024-03-25"]),
        ([OPEN, "05/05/2024", "2024-03-25"], ["ambiguous", "2024-05-05", "2024-03-25"]),
        ([DAY_FIRST, MONTH_FIRST, OPEN], ["2024-03-25", "2024-03-25", "ambiguous"]),
        ([OPEN, DAY_FIRST, MONTH_FIRST], ["ambiguous", "2024-03-25", "2024-03-25"]),
        (["31/02/2024", "soon"], ["unreadable", "unreadable"]),
    ],
)
def test_the_clear_dates_of_an_input_decide(kind: str, given: list[str], expected: list[str], tmp_path: Path) -> None:
    assert days(given, tmp_path, kind) == expected


def test_the_order_can_be_given(tmp_path: Path) -> None:
    assert days([OPEN, MONTH_FIRST], tmp_path, date_order="DMY") == ["2024-03-04", "2024-03-25"]
    assert days([OPEN], tmp_path, date_order="MDY") == ["2024-04-03"]


def test_the_country_of_the_outlet_decides_where_the_input_does_not(tmp_path: Path) -> None:
    rows = [{"text": "It rained.", "date": OPEN, "url": f"https://a.example{end}/x"} for end in (".co.uk", ".us", "")]
    (tmp_path / "a.json").write_text(json.dumps(rows))
    published = [reading.article.published for reading in read([tmp_path / "a.json"]) if reading.article]
    assert [str(day) for day in published] == ["2024-03-04", "2024-04-03", "None"]


def test_rows_stay_in_order_and_what_failed_is_among_them() -> None:
    from extractor.read import Reading

    rows = [Row(f"#{n}", {"text": "x", "published": ()}) if n % 3 else Reading(f"#{n}", problem="x") for n in range(9)]
    assert [reading.where for reading in in_one_order(rows, ReadOptions())] == [f"#{n}" for n in range(9)]


def test_a_library_caller_is_asked(extractor: Extractor) -> None:
    with pytest.raises(InputError, match="in two orders"):
        make_article("It rained.", published=OPEN)
    assert str(make_article("It rained.", published=OPEN, order="MDY").published) == "2024-04-03"
    british = Extractor(model=extractor.nlp, date_order="DMY")
    assert str(british.extract("It rained.", published=OPEN).article.published) == "2024-03-04"
    assert [str(r.article.published) for r in british.pipe([{"text": "It rained.", "published": OPEN}])] == [
        "2024-03-04"
    ]


def test_a_date_that_is_not_read_is_a_warning(tmp_path: Path, extractor: Extractor) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"text": "It rained.", "date": day} for day in (OPEN, "soon", None)]))
    results = [extractor.extract(r.article) for r in read([tmp_path / "a.json"]) if r.article]
    assert [warning.partition(",")[0][:38] for result in results for warning in result.warnings] == [
        "the publication date is a day in two o",
        "the publication date cannot be read",
        "no publication date was found: relativ",
    ]
    assert results[0].warnings[0].endswith("as in “04/03/2024”")
    assert extractor.extract("It rained.").warnings == []
