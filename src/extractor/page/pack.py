"""Results -> columns that compress well. `assets/unpack.js` turns them back into the same JSON as `model_dump`.

A table holds one list a field over all articles, with null where the field has its default. What repeats the article's
text is kept as [start, length], and an id that names another record of the article as its place in that record's list.
Ids are random digits to a compressor, a quarter of the page: those that can be made again from the record are left out,
and the page makes them when it saves a file (`assets/ids.js`).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from extractor.document.ids import content_id
from extractor.records import Actor, Claim, DateExpression, Event, Extraction, Place

TABLES: Mapping[str, type[BaseModel]] = {
    "actors": Actor,
    "places": Place,
    "dates": DateExpression,
    "claims": Claim,
    "events": Event,
}
# Fields that hold ids of other records: the table they point into. Participants are an id or a span.
REFERENCES: Mapping[str, Mapping[str, str]] = {
    "actors": {},
    "places": {},
    "dates": {},
    "claims": {
        **dict.fromkeys(("agent", "patient", "recipient", "instrument", "coagents", "copatients"), "actors"),
        **{"claimed_by": "actors", "place": "places", "date": "dates", "event": "events"},
    },
    "events": {
        **dict.fromkeys(("source", "target", "claimed_by", "disputed_by"), "actors"),
        **{"place": "places", "claims": "claims"},
    },
}
LISTS = frozenset({"coagents", "copatients", "source", "target", "disputed_by", "claims"})  # of REFERENCES


def _ends(span: Mapping[str, Any]) -> tuple[object, ...]:
    return span["start"], span["end"]


def _name_and_ends(actor: Mapping[str, Any]) -> tuple[object, ...]:
    ends = _ends(actor["mentions"][0]) if actor["mentions"] else ()
    return actor["kind"], actor["name"], *ends


# What the id of a record is made from, beside its article's: annotate.actors, annotate.dates and annotate.claims.
ID_PARTS: Mapping[str, Callable[[dict[str, Any]], tuple[object, ...]]] = {
    "actors": _name_and_ends,
    "dates": _ends,
    "claims": lambda row: _ends(row["trigger"]),
}
SPANS = frozenset({"mentions", "references", "trigger", "source_span", "cue"})


def pack(results: Sequence[Extraction]) -> dict[str, Any]:
    """The payload of the page: articles, and the tables of all their records."""
    dumped = [result.model_dump(mode="json") for result in results]
    return {
        "articles": [_article(result) for result in dumped],
        "fields": {name: list(model.model_fields) for name, model in TABLES.items()},
        "defaults": {name: _defaults(model) for name, model in TABLES.items()},
        "references": REFERENCES,
        "lists": sorted(LISTS),
        "spans": sorted(SPANS),
        "tables": {name: _table(name, dumped) for name in TABLES},
    }


def _article(result: dict[str, Any]) -> dict[str, Any]:
    """What is not in a table, with how many rows of each table are the article's."""
    rest = {key: value for key, value in result.items() if key not in TABLES}
    return {**rest, "rows": [len(result[name]) for name in TABLES]}


def _defaults(model: type[BaseModel]) -> dict[str, Any]:
    """The fields of a record with what they are when nothing is said."""
    given: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        value = field.get_default()
        if value is not None and value is not PydanticUndefined:
            given[name] = value
    return given


def _table(name: str, results: Sequence[dict[str, Any]]) -> dict[str, list[Any]]:
    """Records as columns, without those that hold nothing."""
    defaults = _defaults(TABLES[name])
    columns: dict[str, list[Any]] = {field: [] for field in TABLES[name].model_fields}
    for result in results:
        numbers = {table: {row["id"]: i for i, row in enumerate(result[table])} for table in TABLES}
        for row in result[name]:
            _add_row(columns, name, row, defaults, numbers)
            if _is_derived(name, row, result["article"]["id"]):
                columns["id"][-1] = None
    return {field: column for field, column in columns.items() if any(value is not None for value in column)}


def _is_derived(name: str, row: dict[str, Any], article: str) -> bool:
    """Whether the id of a record follows from the record, so that the page can make it again."""
    if name not in ID_PARTS or not _is_unicode(article):
        return False
    parts = ID_PARTS[name](row)
    return all(_is_unicode(str(part)) for part in parts) and row["id"] == content_id(name[0], article, *parts)


def _is_unicode(text: str) -> bool:
    """Whether a text has no half of a surrogate pair, which a browser would read as another character."""
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _add_row(
    columns: dict[str, list[Any]],
    name: str,
    row: dict[str, Any],
    defaults: Mapping[str, Any],
    numbers: Mapping[str, Mapping[str, int]],
) -> None:
    """Add a record to the columns; what is as by default becomes None, an id the number of its record."""
    packed = dict(row)
    if "start" in row:
        packed["end"] = row["end"] - row["start"]
        packed["text"] = None
    for field, value in row.items():
        if value == defaults.get(field):
            packed[field] = None
        elif field in REFERENCES[name]:
            packed[field] = _reference(value, numbers[REFERENCES[name][field]])
        elif field in SPANS:
            packed[field] = _span(value)
    for field, column in columns.items():
        column.append(packed[field])


def _reference(value: Any, numbers: Mapping[str, int]) -> Any:
    """An id as a number, a span as a pair; an id of no record, which only a damaged file holds, stays as it is."""
    if isinstance(value, list):
        return [_reference(part, numbers) for part in value]
    if isinstance(value, dict):
        return _span(value)
    return numbers.get(value, value)


def _span(value: Any) -> Any:
    """A span as a pair of its start and its length; the spans of a list one by one."""
    if isinstance(value, list):
        return [_span(part) for part in value]
    return [value["start"], value["end"] - value["start"]]
