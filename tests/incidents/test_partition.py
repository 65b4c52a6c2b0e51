"""Linking in partitions, by two processes, against linking at once."""

from multiprocessing import get_context

from extractor import Extraction, link
from extractor.incidents.account import Account, told_by
from extractor.incidents.partition import link_in_partitions, partitions
from extractor.incidents.profile import profiles_of


def accounts_of(results: list[Extraction]) -> list[Account]:
    """The accounts of all results."""
    return [account for result in results for account in told_by(result)[1]]


def test_partitions_give_what_linking_at_once_gives(results: list[Extraction]) -> None:
    assert link_in_partitions(accounts_of(results)) == link(results)
    assert link_in_partitions(accounts_of(results[::-1])) == link(results)


def test_two_processes_give_the_same(results: list[Extraction]) -> None:
    with get_context("spawn").Pool(2) as pool:
        assert link_in_partitions(accounts_of(results), run=pool.imap) == link(results)


def test_each_event_meets_its_own_and_the_next_fortnight(results: list[Extraction]) -> None:
    accounts = accounts_of(results)
    found = list(partitions(accounts, profiles_of(accounts)))
    assert all(sum(account in some for some in found) >= 2 for account in accounts)
