"""A result made by hand, with everything that a writer may stumble over."""

from datetime import date, datetime
from typing import Any

import pytest

from extractor import (
    Acled,
    Actor,
    Article,
    Claim,
    Count,
    DateExpression,
    Event,
    Extraction,
    Place,
    Provenance,
    Span,
)
from extractor.records import ActorKind, DateType, Modality, Polarity

TEXT = (
    "Rebels and militiamen seized Aleppo on Saturday, killing 14 soldiers, the army said.\n\n"
    '=cmd|"/c calc"!A1 met the "Council"\tin Geneva. Turkey denied it had bombed Homs.\r\n'
    "Ministers of Iran and Iraq met."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def actor(number: int, words: str, kind: ActorKind, **fields: Any) -> Actor:
    return Actor(id=f"a-{number}", name=words, kind=kind, confidence=0.8, mentions=[span(words)], **fields)


def place(number: int, words: str, **fields: Any) -> Place:
    return Place(id=f"p-{number}", name=words, kind="city", confidence=0.9, mentions=[span(words)], **fields)


def claim(number: int, words: str, trigger: str, **fields: Any) -> Claim:
    clause, event = span(words), f"e-{number}"
    return Claim(
        id=f"c-{number}",
        **clause.model_dump(),
        trigger=span(trigger),
        predicate=trigger,
        event=event,
        confidence=0.7,
        **fields,
    )


@pytest.fixture
def result() -> Extraction:
    """Four events: a located one with counts, one with hostile words, a denied one, and a meeting of two."""
    day = date(2024, 11, 30)
    return Extraction(
        article=Article(
            id="art/1",
            text=TEXT,
            title="Rebels seize Aleppo",
            published=datetime(2024, 12, 1, 8, 30),
            url="https://news.example/1",
            source="news.example",
        ),
        actors=[
            actor(1, "Rebels", ActorKind.PEOPLE, country="SY", sector="REB"),
            actor(2, "militiamen", ActorKind.PEOPLE, country="SY", sector="UAF"),
            actor(3, "the army", ActorKind.ORGANIZATION, country="SY", sector="MIL"),
            actor(4, '=cmd|"/c calc"!A1', ActorKind.PERSON),
            actor(5, 'the "Council"', ActorKind.ORGANIZATION, sector="IGO"),
            actor(6, "Turkey", ActorKind.COUNTRY, country="TR", sector="GOV"),
            actor(7, "Iran", ActorKind.COUNTRY, country="IR", sector="GOV"),
            actor(8, "Iraq", ActorKind.COUNTRY, country="IQ", sector="GOV"),
        ],
        places=[
            place(1, "Aleppo", latitude=36.2, longitude=37.16, geonames_id=170063, country_code="SY", admin1="Aleppo"),
            place(2, "Homs", reason="no entry of the gazetteer fits"),
        ],
        dates=[
            DateExpression(
                id="d-1",
                **span("Saturday").model_dump(),
                type=DateType.DATE,
                value="2024-11-30",
                earliest=datetime(2024, 11, 30),
                latest=datetime(2024, 12, 1),
                granularity="day",
                anchor="published",
            )
        ],
        claims=[
            claim(
                1,
                "Rebels and militiamen seized Aleppo on Saturday",
                "seized",
                agent="a-1",
                coagents=["a-2"],
                patient=span("Aleppo"),
                place="p-1",
                date="d-1",
                claimed_by="a-3",
                source_span=span("the army"),
                cue=span("said"),
                modality=Modality.REPORTED,
            ),
            claim(2, '=cmd|"/c calc"!A1 met the "Council"\tin Geneva', "met", agent="a-4", patient="a-5"),
            claim(3, "it had bombed Homs", "bombed", agent="a-6", place="p-2", modality=Modality.DENIED),
            claim(4, "Ministers of Iran and Iraq met", "Ministers", agent="a-7", polarity=Polarity.POSITIVE),
        ],
        events=[
            Event(
                id="e-1",
                type="COERCE",
                quad=4,
                goldstein=-7.0,
                mode="seize",
                contexts=["military", "territory"],
                cameo="0192",
                acled=Acled(event_type="Battles", sub_event_type="Non-state actor overtakes territory"),
                source=["a-1", "a-2"],
                target=["a-3"],
                place="p-1",
                geo_precision=1,
                start_date=day,
                end_date=day,
                time_precision=1,
                modality=Modality.REPORTED,
                claimed_by="a-3",
                fatalities=Count(low=14, high=10**30, text="14 soldiers", start=57, end=68),
                claims=["c-1"],
                confidence=0.75,
            ),
            Event(
                id="e-2",
                type="CONSULT",
                quad=1,
                goldstein=1.0,
                cameo="040",
                source=["a-4"],
                target=["a-5"],
                claims=["c-2"],
                confidence=0.5,
            ),
            Event(
                id="e-3",
                type="ASSAULT",
                quad=4,
                goldstein=-9.0,
                mode="aerial",
                cameo="195",
                acled=Acled(event_type="Explosions/Remote violence", sub_event_type="Air/drone strike"),
                source=["a-6"],
                place="p-2",
                modality=Modality.DENIED,
                claims=["c-3"],
                confidence=0.5,
            ),
            Event(
                id="e-4",
                type="CONSULT",
                quad=1,
                goldstein=1.0,
                cameo="040",
                source=["a-7", "a-8"],
                claims=["c-4"],
                confidence=0.5,
            ),
        ],
        warnings=["a warning"],
        provenance=Provenance(extractor="1", spacy="3", model="m", gazetteer="g", ontology="o", settings="s"),
    )
