"""What the columns of ACLED, UCDP GED, POLECAT, ICEWS and GDELT are filled with for an incident: name -> text."""

from collections.abc import Sequence
from typing import Any

from extractor.incidents.records import Incident, Participant, Tally
from extractor.records import Actor, ActorKind, Article, Count, Event, Extraction, Place
from extractor.write.legacy_values import Values, values

# UCDP's precisions by ours: of places 1 the spot, 3 the district, 6 the country; of days 1 the day, 3 the week, 4 more.
_WHERE = {1: "1", 2: "3", 3: "6"}
_WHEN = {1: "1", 2: "3", 3: "4"}
# UCDP's kinds of violence: a state takes part, none does, or the dead are civilians.
_STATE_BASED, _NON_STATE, _ONE_SIDED = "1", "2", "3"
_STATE = frozenset(("GOV", "MIL", "COP", "SPY"))
_CIVIL = frozenset(("CVL", "REF", "EDU", "MED", "HLH", "BUS", "LAB", "REL", "NGO", "JRN"))


def incident_values(incident: Incident) -> Values:
    """All values of one row: those of an event that is like the incident, and those that only an incident has."""
    source, target = _actors(incident.source), _actors(incident.target)
    found = values(_event(incident), _extraction(incident, source, target), source, target)
    outlets = list(dict.fromkeys(report.outlet for report in incident.reports if report.outlet))
    return {
        **found,
        "event.mentions": str(len(incident.reports)),
        "event.sources": str(incident.outlets),
        "event.articles": str(incident.articles),
        "event.percent": str(round(100 * incident.confidence)),
        "article.source": "; ".join(outlets),
        "claim.text": notes(incident),
        **_ucdp(incident, outlets),
    }


def _event(incident: Incident) -> Event:
    """An incident as an event, which the columns of events can be filled from."""
    tally = incident.fatalities
    # ACLED counts conservatively: the lowest figure that stands.
    count = Count(low=tally.low, high=tally.high, text="", start=0, end=0) if tally is not None else None
    return Event(
        id=incident.id,
        type=incident.type,
        mode=incident.mode,
        contexts=incident.contexts,
        cameo=incident.cameo,
        acled=incident.acled,
        place=incident.id if incident.place else None,
        geo_precision=incident.place.geo_precision if incident.place else None,
        start_date=incident.start_date,
        end_date=incident.end_date,
        time_precision=incident.time_precision,
        fatalities=count,
        claims=[],
        confidence=incident.confidence,
    )


def _extraction(incident: Incident, source: Sequence[Actor], target: Sequence[Actor]) -> Extraction:
    first = incident.reports[0]
    article = Article(id=first.article, text="", title=first.title, published=first.published, url=first.url)
    layers: dict[str, Any] = {"actors": [*source, *target], "places": _places(incident)}
    layers |= {"dates": [], "claims": [], "events": [], "warnings": []}
    return Extraction.model_construct(None, article=article, **layers)


def _places(incident: Incident) -> list[Place]:
    """The place of an incident in a list; its kind follows from the precision."""
    place = incident.place
    if place is None:
        return []
    known = place.model_dump(exclude={"articles", "geo_precision"})
    kind = {1: "city", 2: "district", 3: "region" if place.admin1 else "country"}[place.geo_precision or 3]
    return [Place.model_construct(id=incident.id, kind=kind, admin2=None, feature_code=None, mentions=[], **known)]


def _actors(parties: Sequence[Participant]) -> list[Actor]:
    """The participants of an incident as actors."""
    return [
        Actor(
            id=party.id,
            name=party.name,
            kind=ActorKind(party.kind),
            country=party.country,
            sector=party.sector,
            confidence=1.0,
            mentions=[],
        )
        for party in parties
    ]


def notes(incident: Incident) -> str:
    """Who says what, in a line: the figures by voice, what is disputed, how many sources are independent."""
    told = [
        f"{slot} {interval(figure.low, figure.high)} ({', '.join(figure.claimed_by) or 'article'})"
        for slot, figures in incident.counts.items()
        for figure in figures
        if not figure.superseded
    ]
    disputed = [f"disputed: {', '.join(incident.disputed)}"] if incident.disputed else []
    sources = f"{incident.independent_sources} independent sources in {incident.articles} articles"
    return "; ".join([*told, *disputed, sources])


def interval(low: int | None, high: int | None) -> str:
    """A count as text: one number, or two with what is not known left out: "3", "3-5", "3-"."""
    if low == high:
        return str(low)
    return f"{'' if low is None else low}-{'' if high is None else high}"


def _ucdp(incident: Incident, outlets: Sequence[str]) -> Values:
    """The columns of UCDP GED that events do not have."""
    first = incident.reports[0]
    place = incident.place
    located = place is not None and place.latitude is not None
    return {
        **_deaths(incident.fatalities),
        "ucdp.kind": _kind_of_violence(incident),
        "ucdp.where_prec": _WHERE.get((place.geo_precision or 3) if place else 0, ""),
        "ucdp.date_prec": _WHEN.get(incident.time_precision or 0, ""),
        "ucdp.wkt": f"POINT ({place.longitude} {place.latitude})" if place is not None and located else "",
        "ucdp.dyad": " - ".join(party.name for party in (*incident.source[:1], *incident.target[:1])),
        "ucdp.sources": str(incident.independent_sources),
        "ucdp.offices": "; ".join(outlets),
        "ucdp.headline": first.title or "",
        "ucdp.clarity": "1" if incident.time_precision == 1 else "2",
    }


def _deaths(tally: Tally | None) -> Values:
    """The deaths of an incident: the low, best and high figure."""
    if tally is None:
        return {}
    parts = {"low": tally.low, "best": tally.best, "high": tally.high}
    return {f"ucdp.{name}": "" if number is None else str(number) for name, number in parts.items()}


def _kind_of_violence(incident: Incident) -> str:
    """UCDP's kind: against civilians, with a state on a side, or between others."""
    sides = [{party.sector for party in side if party.sector} for side in (incident.source, incident.target)]
    if sides[1] & _CIVIL:
        return _ONE_SIDED
    if (sides[0] | sides[1]) & _STATE:
        return _STATE_BASED
    return _NON_STATE
