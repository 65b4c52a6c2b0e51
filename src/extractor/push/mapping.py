"""A mapping file: the names that another API gives to the fields of an event.

TOML; keys are their names, values are paths into an EventDocument, or constants after "=":

    kind = "event.type"
    who = "actors.0.name"
    feed = "=newswire"
    [where]
    lat = "place.latitude"
"""

import tomllib
from pathlib import Path
from typing import Any

from extractor.errors import InputError
from extractor.push.document import EventDocument


def load_mapping(path: Path) -> dict[str, Any]:
    """Read a mapping file. Raises InputError."""
    try:
        mapping = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"the mapping {path} cannot be read: {error}") from error
    _check(mapping, path)
    return mapping


def _check(mapping: dict[str, Any], path: Path) -> None:
    """Raises InputError for a path that no event has and for what is neither a path nor a constant."""
    for key, value in mapping.items():
        if isinstance(value, dict):
            _check(value, path)
        elif not isinstance(value, str):
            raise InputError(f"the mapping {path}: {key} is {value!r}, but it must be a path or a constant after '='")
        elif not value.startswith("=") and not _known(value):
            raise InputError(
                f"the mapping {path}: {key} is {value!r}, which no event has: see extractor schema --openapi"
            )


def _known(path: str) -> bool:
    """Whether an EventDocument can have a value at a path."""
    schema = EventDocument.model_json_schema()
    nodes = [schema]
    for step in path.split("."):
        nodes = [below for node in nodes for below in _below(node, step, schema["$defs"])]
    return bool(nodes)


def _below(node: dict[str, Any], step: str, definitions: dict[str, Any]) -> list[dict[str, Any]]:
    """The schemas that a step leads to: the name of a field, or a number in a list."""
    if "$ref" in node:
        node = definitions[node["$ref"].rpartition("/")[2]]
    if "anyOf" in node:
        return [below for one in node["anyOf"] for below in _below(one, step, definitions)]
    if step.isdigit() and "items" in node:
        return [node["items"]]
    if step in node.get("properties", {}):
        return [node["properties"][step]]
    free = node.get("additionalProperties")
    if not isinstance(free, dict):
        return []
    return [free]


def apply(mapping: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    """A document under the names of a mapping; what it has not is null.

    >>> apply({"kind": "event.type", "at": {"lat": "place.latitude"}}, {"event": {"type": "AID"}, "place": None})
    {'kind': 'AID', 'at': {'lat': None}}
    """
    return {
        key: apply(value, document) if isinstance(value, dict) else _value(value, document)
        for key, value in mapping.items()
    }


def _value(path: str, document: Any) -> Any:
    """What stands at a path of a document, or the constant behind "="; None when nothing is there."""
    if path.startswith("="):
        return path[1:]
    found = document
    for step in path.split("."):
        if isinstance(found, list) and step.isdigit():
            found = found[int(step)] if int(step) < len(found) else None
        elif isinstance(found, dict):
            found = found.get(step)
        else:
            return None
    return found
