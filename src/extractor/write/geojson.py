"""Extraction -> GeoJSON (RFC 7946): longitude first, WGS84, one Feature an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # `Extraction.to_geojson` calls this module
    from extractor.records import Event, Extraction, Place


def feature_collection(result: Extraction) -> dict[str, Any]:
    """One Feature for each event; `geometry` is null when the event has no coordinates."""
    return {"type": "FeatureCollection", "features": [feature(event, result) for event in result.events]}


def feature(event: Event, result: Extraction) -> dict[str, Any]:
    """One event with flat properties: what, who, when, where, how precise, and the words."""
    place = result.place(event)
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": _point(place),
        "properties": _more(event, result)
        | {
            "article": result.article.id,
            "url": result.article.url,
            "type": event.type,
            "mode": event.mode,
            "source": "; ".join(result.names(event.source)),
            "target": "; ".join(result.names(event.target)),
            "place": place.name if place else None,
            "country_code": place.country_code if place else None,
            "geo_precision": event.geo_precision,
            "start_date": event.start_date.isoformat() if event.start_date else None,
            "end_date": event.end_date.isoformat() if event.end_date else None,
            "time_precision": event.time_precision,
            "polarity": event.polarity.value,
            "modality": event.modality.value,
            "claimed_by": next(iter(result.names(event.claimed_by)), None),
            "fatalities_low": event.fatalities.low if event.fatalities else None,
            "fatalities_high": event.fatalities.high if event.fatalities else None,
            "quote": next((claim.text for claim in result.claims_of(event)), None),
            "confidence": event.confidence,
        },
    }


def _more(event: Event, result: Extraction) -> dict[str, Any]:
    """All columns of the table of events; the sides' ids are lists in `source_ids` and `target_ids`."""
    from extractor.write.columns import TABLES, event_row

    row = event_row(event, result)
    cells = {name: row.get(name) for name in TABLES["events"] if name not in ("id", "latitude", "longitude")}
    return cells | {"source_ids": event.source, "target_ids": event.target, "place_id": event.place}


def _point(place: Place | None) -> dict[str, Any] | None:
    """The point of a place; None without coordinates."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]}
