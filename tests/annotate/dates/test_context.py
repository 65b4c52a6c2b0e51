"""The options of the settings: the days of a weekend, the order of day and month."""

from datetime import datetime

import pytest

from annotate.dates.reading import read
from extractor.errors import InputError
from extractor.settings import make_settings


def test_a_weekend_can_be_friday_and_saturday() -> None:
    (found,) = read("The dam broke last weekend.", "2024-12-08", weekend="fri-sat")
    assert (found.earliest, found.latest) == (datetime(2024, 11, 29), datetime(2024, 12, 1))


@pytest.mark.parametrize(
    ("text", "url", "order", "value"),
    [
        ("Signed on 5/6/2024.", None, "auto", "2024-05-06"),
        ("Signed on 5/6/2024.", None, "DMY", "2024-06-05"),
        ("Signed on 5/6/2024.", "https://news.example.co.uk/a", "auto", "2024-06-05"),
        ("Signed on 5/6/2024.", "https://news.example.com/a", "auto", "2024-05-06"),
        ("Signed on 5/6/2024.", "https://news.example.co.uk/a", "MDY", "2024-05-06"),
        ("Signed on 5/6/2024, sealed on 25/6/2024.", None, "auto", "2024-06-05"),
        ("Signed on 5/6/24.", None, "auto", "2024-05-06"),
    ],
)
def test_order_of_numeric_dates(text: str, url: str | None, order: str, value: str) -> None:
    assert read(text, "2024-12-08", url=url, date_order=order)[0].value == value


@pytest.mark.parametrize("options", [{"weekend": "mon-tue"}, {"date_order": "YMD"}])
def test_other_values_are_refused(options: dict[str, str]) -> None:
    with pytest.raises(InputError):
        make_settings(options)
