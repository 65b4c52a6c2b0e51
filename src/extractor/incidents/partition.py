"""Archives that one process is too slow for: pairs are scored in partitions, anywhere; joining stays in one place.

A partition holds the accounts of one country in one fortnight and those of the fortnight before, so that reports on
both sides of a border meet. Scoring is what costs, and needs nothing but the accounts of the partition; what comes back
are the few pairs that may be one event. Joining them is quick, and gives incidents that reach over any border.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from extractor.incidents.account import Account
from extractor.incidents.columns import Reports
from extractor.incidents.joining import Joiner, links_of
from extractor.incidents.keys import PERIOD_DAYS, candidate_pairs
from extractor.incidents.linker import joined, link_settings
from extractor.incidents.profile import Profile, in_order, profiles_of
from extractor.incidents.records import Incident
from extractor.incidents.score import scored
from extractor.incidents.settings import LinkSettings

ReportKey = tuple[str, str]  # article id, event id
Link = tuple[ReportKey, ReportKey, float]
Partition = Sequence[Account]
Score = Callable[[Partition], list[Link]]
Map = Callable[[Score, Iterable[Partition]], Iterable[list[Link]]]
ANYWHERE = "-"


def link_in_partitions(
    accounts: Sequence[Account], settings: LinkSettings | None = None, run: Map = map
) -> list[Incident]:
    """The incidents of accounts; `run` is `map`, or that of a pool of processes or machines."""
    chosen = settings or link_settings()
    profiles = profiles_of(list(accounts))
    order = in_order(profiles)
    place = {_key(accounts[number]): index for index, number in enumerate(order)}
    score = partial(links_within, window_days=chosen.window_days)
    found = (link for links in run(score, partitions(accounts, profiles)) for link in links)
    links = links_of((place[one], place[other], probability) for one, other, probability in found)
    ordered = [accounts[number] for number in order]
    return list(joined(Joiner(ordered, links, chosen.threshold), ordered, chosen))


def partitions(accounts: Sequence[Account], profiles: Sequence[Profile]) -> Iterator[Partition]:
    """The accounts by country and fortnight, each with those of the fortnight before.

    Where no country is known a report may be of any, and stands in all partitions of its days.
    """
    countries = [countries_of(profile) for profile in profiles]
    everywhere = sorted(set().union(*countries)) or [ANYWHERE]
    members: dict[tuple[str, int], list[int]] = {}
    for number, profile in enumerate(profiles):
        for country in countries[number] or everywhere:
            for later in (0, 1):
                members.setdefault((country, _period(profile) + later), []).append(number)
    for cell in sorted(members):
        yield [accounts[number] for number in members[cell]]


def countries_of(report: Profile) -> set[str]:
    """Where a report may meet others: in the country of its event, and in those that its article is about."""
    place = report.place.country_code if report.place is not None else None
    return {*report.article.countries, *([place] if place else [])}


def _period(profile: Profile) -> int:
    """The period in which the article of a report was published."""
    return (profile.article.published or 0) // PERIOD_DAYS


def links_within(partition: Partition, window_days: int) -> list[Link]:
    """The pairs of a partition that may be one event."""
    profiles = profiles_of(list(partition))
    order = in_order(profiles)
    ordered = [profiles[number] for number in order]
    keys = [_key(partition[number]) for number in order]
    pairs = scored(candidate_pairs(Reports(ordered), window_days))
    return [(keys[one], keys[other], probability) for one, other, probability in pairs]


def _key(account: Account) -> ReportKey:
    return account.article.id, account.event
