"""JSON and JSON Lines: one object an article, in our names or those of news-please, schema.org or ninjs."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from extractor.errors import InputError
from extractor.read.encoding import decode
from extractor.read.fields import article_fields, check_text
from extractor.read.lines import text_lines
from extractor.read.reading import Reading, ReadOptions
from extractor.read.rows import Row, in_one_order
from extractor.read.source import Source

MOST_VALUES = 3_000_000  # of one document: as Python's objects they take up to 20 times their size, or 200 MB
LISTS = ("articles", "items", "results", "docs", "documents", "data", "hits", "@graph")
ANSWERS = ("response", "hits")  # what holds the list in the answer of a service
# The start of an object over several lines, or of a list of which each line but the first is a member.
_SPREAD = re.compile(rb'\s*(?:\{\s*\n\s*"|\[\s*\n\s*\{(?:\s*\n|.*,\s*\n))')
_SPACE = re.compile(r"[ \t\r\n]*")


def read_jsonl(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """One article for each line that is not empty; a file in which they are spread over lines is one document."""
    if _SPREAD.match(source.head().removeprefix(b"\xef\xbb\xbf")):
        yield from read_json(source, options)
        return
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


def _parsed(data: bytes, encoding: str | None, load: Callable[[str], Any] = json.loads) -> Any:
    """The value that JSON stands for. Raises ValueError, InputError when it holds too many values, RecursionError."""
    if len(data) > MOST_VALUES and sum(map(data.count, (b",", b"{", b"["))) > MOST_VALUES:
        raise InputError(f"it holds more than {MOST_VALUES} values")
    return load(decode(data, encoding))


def _load_all(text: str) -> Any:
    """The value of a document; the list of them where several stand one behind the other, as `jq` writes them."""
    read, start = json.JSONDecoder().raw_decode, _space_end(text, 0)
    found: list[Any] = []
    while start < len(text) or not found:
        value, end = read(text, start)
        found.append(value)
        start = _space_end(text, end)
    return found if len(found) > 1 else found[0]


def _space_end(text: str, start: int) -> int:
    """Where the white space from an offset on ends."""
    space = _SPACE.match(text, start)
    return space.end() if space else start


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
        given = _parsed(source.all(options.max_article_bytes), options.encoding, _load_all)
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
    """The list of articles that a document is or holds; None when it is one article.

    >>> _listed({"response": {"results": ["Rain fell."]}})
    ['Rain fell.']
    """
    if isinstance(given, list):
        return given
    if not isinstance(given, dict):
        return None
    for value in map(given.get, LISTS):
        if isinstance(value, list):
            return value
    answers = (_listed(value) for value in map(given.get, ANSWERS) if isinstance(value, dict))
    return next((listed for listed in answers if listed is not None), None)


def read_object(given: Any, where: str, options: ReadOptions) -> Row | Reading:
    """One JSON value -> Row. A result of this library is read as the article that it was made from."""
    if isinstance(given, str):
        given = {"text": given}
    if isinstance(given, dict) and "schema_version" in given and isinstance(given.get("article"), dict):
        given = given["article"]
    if isinstance(given, dict) and isinstance(given.get("_source"), dict):  # a document of Elasticsearch
        given = {"_id": given.get("_id"), **given["_source"]}
    if not isinstance(given, dict):
        return Reading(where, problem=f"an article is an object, not {type(given).__name__}")
    try:
        check_text(given, options)
        return Row(where, article_fields(given, options))
    except InputError as error:
        return Reading(where, problem=str(error))
