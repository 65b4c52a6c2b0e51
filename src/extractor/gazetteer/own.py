"""A user's own places: a CSV or TOML file of camps, bases and villages that the gazetteer lacks, or names it lacks.

CSV has a header line, TOML a `[[place]]` table for each place; both the columns of FIELDS. A row needs a name and
either a point or the GeoNames id of a place the gazetteer has, which then gets the names.
"""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    reader = csv.DictReader(text.splitlines(keepends=True))
    unknown = sorted(set(reader.fieldnames or []) - set(FIELDS))
    if "name" not in (reader.fieldnames or []) or unknown:
        raise OntologyError(
            f"{path}, line 1: the columns are {', '.join(FIELDS)} (only name is needed)"
            + (f"; unknown: {', '.join(map(str, unknown))}" if unknown else "")
        )
    for row in reader:
        if None in row:
            raise OntologyError(f"{path}, line {reader.line_num}: more values than columns (quote commas)")
        yield reader.line_num, {key: value.strip() for key, value in row.items() if value and value.strip()}


def _toml_rows(path: Path, text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
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
    def wrong(what: str) -> OntologyError:
        return OntologyError(f"{path}, line {line}: {what}")

    name = str(row.get("name", "")).strip()
    if not name:
        raise wrong("a place needs a name")
    aliases = row.get("aliases", ())
    listed = aliases.split(";") if isinstance(aliases, str) else aliases
    names = (name, *(str(alias).strip() for alias in listed if str(alias).strip()))
    try:
        identifier = int(row["geonames_id"]) if "geonames_id" in row else OWN + number
        weight = int(row.get("weight", DEFAULT_WEIGHT))
        point = [float(row[field]) for field in ("latitude", "longitude") if field in row]
    except (TypeError, ValueError) as error:
        raise wrong(f"not a number: {error}") from error
    if not point and "geonames_id" in row:
        return OwnPlace(None, identifier, names, line, "weight" not in row)
    if len(point) != 2 or not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        raise wrong("a place needs latitude (-90 to 90) and longitude (-180 to 180), or a geonames_id")
    kind, country = str(row.get("kind", _DEFAULT_KIND)), row.get("country")
    if kind not in KINDS:
        raise wrong(f"unknown kind {kind!r}: known are {', '.join(KINDS)}")
    if country is not None and not (isinstance(country, str) and len(country) == 2 and country.isalpha()):
        raise wrong(f"country is {country!r}: give two letters of ISO 3166-1")
    code = country.upper() if country else None
    entry = Entry(identifier, name, kind, KINDS[kind], point[0], point[1], code, weight=weight)
    return OwnPlace(entry, identifier, names, line, "weight" not in row)
