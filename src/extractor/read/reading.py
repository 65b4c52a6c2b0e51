"""What reading gives for each article, and its options."""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict

from extractor.errors import InputError
from extractor.read.article import make_article
from extractor.records import Article

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """One article of an input, or the reason why it could not be read; `where` is like "news.zip!a.jsonl#12"."""

    where: str
    article: Article | None = None
    problem: str | None = None


class ReadOptions(BaseModel):
    """Options of reading.

    text_field ... id_field  the field or column of JSON and tables, for names that are not known by themselves
    encoding                 of text; found out when it is not given
    published                the publication date of articles that bring none
    max_article_bytes        largest document, JSON line or table cell
    max_input_bytes          largest input, counted after decompression
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text_field: str | None = None
    title_field: str | None = None
    date_field: str | None = None
    url_field: str | None = None
    id_field: str | None = None
    encoding: str | None = None
    published: str | None = None
    max_article_bytes: int = 50 * MEGABYTE
    max_input_bytes: int = 50_000 * MEGABYTE


def reading(where: str, fields: dict[str, Any], options: ReadOptions) -> Reading:
    """Fields of an article -> Reading; a publication date that is missing is taken from the options."""
    if not str(fields.get("text") or "").strip():
        return Reading(where, problem="there is no text")
    known = {key: value for key, value in fields.items() if value is not None}
    if "published" not in known and options.published:
        known |= {"published": options.published, "published_from": "option"}
    known.setdefault("published_from", "none")
    try:
        return Reading(where, make_article(known))
    except InputError as error:
        return Reading(where, problem=str(error))
