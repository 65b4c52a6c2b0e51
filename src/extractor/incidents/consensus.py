"""On what the reports of an incident agree: its type, place and days. Nothing is averaged; the most told value wins."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from typing import Literal, TypeVar

from extractor.incidents.account import Account
from extractor.incidents.records import IncidentPlace

Value = TypeVar("Value", bound=Hashable)
Days = tuple[date, date, Literal[1, 2, 3]]
COARSE: Literal[3] = 3


def most_told(accounts: Sequence[Account], value: Callable[[Account], Value], origin: Mapping[str, int]) -> Value:
    """The value that most independent sources tell; of equals the one that is told first."""
    if len(accounts) == 1:
        return value(accounts[0])
    sources: dict[Value, set[int]] = {}
    for account in accounts:
        sources.setdefault(value(account), set()).add(origin[account.article.id])
    return max(sources, key=lambda told: len(sources[told]))


def days_of(accounts: Sequence[Account], origin: Mapping[str, int]) -> Days | None:
    """(first day, last day, precision) that most independent sources tell, of those accounts that are most precise.

    5 March where two sources tell that day and three only tell the month.
    """
    dated = list(filter(None, map(_days, accounts)))
    if not dated:
        return None
    finest = min(days[2] for days in dated)
    precise = [account for account in accounts if (days := _days(account)) is not None and days[2] == finest]
    return most_told(precise, _days, origin)


def _days(account: Account) -> Days | None:
    """The days of one account; None where it tells none."""
    if account.start_date is None:
        return None
    return account.start_date, account.end_date or account.start_date, account.time_precision or COARSE


def place_of(accounts: Sequence[Account], origin: Mapping[str, int]) -> IncidentPlace | None:
    """The place that most independent sources tell, of those accounts that are most precise.

    Gao where two sources tell the town and three only its region.
    """
    known = [account.place.geo_precision for account in accounts if account.place is not None]
    if not known:
        return None
    precise = [account for account in accounts if _is_as_precise(account, min(known))]
    chosen = most_told(precise, _place_key, origin)
    saying = [account for account in precise if _place_key(account) == chosen]
    place = saying[0].place
    assert place is not None
    return IncidentPlace.made(**vars(place), articles=list(dict.fromkeys(account.article.id for account in saying)))


def _is_as_precise(account: Account, precision: int) -> bool:
    """Whether an account has a place of a precision."""
    return account.place is not None and account.place.geo_precision == precision


def _place_key(account: Account) -> tuple[str | int | None, ...]:
    """What makes the places of two accounts one: the GeoNames id, else name and country."""
    place = account.place
    assert place is not None
    if place.geonames_id is not None:
        return (place.geonames_id,)
    return place.name.casefold(), place.country_code
