"""JSON and JSON Lines: one object an article, in our names or those of news-please, schema.org or ninjs."""

import json
from collections.abc import Iterator
from typing import Any

from extractor.errors import InputError
from extractor.read.encoding import decode
from extractor.read.fields import article_fields
from extractor.read.lines import text_lines
from extractor.read.reading import Reading, ReadOptions
from extractor.read.rows import Row, in_one_order
from extractor.read.source import Source

MOST_VALUES = 3_000_000  # of one document: as Python's objects they take up to 20 times their size, or 200 MB
LISTS = ("articles", "items", "results", "docs", "documents", "data", "@graph")


def read_jsonl(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """One article for each line that is not empty."""
    yield from in_one_order(_lines(source, options), options)


def _lines(source: Source, options: ReadOptions) -> Iterator[Row | Reading]:
    """A row for each line that holds something; a problem for a line that cannot be read."""
    limit = options.max_article_bytes
    lines, encoding = text_lines(source.stream, limit, options.encoding)
    for number, line in enumerate(lines, 1):
        where = f"{source.name}#{number}"
        if line is None:
            yield Reading(where, problem=f"the line is longer than {limit} bytes (max_article_bytes)")
        elif line.strip():
            yield _read_line(line, encoding, where, options)


def _parsed(data: bytes, encoding: str | None) -> Any:
    """The value that JSON stands for. Raises ValueError, InputError when it holds too many values, RecursionError."""
    if len(data) > MOST_VALUES and sum(map(data.count, (b",", b"{", b"["))) > MOST_VALUES:
        raise InputError(f"it holds more than {MOST_VALUES} values")
    return json.loads(decode(data, encoding))


def _read_line(line: bytes, encoding: str | None, where: str, options: ReadOptions) -> Row | Reading:
    """The row of a line, or what is wrong with it."""
    try:
        return read_object(_parsed(line, encoding), where, options)
    except InputError as error:
        return Reading(where, problem=f"the line cannot be read: {error}")
    except (ValueError, RecursionError) as error:
        return Reading(where, problem=f"the line is not JSON: {error}")


def read_json(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """One article, a list of articles, or an object that holds a list of articles."""
    try:
        given = _parsed(source.all(options.max_article_bytes), options.encoding)
    except InputError:
        raise
    except (ValueError, RecursionError) as error:
        raise InputError(f"{source.name} is not JSON: {error}") from error
    listed = _listed(given)
    items = [(source.name, given)]
    if listed is not None:
        items = [(f"{source.name}#{number}", item) for number, item in enumerate(listed, 1)]
    yield from in_one_order((read_object(item, where, options) for where, item in items), options)


def _listed(given: Any) -> list[Any] | None:
    """The list of articles that a document is or holds; None when it is one article."""
    if isinstance(given, list):
        return given
    lists = (given.get(name) for name in LISTS) if isinstance(given, dict) else ()
    for value in lists:
        if isinstance(value, list):
            return value
    return None


def read_object(given: Any, where: str, options: ReadOptions) -> Row | Reading:
    """One JSON value -> Row. A result of this library is read as the article that it was made from."""
    if isinstance(given, str):
        given = {"text": given}
    if isinstance(given, dict) and "schema_version" in given and isinstance(given.get("article"), dict):
        given = given["article"]
    if not isinstance(given, dict):
        return Reading(where, problem=f"an article is an object, not {type(given).__name__}")
    try:
        return Row(where, article_fields(given, options))
    except InputError as error:
        return Reading(where, problem=str(error))
