"""Readings as rows of a table and back, so that other machines can parse the documents among them."""

import json
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from extractor.read.publication import Stamp
from extractor.read.reading import Reading, ReadOptions, Unparsed
from extractor.records import Article

_KNOWN: TypeAdapter[dict[str, str | list[Stamp]]] = TypeAdapter(dict[str, str | list[Stamp]])


def to_row(given: Reading) -> dict[str, Any]:
    """The columns of a reading; `body` is the document where it is unparsed, and `about` what is known of it."""
    document = given.unparsed
    row: dict[str, Any] = {"where": given.where, "problem": given.problem or ""}
    row |= {"article": "", "body": b"", "about": ""}
    if given.article is not None:
        row["article"] = given.article.model_dump_json()
    if document is not None:
        row |= {"body": document.body, "about": json.dumps(_about(document))}
    return row


def _about(document: Unparsed) -> dict[str, Any]:
    """What is stored beside a document's bytes."""
    return {
        "parser": document.parser,
        "url": document.url,
        "captured": document.captured.isoformat() if document.captured else None,
        "known": _KNOWN.dump_python(document.known, mode="json"),
    }


def from_row(row: dict[str, Any], options: ReadOptions) -> Reading:
    """The reading of which `to_row` made the columns; `options` are those it was read with."""
    if row["about"]:
        return Reading(row["where"], unparsed=_document(row, options))
    article = Article.model_validate_json(row["article"]) if row["article"] else None
    return Reading(row["where"], article=article, problem=row["problem"] or None)


def _document(row: dict[str, Any], options: ReadOptions) -> Unparsed:
    """The document of a stored row."""
    about = json.loads(row["about"])
    return Unparsed(
        where=row["where"],
        parser=about["parser"],
        body=row["body"],
        options=options,
        url=about["url"],
        captured=datetime.fromisoformat(about["captured"]) if about["captured"] else None,
        known=_KNOWN.validate_python(about["known"]),
    )
