"""How a place stands among all the places that an article names: evidence for the chooser of `choice.py`."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractor.events.draft import Draft
from extractor.events.grounding.choice import group_of
from extractor.events.grounding.mentions import Mention, Mentions
from extractor.events.index import AnnotatedArticle
from extractor.records import Place

_POINTS = frozenset(("city", "district", "facility"))
# A country's share of all mentions of places.
_FEWEST = "few"
_SHARES = ((0.1, _FEWEST), (0.25, "some"), (0.5, "many"), (0.8, "most"))
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
    """What is named around an event: by its sentence, by its paragraph, and how many mentions stand before it.

    `since` has how many points and places the last mention before it names, the last two, the last three ...
    """

    group: str
    sentence: dict[str, Place]
    paragraph: int
    before: int
    since: list[tuple[str, str]]


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
        self._kinds = {item: kind_of(place) for item, place in article.places.items()}
        points = (item for item in self._of_place if self._kinds[item] == "point")
        self._points_in = Counter(paragraph for item in points for paragraph in self._paragraphs[item])
        countries = Counter(article.places[mention.item].country_code for mention in self._mentions)
        self._shares = {country: _share(count / len(self._mentions)) for country, count in countries.items()}
        self._main = max(countries, key=lambda country: (countries[country], country or ""), default=None)

    def of(self, event: Draft, sentence: Sequence[Mention]) -> Setting:
        """What is named around an event, with the mentions of its sentence.

        For "died" of "Two died in Homs.": the group "act", Homs, paragraph 0, no mention before.
        """
        start = event.trigger.idx
        before = bisect_left(self._mentions, start, key=lambda mention: mention.start)
        here = {mention.item: self._places[mention.item] for mention in sentence}
        return Setting(group_of(event), here, self._paragraph_of(start), before, self._named_before(before))

    def _named_before(self, before: int) -> list[tuple[str, str]]:
        """How many points and places the mentions before one name: none of them, the last, the last two ..."""
        seen: set[str] = set()
        points, found = 0, [(_number(0), _number(0))]
        for mention in reversed(self._mentions[max(0, before - _WINDOW) : before]):
            if mention.item not in seen:
                seen.add(mention.item)
                points += self._kinds[mention.item] == "point"
            found.append((_number(points), _number(len(seen))))
        return found

    def of_none(self, setting: Setting) -> Iterator[str]:
        """What speaks for an event without a place.

        "none, 1 points in the paragraph" and "none, 1 places in the article" of "Rebels shelled Homs."
        """
        points = f"{_number(self._points_in[setting.paragraph])} points in the paragraph"
        yield f"none, {points}"
        yield f"none, {setting.group}, {points}"
        yield f"none, {_number(len(self._of_place))} places in the article"

    def of_place(self, setting: Setting, place: Place) -> tuple[str, ...]:
        """What speaks for a place, and against it.

        "in the sentence", "point in the sentence" and "point in the sentence, act" for Homs.
        """
        kind, where = self._kinds[place.id], self._where(setting, place)
        is_first = self._first.get(setting.paragraph) == place.id
        share = self._shares.get(place.country_code, _FEWEST)
        return (
            *_where_named(kind, where, setting.group, is_first),
            *_of_country(kind, where, share, place.country_code == self._main),
            *self._since(setting, place, kind, where),
            *_beside(setting, place, kind, where),
        )

    def _where(self, setting: Setting, place: Place) -> str:
        """Where a place is named, as near to the event as it is.

        "the sentence" for Homs of "Two died in Homs."
        """
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

    def _since(self, setting: Setting, place: Place, kind: str, where: str) -> tuple[str, ...]:
        """How many other places were named since a place was."""
        numbers = self._of_place.get(place.id, [])
        last = bisect_left(numbers, setting.before) - 1
        if last < 0:
            return (f"{kind} named only afterwards",)
        since = min(setting.before - numbers[last], len(setting.since)) - 1
        return _named_since(kind, where, *setting.since[since])


def _number(count: int) -> str:
    """A count as a word of a feature; above some it no longer matters how many.

    >>> _number(2), _number(7)
    ('2', 'more')
    """
    return str(count) if count < _MANY else "more"


def _share(share: float) -> str:
    """A country's share of all mentions of places, in words.

    "most" for three mentions of four.
    """
    for most, name in _SHARES:
        if share <= most:
            return name
    return "nearly all"


# An event has some twenty candidates, and they say the same few things: each sentence about them is made once.
@cache
def _where_named(kind: str, where: str, group: str, is_first: bool) -> tuple[str, ...]:
    """Where a place of a kind is named, seen from an event of a group."""
    told = f"{kind} in {where}"
    signs = (f"in {where}", told, f"{told}, {group}")
    if is_first:
        return (*signs, f"first of the paragraph, {told}")
    return signs


@cache
def _of_country(kind: str, where: str, share: str, is_main: bool) -> tuple[str, ...]:
    """How much the article speaks of the country of a place."""
    main = "the main" if is_main else "another"
    return f"country of {share}", f"country of {share}, in {where}", f"{kind} of {main} country"


@cache
def _named_since(kind: str, where: str, points: str, places: str) -> tuple[str, ...]:
    """How many points and places were named since a place was."""
    return f"{kind}, {points} points since", f"{places} places since", f"{places} places since, in {where}"


def _beside(setting: Setting, place: Place, kind: str, where: str) -> Iterator[str]:
    """How a place stands to those that the sentence of the event names."""
    others = [(kind_of(other), other) for other in setting.sentence.values() if other.id != place.id]
    if not others and where != "the sentence":
        yield f"{kind}, sentence names no place"
        return
    points = [other for its_kind, other in others if its_kind == "point"]
    if where == "the sentence":
        yield f"{kind}, {_number(len(points))} other points in the sentence"
        return
    yield f"{kind}, sentence names {_number(len(points))} points"
    abroad = {its_kind for its_kind, other in others if other.country_code != place.country_code}
    if "point" in abroad:
        yield "point of another country in the sentence"
    if "country" in abroad:
        yield "another country in the sentence"
    if kind == "point":
        yield from _holders(place, others)


def _holders(town: Place, others: Sequence[tuple[str, Place]]) -> Iterator[str]:
    """Whether the sentence names the region or the country of a town that it does not name.

    "region in the sentence" for Jayapura where the sentence names Papua.
    """
    compatriots = [(kind, other) for kind, other in others if other.country_code == town.country_code]
    if any(kind == "country" for kind, _ in compatriots):
        yield "country in the sentence"
    if any(kind == "region" and other.admin1 == town.admin1 for kind, other in compatriots):
        yield "region in the sentence"
