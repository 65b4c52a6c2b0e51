"""Names that the gazetteer lacks are placed at a resolved place named near them."""

from extractor.annotate.places.build import Sense

# Kinds that are a point rather than an area; the others only help when there is nothing better.
_POINTS = frozenset(("city", "district", "facility", "island"))
_AREA_WORDS = 60  # an area is taken only when a point is this many words further away


def place_unknown(senses: list[Sense]) -> None:
    """Give names without a place of their own the nearest resolved one as `near`."""
    anchors = [
        (mention.start, sense)
        for sense in senses
        if sense.resolved and sense.name.part is None
        for mention in sense.name.mentions
    ]
    for sense in senses:
        if sense.resolved is None:
            near = _nearest(sense, anchors)
            sense.near = near.match.entry if near and near.match else None


def _nearest(sense: Sense, anchors: list[tuple[int, Sense]]) -> Sense | None:
    """The resolved name closest in the text; a town before an area."""
    best, least = None, float("inf")
    for mention in sense.name.mentions:
        for start, anchor in anchors:
            point = anchor.match is not None and anchor.match.entry.kind in _POINTS
            distance = abs(start - mention.start) + (0 if point else _AREA_WORDS)
            if distance < least:
                best, least = anchor, distance
    return best
