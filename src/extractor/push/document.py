"""What is pushed: an event with everything its ids point to, so that the receiver needs nothing else."""

from collections.abc import Iterator
from datetime import date, datetime

from extractor.records import SCHEMA_VERSION, Actor, Claim, Event, Extraction, Place, Provenance, Record, Span


class ArticleReference(Record):
    """The article of an event without its text."""

    id: str
    title: str | None = None
    published: datetime | date | None = None
    url: str | None = None
    source: str | None = None
    file: str | None = None
    language: str | None = None


class EventDocument(Record):
    """One event; `id` is the event's id, by which a receiver stores it."""

    schema_version: str = SCHEMA_VERSION
    id: str
    article: ArticleReference
    event: Event
    actors: list[Actor] = []
    place: Place | None = None
    claims: list[Claim] = []
    provenance: Provenance


class EventBatch(Record):
    """The body of one request."""

    events: list[EventDocument]


def documents(result: Extraction) -> Iterator[EventDocument]:
    """The events of one result, each with the actors, the place and the claims that it names."""
    article = ArticleReference(**result.article.model_dump(include=set(ArticleReference.model_fields)))
    for event in result.events:
        claims = result.claims_of(event)
        known: set[str | Span | None] = {*event.source, *event.target, *event.disputed_by, event.claimed_by}
        known |= {side for claim in claims for side in (claim.agent, claim.patient, claim.recipient, claim.claimed_by)}
        yield EventDocument(
            id=event.id,
            article=article,
            event=event,
            actors=[actor for actor in result.actors if actor.id in known],
            place=result.place(event),
            claims=claims,
            provenance=result.provenance,
        )
