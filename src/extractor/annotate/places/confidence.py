"""How sure a place is: the probability that its name is a place name and that its point is right."""

from extractor.annotate.places.to_record import Sense
from extractor.logistic import Evidence, logit, probability

_SUPPORT = ("country share", "region share", "within 300 km", "inside next", "held by article")


def set_confidence(senses: list[Sense], weights: dict[str, float]) -> None:
    """Fill in the confidence of each sense."""
    for sense in senses:
        sense.confidence = probability(grounds(sense), weights)


def grounds(sense: Sense) -> Evidence:
    """What the confidence of a sense rests on."""
    score = max(mention.score for mention in sense.name.mentions)
    evidence: Evidence = {"always": 1.0, "name": logit(score)}
    if sense.near is not None:
        return evidence | {"stand-in": 1.0, "stand-in, name": logit(score)}
    if sense.resolved is None or sense.namesake:
        return evidence | {"unresolved": 1.0}
    resolved = sense.resolved
    entry = resolved.match.entry
    evidence["share"] = logit(resolved.share)
    evidence[entry.kind if entry.kind in ("country", "region", "district", "city") else "other kind"] = 1.0
    evidence["part"] = float(sense.name.part is not None)
    evidence["only one"] = float(resolved.second is None)
    for name in _SUPPORT:
        evidence[name] = resolved.support[name]
    return evidence
