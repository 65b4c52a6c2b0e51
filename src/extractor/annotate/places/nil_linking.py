"""Names whose place the gazetteer lacks are placed at a resolved place named near them.

That a name is in the gazetteer does not mean that its place is: "Palma in Cabo Delgado" is not the Spanish one.
"""

from collections import Counter

from extractor.annotate.places.to_record import Sense
from extractor.annotate.places.toponyms import Names
from extractor.gazetteer.entries import Entry

# Kinds that are a point rather than an area; the others only help when there is nothing better.
_POINTS = frozenset(("city", "district", "facility", "island"))
_AREAS = frozenset(("country", "region", "district"))
_AREA_WORDS = 60  # an area is taken only when a point is this many words further away
# A place of fewer people, alone in its country while the article is about another, is a namesake. Measured on the
# development corpora: as often right as wrong there, but its errors are thousands of kilometres.
_SMALL = 200_000
_LARGE = 1_000_000
_MAIN_SHARE = 0.6
_SURE = 0.7
_HEARD = 0.05


def place_unknown(senses: list[Sense], names: Names) -> None:
    """Give names without a place of their own the nearest resolved one as `near`. `senses` parallels `names`."""
    _outside_their_region(senses, names)
    _alone_in_their_country(senses)
    anchors = [
        (mention.start, sense)
        for sense in senses
        if sense.match and sense.name.part is None
        for mention in sense.name.mentions
    ]
    holders = _holders(senses, names)
    for number, sense in enumerate(senses):
        if sense.match is None:
            near = _nearest(sense, _within(anchors, holders.get(number))) or holders.get(number)
            sense.near = near.match.entry if near and near.match else None


def _holders(senses: list[Sense], names: Names) -> dict[int, Sense]:
    """The areas that names are said to lie in: "Ashton, Md." is nowhere near the town named before it."""
    return {
        inner: senses[outer]
        for inner, outer in sorted(names.inside)
        if (match := senses[outer].match) is not None and match.entry.kind in _AREAS
    }


def _within(anchors: list[tuple[int, Sense]], holder: Sense | None) -> list[tuple[int, Sense]]:
    if holder is None or holder.match is None:
        return anchors
    area = holder.match.entry
    return [anchor for anchor in anchors if anchor[1].match and _lies_in(anchor[1].match.entry, area)]


def _outside_their_region(senses: list[Sense], names: Names) -> None:
    """ "Palma in Cabo Delgado", "Dogo, Niger": when no place of the name lies there, it is none of them."""
    for inner, outer in sorted(names.inside):
        match, holder = senses[inner].match, senses[outer].resolved
        if match is None or holder is None or holder.share < _SURE or holder.match.entry.kind not in _AREAS:
            continue
        entry = match.entry
        small = entry.weight < _LARGE or (inner, outer) in names.inside_in
        if entry.kind in _POINTS and small and not _lies_in(entry, holder.match.entry):
            senses[inner].namesake = True


def _lies_in(entry: Entry, holder: Entry) -> bool:
    return holder.id in (entry.id, entry.admin1, entry.admin2) or (
        entry.country == holder.country if holder.kind == "country" else holder.country is None
    )


def _alone_in_their_country(senses: list[Sense]) -> None:
    """Small places of a country that nothing else in the article speaks of, when it speaks of another one."""
    voices = Counter(s.match.entry.country for s in senses if s.match and s.match.entry.country)
    for sense in senses:
        if sense.resolved is None or sense.match is None:
            continue
        entry = sense.match.entry
        if entry.kind not in _POINTS or entry.weight > _SMALL or sense.resolved.support["country at all"] > _HEARD:
            continue
        others = Counter({country: n for country, n in voices.items() if country != entry.country})
        most = max(others.values(), default=0)
        if most > 1 and most >= _MAIN_SHARE * others.total():
            sense.namesake = True


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
