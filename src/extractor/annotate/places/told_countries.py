"""The country that an adjective or a heading tells of a place: "the Indian town of Samba", "Togo: A bomb hit Samba"."""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from extractor.annotate.places.beside import word_at
from extractor.annotate.places.candidates import Words
from extractor.annotate.places.resolve import Resolved
from extractor.annotate.places.to_record import Sense
from extractor.annotate.places.toponyms import Name
from extractor.annotate.places.words import words
from extractor.gazetteer.index import Gazetteer

_FEWEST = 2  # headings of a digest


def country_told(name: Name, gazetteer: Gazetteer) -> str | None:
    """The code of the country whose adjective stands before what a name is called; None without one.

    "IN" for Samba in "the Indian border town of Samba", None in "the town of Samba".
    """
    return next(filter(None, map(gazetteer.demonym, name.people)), None)


def put_in_country(senses: Iterable[Sense], gazetteer: Gazetteer) -> None:
    """Give names behind such an adjective a place in that country: their own one, else the country itself as `near`.

    The Samba of India for "the Indian town of Samba", Norway as `near` of Hidle for "the Norwegian island of Hidle".
    """
    for sense in senses:
        code = country_told(sense.name, gazetteer)
        if code is None or (sense.match is not None and sense.match.entry.country == code):
            continue
        own = _own_in(code, sense, gazetteer)
        sense.namesake = own is None
        sense.resolved = own or sense.resolved
        sense.near = gazetteer.country(code) if own is None else None


def put_under_headings(senses: Iterable[Sense], said: Words, gazetteer: Gazetteer) -> None:
    """Give the towns that an item of a digest puts something in those of their name in the country that heads it.

    The Santiago of Panama for "Peru: A mine flooded. Panama: Gunmen shot a priest in Santiago"; not for "Peru: A mine
    flooded. Panama: Police held a man from Santiago."
    """
    senses = list(senses)
    headings = _countries_in_front(senses, said)
    if len(headings) < _FEWEST:
        return
    for sense in filter(partial(_holds_events, said), senses):
        code = _heading_over(sense, headings)
        if code is not None and sense.match is not None and sense.match.entry.country != code:
            sense.resolved = _own_in(code, sense, gazetteer) or sense.resolved


def _holds_events(said: Words, sense: Sense) -> bool:
    """Whether a text puts something in what a name means, wherever it names it.

    True for Santiago of "shot a priest in Santiago", False for that of "held a man from Santiago".
    """
    return all(word_at(said, mention.start - 1) in words("locative") for mention in sense.name.mentions)


def _heading_over(sense: Sense, headings: list[tuple[int, str | None]]) -> str | None:
    """The country in front of the only item that names something; None where a town is, or several items name it.

    PA for Santiago of "Peru: A mine flooded. Panama: Gunmen shot a priest in Santiago."
    """
    starts = [-1, *(start for start, _ in headings)]
    found = {bisect(starts, mention.start) - 1 for mention in sense.name.mentions}
    if len(found) != 1:
        return None
    return [(-1, None), *headings][found.pop()][1]


def _countries_in_front(senses: Iterable[Sense], said: Words) -> list[tuple[int, str | None]]:
    """The colons of a digest in order, each with the country in front of it; None for a town in front.

    (1, PE) and (7, PA) for "Peru: A mine flooded. Panama: Gunmen shot a priest."
    """
    countries = {
        mention.end: sense.match.entry.country
        for sense in senses
        if sense.match is not None and sense.match.entry.kind == "country"
        for mention in sense.name.mentions
    }
    return [(colon, countries.get(colon)) for colon in sorted(said.headings)]


def _own_in(code: str, sense: Sense, gazetteer: Gazetteer) -> Resolved | None:
    """The largest place of the name in a country.

    The Samba of India for "Samba" and IN.
    """
    if sense.resolved is None:
        return None
    matches = [match for match in gazetteer.lookup(sense.name.lookup) if match.entry.country == code]
    best = max(matches, key=lambda match: match.entry.weight, default=None)
    if best is None:
        return None
    return replace(sense.resolved, match=best, second=(sense.resolved.match, sense.resolved.share))
