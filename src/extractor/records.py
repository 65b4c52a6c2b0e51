"""The records that come out: frozen pydantic models without any spaCy object.

Offsets are characters of `Article.text`, half-open: `text[span.start:span.end] == span.text`.
Times of a DateExpression are half-open instants, days of an Event are inclusive calendar days.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, field_validator

from extractor.errors import InputError

if TYPE_CHECKING:
    import pandas

SCHEMA_VERSION = "1.0"


class Record(BaseModel):
    """Base of all records: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _context: object) -> None:
        """Take all fields for set: the set of those that were given takes two thirds of the memory of a claim."""
        object.__setattr__(self, "__pydantic_fields_set__", _fields_of(type(self)))

    @classmethod
    def made(cls, **fields: Any) -> Self:
        """A record of values known to be right, all of them in their order: not checked, in a third of the time."""
        record = cls.__new__(cls)
        object.__setattr__(record, "__dict__", fields)
        object.__setattr__(record, "__pydantic_fields_set__", _fields_of(cls))
        object.__setattr__(record, "__pydantic_extra__", None)
        object.__setattr__(record, "__pydantic_private__", None)
        return record

    def with_value(self, field: str, value: object) -> Self:
        """A copy with one field replaced, not checked again.

        `claim.with_value("event", event.id)` is the claim, which now knows its event.
        """
        copied = self.model_copy(update={field: value})
        copied.model_post_init(None)
        return copied

    def __str__(self) -> str:
        """What `repr` says, on one line."""
        return repr(self)


@cache
def _fields_of(record: type[Record]) -> set[str]:
    """The names of the fields of a kind of record, one set for all records of the kind."""
    return set(record.model_fields)


def _short(text: str, most: int = 60) -> str:
    """Text on one line, cut at `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}\u2026"


def _spoken(*parts: object) -> str:
    """What there is of some parts, with blanks between."""
    return " ".join(str(part) for part in parts if part not in (None, ""))


class Span(Record):
    """A piece of the article's text, `text[start:end]`."""

    start: int
    end: int
    text: str

    def __repr__(self) -> str:
        """The words and where they stand."""
        return f"<Span {self.start}-{self.end} {_short(self.text)!r}>"


class MaskReason(StrEnum):
    """Why a piece of the text is not read as the article's own prose."""

    BOILERPLATE = "boilerplate"
    REPEATED = "repeated"
    CAPTION = "caption"
    HEADLINE = "headline"


class MaskedSpan(Record):
    """A piece of layout. Boilerplate and repeated paragraphs are ignored; captions and headlines are read last."""

    start: int
    end: int
    reason: MaskReason


def parse_published(given: str | datetime | date) -> datetime | date:
    """An ISO 8601 string, a date or a datetime -> date (day only) or datetime. Raises InputError.

    >>> parse_published("2024-12-08")
    datetime.date(2024, 12, 8)
    """
    if isinstance(given, date):
        return given
    try:
        text = given.strip()
        if len(text) <= 10:
            return date.fromisoformat(text)
        return datetime.fromisoformat(text)
    except (ValueError, AttributeError, TypeError) as error:
        raise InputError(
            f"published is {str(given)[:60]!r}, which is no date: give YYYY-MM-DD or another ISO 8601 form"
        ) from error


class Article(Record):
    """One article as it was given; `published` is None when unknown (relative dates then stay unresolved).

    `published_from` says where a reader found it: "metadata", "schema.org", "time element", "address" (of the page),
    "printed stamp" (by the byline), "header" or "option"; without a date "none", "unreadable", or "ambiguous" (as
    04/03/2024); None when the caller gave the article. `source_location` is where the outlet is ("Springfield,
    Missouri"): of places with the same name those around it are likelier. `meta` holds what else the input said.
    `file` is where it was read: the path as it was given, with the member, record or row ("news.zip!a.csv#12").
    `source` is the outlet; `agency` whom it credits with the text ("(Coast Wire)") and `byline` who signed it, where
    the text tells.
    """

    id: str
    text: str
    title: str | None = None
    author: str | None = None
    published: datetime | date | None = None
    published_from: str | None = None
    url: str | None = None
    source: str | None = None
    source_location: str | None = None
    file: str | None = None
    agency: str | None = None
    byline: str | None = None
    language: str | None = None
    meta: dict[str, str] = {}
    masked: list[MaskedSpan] = []

    @field_validator("published", mode="before")
    @classmethod
    def _parse_published(cls, given: object) -> object:
        # A plain union would read "2024-12-08T00:00:00" back as a date.
        if isinstance(given, str):
            return parse_published(given)
        return given

    def __repr__(self) -> str:
        """Headline or first words, date and length."""
        head = _short(self.title or self.text)
        return f"<Article {self.id}: {head!r}, {self.published or 'no date'}, {len(self.text)} characters>"


class DateType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class DateExpression(Record):
    """A time expression: TIMEX3 `value` and `mod`, and the half-open interval [earliest, latest) where it has one.

    `anchor` says what the value rests on: "none needed", "published", the id of another expression, "dateline", ...
    `reason` says why a value or an interval is missing.
    """

    id: str
    start: int
    end: int
    text: str
    type: DateType
    value: str | None
    mod: str | None = None
    earliest: datetime | None = None
    latest: datetime | None = None
    granularity: str | None = None
    anchor: str | None = None
    reason: str | None = None

    def __repr__(self) -> str:
        """The words with the value, or the reason why there is none."""
        return f"<DateExpression {_short(self.text)!r}: {self.value or self.reason}>"


class Candidate(Record):
    """A gazetteer entry that was nearly chosen for a place."""

    name: str
    geonames_id: int | None = None
    latitude: float
    longitude: float
    country_code: str | None = None
    admin1: str | None = None
    confidence: float


class Place(Record):
    """One real place of the article, WGS84 degrees. Coordinates are None with a `reason` when it was not resolved.

    `relation` is how the text stands to the named place ("northern", "outskirts of", "20 km south of");
    `runner_up` is the second choice when it was close. `mentions` are names, `references` nouns that stand for the
    place ("the city", "the border town").
    """

    id: str
    name: str
    kind: str
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    country_code: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    feature_code: str | None = None
    population: int | None = None
    confidence: float
    reason: str | None = None
    relation: str | None = None
    runner_up: Candidate | None = None
    mentions: list[Span]
    references: list[Span] = []

    def __str__(self) -> str:
        """Name, country and coordinates on one line."""
        name = f"{self.name}, {self.country_code}" if self.country_code else self.name
        if self.latitude is None:
            return name
        return f"{name} ({self.latitude}, {self.longitude})"

    def __repr__(self) -> str:
        """What `str` says, with the kind of place."""
        return f"<Place {self}, {self.kind}>"

    def _repr_html_(self) -> str:
        """A small map with the place, for notebooks."""
        from extractor.notebook import place_html

        return place_html(self)


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    PEOPLE = "people"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    OBJECT = "object"


class Actor(Record):
    """One real actor of the article with all its mentions, pronouns included; `sector` is a PLOVER sector code."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    confidence: float
    mentions: list[Span]

    def __repr__(self) -> str:
        """Name, kind, country and sector."""
        return f"<Actor {self.name!r}: {_spoken(self.kind.value, self.country, self.sector)}>"


class Polarity(StrEnum):
    """Whether the proposition is affirmed or negated."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """How sure the article, or the one it cites, is of the proposition."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ALLEGED = "alleged"
    DENIED = "denied"
    INTENDED = "intended"
    HYPOTHETICAL = "hypothetical"


class Claim(Record):
    """A proposition about an act or a state. Participants are actor ids, or a Span where they are no actor.

    `coagents` and `copatients` are the further members of a coordination, in text order.
    `source_span` and `cue` are the words that attribute the claim, None where the article itself speaks.
    """

    id: str
    start: int
    end: int
    text: str
    trigger: Span
    predicate: str
    agent: str | Span | None = None
    patient: str | Span | None = None
    recipient: str | Span | None = None
    instrument: str | Span | None = None
    coagents: list[str | Span] = []
    copatients: list[str | Span] = []
    place: str | None = None
    date: str | None = None
    claimed_by: str | None = None
    source_span: Span | None = None
    cue: Span | None = None
    quoted: bool = False
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    tense: Literal["past", "present", "future"] | None = None
    event: str | None = None
    confidence: float

    def __str__(self) -> str:
        """The clause with who says it and how sure it is, on one line."""
        marks = [self.modality.value] + (["not"] if self.polarity is Polarity.NEGATIVE else [])
        said = f" [{self.source_span.text}: {self.cue.text}]" if self.source_span and self.cue else ""
        return f"({' '.join(marks)}) {' '.join(self.text.split())}{said}"

    def __repr__(self) -> str:
        """What `str` says, shortened."""
        return f"<Claim {_short(str(self), 100)}>"


class Count(Record):
    """A number of people with the words that give it: `low` and `high` are inclusive, None is open."""

    low: int | None
    high: int | None
    text: str
    start: int
    end: int
    claimed_by: str | None = None

    def __repr__(self) -> str:
        """The words with their bounds."""
        low, high = ("" if bound is None else str(bound) for bound in (self.low, self.high))
        return f"<Count {_short(self.text)!r}: {low if low == high else f'{low}..{high}'}>"


class Acled(Record):
    """ACLED's own names of the event type and sub-event type."""

    event_type: str
    sub_event_type: str

    def __str__(self) -> str:
        """Both names on one line."""
        return f"{self.event_type} / {self.sub_event_type}"


class Event(Record):
    """One real event of the article. Days are calendar days, both inclusive.

    `reasons` says in plain words why: what triggers it, what joined its mentions, how its sides hang on the trigger.
    `rules` are the rules of the data that coded its mentions, as file and line ("assault.txt:24").

    `geo_precision`: 1 the town, 2 near it or part of a region, 3 a region or country (ACLED); None without a place.
    `time_precision`: 1 the day, 2 within about a week, 3 a month or more (ACLED); None without a date.
    `quad` is the PLOVER quad class (1 verbal, 2 material cooperation, 3 verbal, 4 material conflict), `goldstein` the
    value of the type on the Goldstein scale; a user's own type may have none.
    `salience`, 0 to 1, says how much the article is about the event: headline, lead, number of tellings and
    consequences decide.
    `counts_disputed` keeps the counts that disagree with the chosen ones, by slot name.
    """

    id: str
    type: str
    quad: Literal[1, 2, 3, 4] | None = None
    goldstein: float | None = None
    mode: str | None = None
    contexts: list[str] = []
    cameo: str | None = None
    acled: Acled | None = None
    source: list[str] = []
    target: list[str] = []
    place: str | None = None
    geo_precision: Literal[1, 2, 3] | None = None
    start_date: date | None = None
    end_date: date | None = None
    time_precision: Literal[1, 2, 3] | None = None
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    claimed_by: str | None = None
    disputed_by: list[str] = []
    instruments: list[str] = []
    fatalities: Count | None = None
    injured: Count | None = None
    detained: Count | None = None
    displaced: Count | None = None
    counts_disputed: dict[str, list[Count]] = {}
    claims: list[str]
    confidence: float
    salience: float = 0.0
    reasons: list[str] = []
    rules: list[str] = []

    def __repr__(self) -> str:
        """Type, days, certainty and confidence; `Extraction.names` and `Extraction.place` tell who and where."""
        sure = _spoken("not" if self.polarity is Polarity.NEGATIVE else "", self.modality.value)
        days = self.start_date or "no date"
        if self.end_date not in (None, self.start_date):
            days = f"{self.start_date} to {self.end_date}"
        return f"<Event {_spoken(self.type, self.mode)}, {days}, {sure}, {self.confidence:.2f}>"

    def _repr_html_(self) -> str:
        """What it holds as a table, for notebooks."""
        from extractor.notebook import event_html

        return event_html(self)


class Provenance(Record):
    """What made the result: versions, and the hash of the settings."""

    extractor: str
    spacy: str
    model: str
    gazetteer: str
    ontology: str
    settings: str


class FiveW(Record):
    """What the article is about in its own words: who did what, when, where, why and how.

    Each answer is a Span of the text, or None where headline and lead do not tell. `date` is the id of the time
    expression behind `when`, `place` the id of the place behind `where`, if it is one of the article's.
    """

    who: Span | None = None
    what: Span | None = None
    when: Span | None = None
    where: Span | None = None
    why: Span | None = None
    how: Span | None = None
    date: str | None = None
    place: str | None = None


class Extraction(Record):
    """All that was found in one article, with look-ups that follow the ids of its records.

    Every look-up takes None, which many fields of a record hold, and answers None or nothing for it.

    >>> for event in result.events:  # doctest: +SKIP
    ...     print(event.type, result.names(event.source), result.place(event))
    COERCE ['Rebels'] Aleppo, SY (36.20124, 37.16117)
    """

    # The look-ups keep their indexes, which are no fields.
    model_config = ConfigDict(ignored_types=(cached_property,))

    schema_version: str = SCHEMA_VERSION
    article: Article
    actors: list[Actor] = []
    places: list[Place] = []
    dates: list[DateExpression] = []
    claims: list[Claim] = []
    events: list[Event] = []
    five_w: FiveW | None = None
    warnings: list[str] = []
    provenance: Provenance

    @property
    def main_event(self) -> Event | None:
        """What the article is about most: the event of highest salience; None without events."""
        return max(self.events, key=lambda event: event.salience, default=None)

    def actor(self, wanted: str | Span | None) -> Actor | None:
        """The actor of an id; None for None, for an id of nobody here, and for words that are no actor."""
        if not isinstance(wanted, str):
            return None
        return self._actors_by_id.get(wanted)

    def place(self, wanted: str | Event | Claim | None) -> Place | None:
        """The place of an id, or of an event or a claim; None where there is none."""
        identifier = wanted.place if isinstance(wanted, Event | Claim) else wanted
        if identifier is None:
            return None
        return self._places_by_id.get(identifier)

    def date(self, wanted: str | Claim | None) -> DateExpression | None:
        """The time expression of an id, or of a claim; None where there is none."""
        identifier = wanted.date if isinstance(wanted, Claim) else wanted
        if identifier is None:
            return None
        return self._dates_by_id.get(identifier)

    def claims_of(self, event: str | Event | None) -> list[Claim]:
        """The claims that tell of an event (record or id), in text order."""
        told = self._events_by_id.get(event) if isinstance(event, str) else event
        if told is None:
            return []
        known = map(self._claims_by_id.get, told.claims)
        in_order = sorted((found for found in known if found is not None), key=lambda found: found[0])
        return [claim for _, claim in in_order]

    def names(self, actors: Iterable[str | Span | None] | str | Span | None) -> list[str]:
        """The names of actors by id, in the order given; of words that are no actor, the words. Others have none."""
        given = [actors] if actors is None or isinstance(actors, str | Span) else actors
        return [name for name in map(self._name, given) if name is not None]

    def _name(self, one: str | Span | None) -> str | None:
        """The words of a span or the name of an actor; None for none."""
        if isinstance(one, Span):
            return one.text
        actor = self.actor(one)
        return actor.name if actor is not None else None

    def claims_by(self, actor: str | Actor | None) -> list[Claim]:
        """The claims that an actor (record, id or name) is cited for, in text order.

        Raises InputError for a name that no actor has.
        """
        wanted = self._ids_of(actor)
        return [claim for claim in self.claims if claim.claimed_by in wanted]

    def _ids_of(self, actor: str | Actor | None) -> set[str]:
        """The ids of an actor; of a name those of all who have it."""
        if actor is None:
            return set()
        if isinstance(actor, Actor):
            return {actor.id}
        if actor in self._actors_by_id:
            return {actor}
        named = {one.id for one in self.actors if one.name.casefold() == actor.casefold()}
        if not named:
            known = ", ".join(dict.fromkeys(one.name for one in self.actors))
            raise InputError(f"no actor has the id or the name {actor!r}: there are {known or 'none'}")
        return named

    def claims_about(self, place: str | Place | None) -> list[Claim]:
        """The claims located at a place (record or id), in text order."""
        wanted = place.id if isinstance(place, Place) else place
        if wanted is None:
            return []
        return [claim for claim in self.claims if claim.place == wanted]

    def to_geojson(self) -> dict[str, Any]:
        """A GeoJSON FeatureCollection (RFC 7946), one Feature an event; `geometry` is null without coordinates."""
        from extractor.write.geojson import feature_collection

        return feature_collection(self)

    def to_dataframe(self, table: str = "events", *, geometry: bool | None = None) -> pandas.DataFrame:
        """One of its tables for pandas: "events", "claims", "actors", "places", "dates", "mentions" or "articles".

        Events and places are a GeoDataFrame when geopandas is installed, unless `geometry` is False. Needs the extra
        `pandas`; `extractor.to_dataframes` takes many results.
        """
        from extractor.frames import to_dataframe

        return to_dataframe([self], table, geometry=geometry)

    def to_displacy(self, layers: Iterable[str] = ("actors", "places", "dates", "events")) -> dict[str, Any]:
        """What `spacy.displacy.render(..., style="ent", manual=True)` draws: the text with marked spans."""
        from extractor.notebook import displacy_entities

        return displacy_entities(self, layers)

    def __repr__(self) -> str:
        """What was found in which article, in numbers."""
        layers = ("events", "claims", "actors", "places", "dates", "warnings")
        numbers = ((len(getattr(self, layer)), layer) for layer in layers)
        found = ", ".join(f"{n} {layer if n > 1 else layer[:-1]}" for n, layer in numbers if n)
        told = self.article.title or self.article.text
        head = _short(told, 40)
        return f"<Extraction of {self.article.id} {head!r}: {found or 'nothing found'}>"

    def _repr_html_(self) -> str:
        """The text with marks, the events and a small map, for notebooks."""
        from extractor.notebook import extraction_html

        return extraction_html(self)

    def to_html(self) -> str:
        """One HTML page that shows the article: map, time, words, table (`extractor.page.render` for many articles)."""
        from extractor.page import render

        return render([self])

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields replaced; it makes its own indexes."""
        copy = super().model_copy(update=update, deep=deep)
        for name, attribute in vars(Extraction).items():
            if isinstance(attribute, cached_property):
                copy.__dict__.pop(name, None)
        return copy

    @cached_property
    def _actors_by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def _places_by_id(self) -> dict[str, Place]:
        return {place.id: place for place in self.places}

    @cached_property
    def _dates_by_id(self) -> dict[str, DateExpression]:
        return {expression.id: expression for expression in self.dates}

    @cached_property
    def _claims_by_id(self) -> dict[str, tuple[int, Claim]]:
        return {claim.id: (number, claim) for number, claim in enumerate(self.claims)}

    @cached_property
    def _events_by_id(self) -> dict[str, Event]:
        return {event.id: event for event in self.events}
