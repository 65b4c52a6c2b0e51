"""The fitted numbers of data/places/weights.json (see models/places.md for how they are made)."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Weights:
    """`judge`: of the evidence for a name; `first`, `later`: of the resolver; `sure`: of the confidence."""

    judge: dict[str, float]
    first: dict[str, float]
    later: dict[str, float]
    sure: dict[str, float]


@cache
def weights() -> Weights:
    """The weights shipped with the library."""
    text = (files("extractor") / "data" / "places" / "weights.json").read_text(encoding="utf-8")
    return Weights(**json.loads(text))
