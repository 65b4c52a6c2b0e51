"""The fitted numbers of data/en/places/weights.json (see models/places.md for how they are made)."""

from dataclasses import dataclass
from functools import cache

from extractor.lexicon.tables import data_json


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the two passes of the judge, of the resolver's rounds, and of the confidence."""

    first_pass: dict[str, float]
    second_pass: dict[str, float]
    first: dict[str, float]
    later: dict[str, float]
    sure: dict[str, float]


@cache
def weights() -> Weights:
    """The weights shipped with the library."""
    return Weights(**data_json("places/weights.json"))
