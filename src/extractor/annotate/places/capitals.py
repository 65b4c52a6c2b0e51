"""Capitals told by their country alone: "the Haitian capital", "the capital of Haiti", "Haiti's capital"."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from extractor.annotate.places.to_record import place_of
from extractor.document.ids import content_id
from extractor.document.tokens import Word, Words
from extractor.gazetteer.entries import Entry
from extractor.gazetteer.index import Gazetteer
from extractor.lexicon.tables import data_rows
from extractor.records import Place, Span

_CONFIDENCE = 0.95  # not 1: the lists name one capital, the news of a country may mean another
_REASON = "the capital of the country that the text names"


def with_capitals(
    article: str, places: Sequence[Place], words: Words, gazetteer: Gazetteer, published: date | None = None
) -> list[Place]:
    """The places with the capitals that are told by their country, in text order.

    Port-au-Prince, with the mention "Haitian capital", for "gangs attacked the Haitian capital"; where it is named too,
    the phrase only refers to it. `published` tells which town was the capital.
    """
    named = {place.geonames_id for place in places}
    found: dict[int, tuple[Entry, list[Span]]] = {}
    starts = frozenset(mention.start for place in places for mention in place.mentions)
    for span, country in _told(words, gazetteer):
        if not starts.isdisjoint((span.end + 1, span.end + 2)):  # "the Israeli capital, Tel Aviv"
            continue
        entry = _capital(country, gazetteer, published, named)
        if entry is not None:
            found.setdefault(entry.id, (entry, []))[1].append(span)
    told = {entry.geonames_id: spans for entry, spans in found.values()}
    made = [
        place_of(content_id("p", article, str(entry.id), ""), entry, gazetteer, spans, _CONFIDENCE).model_copy(
            update={"reason": _REASON}
        )
        for entry, spans in found.values()
        if entry.geonames_id not in named
    ]
    known = [place.model_copy(update={"references": told.get(place.geonames_id or 0, [])}) for place in places]
    return sorted((*known, *made), key=lambda place: (place.mentions[0].start, place.id))


def _capital(country: str, gazetteer: Gazetteer, published: date | None, named: set[int | None]) -> Entry | None:
    """The capital of a country on a day: of those that it had, the one which the article names, if it does.

    Rangoon for Myanmar in 2004 and in an article that names Rangoon, else Nay Pyi Taw.
    """
    today = gazetteer.capital(country)
    others = [
        (entry, until) for name, until in _others().get(country, ()) if (entry := _town(name, country, gazetteer))
    ]
    at_the_time = [entry for entry, until in others if until is None or (published is not None and published < until)]
    had = [*at_the_time, *filter(None, [today]), *(entry for entry, _ in others)]
    return next((entry for entry in had if entry.geonames_id in named), next(iter(had), None))


@cache
def _others() -> dict[str, list[tuple[str, date | None]]]:
    """Country -> names of other capitals than the gazetteer's, with the day until which they were."""
    found: dict[str, list[tuple[str, date | None]]] = {}
    for row in data_rows("places/capitals.tsv"):
        until = date.fromisoformat(row["until"]) if row["until"] else None
        found.setdefault(row["country"], []).append((row["name"], until))
    return found


def _town(name: str, country: str, gazetteer: Gazetteer) -> Entry | None:
    """The town of this name in a country."""
    return next((match.entry for match in gazetteer.lookup(name) if match.entry.country == country), None)


def _told(words: Words, gazetteer: Gazetteer) -> Iterator[tuple[Span, str]]:
    """The nouns for capitals, with their adjectives, and the codes of their countries: "Haitian capital" and HT."""
    for noun in words:
        if noun.text != "capital" or noun.dep_ == "compound" or not noun.lefts.has("det", "poss"):
            continue
        start = _start_of_name(noun)
        if _is_of_another_kind(noun):
            continue
        people = gazetteer.demonym(words.phrase(start, noun.i))
        country = people or _state(_holder(noun, start), gazetteer)
        if country is not None:
            yield words.span(start if people else noun.i, noun.i + 1), country


def _is_of_another_kind(noun: Word) -> bool:
    """Whether a word before a capital says that it is none, or no longer: "Nigeria's commercial capital"."""
    return any(word.dep_ in ("amod", "compound") and word.text[0].islower() for word in noun.lefts)


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
