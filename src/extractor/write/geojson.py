"""Extraction -> GeoJSON (RFC 7946): longitude first, WGS84, one Feature an event."""

from typing import Any

from extractor.records import Event, Extraction, Place


def feature_collection(result: Extraction) -> dict[str, Any]:
    """One Feature for each event; `geometry` is null when the event has no coordinates."""
    return {"type": "FeatureCollection", "features": [feature(event, result) for event in result.events]}


def feature(event: Event, result: Extraction) -> dict[str, Any]:
    """One event with flat properties: what, who, when, where, how precise, and the words."""
    actors = {actor.id: actor.name for actor in result.actors}
    place = next((p for p in result.places if p.id == event.place), None)
    quotes = [claim.text for claim in result.claims if claim.id in event.claims]
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": _point(place),
        "properties": {
            "article": result.article.id,
            "url": result.article.url,
            "type": event.type,
            "mode": event.mode,
            "source": "; ".join(actors[a] for a in event.source if a in actors),
            "target": "; ".join(actors[a] for a in event.target if a in actors),
            "place": place.name if place else None,
            "country_code": place.country_code if place else None,
            "geo_precision": event.geo_precision,
            "start_date": event.start_date.isoformat() if event.start_date else None,
            "end_date": event.end_date.isoformat() if event.end_date else None,
            "time_precision": event.time_precision,
            "polarity": event.polarity.value,
            "modality": event.modality.value,
            "claimed_by": actors.get(event.claimed_by or ""),
            "fatalities_low": event.fatalities.low if event.fatalities else None,
            "fatalities_high": event.fatalities.high if event.fatalities else None,
            "quote": quotes[0] if quotes else None,
            "confidence": event.confidence,
        },
    }


def _point(place: Place | None) -> dict[str, Any] | None:
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]}
