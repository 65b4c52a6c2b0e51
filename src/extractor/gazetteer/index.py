"""Reading the gazetteer: names -> the places they can mean. Read-only, shared by all readers of a process."""

import re
import sqlite3
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import blake2b
from pathlib import Path
from weakref import finalize

from extractor.errors import DataNotFound, OntologyError
from extractor.gazetteer.entries import Entry, NameKind
from extractor.gazetteer.keys import fold, sound
from extractor.gazetteer.own import read_places
from extractor.gazetteer.store import SCALE
from extractor.sqlite_files import named

DEFAULT_PATH = Path(__file__).parent.parent / "data" / "gazetteer.sqlite"
# Names kept ready: the places of some hundred articles; about 10 MB.
CACHE_NAMES = 20_000
_WORD = re.compile(r"\w+|[^\w\s]")  # what the tokenizer parts at most


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a name can mean, and how the name belongs to it."""

    entry: Entry
    kind: NameKind


@dataclass(frozen=True, slots=True)
class OwnNames:
    """The folded names that a user's file decides, with what they mean.

    `starts` has the first word of each with the greatest number of words and marks that a name so begun may have.
    """

    names: Mapping[str, tuple[Match, ...]] = field(default_factory=dict)
    starts: Mapping[str, int] = field(default_factory=dict)


class Gazetteer:
    """The places of one gazetteer file.

    Raises DataNotFound when the file is missing.

    >>> Gazetteer().lookup("Deir al-Zour")[0].entry.country
    'SY'
    """

    own = OwnNames()

    def __init__(self, path: Path = DEFAULT_PATH) -> None:
        if not path.is_file():
            raise DataNotFound(
                f"the gazetteer {path} is missing: `pip install -e .` in the source tree builds it, "
                "`pip install --force-reinstall news-event-extractor` brings it with the wheel"
            )
        self.path = path
        self._database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        finalize(self, self._database.close)  # since 3.13 Python warns of connections that are only forgotten
        with named(path, "gazetteer"):
            self.meta: dict[str, str] = dict(self._database.execute("SELECT key, value FROM meta"))
        digest = blake2b(repr(sorted(self.meta.items())).encode(), digest_size=4).hexdigest()
        self.version = f"{self.meta.get('name', 'bundled')}-{digest}"
        self.lookup = lru_cache(CACHE_NAMES)(self._lookup)
        self.knows = lru_cache(CACHE_NAMES)(self._knows)
        self.entry = lru_cache(CACHE_NAMES)(self._entry)

    def _knows(self, key: str) -> bool:
        """Whether a folded name is in the gazetteer."""
        return self._database.execute("SELECT 1 FROM name WHERE key = ?", (key,)).fetchone() is not None

    def _lookup(self, name: str) -> tuple[Match, ...]:
        """The places with this name, the heaviest first; spelling, accents and case do not matter."""
        return self._matches("SELECT places FROM name WHERE key = ?", fold(name))

    def lookup_sound(self, name: str) -> tuple[Match, ...]:
        """The places whose romanised name sounds like this one; only for Arabic, Persian and Cyrillic names."""
        key = sound(name)
        if not key:
            return ()
        return self._matches("SELECT places FROM sound WHERE key = ?", key)

    def _matches(self, query: str, key: str) -> tuple[Match, ...]:
        """The places packed in the row of a key, best first."""
        row = self._database.execute(query, (key,)).fetchone()
        if row is None:
            return ()
        packed = struct.unpack(f"<{len(row[0]) // 4}I", row[0])
        return tuple(Match(entry, NameKind(n % 4)) for n in packed if (entry := self.entry(n // 4)) is not None)

    def _entry(self, identifier: int) -> Entry | None:
        """The place with this id."""
        row = self._database.execute("SELECT * FROM place WHERE id = ?", (identifier,)).fetchone()
        if row is None:
            return None
        identifier, name, kind, feature, latitude, longitude, *rest = row
        return Entry(identifier, name, kind, feature, latitude / SCALE, longitude / SCALE, *rest)

    def find(self, query: str) -> list[Match]:
        """The places of a name with what they lie in after commas, the heaviest first.

        >>> Gazetteer().find("Paris, Texas")[0].entry.country
        'US'
        """
        name, *holders = [part.strip() for part in query.split(",")]
        matches = list(self.lookup(name))
        for holder in holders:
            outer = [match.entry for match in self.lookup(holder)]
            ids = {entry.id for entry in outer}
            countries = {entry.country for entry in outer if entry.kind == "country"}
            matches = [
                match
                for match in matches
                if {match.entry.admin1, match.entry.admin2} & ids
                or (match.entry.country in countries and match.entry.kind != "country")
            ]
        return matches

    def counts(self) -> dict[str, int]:
        """The number of places of each kind, the most numerous first."""
        query = "SELECT kind, count(*) FROM place GROUP BY kind ORDER BY 2 DESC, 1"
        return dict(self._database.execute(query))

    def country(self, code: str) -> Entry | None:
        """The country with this ISO code.

        `country("ML")` is Mali, `country("XX")` None.
        """
        identifier = self._countries.get(code)
        return self.entry(identifier) if identifier is not None else None

    @cached_property
    def _countries(self) -> dict[str, int]:
        """The ids of the countries by their codes, read once: there is no index of them. The first of several."""
        query = "SELECT country, id FROM place WHERE kind = 'country' ORDER BY id DESC"
        return dict(self._database.execute(query))

    def capital(self, code: str) -> Entry | None:
        """The seat of the government of a country, by its ISO code.

        `capital("ML")` is Bamako, `capital("XX")` None.
        """
        identifier = self._capitals.get(code)
        return self.entry(identifier) if identifier is not None else None

    @cached_property
    def _capitals(self) -> dict[str, int]:
        """The ids of the capitals by the codes of their countries, read once. The first of several."""
        query = "SELECT country, id FROM place WHERE feature = 'PPLC' ORDER BY id DESC"
        return dict(self._database.execute(query))

    def towns_within(self, latitude: float, longitude: float, north: float, east: float) -> list[Entry]:
        """The towns at most so many degrees north or south and east or west of a point. Reads the whole file."""
        query = (
            "SELECT id FROM place WHERE kind = 'city' AND latitude BETWEEN ? AND ? "
            "AND (longitude BETWEEN ? AND ? OR longitude + ? BETWEEN ? AND ? OR longitude - ? BETWEEN ? AND ?)"
        )
        south, top, west, right = (
            round(degrees * SCALE)
            for degrees in (latitude - north, latitude + north, longitude - east, longitude + east)
        )
        turn = 360 * SCALE
        values = (south, top, west, right, turn, west, right, turn, west, right)
        return [entry for (i,) in self._database.execute(query, values) if (entry := self.entry(i)) is not None]

    def demonym(self, word: str) -> str | None:
        """The ISO code of the country whose people or adjective this word is."""
        row = self._database.execute("SELECT country FROM demonym WHERE key = ?", (fold(word),)).fetchone()
        return str(row[0]) if row else None


class OwnGazetteer(Gazetteer):
    """A gazetteer with a user's own places and names in front. Raises OntologyError for an unknown `geonames_id`."""

    def __init__(self, path: Path, own: Path) -> None:
        self._entries: dict[int, Entry] = {}
        self._names: dict[str, list[Match]] = {}
        super().__init__(path)
        names: dict[str, tuple[Match, ...]] = {}
        starts: dict[str, int] = {}
        for place in read_places(own):
            if place.entry is not None:
                self._entries[place.entry_id] = place.entry
            entry = self.entry(place.entry_id)
            if entry is None:
                raise OntologyError(f"{own}, line {place.line}: geonames_id {place.entry_id} is not in the gazetteer")
            for name in place.names:
                self._names.setdefault(fold(name), []).append(Match(entry, NameKind.MAIN))
                if place.sure:
                    names[fold(name)] = (*names.get(fold(name), ()), Match(entry, NameKind.MAIN))
                    first, *rest = _WORD.findall(name.lower())
                    starts[first] = max(starts.get(first, 0), 1 + len(rest))
        self.own = OwnNames(names, starts)
        digest = blake2b(own.read_bytes(), digest_size=4).hexdigest()
        self.version = f"{self.version}+{own.stem}-{digest}"

    def _knows(self, key: str) -> bool:
        return key in self._names or super()._knows(key)

    def _lookup(self, name: str) -> tuple[Match, ...]:
        own = self._names.get(fold(name), [])
        ids = {match.entry.id for match in own}
        return (*own, *(match for match in super()._lookup(name) if match.entry.id not in ids))

    def _entry(self, identifier: int) -> Entry | None:
        return self._entries.get(identifier) or super()._entry(identifier)


@lru_cache(maxsize=4)
def open_gazetteer(path: Path = DEFAULT_PATH, own: Path | None = None) -> Gazetteer:
    """The gazetteer at `path`, with the places of the file `own`, opened once a process."""
    if own is None:
        return Gazetteer(path)
    return OwnGazetteer(path, own)
