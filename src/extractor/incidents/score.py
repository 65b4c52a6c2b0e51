"""How likely two events are one: a linear model over the evidence of the pair."""

import json
from functools import cache

from extractor.incidents.features import evidence_of_pair
from extractor.incidents.profile import Profile
from extractor.lexicon.tables import data_text
from extractor.logistic import probability


@cache
def weights() -> dict[str, float]:
    """The fitted weights (models/link.md)."""
    loaded: dict[str, float] = json.loads(data_text("incidents/weights.json"))
    return loaded


def pair_probability(one: Profile, other: Profile) -> float:
    """The probability that two events of different articles are one."""
    return probability(evidence_of_pair(one, other), weights())
