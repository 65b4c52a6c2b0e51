"""Incidents alone -> results that the page can show: one for each incident, with a line for each of its reports.

The articles are not there, so their words are not either: a report is told by its day, its outlet and its headline.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from extractor._version import __version__
from extractor.incidents.records import COUNT_SLOTS, Incident, IncidentPlace, Participant, Report, Tally
from extractor.land import country_names
from extractor.records import (
    Actor,
    ActorKind,
    Article,
    Claim,
    Count,
    Event,
    Extraction,
    Modality,
    Place,
    Polarity,
    Provenance,
    Span,
)

_UNKNOWN = dict.fromkeys(("spacy", "model", "gazetteer", "ontology", "settings"), "")
_NO_WORDS = "made from an incident: the words of the articles are not here"
_MODALITIES = {"disputed": Modality.ALLEGED, "denied": Modality.DENIED, "intended": Modality.INTENDED}


def dossier_of(incident: Incident) -> Extraction:
    """A result with one event, which has the id of the incident, as its article has."""
    lines = list(_lines(incident.reports))
    actors = [*_actors(incident.source), *_actors(incident.target)]
    place = None if incident.place is None else _place(incident.place)
    return Extraction(
        article=Article(id=incident.id, title=_title(incident), text="\n".join(line.text for line in lines)),
        actors=list({actor.id: actor for actor in actors}.values()),
        places=[] if place is None else [place],
        claims=[_claim(incident, number, line) for number, line in enumerate(lines)],
        events=[_event(incident, place, len(lines))],
        warnings=[_NO_WORDS],
        provenance=Provenance(extractor=__version__, **_UNKNOWN),
    )


def card_of(incident: Incident) -> Incident:
    """The incident with reports that lead to the event of its dossier: those of the articles are not there."""
    reports = [report.model_copy(update={"article": incident.id, "event": incident.id}) for report in incident.reports]
    return incident.model_copy(update={"reports": reports})


def _title(incident: Incident) -> str:
    """What the dossier of an incident is called."""
    where = f" in {incident.place.name}" if incident.place is not None else ""
    return f"{incident.type.capitalize()}{where}"


def _lines(reports: Sequence[Report]) -> Iterator[Span]:
    """A line of text for each report, as spans of the text they make together."""
    start = 0
    for report in reports:
        day = str(report.published)[:10] if report.published else ""
        told = filter(None, (day, report.outlet, report.title or report.url))
        text = " · ".join(" ".join(part.split()) for part in told) or report.article
        yield Span(start=start, end=start + len(text), text=text)
        start += len(text) + 1


def _actors(participants: Sequence[Participant]) -> Iterator[Actor]:
    """The participants of an incident as actors."""
    for one in participants:
        known: dict[str, Any] = {"country": one.country, "sector": one.sector}
        yield Actor(id=one.id, name=one.name, kind=ActorKind(one.kind), confidence=1, mentions=[], **known)


def _place(place: IncidentPlace) -> Place:
    """The place; how large it is follows from its precision and its name."""
    is_country = place.name == country_names().get(place.country_code or "")
    kind = "country" if is_country else "region" if place.geo_precision == 3 else "city"
    known = place.model_dump(exclude={"geo_precision", "articles"})
    return Place(id=f"p-{place.name}", kind=kind, confidence=1, mentions=[], **known)


def _claim(incident: Incident, number: int, line: Span) -> Claim:
    return Claim(
        id=f"c-{number}",
        start=line.start,
        end=line.end,
        text=line.text,
        trigger=line,
        predicate=incident.type.lower(),
        modality=_modality(incident),
        polarity=_polarity(incident),
        event=incident.id,
        confidence=incident.reports[number].confidence,
    )


def _modality(incident: Incident) -> Modality:
    """The modality that stands for what an incident is said to be."""
    return _MODALITIES.get(incident.occurrence) or Modality(incident.occurrence)


def _polarity(incident: Incident) -> Polarity:
    """Whether an incident is denied."""
    if incident.occurrence == "denied":
        return Polarity.NEGATIVE
    return Polarity.POSITIVE


def _event(incident: Incident, place: Place | None, reports: int) -> Event:
    """An incident as an event of the article that its reports make together."""
    days = ("start_date", "end_date", "time_precision")
    names = ("type", "mode", "contexts", "cameo", "acled", *days, "confidence", "reasons")
    shared: dict[str, Any] = {name: getattr(incident, name) for name in names}
    counts: dict[str, Any] = {slot: _count(getattr(incident, slot)) for slot in COUNT_SLOTS}
    return Event(
        id=incident.id,
        **shared,
        **counts,
        source=[one.id for one in incident.source],
        target=[one.id for one in incident.target],
        place=None if place is None else place.id,
        geo_precision=None if incident.place is None else incident.place.geo_precision,
        modality=_modality(incident),
        polarity=_polarity(incident),
        claims=[f"c-{number}" for number in range(reports)],
    )


def _count(tally: Tally | None) -> Count | None:
    """The figures of all speakers in one, with the best of them as its words."""
    if tally is None:
        return None
    return Count(low=tally.low, high=tally.high, text=f"best {tally.best} ({tally.rule})", start=0, end=0)
