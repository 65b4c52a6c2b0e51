"""What reading gives for each article, and its options."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib import import_module
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from extractor.document.date_order import DateOrder
from extractor.errors import InputError, MissingExtra
from extractor.read.article import make_article
from extractor.read.encoding import check_encoding
from extractor.read.origin import address_of_name, title_of_name
from extractor.read.publication import Publication, parse_given, publication
from extractor.records import Article

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Unparsed:
    """A document whose parsing costs time, or may never end: a run leaves it to its workers, under their time limit.

    `parser` names the function that makes a Reading of it, as "html:parse_page". For pages: `url` is where it was
    fetched from, `captured` when, `known` what a feed says of it.
    """

    where: str
    parser: str
    body: bytes
    options: "ReadOptions"
    url: str | None = None
    captured: datetime | None = None
    known: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """One article of an input, or the reason why it could not be read; `where` is like "news.zip!a.jsonl#12".

    Or it is `unparsed`: `parsed` tells whether there is an article.
    """

    where: str
    article: Article | None = None
    problem: str | None = None
    unparsed: Unparsed | None = None


def later(where: str, parser: str, body: bytes, options: "ReadOptions", **about: Any) -> Reading:
    """The reading of a document that is parsed when it is asked for."""
    return Reading(where, unparsed=Unparsed(where, parser, body, options, **about))


def parsed(given: Reading) -> Reading:
    """The reading with its document parsed. Raises MissingExtra."""
    document = given.unparsed
    if document is None:
        return given
    module, _, function = document.parser.partition(":")
    try:
        made: Reading = getattr(import_module(f"extractor.read.{module}"), function)(document)
    except MissingExtra:
        raise
    except Exception as error:  # noqa: BLE001 - parsers of other people's documents raise anything: this one only
        return Reading(given.where, problem=str(error) or type(error).__name__)
    return made


class ReadOptions(BaseModel):
    """Options of reading.

    text_field ... id_field  the field or column of JSON and tables, for names that are not known by themselves
    encoding                 of text; found out when it is not given
    published                the publication date of articles that bring none, or of all
    published_for            "missing": `published` is for articles that bring no date; "all": it replaces theirs
    date_order               order of 04/03/2024: "DMY", "MDY", or "auto" (by the clear dates of the input, then by the
                             outlet's country; where neither tells, such a date is not read)
    source_location          where the outlet is, of articles that do not say it
    max_chars                longest text of an article, in characters; a run takes it from its settings
    max_article_bytes        largest document, JSON line or table cell
    max_input_bytes          largest input, counted after decompression
    max_held_bytes           largest table or zip inside another file: it is copied to an unnamed temporary file
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text_field: str | None = None
    title_field: str | None = None
    date_field: str | None = None
    url_field: str | None = None
    id_field: str | None = None
    encoding: str | None = None
    published: str | None = None
    published_for: Literal["missing", "all"] = "missing"
    date_order: Literal["auto", "DMY", "MDY"] = "auto"
    source_location: str | None = None
    max_chars: int = 5_000_000
    max_article_bytes: int = 50 * MEGABYTE
    max_input_bytes: int = 50_000 * MEGABYTE
    max_held_bytes: int = 2_000 * MEGABYTE

    @property
    def order(self) -> DateOrder | None:
        """The order of days and months that was given."""
        if self.date_order == "auto":
            return None
        return self.date_order

    def checked(self) -> "ReadOptions":
        """The options themselves. Raises InputError when the publication date cannot be read, or for no encoding."""
        _ = self.published_day
        if self.encoding is not None:
            check_encoding(self.encoding)
        return self

    @property
    def published_day(self) -> datetime | date | None:
        """The publication date that was given. Raises InputError when it cannot be read."""
        return parse_given(self.published, self.order)


def reading(
    where: str,
    fields: dict[str, Any],
    options: ReadOptions,
    *,
    order: DateOrder | None = None,
    captured: datetime | None = None,
) -> Reading:
    """Fields of an article, with stamps as `published`, -> Reading.

    `order` is that of the days and months of the whole input; `captured` is when a page was fetched.
    """
    text = str(fields.get("text") or "")
    if len(text) > options.max_chars:  # before anything is made of it: masks of 50 million take a gigabyte
        return Reading(where, problem=f"the text has {len(text)} characters; max_chars is {options.max_chars}")
    if not any(map(str.isalnum, text)):
        return Reading(where, problem="there is no text")
    defaults = {
        "source_location": options.source_location or None,
        "url": address_of_name(where),
        "title": title_of_name(where),
    }
    known = _known(defaults) | _known(fields)
    found = publication(
        known.pop("published", ()), order=options.order or order, url=known.get("url"), captured=captured
    )
    if options.published and (options.published_for == "all" or found.when is None):
        found = Publication(options.published_day, "option")
    known |= {"published": found.when, "published_from": found.origin, "file": where}
    if found.unread is not None:
        known["meta"] = {**known.get("meta", {}), "published": found.unread}
    try:
        return Reading(where, make_article(known))
    except InputError as error:
        return Reading(where, problem=str(error))


def _known(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that hold something."""
    return {name: value for name, value in fields.items() if value is not None}
