"""Names whose place the gazetteer lacks are placed at a resolved place beside them, or at what the article is about.

That a name is in the gazetteer does not mean that its place is: "Palma in Cabo Delgado" is not the Spanish one.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from math import log1p

from extractor.annotate.places.to_record import Sense
from extractor.annotate.places.toponyms import Names
from extractor.gazetteer.entries import Entry

# Kinds that are a point rather than an area; the others only help when there is nothing better.
_POINTS = frozenset(("city", "district", "facility", "island"))
_AREAS = frozenset(("country", "region", "district"))
_DIVISIONS = frozenset(("region",))
_AREA_WORDS = 60  # an area is taken only when a point is this many words further away
# A place of fewer people, alone in its country while the article is about another, is a namesake. Measured on the
# development corpora: as often right as wrong there, but its errors are thousands of kilometres.
_SMALL = 200_000
_LARGE = 1_000_000
# A village is a namesake where the article speaks of several other countries. With names alike in sound alone, which
# are none either, GeoVirus and GeoWebNews gain 0.1 end to end, LGL and TR-News are equal.
_VILLAGE = 10_000
_MAIN_SHARE = 0.6
_SURE = 0.7
_LEAST_SUPPORT = 0.05
# A town this many words away, in the sentence or the next one, is where a place without a point of its own lies.
# Further away it more often lies in the town that the article is about: 121 of 176 such names on development corpora
# and own articles are right within 161 km by the nearest town, 134 in this way (123 of them were not read: 83, 86).
_BESIDE = 25
_OFTEN, _COUNTRY, _FAR, _FIRST = 3.0, 2.0, 0.5, 0.5
_HOMES = 20  # the towns that an article can be about


def place_unknown(senses: list[Sense], names: Names) -> None:
    """Give names without a place of their own the resolved one they lie in as `near`. `senses` parallels `names`.

    For "Tinfada, a village near Gao" the `near` of Tinfada, which the gazetteer lacks, is Gao.
    """
    _only_alike_in_sound(senses)
    _outside_their_region(senses, names)
    _outside_country_of_their_town(senses, names)
    _alone_in_their_country(senses)
    resolved = [(sense, sense.match.entry) for sense in senses if sense.match and sense.name.part is None]
    anchors = cache(partial(Anchors, resolved))
    holders = _holders(senses, names)
    for number, sense in enumerate(senses):
        if sense.match is None:
            holder = holders.get(number)
            if holder is None:
                sense.near = anchors(None).likeliest(sense)
            else:
                sense.near = anchors(holder).nearest(sense) or holder


def _holders(senses: list[Sense], names: Names) -> dict[int, Entry]:
    """The areas that names are said to lie in: "Ashton, Md." is nowhere near the town named before it.

    Maryland for Ashton of "Ashton, Md."
    """
    return {
        inner: match.entry
        for inner, outer in sorted(names.inside)
        if (match := senses[outer].match) is not None and match.entry.kind in _AREAS
    }


def _only_alike_in_sound(senses: list[Sense]) -> None:
    """Names that the gazetteer lacks, of villages told of as such or where nothing else speaks of the country.

    No town of a like sound is meant.
    """
    for sense in senses:
        mentions = sense.name.mentions
        if sense.resolved is None or sense.name.part is not None or any(mention.known for mention in mentions):
            continue
        is_strange = sense.resolved.support["country at all"] <= _LEAST_SUPPORT
        sense.namesake = is_strange or any(mention.told for mention in mentions)


def _outside_their_region(senses: list[Sense], names: Names) -> None:
    """ "Palma in Cabo Delgado", "Dogo, Niger": when no place of the name lies there, it is none of them.

    "Rio Negro in Guatemala" is no province of Argentina either.
    """
    for inner, outer in sorted(names.inside):
        match, holder = senses[inner].match, _sure_area(senses[outer])
        if match is None or holder is None or _lies_in(match.entry, holder):
            continue
        is_put_there = (inner, outer) in names.inside_in or _is_abbreviated(senses[outer])
        if _can_be_namesake(match.entry, is_in=is_put_there):
            senses[inner].namesake = True


def _outside_country_of_their_town(senses: list[Sense], names: Names) -> None:
    """ "The Siloe district of Cali": no place of the name in another country is meant."""
    for inner, outer in sorted(names.inside_in):
        match, town = senses[inner].match, senses[outer].match
        if match is None or town is None or town.entry.kind != "city":
            continue
        if match.entry.kind in _POINTS and match.entry.country != town.entry.country:
            senses[inner].namesake = True


def _sure_area(sense: Sense) -> Entry | None:
    """The country, region or district that a name surely means.

    Niger for "Niger"; None for "Gao", which is a town.
    """
    resolved = sense.resolved
    if resolved is None or resolved.share < _SURE or resolved.match.entry.kind not in _AREAS:
        return None
    return resolved.match.entry


def _is_abbreviated(sense: Sense) -> bool:
    """ "Conn.", "N.M.": the short form of a state, which stands only behind a town that lies there.

    Not "Connecticut".
    """
    return sense.name.text.endswith(".")


def _can_be_namesake(entry: Entry, *, is_in: bool) -> bool:
    """Whether the text may mean another place: large towns and areas are only doubted when "in" or "Conn." says so.

    True of the Palma of Spain in "Palma in Cabo Delgado".
    """
    if is_in:
        return entry.kind in _POINTS or entry.kind in _DIVISIONS
    return entry.kind in _POINTS and entry.weight < _LARGE


def _lies_in(entry: Entry, holder: Entry) -> bool:
    """Whether a place is an area or lies in it; what is in no country ("the Sahel") may hold anything.

    Gao lies in Mali and in its region, not in Niger.
    """
    if holder.id in (entry.id, entry.admin1, entry.admin2):
        return True
    if holder.kind == "country":
        return entry.country == holder.country
    return holder.country is None


def _alone_in_their_country(senses: list[Sense]) -> None:
    """Small places of a country that nothing else in the article speaks of, when it speaks of another one.

    A village of Peru is none beside two towns of Chile.
    """
    meant = [(sense, sense.match.entry) for sense in senses if sense.match is not None]
    mentioned = Counter(entry.country for _, entry in meant if entry.country)
    for sense, entry in meant:
        if _is_small_and_alone(sense, entry):
            sense.namesake = _is_about_another(mentioned, entry)


def _is_small_and_alone(sense: Sense, entry: Entry) -> bool:
    """Whether the place of a name is a small one and nothing else in the article speaks of its country.

    A village of Peru in an article that else speaks of Chile.
    """
    if entry.kind not in _POINTS or entry.weight > _SMALL or sense.resolved is None:
        return False
    return sense.resolved.support["country at all"] <= _LEAST_SUPPORT


def _is_about_another(mentioned: Mapping[str, int], entry: Entry) -> bool:
    """Whether most names of other countries, two at least, are of one of them; for a village, any two.

    A village of Peru in an article that names two towns of Chile is none of it.
    """
    others = [count for other, count in mentioned.items() if other != entry.country]
    most = max(others, default=0)
    if entry.weight <= _VILLAGE:
        return most > 1
    return most > 1 and most >= _MAIN_SHARE * sum(others)


@dataclass(frozen=True, slots=True)
class Home:
    """A town that an article may be about, with how much speaks for it.

    `mentions` are the words where it stands, in text order, each with its number among the resolved mentions.
    """

    entry: Entry
    strength: float
    mentions: list[tuple[int, int]]

    def near(self, words: list[int]) -> float:
        """How likely a name with mentions at these words lies in the town; less the further away the town is named.

        More for a clinic beside "Conakry" than for one ten lines below it.
        """
        away, _, _ = min(_distances(words, self.mentions))
        return self.strength - _FAR * log1p(away)


class Anchors:
    """The mentions of resolved names, of those that lie in a holder if there is one, by where they stand."""

    def __init__(self, resolved: list[tuple[Sense, Entry]], holder: Entry | None) -> None:
        self._entries: list[Entry] = []
        self._points: list[tuple[int, int]] = []
        self._areas: list[tuple[int, int]] = []
        for sense, entry in resolved:
            if holder is None or _lies_in(entry, holder):
                self._add(sense, entry)
        self._points.sort()
        self._areas.sort()

    def _add(self, sense: Sense, entry: Entry) -> None:
        """Note where the mentions of a name stand, those of towns apart from those of areas."""
        mentions = self._points if entry.kind in _POINTS else self._areas
        for mention in sense.name.mentions:
            mentions.append((mention.start, len(self._entries)))
            self._entries.append(entry)

    @cached_property
    def _homes(self) -> list[Home]:
        """The towns that the article is likeliest to be about: named often, first, or in the country named most."""
        where: dict[int, list[tuple[int, int]]] = {}
        for word, number in self._points:
            where.setdefault(self._entries[number].id, []).append((word, number))
        towns = {entry.id: entry for entry in self._entries if entry.id in where}
        countries = Counter(entry.country for entry in self._entries if entry.country)
        first = next(iter(where), None)
        homes = [
            Home(
                entry=towns[identifier],
                strength=_OFTEN * len(mentions) / len(self._points)
                + _COUNTRY * countries[towns[identifier].country or ""] / max(1, countries.total())
                + _FIRST * (identifier == first),
                mentions=mentions,
            )
            for identifier, mentions in where.items()
        ]
        return sorted(homes, key=lambda home: -home.strength)[:_HOMES]

    def likeliest(self, sense: Sense) -> Entry | None:
        """The place that a name without one lies in: the town beside it, else the one that the article is about.

        Conakry for "Donka hospital" in an article on Conakry, though France is named nearer to it.
        """
        mentions = [mention.start for mention in sense.name.mentions]
        near = min(_distances(mentions, self._points), default=None)
        if near is not None and near[0] <= _BESIDE:
            return self._entries[near[2]]
        best = max(self._homes, key=lambda home: home.near(mentions), default=None)
        if best is not None:
            return best.entry
        return self.nearest(sense)

    def nearest(self, sense: Sense) -> Entry | None:
        """The place closest to a mention of a name; a town before an area, of equals the name that came first."""
        mentions = [mention.start for mention in sense.name.mentions]
        areas = ((away + _AREA_WORDS, at, number) for away, at, number in _distances(mentions, self._areas))
        best = min((*_distances(mentions, self._points), *areas), default=None)
        return self._entries[best[2]] if best is not None else None


def _distances(words: list[int], mentions: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """How far the mentions beside each of some words are, with the number of the word and of the mention."""
    for at, word in enumerate(words):
        for away, number in _beside(word, mentions):
            yield away, at, number


def _beside(start: int, mentions: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The mentions right before and right behind a word: how far away, and their numbers.

    Of the mentions at words 3, 20 and 90 those at 20 and 90 for a word at 30.
    """
    at = bisect_left(mentions, (start, -1))
    for where, number in mentions[max(0, at - 1) : at + 1]:
        yield abs(where - start), number
