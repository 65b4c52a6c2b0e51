"""Reading the library's small data files: tables and lists, with comment lines that start with "#"."""

import csv
from collections.abc import Iterator, Mapping
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


@cache
def word_lists(name: str) -> Mapping[str, frozenset[str]]:
    """The lists of a data file with lines "list: words"; "_" joins a word of several, "-" is no word.

    A list may be spread over several lines.

    >>> "detain" in word_lists("events/casualties.txt")["detained verbs"]
    True
    """
    found: dict[str, frozenset[str]] = {}
    for line in data_lines(name):
        head, _, words = line.partition(": ")
        listed = frozenset(word.replace("_", " ") for word in words.split() if word != "-")
        found[head] = found.get(head, frozenset()) | listed
    return found


def data_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated data file whose first line names the columns; missing cells are "".

    >>> next(data_rows("actors/countries.tsv"))["name"]
    'Afghanistan'
    """
    reader = csv.DictReader(data_lines(name), delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
    for row in reader:
        yield {key: value.strip() for key, value in row.items()}
