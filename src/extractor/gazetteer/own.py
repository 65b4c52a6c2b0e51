"""A user's own places: a CSV or TOML file of camps, bases and villages that the gazetteer lacks, or names it lacks.

CSV has a header line, TOML a `[[place]]` table for each place; both the columns of FIELDS. A row needs a name and
either a point or the GeoNames id of a place the gazetteer has, which then gets the names.
"""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from extractor.errors import InputError, OntologyError
from extractor.gazetteer.entries import KINDS, LOCAL, Entry

FIELDS = ("name", "latitude", "longitude", "kind", "country", "aliases", "weight", "geonames_id")
# Ids of a user's places; those of our own tables end far below.
OWN = LOCAL + 1_000_000
# For how many people it speaks of where the other names of an article lie.
DEFAULT_WEIGHT = 1_000_000
_DEFAULT_KIND = "facility"


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A row of the file: a new place, or names for the place `entry_id` of the gazetteer.

    `sure`: it gives no weight, so it wins against all places of its names.
    """

    entry: Entry | None
    entry_id: int
    names: tuple[str, ...]
    line: int
    sure: bool


def read_places(path: Path) -> list[OwnPlace]:
    """The places of a file. Raises InputError when it cannot be read, OntologyError with the line of what is wrong.

    >>> read_places(Path("camps.csv"))[0].names  # doctest: +SKIP
    ('Camp Roj', 'Roj camp')
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"places file {path} cannot be read: {error}") from error
    rows = _toml_rows(path, text) if path.suffix == ".toml" else _csv_rows(path, text)
    return [_own_place(path, line, row, number) for number, (line, row) in enumerate(rows)]


def _csv_rows(path: Path, text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows of a CSV file with their lines. Raises OntologyError for unknown columns.

    >>> list(_csv_rows(Path("own.csv"), "name,country\\nTinfada,ML"))
    [(2, {'name': 'Tinfada', 'country': 'ML'})]
    """
    reader = csv.DictReader(text.splitlines(keepends=True))
    given = set(reader.fieldnames or ())
    unknown = ", ".join(sorted(given - set(FIELDS)))
    if unknown or "name" not in given:
        more = f"; unknown: {unknown}" if unknown else ""
        raise OntologyError(f"{path}, line 1: the columns are {', '.join(FIELDS)} (only name is needed){more}")
    for row in reader:
        if None in row:
            raise OntologyError(f"{path}, line {reader.line_num}: more values than columns (quote commas)")
        cells = {key: (value or "").strip() for key, value in row.items()}
        yield reader.line_num, {key: cell for key, cell in cells.items() if cell}


def _toml_rows(path: Path, text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The [[place]] tables of a file with their lines. Raises OntologyError for anything else in it.

    >>> list(_toml_rows(Path("own.toml"), "[[place]]\\nname = 'Tinfada'"))
    [(1, {'name': 'Tinfada'})]
    """
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"{path}: {error}") from error
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[place]]"]
    rows = read.get("place")
    if not isinstance(rows, list) or len(rows) != len(lines) or set(read) != {"place"}:
        raise OntologyError(f"{path}, line 1: a TOML file of places holds [[place]] tables and nothing else")
    for line, row in zip(lines, rows, strict=True):
        unknown = sorted(set(row) - set(FIELDS))
        if unknown:
            raise OntologyError(f"{path}, line {line}: unknown {', '.join(unknown)}; known are {', '.join(FIELDS)}")
        yield line, row


def _own_place(path: Path, line: int, row: Mapping[str, Any], number: int) -> OwnPlace:
    """A row of a file as a place, the `number`-th from 0. Raises OntologyError with its line for what is wrong."""
    try:
        names = _names(row)
        numbers = _numbers(row, number)
        if not numbers.point and "geonames_id" in row:
            return OwnPlace(None, numbers.identifier, names, line, "weight" not in row)
        latitude, longitude = _checked_point(numbers.point)
        kind = _checked_kind(row)
        entry = Entry(
            numbers.identifier,
            names[0],
            kind,
            KINDS[kind],
            latitude,
            longitude,
            _checked_country(row),
            weight=numbers.weight,
        )
        return OwnPlace(entry, numbers.identifier, names, line, "weight" not in row)
    except _WrongRow as wrong:
        raise OntologyError(f"{path}, line {line}: {wrong}") from wrong.__cause__


class _WrongRow(Exception):
    """What is wrong with a row."""


class _Numbers(NamedTuple):
    """The numbers of a row: its id, its weight, and the coordinates that it gives."""

    identifier: int
    weight: int
    point: list[float]


def _names(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The name of a place and its aliases."""
    name = str(row.get("name", "")).strip()
    if not name:
        raise _WrongRow("a place needs a name")
    aliases = row.get("aliases", ())
    listed = aliases.split(";") if isinstance(aliases, str) else aliases
    return name, *filter(None, (str(alias).strip() for alias in listed))


def _numbers(row: Mapping[str, Any], number: int) -> _Numbers:
    """The numbers of a row, with defaults for the id and the weight."""
    try:
        return _Numbers(
            int(row.get("geonames_id", OWN + number)),
            int(row.get("weight", DEFAULT_WEIGHT)),
            [float(row[field]) for field in ("latitude", "longitude") if field in row],
        )
    except (TypeError, ValueError) as error:
        raise _WrongRow(f"not a number: {error}") from error


def _checked_point(point: list[float]) -> list[float]:
    """Latitude and longitude."""
    if len(point) != 2 or not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        raise _WrongRow("a place needs latitude (-90 to 90) and longitude (-180 to 180), or a geonames_id")
    return point


def _checked_kind(row: Mapping[str, Any]) -> str:
    """The kind of a place."""
    kind = str(row.get("kind", _DEFAULT_KIND))
    if kind not in KINDS:
        raise _WrongRow(f"unknown kind {kind!r}: known are {', '.join(KINDS)}")
    return kind


def _checked_country(row: Mapping[str, Any]) -> str | None:
    """The code of a country in capitals, None for a row without one.

    >>> _checked_country({"country": "ml"})
    'ML'
    """
    country = row.get("country")
    if country is None:
        return None
    if not isinstance(country, str) or len(country) != 2 or not country.isalpha():
        raise _WrongRow(f"country is {country!r}: give two letters of ISO 3166-1")
    return country.upper()
