"""Names that the gazetteer lacks are placed at a resolved place named near them."""

from extractor.annotate.places.build import Sense
from extractor.annotate.places.words import words

# Kinds that are a point rather than an area; the others only help when there is nothing better.
_POINTS = frozenset(("city", "district", "facility", "island"))
_SAME_PLACE_WORDS = 60  # further away than this the name nearby says little


def place_unknown(senses: list[Sense]) -> None:
    """Give names without an entry, and streets and waters with only a part of one, the nearest resolved place."""
    anchors = [(m.start, sense) for sense in senses if sense.match and not sense.name.part for m in sense.name.mentions]
    for sense in senses:
        if sense.match is None or _is_street(sense):
            near = _nearest(sense, anchors)
            if near and near.match:
                sense.near = near.match.entry
                sense.confidence = 0.5 * near.confidence
            elif sense.match:
                sense.match = None


def _is_street(sense: Sense) -> bool:
    last = sense.name.text.lower().split()[-1]
    return sense.name.part is not None and any(last in words(listed) for listed in ("street", "water", "terrain"))


def _nearest(sense: Sense, anchors: list[tuple[int, Sense]]) -> Sense | None:
    """The resolved name closest in the text; a town before an area."""
    best, least = None, float("inf")
    for mention in sense.name.mentions:
        for start, anchor in anchors:
            point = anchor.match is not None and anchor.match.entry.kind in _POINTS
            distance = abs(start - mention.start) + (0 if point else _SAME_PLACE_WORDS)
            if distance < least:
                best, least = anchor, distance
    return best
