"""How a place stands among all the places that an article names: evidence for the chooser of `choice.py`."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.events.draft import Draft
from extractor.events.grounding.choice import group_of
from extractor.events.grounding.mentions import Mention, Mentions
from extractor.events.index import AnnotatedArticle
from extractor.records import Place

_POINTS = frozenset(("city", "district", "facility"))
# A country's share of all mentions of places.
_SHARES = ((0.1, "few"), (0.25, "some"), (0.5, "many"), (0.8, "most"))
_MANY = 5  # a number above is told as "more"
_WINDOW = 40  # mentions before an event that are looked at: it keeps the time in proportion to the text


def kind_of(place: Place) -> str:
    """What a place is, coarsely.

    "point" for Homs, "region", "country", "wide" for a sea.
    """
    if place.kind in _POINTS:
        return "point"
    if place.kind not in ("country", "region"):
        return "wide"
    return place.kind


@dataclass(frozen=True, slots=True)
class Setting:
    """What is named around an event: by its sentence, by its paragraph, and how many mentions stand before it."""

    group: str
    sentence: dict[str, Place]
    paragraph: int
    before: int


class Surroundings:
    """The places of an article by paragraph and in text order."""

    def __init__(self, article: AnnotatedArticle, mentions: Mentions) -> None:
        self._places = article.places
        self._paragraph_of = article.words.paragraph_of
        self._mentions = mentions.in_order
        self._of_place: dict[str, list[int]] = {}  # the numbers of its mentions
        self._paragraphs: dict[str, set[int]] = {}  # in which a place is named
        self._first: dict[int, str] = {}  # that a paragraph names
        for number, mention in enumerate(self._mentions):
            paragraph = self._paragraph_of(mention.start)
            self._of_place.setdefault(mention.item, []).append(number)
            self._paragraphs.setdefault(mention.item, set()).add(paragraph)
            self._first.setdefault(paragraph, mention.item)
        self._kinds = {item: kind_of(article.places[item]) for item in self._of_place}
        points = (item for item, kind in self._kinds.items() if kind == "point")
        self._points_in = Counter(paragraph for item in points for paragraph in self._paragraphs[item])
        countries = Counter(article.places[mention.item].country_code for mention in self._mentions)
        self._shares = {country: count / len(self._mentions) for country, count in countries.items()}
        self._main = max(countries, key=lambda country: (countries[country], country or ""), default=None)

    def of(self, event: Draft, sentence: Sequence[Mention]) -> Setting:
        """What is named around an event, with the mentions of its sentence.

        For "died" of "Two died in Homs.": the group "act", Homs, paragraph 0, no mention before.
        """
        start = event.trigger.idx
        before = bisect_left(self._mentions, start, key=lambda mention: mention.start)
        here = {mention.item: self._places[mention.item] for mention in sentence}
        return Setting(group_of(event), here, self._paragraph_of(start), before)

    def of_none(self, setting: Setting) -> Iterator[str]:
        """What speaks for an event without a place.

        "none, 1 points in the paragraph" and "none, 1 places in the article" of "Rebels shelled Homs."
        """
        points = f"{_number(self._points_in[setting.paragraph])} points in the paragraph"
        yield f"none, {points}"
        yield f"none, {setting.group}, {points}"
        yield f"none, {_number(len(self._of_place))} places in the article"

    def of_place(self, setting: Setting, place: Place) -> Iterator[str]:
        """What speaks for a place, and against it.

        "in the sentence", "point in the sentence" and "point in the sentence, act" for Homs.
        """
        kind, where = kind_of(place), self._where(setting, place)
        yield f"in {where}"
        yield f"{kind} in {where}"
        yield f"{kind} in {where}, {setting.group}"
        if self._first.get(setting.paragraph) == place.id:
            yield f"first of the paragraph, {kind} in {where}"
        yield from self._of_country(place, kind, where)
        yield from self._since(setting, place, kind, where)
        yield from _beside(setting, place, kind, where)

    def _where(self, setting: Setting, place: Place) -> str:
        """Where a place is named, as near to the event as it is."""
        if place.id in setting.sentence:
            return "the sentence"
        paragraphs = self._paragraphs.get(place.id, ())
        if setting.paragraph in paragraphs:
            return "the paragraph"
        if setting.paragraph - 1 in paragraphs:
            return "the paragraph before"
        numbers = self._of_place.get(place.id)
        if numbers and numbers[0] < setting.before:
            return "earlier ones"
        return "later ones"

    def _of_country(self, place: Place, kind: str, where: str) -> Iterator[str]:
        """How much the article speaks of the country of a place."""
        share = self._shares.get(place.country_code, 0.0)
        told = next((name for most, name in _SHARES if share <= most), "nearly all")
        yield f"country of {told}"
        yield f"country of {told}, in {where}"
        yield f"{kind} of {'the main' if place.country_code == self._main else 'another'} country"

    def _since(self, setting: Setting, place: Place, kind: str, where: str) -> Iterator[str]:
        """How many other places were named since a place was."""
        numbers = self._of_place.get(place.id, [])
        last = bisect_left(numbers, setting.before) - 1
        if last < 0:
            yield f"{kind} named only afterwards"
            return
        first = max(numbers[last] + 1, setting.before - _WINDOW)
        since = {mention.item for mention in self._mentions[first : setting.before]} - {place.id}
        points = sum(self._kinds[item] == "point" for item in since)
        yield f"{kind}, {_number(points)} points since"
        yield f"{_number(len(since))} places since"
        yield f"{_number(len(since))} places since, in {where}"


def _number(count: int) -> str:
    return str(count) if count < _MANY else "more"


def _beside(setting: Setting, place: Place, kind: str, where: str) -> Iterator[str]:
    """How a place stands to those that the sentence of the event names."""
    others = [other for other in setting.sentence.values() if other.id != place.id]
    points = [other for other in others if kind_of(other) == "point"]
    if where == "the sentence":
        yield f"{kind}, {_number(len(points))} other points in the sentence"
        return
    named = f"{_number(len(points))} points" if others else "no place"
    yield f"{kind}, sentence names {named}"
    if any(other.country_code != place.country_code for other in points):
        yield "point of another country in the sentence"
    if any(kind_of(other) == "country" and other.country_code != place.country_code for other in others):
        yield "another country in the sentence"
    if kind == "point":
        yield from _holders(place, others)


def _holders(town: Place, others: Sequence[Place]) -> Iterator[str]:
    """Whether the sentence names the region or the country of a town that it does not name."""
    compatriots = [other for other in others if other.country_code == town.country_code]
    if any(kind_of(other) == "country" for other in compatriots):
        yield "country in the sentence"
    if any(kind_of(other) == "region" and other.admin1 == town.admin1 for other in compatriots):
        yield "region in the sentence"
