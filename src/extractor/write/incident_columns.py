"""The flat tables of incidents, which all table formats share: their columns, and the rows of one Incident."""

from collections.abc import Iterator
from typing import Any

from extractor.incidents.records import COUNT_SLOTS, Incident
from extractor.write.columns import Row, Tables, columns_of, joined

_PARTS = ("low", "best", "high")
TALLIES = tuple(f"{slot}_{part}" for slot in COUNT_SLOTS for part in _PARTS)

# `number` counts the figures and participants of an incident, so that each row has a key.
INCIDENT_TABLES: Tables = {
    "incidents": {
        **columns_of("id", "revision"),
        **columns_of("type mode acled_event_type acled_sub_event_type start_date end_date", "time_precision"),
        **columns_of("place_name country_code admin1", real="latitude longitude"),
        **columns_of(integer="geo_precision"),
        **columns_of("source_names target_names"),
        **columns_of(integer=" ".join(TALLIES)),
        **columns_of("occurrence disputed", "reports articles outlets independent_sources"),
        **columns_of("first_published last_published merged_into", real="confidence"),
    },
    "reports": {
        **columns_of("incident article event outlet published url copy_of", "origin"),
        **columns_of("type place start_date end_date", real="confidence"),
    },
    "figures": {
        **columns_of("incident", "number"),
        **columns_of("slot", "low high"),
        **columns_of("claimed_by article event text", "superseded"),
    },
    "participants": {
        **columns_of("incident id side", "number"),
        **columns_of("name names kind country sector"),
    },
}
INCIDENT_KEYS: dict[str, tuple[str, ...]] = {
    "incidents": ("id",),
    "reports": ("incident", "article", "event"),
    "figures": ("incident", "number"),
    "participants": ("incident", "side", "number"),
}


def incident_rows(incident: Incident) -> dict[str, list[Row]]:
    """The rows of one incident by table; every row has all columns of its table."""
    rows = {
        "incidents": [incident_row(incident)],
        "reports": [report.model_dump(mode="json") for report in incident.reports],
        "figures": [row | {"number": number} for number, row in enumerate(_figures(incident))],
        "participants": list(_participants(incident)),
    }
    return {
        name: [{column: (row | {"incident": incident.id}).get(column) for column in columns} for row in some]
        for (name, some), columns in zip(rows.items(), INCIDENT_TABLES.values(), strict=True)
    }


def incident_row(incident: Incident) -> Row:
    """One incident in one row."""
    row = incident.model_dump(mode="json", exclude={"source", "target", "place", "reports", "counts", "disputes"})
    return row | {
        **_place_cells(incident),
        **{f"{slot}_{part}": getattr(getattr(incident, slot), part, None) for slot in COUNT_SLOTS for part in _PARTS},
        "acled_event_type": incident.acled.event_type if incident.acled else None,
        "acled_sub_event_type": incident.acled.sub_event_type if incident.acled else None,
        "source_names": joined(party.name for party in incident.source),
        "target_names": joined(party.name for party in incident.target),
        "disputed": joined(incident.disputed),
        "reports": len(incident.reports),
    }


def incident_feature(incident: Incident) -> dict[str, Any]:
    """One incident as a GeoJSON Feature; `geometry` is null without a point."""
    row = incident_row(incident)
    cells = {column: row.get(column) for column in INCIDENT_TABLES["incidents"]}
    latitude, longitude = cells.pop("latitude"), cells.pop("longitude")
    point = None if latitude is None else {"type": "Point", "coordinates": [longitude, latitude]}
    return {"type": "Feature", "id": cells.pop("id"), "geometry": point, "properties": cells}


def _place_cells(incident: Incident) -> Row:
    """The cells of the place of an incident."""
    if incident.place is None:
        return {}
    wanted = {"latitude", "longitude", "country_code", "admin1", "geo_precision"}
    return {"place_name": incident.place.name} | incident.place.model_dump(include=wanted)


def _figures(incident: Incident) -> Iterator[Row]:
    """A row for each report of each figure."""
    for slot, figures in incident.counts.items():
        for figure in figures:
            cells: dict[str, Any] = {"slot": slot, **figure.model_dump(include={"low", "high", "text"})}
            cells |= {"claimed_by": joined(figure.claimed_by), "superseded": int(figure.superseded)}
            for article, event in figure.reports:
                yield cells | {"article": article, "event": event}


def _participants(incident: Incident) -> Iterator[Row]:
    """A row for each party of an incident."""
    for side in ("source", "target"):
        for number, party in enumerate(getattr(incident, side)):
            yield party.model_dump(mode="json") | {"side": side, "number": number, "names": joined(party.names)}
