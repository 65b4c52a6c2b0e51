"""What the gazetteer knows about one place, and how a name belongs to it."""

from dataclasses import dataclass
from enum import IntEnum


class NameKind(IntEnum):
    """How a name belongs to a place; also the order of preference."""

    MAIN = 0
    OTHER = 1
    SHORTENED = 2
    ABBREVIATION = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. `id` is the GeoNames id, or LOCAL and more for a place of our own tables or of the user.

    `kind` is a word of docs/places.md, `feature` a GeoNames feature code. `weight` is the number of people the place
    stands for when names compete: the population of a town or country, the towns' sum for a region.
    `admin1` and `admin2` are ids of other entries. Coordinates are WGS84 degrees.
    """

    id: int
    name: str
    kind: str
    feature: str
    latitude: float
    longitude: float
    country: str | None = None
    admin1: int | None = None
    admin2: int | None = None
    weight: int = 0

    @property
    def geonames_id(self) -> int | None:
        """The GeoNames id, None for places of our own tables."""
        return self.id if self.id < LOCAL else None

    @property
    def population(self) -> int | None:
        """The population of a town or a country, None where it is unknown or only a sum of towns."""
        if self.kind not in ("city", "country"):
            return None
        return self.weight or None


# Kinds of places with the GeoNames feature code that stands for each.
KINDS = {
    "country": "PCLI",
    "region": "ADM1",
    "district": "ADM2",
    "city": "PPL",
    "continent": "CONT",
    "world_region": "RGN",
    "sea": "SEA",
    "river": "STM",
    "lake": "LK",
    "mountain": "MTS",
    "island": "ISL",
    "desert": "DSRT",
    "facility": "FCL",
}

# Ids of places without a GeoNames id start here; GeoNames is at 13 million.
LOCAL = 100_000_000
