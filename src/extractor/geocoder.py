"""The gazetteer as a geopy geocoder: names -> points and points -> names, offline."""

from collections.abc import Iterable, Iterator
from math import cos, radians
from pathlib import Path
from typing import Any

from geopy.distance import great_circle  # type: ignore[import-untyped]
from geopy.geocoders.base import Geocoder  # type: ignore[import-untyped]
from geopy.location import Location  # type: ignore[import-untyped]
from geopy.point import Point  # type: ignore[import-untyped]

from extractor.errors import InputError
from extractor.gazetteer.entries import Entry
from extractor.gazetteer.index import DEFAULT_PATH, Gazetteer, open_gazetteer

__all__ = ["GazetteerGeocoder"]

_SEARCH_DEGREES = (0.1, 0.5, 2.0, 10.0)
_MOST = 10


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]
    """A geopy geocoder that reads the gazetteer; it never uses the network.

    `gazetteer` is another gazetteer file, `places_file` a file of your own places. Raises DataNotFound when the
    gazetteer is missing.

    >>> GazetteerGeocoder().geocode("Tripoli, Lebanon").address
    'Tripoli, North Lebanon, Lebanon'
    """

    def __init__(self, *, gazetteer: Path | None = None, places_file: Path | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.gazetteer: Gazetteer = open_gazetteer(gazetteer or DEFAULT_PATH, places_file)

    def geocode(
        self,
        query: str,
        exactly_one: bool = True,
        *,
        limit: int = _MOST,
        near: str | tuple[float, float] | None = None,
        timeout: object = None,
    ) -> Location | list[Location] | None:
        """A name, with what it lies in after commas -> the likeliest Location, or up to `limit`; None if unknown.

        `near` is an ISO country code, the name of a place, or a point (latitude, longitude). `raw` holds the fields
        of the gazetteer's entry.
        """
        entries = [match.entry for match in self.gazetteer.find(query)]
        if near is not None:
            entries = self._sorted_by_nearness(entries, near)
        return self._answer(entries[: max(1, limit)], exactly_one)

    def reverse(
        self,
        query: str | Point | Iterable[float],
        exactly_one: bool = True,
        *,
        limit: int = _MOST,
        timeout: object = None,
    ) -> Location | list[Location] | None:
        """A point -> the nearest town, or up to `limit` by distance; None if none within 10 degrees."""
        point = Point(query)
        for reach in _SEARCH_DEGREES:
            wide = min(180.0, reach / max(0.01, cos(radians(point.latitude))))
            towns = self.gazetteer.towns_within(point.latitude, point.longitude, reach, wide)
            if towns:
                towns.sort(key=lambda t: (great_circle(point, (t.latitude, t.longitude)).km, t.id))
                return self._answer(towns[: max(1, limit)], exactly_one)
        return None

    def _sorted_by_nearness(self, entries: list[Entry], near: str | tuple[float, float]) -> list[Entry]:
        """Entries of the country first when `near` is its code, else the nearest first."""
        if isinstance(near, str) and len(near) == 2 and near.isalpha():
            if self.gazetteer.country(near.upper()) is None:
                raise InputError(
                    f"near is {near!r}, which is no country: give a code of ISO 3166-1, a place or a point"
                )
            return sorted(entries, key=lambda e: e.country != near.upper())
        if isinstance(near, str):
            named = self.gazetteer.lookup(near)
            if not named:
                raise InputError(f"near is {near!r}, which is not in the gazetteer: give a country, a place or a point")
            point = named[0].entry.latitude, named[0].entry.longitude
        else:
            point = near
        if not (abs(point[0]) <= 90 and abs(point[1]) <= 180):
            raise InputError(f"near is {near!r}, which is no point: give latitude (-90 to 90) and longitude")
        return sorted(entries, key=lambda e: great_circle(point, (e.latitude, e.longitude)).km)

    def _answer(self, entries: list[Entry], exactly_one: bool) -> Location | list[Location] | None:
        """Entries as geopy's geocoders answer: one location or a list, None for nothing found."""
        found = [self._location(entry) for entry in entries]
        if not found:
            return None
        return found[0] if exactly_one else found

    def _around(self, entry: Entry) -> Iterator[Entry]:
        """An entry and the areas that it lies in, the smallest first."""
        yield entry
        for division in (entry.admin2, entry.admin1):
            above = self.gazetteer.entry(division) if division else None
            if above is not None and division != entry.id:
                yield above
        country = self.gazetteer.country(entry.country) if entry.country else None
        if country is not None and entry.kind != "country":
            yield country

    def _location(self, entry: Entry) -> Location:
        """An entry as a geopy Location, whose address names the areas around it."""
        address = ", ".join(dict.fromkeys(around.name for around in self._around(entry)))
        raw = {name: getattr(entry, name) for name in Entry.__slots__} | {"geonames_id": entry.geonames_id}
        return Location(address, (entry.latitude, entry.longitude), raw)
