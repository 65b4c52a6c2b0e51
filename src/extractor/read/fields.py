"""Fields and columns of other people's data -> fields of an Article."""

from collections.abc import Iterator, Mapping
from typing import Any

from extractor.errors import InputError
from extractor.read.encoding import decode
from extractor.read.field_names import NAMES
from extractor.read.publication import Stamp
from extractor.read.reading import ReadOptions


def article_fields(given: Mapping[str, Any], options: ReadOptions) -> dict[str, Any]:
    """A JSON object or a table row -> fields for `reading`. Raises InputError when a named field is missing.

    >>> article_fields({"headline": "Rain", "body": "It fell."}, ReadOptions())
    {'text': 'It fell.', 'title': 'Rain'}
    """
    known = {str(key).lower(): value for key, value in given.items()}
    named = {
        "text": options.text_field,
        "title": options.title_field,
        "published": options.date_field,
        "url": options.url_field,
        "id": options.id_field,
    }
    for name in named.values():
        if name is not None and name.lower() not in known:
            raise InputError(f"there is no field {name!r}; the fields are {', '.join(map(str, given))[:200]}")
    asked = NAMES | {field: (name.lower(),) for field, name in named.items() if name}
    found = {field: next(_values(known, names), None) for field, names in asked.items()}
    return _stamped({field: value for field, value in found.items() if value is not None}, "metadata")


def check_text(given: Mapping[str, Any], options: ReadOptions) -> None:
    """Raises InputError, which names the fields, when none of them can hold the text by its name."""
    if options.text_field is None and {str(key).lower() for key in given}.isdisjoint(NAMES["text"]):
        fields = ", ".join(map(str, given))[:200]
        raise InputError(f"there is no text: none of the fields {fields} is known to hold it (--text-field names it)")


def _values(known: Mapping[str, Any], names: tuple[str, ...]) -> Iterator[Any]:
    """What some fields hold, in their order; a number of seconds for a date stays one.

    >>> list(_values({"date": 1706659200, "published": ""}, ("published", "date")))
    [1706659200]
    """
    for name in names:
        value = known.get(name)
        is_timestamp = name in NAMES["published"] and isinstance(value, (int, float))
        plain = value if is_timestamp else _plain(value)
        if plain not in (None, ""):
            yield plain


def _plain(value: Any) -> Any:
    """A string of a value as JSON-LD and ninjs nest it; None when there is none.

    >>> _plain([{"@type": "Person", "name": "Ana Ruiz"}, "Li Wei"])
    'Ana Ruiz; Li Wei'
    """
    if isinstance(value, Mapping):
        return _plain(value.get("name") or value.get("value") or value.get("@id"))
    if isinstance(value, list):
        return "; ".join(part for part in map(_plain, value) if part) or None
    if isinstance(value, bytes):  # a binary column of Parquet
        return decode(value)
    if value is None or isinstance(value, str):
        return value
    return str(value)


def _stamped(fields: dict[str, Any], origin: str) -> dict[str, Any]:
    """The fields with `published` as the stamps that `reading` takes."""
    if "published" not in fields:
        return fields
    return fields | {"published": [Stamp(fields["published"], origin)]}


def header_fields(header: Mapping[str, str]) -> dict[str, Any]:
    """The lines of a header block -> fields for `reading`."""
    known = {key.lower(): value for key, value in header.items()}
    fields = {field: value for field, names in NAMES.items() if (value := next(_values(known, names), None))}
    return _stamped(fields, "header")
