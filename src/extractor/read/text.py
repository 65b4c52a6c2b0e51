"""Plain text: the body, with title and date from a header block or from a sidecar file."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.errors import InputError
from extractor.read.encoding import decode
from extractor.read.field_names import NAMES
from extractor.read.fields import article_fields, header_fields
from extractor.read.reading import Reading, ReadOptions, reading
from extractor.read.sniff import ending_of, why_no_prose
from extractor.read.source import Source

MOST_SIDECAR_BYTES = 1 << 20
_HEADER_LINE = re.compile(r"([A-Za-z_]{2,20}):[ \t]*([^\r\n]*)\r?\n")
_HEADER_END = re.compile(r"[ \t]*\r?\n")
_KEYS = {name for field, names in NAMES.items() if field != "text" for name in names}


def read_text(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """One article. A header block is "Title: ...", "Date: ..." and such lines, ended by an empty line."""
    text = decode(source.all(options.max_article_bytes), options.encoding)
    fields, body = split_header(text)
    problem = why_no_prose(body, markup=ending_of(source.name) == "md")
    if problem is not None:
        raise InputError(problem)
    yield reading(source.name, {"text": body} | fields | sidecar(source.path, options), options)


def split_header(text: str) -> tuple[dict[str, Any], str]:
    """Fields of the header block and the rest; no fields and the whole text when there is none.

    >>> split_header("Title: Rain\\nDate: 2024-12-01\\n\\nIt rained.")[1]
    'It rained.'
    """
    header: dict[str, str] = {}
    position = 0
    while (line := _HEADER_LINE.match(text, position)) and line[1].lower() in _KEYS:
        header[line[1]] = line[2].strip()
        position = line.end()
    end = _HEADER_END.match(text, position)
    if not header or end is None:
        return {}, text
    return header_fields(header), text[end.end() :].lstrip("\r\n")


def sidecar_of(path: Path) -> Path:
    """Where the metadata of a text file may lie: "news.txt" has "news.txt.json"."""
    return path.with_name(path.name + ".json")


def sidecar(path: Path | None, options: ReadOptions) -> dict[str, Any]:
    """The fields of the sidecar file, without a text; none when there is no file. Raises InputError."""
    if path is None or not sidecar_of(path).is_file():
        return {}
    if sidecar_of(path).stat().st_size > MOST_SIDECAR_BYTES:
        raise InputError(f"the sidecar {sidecar_of(path)} is larger than {MOST_SIDECAR_BYTES} bytes")
    try:
        given = json.loads(sidecar_of(path).read_bytes())
        fields = article_fields(given, options.model_copy(update={"text_field": None}))
    except (ValueError, AttributeError) as error:
        raise InputError(f"the sidecar {sidecar_of(path)} is no JSON object: {error}") from error
    return {field: value for field, value in fields.items() if field != "text"}
