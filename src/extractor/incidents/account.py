"""One article's account of one event: all of an Extraction that linking needs, small enough to be kept for ever."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import filterfalse, islice
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field

from extractor.collector import collector_waits
from extractor.incidents.records import COUNT_SLOTS, Slot
from extractor.incidents.sentences import sentence_at, sentences
from extractor.incidents.sketch import sketch
from extractor.incidents.words import Read, common_words, stems_of, vector
from extractor.lexicon.event_types import event_types
from extractor.records import Acled, Actor, Article, Count, Event, Extraction, Modality, Place, Polarity, Record

LEAD_SENTENCES = 3
LEAD_WORDS = 6  # of the lead, under which its events are found
MOST_NAMES = 80  # of an article; a longer one names its people and towns long before


# Lists that are defaults are made by factories below: pydantic copies any other default that is a list deeply, which
# takes longer than reading the rest of a stored account.


class Party(Record):
    """A participant or a speaker as one article has it. `names` are all its mentions, the chosen name first."""

    actor: str
    names: list[str]
    kind: str
    country: str | None = None
    sector: str | None = None

    @property
    def name(self) -> str:
        """The name that the article's extraction chose."""
        return self.names[0]


class Told(Record):
    """A number of people in one account, and who gives it (None: the article itself)."""

    low: int | None
    high: int | None
    text: str
    speaker: Party | None = None


class AccountPlace(Record):
    """Where an article puts an event."""

    name: str
    latitude: float | None = None
    longitude: float | None = None
    country_code: str | None = None
    admin1: str | None = None
    geonames_id: int | None = None
    geo_precision: Literal[1, 2, 3]


class ArticleAccount(Record):
    """What an article lends to all its events. `words` and `lead` are unit vectors, `shingles` a sketch of its text,
    `names` the stems of its rare names.

    `cited` are those it names as its sources, outlets among them; `accused` are those whom it tells are blamed.
    """

    id: str
    outlet: str | None = None
    published: date | datetime | None = None
    url: str | None = None
    title: str | None = None
    agency: str | None = None
    byline: str | None = None
    copy_of: str | None = None
    cited: list[str] = Field(default_factory=list)
    accused: list[Party] = Field(default_factory=list)
    words: dict[str, float]
    lead: dict[str, float]
    names: list[str] = Field(default_factory=list)
    countries: list[str]
    shingles: list[int]


class Account(Record):
    """One article's account of one event; `rank` is the event's number in the article."""

    article: ArticleAccount
    event: str
    rank: int
    type: str
    quad: Literal[1, 2, 3, 4] | None = None
    mode: str | None = None
    contexts: list[str] = Field(default_factory=list)
    cameo: str | None = None
    acled: Acled | None = None
    source: list[Party] = Field(default_factory=list)
    target: list[Party] = Field(default_factory=list)
    place: AccountPlace | None = None
    start_date: date | None = None
    end_date: date | None = None
    time_precision: Literal[1, 2, 3] | None = None
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    speaker: Party | None = None
    deniers: list[Party] = Field(default_factory=list)
    counts: dict[Slot, list[Told]] = Field(default_factory=dict)
    triggers: list[str] = Field(default_factory=list)
    sentences: list[str] = Field(default_factory=list)
    claims: list[str] = Field(default_factory=list)


Telling = tuple[ArticleAccount, list[Account]]


@collector_waits()
def told_by(result: Extraction) -> Telling:
    """What linking needs of a result: its article, and the accounts of its events in their order."""
    article = _article(result)
    parties = _Parties(result)
    return article, [_account(result, article, parties, rank, event) for rank, event in enumerate(result.events)]


class _Parties:
    """The actors of a result as parties, made when they are asked for: most take part in no event."""

    def __init__(self, result: Extraction) -> None:
        self._result = result
        self._made: dict[str, Party] = {}

    def get(self, identifier: str | None) -> Party | None:
        """The party that an actor is; None for an id of nobody here."""
        actor = self._result.actor(identifier)
        if actor is None:
            return None
        if actor.id not in self._made:
            self._made[actor.id] = _party(actor)
        return self._made[actor.id]

    def of(self, identifiers: Iterable[str]) -> list[Party]:
        """The parties that some actors are."""
        return [party for party in map(self.get, identifiers) if party is not None]


def _account(result: Extraction, article: ArticleAccount, parties: _Parties, rank: int, event: Event) -> Account:
    """What an article says of an event, by itself."""
    claims = result.claims_of(event)
    text = result.article.text
    return Account.made(
        article=article,
        event=event.id,
        rank=rank,
        type=event.type,
        quad=event.quad,
        mode=event.mode,
        contexts=event.contexts,
        cameo=event.cameo,
        acled=event.acled,
        source=parties.of(event.source),
        target=parties.of(event.target),
        place=_place(result.place(event), event.geo_precision),
        start_date=event.start_date,
        end_date=event.end_date,
        time_precision=event.time_precision,
        polarity=event.polarity,
        modality=event.modality,
        speaker=parties.get(event.claimed_by),
        deniers=parties.of(event.disputed_by),
        counts=_counts(event, parties),
        triggers=[claim.trigger.text for claim in claims],
        sentences=list(dict.fromkeys(sentence_at(text, claim.trigger.start) for claim in claims)),
        claims=event.claims,
    )


def _blames(event: Event) -> bool:
    """Whether its target is said to have done something, and not asked to do it."""
    kind = event_types().get(event.type)
    if kind is None or not kind.doer_is_target:
        return False
    return not kind.demands


def _article(result: Extraction) -> ArticleAccount:
    """What is kept of an article, so that its accounts can be compared without its text."""
    article = result.article
    title, told = Read(article.title or ""), Read(article.text)
    names = dict.fromkeys([*title.names, *told.names])
    lead = " ".join(islice(sentences(f"{article.title or ''}\n{article.text}"), LEAD_SENTENCES + 1))
    return ArticleAccount.made(
        id=article.id,
        outlet=outlet_name(article),
        published=article.published,
        url=article.url,
        title=article.title,
        agency=article.agency,
        byline=article.byline,
        copy_of=None,
        cited=_cited(result),
        accused=[_party(actor) for event in result.events if _blames(event) for actor in _actors(result, event)],
        words=vector([*title.stems, *told.stems]),
        lead=vector(stems_of(lead), most=LEAD_WORDS),
        names=list(filterfalse(common_words().__contains__, names))[:MOST_NAMES],
        countries=_countries(result.places),
        shingles=sketch(told.words),
    )


def outlet_name(article: Article) -> str | None:
    """The outlet that printed an article: its source, else the host of its address.

    >>> outlet_name(Article(id="1", text="", url="https://www.example.com/news/1"))
    'example.com'
    """
    if article.source:
        return article.source
    try:
        host = urlsplit(article.url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _actors(result: Extraction, event: Event) -> list[Actor]:
    """The targets of an event."""
    return [actor for actor in map(result.actor, event.target) if actor is not None]


def _cited(result: Extraction) -> list[str]:
    """All that the article gives as the source of a claim, in its own words and by name."""
    names = result.names([claim.claimed_by for claim in result.claims])
    words = [claim.source_span.text for claim in result.claims if claim.source_span is not None]
    return list(dict.fromkeys([*names, *words]))


def _countries(places: list[Place]) -> list[str]:
    """The countries that an article is about: those with at least half as many mentions as the first.

    ML and NE for an article that names Mali six times, Niger three times and France once.
    """
    mentions: dict[str, int] = {}
    for place in places:
        if place.country_code:
            mentions[place.country_code] = mentions.get(place.country_code, 0) + len(place.mentions)
    most = max(mentions.values(), default=0)
    return sorted(code for code, count in mentions.items() if 2 * count >= most)


def _party(actor: Actor) -> Party:
    """An actor with all that an article calls it."""
    names = dict.fromkeys([actor.name, *(mention.text for mention in actor.mentions)])
    return Party.made(
        actor=actor.id, names=list(names), kind=actor.kind.value, country=actor.country, sector=actor.sector
    )


def _place(place: Place | None, precision: Literal[1, 2, 3] | None) -> AccountPlace | None:
    """The place of an account; of one without a precision the country is meant."""
    if place is None:
        return None
    return AccountPlace.made(
        name=place.name,
        latitude=place.latitude,
        longitude=place.longitude,
        country_code=place.country_code,
        admin1=place.admin1,
        geonames_id=place.geonames_id,
        geo_precision=precision or 3,
    )


def _counts(event: Event, parties: _Parties) -> dict[Slot, list[Told]]:
    """The counts of an event with who gives each; a count of what is denied is nobody's figure."""
    told: dict[Slot, list[Told]] = {}
    for slot in COUNT_SLOTS:
        main = getattr(event, slot)
        given = [count for count in (main, *event.counts_disputed.get(slot, [])) if count is not None]
        if event.polarity is Polarity.NEGATIVE:
            given = [count for count in given if count.high == 0]
        if given:
            told[slot] = [_told(count, parties) for count in given]
    return told


def _told(count: Count, parties: _Parties) -> Told:
    """A count with who gives it."""
    return Told.made(low=count.low, high=count.high, text=count.text, speaker=parties.get(count.claimed_by))
