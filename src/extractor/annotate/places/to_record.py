"""Resolved names -> Place records, one for each real place."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.annotate.places.candidates import Words
from extractor.annotate.places.resolve import Resolved
from extractor.annotate.places.spatial_relations import Relation, relation_after, relation_before
from extractor.annotate.places.toponyms import Name
from extractor.annotate.places.words import nouns, words
from extractor.document.ids import content_id
from extractor.gazetteer.entries import Entry, NameKind
from extractor.gazetteer.index import Gazetteer, Match
from extractor.records import Candidate, Place, Span

CLOSE = 0.2  # the second choice is kept from this probability on
_HEADS = {"street": "facility", "building": "facility", "water": "river", "region_word": "region"}


@dataclass(frozen=True, slots=True)
class Found:
    """What a geocoder asked over the network answered."""

    service: str
    latitude: float
    longitude: float
    address: str


@dataclass(slots=True)
class Sense:
    """A name with the place it means. `near` is the resolved place that stands in for an unknown name.

    `namesake`: the gazetteer has the name, but of another place.
    """

    name: Name
    resolved: Resolved | None = None
    near: Entry | None = None
    namesake: bool = False
    found: Found | None = None
    confidence: float = 0.0

    @property
    def match(self) -> Match | None:
        """The gazetteer's place, if the name has one of its own."""
        if not self.resolved or self.namesake:
            return None
        return self.resolved.match


@dataclass(frozen=True, slots=True)
class Mention:
    """A sense at one piece of the text."""

    sense: Sense
    span: Span
    relation: Relation | None

    @property
    def elsewhere(self) -> str:
        """The relation that makes it another place than the named one, else nothing.

        "20 km south of", nothing for "near".
        """
        if not self.relation or self.relation.bearing is None:
            return ""
        return self.relation.text


def places(article: str, senses: list[Sense], said: Words, gazetteer: Gazetteer) -> list[Place]:
    """One Place for each entry, each point moved away from it, and each name without one, by first mention."""
    together: dict[tuple[str, str], list[Mention]] = {}
    for sense in senses:
        key = str(sense.match.entry.id) if sense.match else sense.name.key
        for mention in _mentions(sense, said):
            together.setdefault((key, mention.elsewhere), []).append(mention)
    made = [
        _place(content_id("p", article, *key), sorted(group, key=lambda m: m.span.start), gazetteer)
        for key, group in together.items()
    ]
    return sorted(made, key=lambda place: (place.mentions[0].start, place.id))


def _mentions(sense: Sense, said: Words) -> Iterator[Mention]:
    """The mentions of a name, each with the relation that stands beside it.

    "Homs" twice for "Homs burned. 20 km south of Homs it rained.", the second with its relation.
    """
    for candidate in sense.name.mentions:
        start = said.offsets[candidate.start]
        end = said.offsets[candidate.end - 1] + len(said.texts[candidate.end - 1])
        span = Span(start=start, end=end, text=said.source[start:end])
        yield Mention(sense, span, relation_before(said.source, start) or relation_after(said.source, end))


def _place(identity: str, group: list[Mention], gazetteer: Gazetteer) -> Place:
    """The record of the mentions of one place, moved by the relation that all of them have."""
    best = max((m.sense for m in group), key=lambda s: (len(s.name.mentions), s.confidence))
    # A place that is also named without the relation ("northern Syria", "Syria") is the whole of it.
    relation = group[0].relation if len({m.relation for m in group}) == 1 else None
    mentions = [mention.span for mention in group]
    if best.match is None:
        return _without_entry(identity, best, relation, mentions)
    place = place_of(identity, best.match.entry, gazetteer, mentions, best.confidence).model_copy(
        update={"name": _shown([m.sense for m in group]), "runner_up": _runner_up(best, gazetteer)}
    )
    if relation is None:
        return place
    latitude, longitude = relation.move(best.match.entry.latitude, best.match.entry.longitude)
    return place.model_copy(update={"latitude": latitude, "longitude": longitude, "relation": relation.text})


def place_of(identity: str, entry: Entry, gazetteer: Gazetteer, mentions: list[Span], confidence: float) -> Place:
    """The record of a place of the gazetteer under its own name: Bamako with its region, point and population."""
    return Place(
        id=identity,
        name=entry.name,
        kind=entry.kind,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geonames_id=entry.geonames_id,
        country_code=entry.country,
        admin1=_division(entry, entry.admin1, gazetteer),
        admin2=_division(entry, entry.admin2, gazetteer),
        feature_code=entry.feature,
        population=entry.population,
        confidence=round(confidence, 3),
        mentions=mentions,
    )


def _without_entry(identity: str, sense: Sense, relation: Relation | None, mentions: list[Span]) -> Place:
    """The record of a place that is not in the gazetteer, at the point of what a service or the text named near it.

    The village of "Tinfada, a village near Gao" is put at Gao: "not in the gazetteer; placed at Gao, named nearby".
    """
    near = sense.near
    reason = "only namesakes elsewhere are in the gazetteer" if sense.namesake else "not in the gazetteer"
    point = sense.found or near
    if sense.found:
        reason += f"; found by {sense.found.service}: {sense.found.address}"
    elif near:
        reason += f"; placed at {near.name}, named nearby"
    return Place(
        id=identity,
        name=sense.name.text,
        kind=_kind_told(sense.name),
        latitude=point.latitude if point else None,
        longitude=point.longitude if point else None,
        country_code=near.country if near else None,
        confidence=round(sense.confidence, 3),
        reason=reason,
        relation=relation.text if relation else None,
        mentions=mentions,
    )


def _kind_told(name: Name) -> str:
    """The kind of an unknown name by the words beside it: "island" for "the island of Hidle", "city" for a town."""
    kind = guess_kind(name.text)
    if kind == "unknown" and name.noun in nouns():
        return nouns()[name.noun][0]
    is_town = name.town or any(mention.told for mention in name.mentions)
    return "city" if kind == "unknown" and is_town else kind


def guess_kind(name: str) -> str:
    """The kind that the words of an unknown name tell, else "unknown".

    >>> guess_kind("Third Street"), guess_kind("Lake Ellis"), guess_kind("Nowhere")
    ('facility', 'lake', 'unknown')
    """
    parts = name.lower().split()
    first, last = parts[0], parts[-1]
    for word, kind in ((first, "lake"), (last, "lake"), (last, "sea"), (last, "island"), (last, "desert")):
        if word == kind:
            return kind
    if first in ("mount", "mt.") or last in ("mountain", "mountains", "mount"):
        return "mountain"
    if last in ("county", "district"):
        return "district"
    for listed, kind in _HEADS.items():
        if last in words(listed):
            return kind
    return "unknown"


def _shown(group: list[Sense]) -> str:
    """The article's own spelling; the gazetteer's name for countries and instead of abbreviations.

    "Timbuctoo" stays so; "the US" is "United States".
    """
    full = [sense for sense in group if _is_full_name(sense)]
    best = max(full or group, key=lambda sense: (len(sense.name.mentions), len(sense.name.text)))
    if best.match is None:
        return best.name.text
    entry = best.match.entry
    is_own_spelling = len(full) > 0 and entry.kind != "country"
    if is_own_spelling:
        return _in_small_letters(best, entry)
    return entry.name


def _in_small_letters(sense: Sense, entry: Entry) -> str:
    """A name as the article spells it, but "Homs" for the "HOMS" of its dateline."""
    text = sense.name.text
    if not text.isupper():
        return text
    own = entry.name if entry.name.casefold() == text.casefold() else text
    for mention in sense.name.mentions:
        if not mention.text.isupper():
            return mention.text
    return own


def _is_full_name(sense: Sense) -> bool:
    """Whether a name is known to the gazetteer, and as no abbreviation.

    "Connecticut"; not "Conn."
    """
    return sense.match is not None and sense.match.kind != NameKind.ABBREVIATION


def _division(entry: Entry, identifier: int | None, gazetteer: Gazetteer) -> str | None:
    """The name of the division an entry lies in; None for the division itself.

    "Idlib" for a village of that governorate.
    """
    if identifier is None or identifier == entry.id:
        return None
    above = gazetteer.entry(identifier)
    return above.name if above else None


def _runner_up(sense: Sense, gazetteer: Gazetteer) -> Candidate | None:
    """The second choice, when it was close.

    The Salem of Massachusetts, where that of Oregon has 0.6.
    """
    second = sense.resolved.second if sense.resolved else None
    if second is None or second[1] < CLOSE:
        return None
    entry = second[0].entry
    return Candidate(
        name=entry.name,
        geonames_id=entry.geonames_id,
        latitude=entry.latitude,
        longitude=entry.longitude,
        country_code=entry.country,
        admin1=_division(entry, entry.admin1, gazetteer),
        confidence=round(second[1], 3),
    )
