"""When an article was published: the first date that one of its sources gives, and which one that was.

A page, a row or a message names dates in several places. Readers hand them over as stamps, the best first; nothing is
taken for the day of publication that was not written down as such.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from extractor.document.date_order import DateOrder, order_of_outlet
from extractor.errors import InputError
from extractor.read.when import orders_of, parse_when

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NAMES = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_YEAR = r"/(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
# /2024/12/01/..., /2024-dec-01-..., /20241201/..., /news/20241201-title
_IN_ADDRESS = (
    re.compile(rf"{_YEAR}[/-](?P<month>0?[1-9]|1[0-2]|{_NAMES})[/-]{_DAY}(?![\d])", re.IGNORECASE),
    re.compile(rf"{_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?![\d])"),
)
FIRST_YEAR = 1500  # no newspaper is older
# What exported tables write where a date is missing.
NO_DATE = frozenset(("", "none", "null", "nan", "nat", "n/a"))


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as it was written, and where: "metadata", "schema.org", "time element", "printed stamp", "header"."""

    given: object
    origin: str


@dataclass(frozen=True, slots=True)
class Publication:
    """The answer: `when` with its `origin`; or `unread`, what could not be read, with "unreadable" or "ambiguous"."""

    when: datetime | date | None = None
    origin: str = "none"
    unread: str | None = None


def publication(
    stamps: Iterable[Stamp], *, order: DateOrder | None, url: str | None = None, captured: datetime | None = None
) -> Publication:
    """The date of the first stamp that can be read, else the one in the address.

    `order` is that of day and month where the outlet's country does not tell; `captured` is when the page was fetched:
    what is dated later was made by the server, and is no publication date.
    """
    order = order or order_of_outlet(url)
    unread: list[str] = []
    for stamp in (*stamps, *_stamp_in_address(url)):
        if str(stamp.given).strip().lower() in NO_DATE:
            continue
        when = parse_when(stamp.given, order)
        if when is None or _stands_for_none(when):
            unread.append(str(stamp.given))
        elif captured is None or not _is_later(when, captured):
            return Publication(when, stamp.origin)
    if not unread:
        return Publication()
    open_order = any(orders_of(text) for text in unread)
    return Publication(origin="ambiguous" if open_order else "unreadable", unread=unread[0])


def parse_given(given: Any, order: DateOrder | None = None) -> datetime | date | None:
    """A publication date that a caller gives, None for a missing one. Raises InputError when it cannot be read."""
    if given is None or str(given).strip().lower() in NO_DATE:
        return None
    when = parse_when(given, order)
    if when is not None:
        return when
    shown = f"published is {str(given)[:60]!r}"
    if orders_of(given):
        raise InputError(f"{shown}, which is a day in two orders: give YYYY-MM-DD, or the date_order (--date-order)")
    raise InputError(f"{shown}, which is no date: give YYYY-MM-DD or another ISO 8601 form")


def _stamp_in_address(url: str | None) -> Iterator[Stamp]:
    """The day that the path of an address names. An archive's address holds that of the page behind its own."""
    path = (url or "").rpartition("://")[2].partition("?")[0].partition("#")[0]
    for pattern in _IN_ADDRESS:
        if match := pattern.search(path):
            yield Stamp(f"{match['year']}-{_month(match['month']):02}-{int(match['day']):02}", "address")


def _month(text: str) -> int:
    """The number of a month in digits or words."""
    if text.isdigit():
        return int(text)
    return 1 + next(number for number, name in enumerate(MONTHS) if name.startswith(text.lower()))


def _stands_for_none(when: datetime | date) -> bool:
    """Whether it is what programs write for a date that they lack: the year 1, or the day that their count begins."""
    return when.year < FIRST_YEAR or (when.year, when.month, when.day) == (1970, 1, 1)


def _is_later(when: datetime | date, captured: datetime) -> bool:
    """Whether a date lies behind the capture of the page; a day without a zone may be one ahead."""
    if not isinstance(when, datetime):
        return when > captured.date() + timedelta(days=1)
    if when.tzinfo is None:
        return when.date() > captured.date() + timedelta(days=1)
    return when >= captured - timedelta(seconds=1)
