"""Rows of a DataFrame -> articles: columns are found as those of CSV files are, the others are kept in `meta`."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from extractor.errors import InputError
from extractor.read.article import ArticleLike
from extractor.read.field_names import NAMES
from extractor.read.fields import article_fields
from extractor.read.reading import ReadOptions
from extractor.read.rows import Row, in_one_order

if TYPE_CHECKING:
    import pandas
    from typing_extensions import TypeIs

_OF_ARTICLES = frozenset(name for names in NAMES.values() for name in names)


def is_frame(given: object) -> "TypeIs[pandas.DataFrame]":
    """Whether something is a DataFrame, of pandas or a subclass; does not import pandas."""
    return all(hasattr(given, name) for name in ("columns", "itertuples", "to_dict"))


def articles_of(frame: "pandas.DataFrame", options: ReadOptions) -> Iterator[ArticleLike | InputError]:
    """The articles of the rows, in order; in the place of one that has no text or too much of it what is wrong."""
    names = [str(name) for name in frame.columns]
    cells = (dict(zip(names, values, strict=True)) for values in frame.itertuples(index=False, name=None))
    rows = (Row(str(number), _fields(row, options)) for number, row in enumerate(cells))
    for reading in in_one_order(rows, options):
        yield reading.article if reading.article is not None else InputError(reading.problem)


def _fields(row: Mapping[str, Any], options: ReadOptions) -> dict[str, Any]:
    """The cells of a row that hold something, as fields for `reading`."""
    known = {name: _plain(cell) for name, cell in row.items() if not _is_missing(cell)}
    meta = {name: str(cell) for name, cell in known.items() if name.lower() not in _OF_ARTICLES}
    fields = article_fields(known, options)
    if meta:
        fields["meta"] = meta
    return fields


def _is_missing(cell: object) -> bool:
    """None, NaN, NaT and NA: the last three are not equal to themselves, or will not say."""
    try:
        return cell is None or bool(cell != cell)  # noqa: PLR0124
    except (TypeError, ValueError):  # NA, or a list of several values
        return type(cell).__name__ == "NAType"


def _plain(cell: object) -> object:
    """A cell as files have it: a midnight without a time zone is a day."""
    if not isinstance(cell, datetime):
        return cell
    is_day = cell.time() == time() and cell.tzinfo is None
    return cell.date().isoformat() if is_day else cell.isoformat()
