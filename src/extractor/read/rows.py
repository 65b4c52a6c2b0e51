"""Rows of tables and lines of JSON -> readings, with one order of day and month for the whole input."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from extractor.document.date_order import DateOrder
from extractor.read.publication import Stamp
from extractor.read.reading import Reading, ReadOptions, reading
from extractor.read.when import orders_of

# How far is read ahead for dates that tell the order, once a date came that does not: all of most files, and no more
# memory than a hundred megabytes.
MOST_HELD, MOST_HELD_CHARS = 20_000, 50_000_000
ENOUGH_HELD = 1_000  # as soon as one date has told the order


@dataclass(frozen=True, slots=True)
class Row:
    """The fields of one article in a table, a list or a file of lines."""

    where: str
    fields: dict[str, Any]


def in_one_order(rows: Iterable[Row | Reading], options: ReadOptions) -> Iterator[Reading]:
    """Readings in the order of the rows. "04/03/2024" is read as "25/03/2024" in the same input asks for.

    Where the input writes both 25/03 and 03/25 no order is taken from it.
    """
    coming = iter(rows)
    told: set[DateOrder] = set()
    for row in coming:
        held = deque((row,))
        told |= _told_by(row)
        if _is_open(row):
            _hold(held, coming, told)
        order = next(iter(told)) if len(told) == 1 else None
        while held:
            yield _read(held.popleft(), order, options)


def _hold(held: deque[Row | Reading], coming: Iterator[Row | Reading], told: set[DateOrder]) -> None:
    """Read ahead until the order is told."""
    chars = 0
    for row in coming:
        held.append(row)
        told |= _told_by(row)
        chars += len(str(row.fields.get("text"))) if isinstance(row, Row) else 0
        if len(held) >= (ENOUGH_HELD if told else MOST_HELD) or chars >= MOST_HELD_CHARS:
            return


def _read(row: Row | Reading, order: DateOrder | None, options: ReadOptions) -> Reading:
    """The article of a row, its dates read in the order of the whole table."""
    if isinstance(row, Reading):
        return row
    return reading(row.where, row.fields, options, order=order)


def _told_by(row: Row | Reading) -> frozenset[DateOrder]:
    """The order that the dates of a row allow alone."""
    orders = _orders(row)
    return orders if len(orders) == 1 else frozenset()


def _is_open(row: Row | Reading) -> bool:
    return len(_orders(row)) > 1


def _orders(row: Row | Reading) -> frozenset[DateOrder]:
    """The orders of day and month that the date of a row can be in."""
    stamps: Iterable[Stamp] = row.fields.get("published", ()) if isinstance(row, Row) else ()
    return next((orders_of(stamp.given) for stamp in stamps), frozenset())
