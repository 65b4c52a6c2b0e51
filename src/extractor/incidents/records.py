"""The records of events across articles: an Incident is one real event, a Report is one article's account of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from extractor.records import Acled, Record

Slot = Literal["fatalities", "injured", "detained", "displaced"]
COUNT_SLOTS: tuple[Slot, ...] = ("fatalities", "injured", "detained", "displaced")


class Participant(Record):
    """Who took part in an incident, joined over the articles; `actors` are pairs of article id and actor id."""

    id: str
    name: str
    names: list[str]
    kind: str
    country: str | None = None
    sector: str | None = None
    actors: list[tuple[str, str]]


class IncidentPlace(Record):
    """Where an incident took place, as most of the articles that are most precise say. `articles` say so."""

    name: str
    latitude: float | None = None
    longitude: float | None = None
    country_code: str | None = None
    admin1: str | None = None
    geonames_id: int | None = None
    geo_precision: Literal[1, 2, 3] | None = None
    articles: list[str]


class Figure(Record):
    """A number of people that somebody gives. `low` and `high` are inclusive, None is open.

    `claimed_by` names who gives it, [] is the articles' own voice; `speakers` are their Participants. `superseded`: the
    same voice gives another figure later.
    """

    low: int | None
    high: int | None
    claimed_by: list[str] = []
    speakers: list[str] = []
    articles: list[str]
    reports: list[tuple[str, str]]
    first_published: date | datetime | None = None
    last_published: date | datetime | None = None
    text: str
    superseded: bool = False


class Tally(Record):
    """The figures of one slot in one: `low` and `high` over those not superseded, `best` by the rule that is named."""

    low: int | None
    best: int | None
    high: int | None
    rule: str


class Side(Record):
    """One side of a dispute: what it holds, who holds it, and in which reports (article id, event id)."""

    values: list[str]
    speakers: list[str]
    reports: list[tuple[str, str]]


class Dispute(Record):
    """A slot in which independent voices exclude each other."""

    slot: str
    sides: list[Side]


class Report(Record):
    """One article's account of an incident, with type, place and days as this article has them.

    `copy_of` is the article that this one repeats. Reports with the same `origin` are not independent of each other.
    `confidence` is the probability that the report belongs to the incident.
    """

    article: str
    event: str
    outlet: str | None = None
    published: date | datetime | None = None
    url: str | None = None
    title: str | None = None
    copy_of: str | None = None
    origin: int
    claims: list[str] = []
    type: str
    place: str | None = None
    start_date: date | None = None
    end_date: date | None = None
    confidence: float


class Incident(Record):
    """One real event with all its reports. Days are calendar days, both inclusive.

    `confidence` is the probability that all reports are of one event; `disputed` are the slots of `disputes`. In a
    store `revision` counts its changes; one that became part of another names it in `merged_into`, and the other names
    it in `merged_from`.
    """

    id: str
    revision: int = 1
    type: str
    mode: str | None = None
    contexts: list[str] = []
    cameo: str | None = None
    acled: Acled | None = None
    source: list[Participant] = []
    target: list[Participant] = []
    place: IncidentPlace | None = None
    start_date: date | None = None
    end_date: date | None = None
    time_precision: Literal[1, 2, 3] | None = None
    first_published: date | datetime | None = None
    last_published: date | datetime | None = None
    occurrence: Literal["asserted", "reported", "disputed", "denied", "intended"]
    counts: dict[Slot, list[Figure]] = {}
    fatalities: Tally | None = None
    injured: Tally | None = None
    detained: Tally | None = None
    displaced: Tally | None = None
    disputed: list[str] = []
    disputes: list[Dispute] = []
    reports: list[Report]
    independent_sources: int
    outlets: int
    articles: int
    confidence: float
    reasons: list[str] = []
    merged_from: list[str] = []
    merged_into: str | None = None


class Change(Record):
    """What an addition did to an incident of a store; `revision` is the number of the change in the store.

    opened     a new incident
    extended   it has reports that it had not, or its articles were read anew
    merged     it became part of the incident `into`; its id is not used again
    split      some of its reports went into the incident `into`
    withdrawn  its articles were read anew and tell of it no longer
    unchanged  it was given again as it is
    """

    kind: Literal["opened", "extended", "merged", "split", "withdrawn", "unchanged"]
    incident: str
    into: str | None = None
    revision: int | None = None
