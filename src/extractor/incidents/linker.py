"""Extractions of many articles -> incidents, each real event once."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extractor.collector import collector_waits
from extractor.errors import InputError
from extractor.incidents.account import Account, Telling
from extractor.incidents.columns import Reports
from extractor.incidents.incident import incident_of
from extractor.incidents.joining import Joiner, links_of
from extractor.incidents.keys import candidate_pairs
from extractor.incidents.pairs import Pairs
from extractor.incidents.profile import in_order, profiles_of
from extractor.incidents.reading import tellings_of, told_by_result
from extractor.incidents.records import Incident
from extractor.incidents.rulings import NONE, Rule, SameEvent, judged, rulings_of
from extractor.incidents.score import scored
from extractor.incidents.settings import LinkSettings
from extractor.records import Extraction


def link(
    results: Iterable[Extraction] | str | Path,
    *,
    same: SameEvent | None = None,
    settings: LinkSettings | None = None,
    **options: Any,
) -> list[Incident]:
    """Incidents with all their reports, ordered by first publication; every event of the results is in exactly one.

    `results` are Extractions, or a file or folder that holds them. The incidents depend neither on the order of the
    results nor on how they were made. Options are those of LinkSettings, alone or over `settings`. Raises InputError.

    `same` is a rule of your own that overrules the model. It gets two (extraction, event) of different articles that
    may be one, and answers True, False, or None for what it leaves to the model.

    >>> link([])
    []
    """
    chosen = link_settings(settings, **options)
    # Other iterables may extract while they are read, which leaves cycles to collect.
    with collector_waits() if isinstance(results, list | tuple) else nullcontext():
        return _linked(results, same, chosen)


def _linked(results: Iterable[Extraction] | str | Path, same: SameEvent | None, chosen: LinkSettings) -> list[Incident]:
    """The incidents of results, with the rule of a user or without."""
    if same is None:
        return incidents_of(accounts_of(tellings_of(results)), chosen)
    read = list(told_by_result(results))
    accounts = accounts_of(telling for _, tellings in read for telling in tellings)
    return incidents_of(accounts, chosen, judged(same, [result for result, _ in read]))


def link_settings(settings: LinkSettings | None = None, **options: Any) -> LinkSettings:
    """Settings with some options changed. Raises InputError that names the wrong option."""
    try:
        return LinkSettings(**((settings or LinkSettings()).model_dump() | options))
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise InputError(f"wrong option: {wrong} (known: {', '.join(LinkSettings.model_fields)})") from error


def accounts_of(tellings: Iterable[Telling]) -> list[Account]:
    """The accounts of all articles. Raises InputError when two have one id."""
    seen: set[str] = set()
    found: list[Account] = []
    for article, accounts in tellings:
        if article.id in seen:
            raise InputError(f"two results are of the article {article.id}: give each article once")
        seen.add(article.id)
        found += accounts
    return found


@collector_waits()
def incidents_of(accounts: list[Account], settings: LinkSettings, rule: Rule | None = None) -> list[Incident]:
    """Accounts -> incidents; a rule overrules what the model says of a pair."""
    profiles = profiles_of(accounts)
    order = in_order(profiles)
    accounts, profiles = [accounts[i] for i in order], [profiles[i] for i in order]
    blocks: Iterable[Pairs] = candidate_pairs(Reports(profiles), settings.window_days)
    rulings = NONE
    if rule is not None:
        blocks = list(blocks)
        pairs = chain.from_iterable(block.rows() for block in blocks)
        rulings = rulings_of(pairs, lambda one, other: rule(accounts[one], accounts[other]))
    joiner = Joiner(accounts, links_of(scored(blocks)), settings.threshold, rulings)
    return list(joined(joiner, accounts, settings))


def joined(joiner: Joiner, accounts: Sequence[Account], settings: LinkSettings) -> Iterator[Incident]:
    """The incidents of the groups that a joiner makes of the reports of accounts, which come in its order."""
    for group in joiner.join():
        yield incident_of([accounts[i] for i in group], [joiner.confidence(i) for i in group], settings)
