"""Reading the library's small data tables: tab-separated, with comment lines that start with "#"."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from extractor.errors import DataNotFound


@cache
def data_text(name: str) -> str:
    """The text of a file under `extractor/data`, as in "actors/nouns.txt". Raises DataNotFound."""
    try:
        return (files("extractor") / "data" / name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise DataNotFound(
            f"the data file {name} is missing: pip install --force-reinstall news-event-extractor"
        ) from error


def data_lines(name: str) -> list[str]:
    """The lines of a data file without comments and empty lines."""
    return [line for line in data_text(name).splitlines() if line.strip() and not line.startswith("#")]


def data_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated data file whose first line names the columns; missing cells are "".

    >>> next(data_rows("actors/countries.tsv"))["name"]
    'Afghanistan'
    """
    reader = csv.DictReader(data_lines(name), delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
    for row in reader:
        yield {key: value.strip() for key, value in row.items()}
