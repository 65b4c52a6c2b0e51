"""Reading the library's data files: tables, lists, trees; comment lines start with "#".

What belongs to a language is in a folder of its own, `data/en`; codebooks and columns, which do not, are beside it.
Code names a file without the language: "actors/nouns.txt". Two formats hold what people write: tables (`.tsv`,
`data_rows`) and lists of words (`.txt`, `word_lists`); rules have theirs (`lexicon.triggers`, `dates/grammar.toml`),
and fitted numbers are JSON.
"""

import csv
import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from extractor.errors import DataNotFound

DATA = Path(str(files("extractor"))) / "data"
_language = DATA / "en"


def use_language(folder: Path) -> None:
    """Read what belongs to a language from another folder than `data/en`.

    Call it before any other module of the library is imported: data are read once.
    """
    global _language
    _language = folder


def language_folder() -> Path:
    """The folder of what belongs to the language."""
    return _language


def data_path(name: str) -> Path:
    """Where a data file is, as in "actors/nouns.txt": with the language, else with what is common to all."""
    own = _language / name
    return own if own.exists() else DATA / name


@cache
def data_text(name: str) -> str:
    """The text of a data file. Raises DataNotFound."""
    try:
        return data_path(name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise DataNotFound(
            f"the data file {name} is missing: pip install --force-reinstall news-event-extractor"
        ) from error


@cache
def data_toml(name: str) -> Mapping[str, Any]:
    """A TOML data file."""
    return tomllib.loads(data_text(name))


@cache
def data_json(name: str) -> Any:
    """A JSON data file: numbers that were fitted, or shapes."""
    return json.loads(data_text(name))


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
