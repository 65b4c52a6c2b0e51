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
    sources: dict[Value, set[int]] = {}
    for account in accounts:
        sources.setdefault(value(account), set()).add(origin[account.article.id])
    return max(sources, key=lambda told: len(sources[told]))


def days_of(accounts: Sequence[Account], origin: Mapping[str, int]) -> Days | None:
    """The days that most independent sources tell, of those accounts that are most precise."""
    dated = [account for account in accounts if account.start_date is not None]
    finest = min((account.time_precision or COARSE for account in dated), default=None)
    if finest is None:
        return None
    precise = [account for account in dated if (account.time_precision or COARSE) == finest]
    return most_told(precise, _days, origin)


def _days(account: Account) -> Days:
    assert account.start_date is not None
    return account.start_date, account.end_date or account.start_date, account.time_precision or COARSE


def place_of(accounts: Sequence[Account], origin: Mapping[str, int]) -> IncidentPlace | None:
    """The place that most independent sources tell, of those accounts that are most precise."""
    placed = [account for account in accounts if account.place is not None]
    finest = min((account.place.geo_precision for account in placed if account.place), default=None)
    precise = [account for account in placed if account.place and account.place.geo_precision == finest]
    if not precise:
        return None
    chosen = most_told(precise, _place_key, origin)
    saying = [account for account in precise if _place_key(account) == chosen]
    place = saying[0].place
    assert place is not None
    return IncidentPlace(**place.model_dump(), articles=list(dict.fromkeys(account.article.id for account in saying)))


def _place_key(account: Account) -> tuple[str | int | None, ...]:
    place = account.place
    assert place is not None
    return (place.geonames_id,) if place.geonames_id is not None else (place.name.casefold(), place.country_code)
