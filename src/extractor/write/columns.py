"""The flat tables that CSV, SQLite, Parquet and GeoPackage share: their columns, and the rows of one Extraction."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from extractor.records import Claim, Count, Event, Extraction, Place, Span

Type = Literal["text", "integer", "real"]
Row = dict[str, Any]
Tables = Mapping[str, Mapping[str, Type]]  # table -> column -> type

COUNTS = ("fatalities", "injured", "detained", "displaced")
SIDES = ("agent", "patient", "recipient", "instrument")


def columns_of(text: str = "", integer: str = "", real: str = "") -> dict[str, Type]:
    """The columns named in three lists, with their types."""
    named: dict[str, Type] = dict.fromkeys(text.split(), "text")
    return named | dict.fromkeys(integer.split(), "integer") | dict.fromkeys(real.split(), "real")


def _count_columns() -> dict[str, Type]:
    """The three columns of each count."""
    return {
        column: kind
        for name in COUNTS
        for column, kind in columns_of(f"{name}_text", f"{name}_low {name}_high").items()
    }


# Table -> column -> type. Codes such as CAMEO "014" are text, so that no reader makes 14 of them.
TABLES: dict[str, dict[str, Type]] = {
    "articles": columns_of(
        "id title author published published_from url file source agency byline language text main_event"
        " who what when_told where_told why how warnings provenance"
    ),
    "events": {
        **columns_of("id article type mode contexts cameo acled_event_type acled_sub_event_type"),
        **columns_of("source source_names target target_names place place_name country_code admin1"),
        **columns_of(real="latitude longitude", integer="geo_precision"),
        **columns_of("start_date end_date", "time_precision"),
        **columns_of("polarity modality claimed_by claimed_by_name disputed_by instruments"),
        **_count_columns(),
        **columns_of("reasons quote published url title file language", real="confidence salience"),
    },
    "claims": {
        **columns_of("id article event text", "start end"),
        **columns_of("trigger predicate", "trigger_start trigger_end"),
        **columns_of(" ".join(f"{side} {side}_text" for side in SIDES)),
        **columns_of("place date claimed_by source_text cue polarity modality tense", "quoted", "confidence"),
    },
    "actors": columns_of("id article name kind country sector role", real="confidence"),
    "places": {
        **columns_of("id article name kind", "geonames_id", "latitude longitude"),
        **columns_of("country_code admin1 admin2 feature_code reason relation", "population", "confidence"),
    },
    "dates": columns_of("id article text type value mod earliest latest granularity anchor reason", "start end"),
    "mentions": columns_of("article layer record text", "start end"),
}
# Column of an article -> the field of its FiveW; WHEN is a word of SQL.
ANSWERS = {"who": "who", "what": "what", "when_told": "when", "where_told": "where", "why": "why", "how": "how"}
# Columns that formats with more types than text, integer and real hold as days and as lists.
DAYS = {"events": ("start_date", "end_date")}
LISTS = {
    "articles": ("warnings",),
    "events": (
        *("contexts", "source", "source_names", "target", "target_names"),
        *("claimed_by_name", "disputed_by", "instruments", "reasons"),
    ),
}
# Column -> the table whose ids it holds.
FOREIGN = {
    "articles": {"main_event": "events"},
    **{table: {"article": "articles"} for table in ("actors", "places", "dates", "mentions")},
    "events": {"article": "articles", "place": "places", "claimed_by": "actors"},
    "claims": {
        **{"article": "articles", "event": "events", "place": "places", "date": "dates", "claimed_by": "actors"},
        **dict.fromkeys(SIDES, "actors"),
    },
}
KEYS = {name: ("id",) if name != "mentions" else ("record", "start", "end") for name in TABLES}


def table_rows(result: Extraction) -> dict[str, list[Row]]:
    """The rows of one result by table; every row has all columns of its table.

    >>> table_rows(result)["events"][0]["place_name"]  # doctest: +SKIP
    'Aleppo'
    """
    article = result.article.id
    rows = {
        "articles": [_article_row(result)],
        "events": [event_row(event, result) for event in result.events],
        "claims": [_claim_row(claim, result) for claim in result.claims],
        "actors": [actor.model_dump(mode="json") for actor in result.actors],
        "places": [place.model_dump(mode="json") for place in result.places],
        "dates": [date.model_dump(mode="json") for date in result.dates],
        "mentions": list(_mentions(result)),
    }
    return {
        name: [{column: (row | {"article": article}).get(column) for column in TABLES[name]} for row in some]
        for name, some in rows.items()
    }


def typed_rows(result: Extraction) -> dict[str, list[Row]]:
    """The same rows with days as dates and several values as lists."""
    tables = table_rows(result)
    tables["articles"][0]["warnings"] = list(result.warnings)
    for row, event in zip(tables["events"], result.events, strict=True):
        row |= {"start_date": event.start_date, "end_date": event.end_date}
        row |= {"contexts": event.contexts, "source": event.source, "source_names": result.names(event.source)}
        row |= {"target": event.target, "target_names": result.names(event.target), "reasons": event.reasons}
        row |= {"claimed_by_name": result.names(event.claimed_by), "disputed_by": event.disputed_by}
        row["instruments"] = event.instruments
    return tables


def _article_row(result: Extraction) -> Row:
    """An article with its main event, the five questions, the warnings and what made the result."""
    row = result.article.model_dump(mode="json")
    main = result.main_event
    row |= {"main_event": main.id if main is not None else None}
    row |= {column: _answer(result, question) for column, question in ANSWERS.items()}
    return row | {"warnings": joined(result.warnings), "provenance": result.provenance.model_dump_json()}


def _answer(result: Extraction, question: str) -> str | None:
    """The words that answer one of the five questions."""
    span: Span | None = getattr(result.five_w, question, None)
    return span.text if span is not None else None


def event_row(event: Event, result: Extraction) -> Row:
    """One event with the names behind its ids and the words of its first claim."""
    row = event.model_dump(mode="json") | _place_cells(result.place(event))
    row |= {f"{name}_{part}": value for name in COUNTS for part, value in _count_cells(getattr(event, name)).items()}
    return row | {
        "contexts": joined(event.contexts),
        "acled_event_type": event.acled.event_type if event.acled else None,
        "acled_sub_event_type": event.acled.sub_event_type if event.acled else None,
        "source": joined(event.source),
        "source_names": joined(result.names(event.source)),
        "target": joined(event.target),
        "target_names": joined(result.names(event.target)),
        "claimed_by_name": joined(result.names(event.claimed_by)),
        "disputed_by": joined(event.disputed_by),
        "instruments": joined(event.instruments),
        "reasons": joined(event.reasons),
        "quote": next((claim.text for claim in result.claims_of(event)), None),
        "published": result.article.published.isoformat() if result.article.published else None,
        **result.article.model_dump(include={"url", "title", "file", "language"}),
    }


def joined(parts: Iterable[str | None]) -> str | None:
    """ "a; b", or None for nothing."""
    return "; ".join(part for part in parts if part) or None


def storable(cell: Any) -> Any:
    """A cell for programs whose integers have 64 bits: a larger number becomes the largest that fits."""
    if isinstance(cell, int):
        return max(-(2**63), min(2**63 - 1, cell))
    return cell


def _place_cells(place: Place | None) -> Row:
    """The cells of a place that an event has."""
    if place is None:
        return {}
    wanted = {"country_code", "admin1", "latitude", "longitude"}
    return {"place_name": place.name} | place.model_dump(include=wanted)


def _count_cells(count: Count | None) -> Row:
    """The cells of a count."""
    if not count:
        return {}
    return count.model_dump(include={"low", "high", "text"})


def _claim_row(claim: Claim, result: Extraction) -> Row:
    """A claim with the words and the ids of its arguments in columns of their own."""
    row = claim.model_dump(mode="json")
    for side in SIDES:
        given: str | Span | None = getattr(claim, side)
        row[f"{side}_text"] = joined(result.names(given))
        row[side] = given if isinstance(given, str) else None
    return row | {
        "trigger": claim.trigger.text,
        "trigger_start": claim.trigger.start,
        "trigger_end": claim.trigger.end,
        "source_text": claim.source_span.text if claim.source_span else None,
        "cue": claim.cue.text if claim.cue else None,
        "quoted": int(claim.quoted),
    }


def _mentions(result: Extraction) -> Iterator[Row]:
    """A row for each mention of an actor or a place."""
    for layer, records in (("actors", result.actors), ("places", result.places)):
        for record in records:
            for mention in record.mentions:
                yield {"layer": layer, "record": record.id, **mention.model_dump()}
