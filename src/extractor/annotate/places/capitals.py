"""Capitals told by their country alone: "the Haitian capital", "the capital of Haiti", "Haiti's capital"."""

from collections.abc import Iterator, Sequence

from extractor.annotate.places.to_record import division
from extractor.document.ids import content_id
from extractor.document.tokens import Word, Words
from extractor.gazetteer.entries import Entry
from extractor.gazetteer.index import Gazetteer
from extractor.records import Place, Span

_CONFIDENCE = 0.95  # not 1: the lists name one capital, the news of a few countries another (La Paz)


def with_capitals(article: str, places: Sequence[Place], words: Words, gazetteer: Gazetteer) -> list[Place]:
    """The places with the capitals that are told by their country, in text order.

    Port-au-Prince, with the mention "Haitian capital", for "gangs attacked the Haitian capital"; where it is named too,
    the phrase only refers to it.
    """
    found: dict[int, tuple[Entry, list[Span]]] = {}
    for span, country in _told(words, gazetteer):
        entry = gazetteer.capital(country)
        if entry is not None:
            found.setdefault(entry.id, (entry, []))[1].append(span)
    told = {entry.geonames_id: spans for entry, spans in found.values()}
    named = [
        place.model_copy(update={"references": told[place.geonames_id]}) if place.geonames_id in told else place
        for place in places
    ]
    known = {place.geonames_id for place in places}
    made = [
        _place(content_id("p", article, str(entry.id), ""), entry, spans, gazetteer)
        for entry, spans in found.values()
        if entry.geonames_id not in known
    ]
    return sorted((*named, *made), key=lambda place: (place.mentions[0].start, place.id))


def _told(words: Words, gazetteer: Gazetteer) -> Iterator[tuple[Span, str]]:
    """The nouns for capitals, with their adjectives, and the codes of their countries: "Haitian capital" and HT."""
    for noun in words:
        if noun.text != "capital" or noun.dep_ == "compound" or not noun.lefts.has("det", "poss"):
            continue
        start = _start_of_name(noun)
        people = gazetteer.demonym(words.phrase(start, noun.i))
        country = people or _state(_holder(noun, start), gazetteer)
        if country is not None:
            yield words.span(start if people else noun.i, noun.i + 1), country


def _start_of_name(noun: Word) -> int:
    """The number of the first of the names right before a noun: "South" of "the South Sudanese capital"."""
    start = noun.i
    while start > 0 and noun.words[start - 1].text[0].isupper() and noun.words[start - 1].dep_ != "det":
        start -= 1
    return start


def _holder(noun: Word, start: int) -> str:
    """Whose capital it is: "Mali" of "Mali's capital", "the capital of Mali" and "the Mali capital"."""
    owner = noun.lefts.first("poss") or noun.prep("of")
    if owner is not None:
        return noun.words.phrase(owner.left_edge.i, owner.i + 1)
    return noun.words.phrase(start, noun.i)


def _state(name: str, gazetteer: Gazetteer) -> str | None:
    """The code of the country of this name, "ML" for "Mali"; None for other names."""
    matches = gazetteer.lookup(name) if name else ()
    return next((match.entry.country for match in matches if match.entry.kind == "country"), None)


def _place(identity: str, entry: Entry, mentions: list[Span], gazetteer: Gazetteer) -> Place:
    """The record of a capital."""
    return Place(
        id=identity,
        name=entry.name,
        kind=entry.kind,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geonames_id=entry.geonames_id,
        country_code=entry.country,
        admin1=division(entry, entry.admin1, gazetteer),
        admin2=division(entry, entry.admin2, gazetteer),
        feature_code=entry.feature,
        population=entry.population,
        confidence=_CONFIDENCE,
        reason="the capital of the country that the text names",
        mentions=mentions,
    )
