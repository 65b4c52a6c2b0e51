"""A string, a dict or an Article -> an Article that is ready to be read: with an id, a date and its masks."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from extractor.document.credits import agency, byline
from extractor.document.date_order import DateOrder
from extractor.document.ids import content_id
from extractor.errors import InputError
from extractor.read.field_names import NAMES
from extractor.read.layout import find_masks
from extractor.read.publication import parse_given
from extractor.records import Article

_SURROGATE = re.compile("[\ud800-\udfff]")  # JSON cannot carry them alone; replaced one for one

MOST_ID_CHARS = 500  # PostgreSQL indexes keys of up to 2,700 bytes

ArticleLike = str | Article | Mapping[str, Any]


def make_article(
    given: ArticleLike, *, order: DateOrder | None = None, max_chars: int | None = None, **fields: Any
) -> Article:
    """A string, an Article or a dict -> Article with an id and its masks. Raises InputError.

    `order` is that of day and month in a publication date like "04/03/2024". A text of more than `max_chars` is
    refused before it is looked at.

    >>> make_article("Rebels seized Aleppo.", published="2024-12-01").published
    datetime.date(2024, 12, 1)
    """
    known: dict[str, Any] = {"text": given} if isinstance(given, str) else dict(_fields(given))
    odd = [name for name in known if not isinstance(name, str)]
    if odd:
        raise InputError(f"an article has no field {odd[0]!r}: the names of fields are strings")
    known |= fields
    text = known.get("text")
    if not isinstance(text, str):
        raise InputError(f"an article needs a text, not {type(text).__name__}: give a string or a dict with 'text'")
    known["published"] = parse_given(known.get("published"), order)
    given_id = str(known.get("id") or "").strip().replace("\0", "\ufffd")  # keys of databases hold no zeros
    known["id"] = _usable_id(given_id or content_id("a", known.get("url") or text))
    if max_chars is not None:
        check_length(known["id"], text, max_chars)
    if "masked" not in known:
        known["masked"] = find_masks(text)
    known |= {"agency": known.get("agency") or agency(text), "byline": known.get("byline") or byline(text)}
    known |= {name: _SURROGATE.sub("\ufffd", value) for name, value in known.items() if isinstance(value, str)}
    unknown = sorted(set(known) - set(Article.model_fields))
    if unknown:
        raise InputError(_no_such_fields(unknown))
    try:
        return Article.model_validate(known)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise InputError(f"the article's {field} cannot be used: {first['msg']}, not {first['input']!r:.60}") from error


def _no_such_fields(unknown: list[str]) -> str:
    """What is wrong with fields that no article has: what they are called here, or where they belong.

    >>> _no_such_fields(["headline"])[:67]
    "an article has no field headline; 'headline' is called 'title' here"
    """
    meant = {name: field for name in unknown for field, names in NAMES.items() if name.lower() in names}
    told = "".join(f"; {name!r} is called {field!r} here" for name, field in meant.items())
    known = ", ".join(Article.model_fields)
    return (
        f"an article has no field {', '.join(unknown)}{told}; known are {known}, "
        "and what else you know of it belongs in 'meta'"
    )


def check_length(id: str, text: str, most: int) -> None:  # noqa: A002 - the contract's name
    """Raise InputError for the text of an article that has more characters than are wanted."""
    if len(text) > most:
        raise InputError(f"article {id} has {len(text)} characters; max_chars is {most}")


def _usable_id(given: str) -> str:
    """The id itself, or its hash when it is too long for the keys of databases."""
    if len(given) <= MOST_ID_CHARS:
        return given
    return content_id("a", given)


def _fields(given: Article | Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields that are set. Raises InputError for what is no article."""
    if isinstance(given, Article):
        return given.model_dump(exclude_defaults=True)
    if isinstance(given, Mapping):
        return given
    raise InputError(f"an article is a string, an Article or a dict, not {type(given).__name__}")
