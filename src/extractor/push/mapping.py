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


def load_mapping(path: Path) -> dict[str, Any]:
    """Read a mapping file. Raises InputError."""
    try:
        mapping = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"the mapping {path} cannot be read: {error}") from error
    _check(mapping, path)
    return mapping


def _check(mapping: dict[str, Any], path: Path) -> None:
    for key, value in mapping.items():
        if isinstance(value, dict):
            _check(value, path)
        elif not isinstance(value, str):
            raise InputError(f"the mapping {path}: {key} is {value!r}, but it must be a path or a constant after '='")


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
