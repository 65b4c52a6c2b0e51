"""Which reports come into one group, given how likely their pairs are one event."""

from itertools import combinations

import pytest

from extractor.incidents.account import Account, AccountPlace, Party
from extractor.incidents.joining import Joiner, are_far_apart, links_of, tell_of_other_dead
from incidents.accounts import GAO, account

BAMAKO = AccountPlace(name="Bamako", latitude=12.65, longitude=-8.0, country_code="ML", geo_precision=1)
BERRAH = AccountPlace(name="Berrah", latitude=16.4, longitude=0.2, country_code="ML", geo_precision=1)
MALI = AccountPlace(name="Mali", latitude=12.0, longitude=-8.0, country_code="ML", geo_precision=3)


def reports(*places: AccountPlace | None) -> list[Account]:
    """A report of each place, in articles "a0", "a1" and so on."""
    return [account(f"a{number}", "a bomb went off", place=place) for number, place in enumerate(places)]


def groups(*places: AccountPlace | None, probability: float = 0.9) -> list[list[int]]:
    """The groups of reports of these places, all pairs of which are equally likely."""
    pairs = combinations(range(len(places)), 2)
    return Joiner(reports(*places), links_of((*pair, probability) for pair in pairs), 0.5).join()


def test_likely_reports_are_one_and_unlikely_ones_are_not() -> None:
    assert groups(GAO, GAO, GAO) == [[0, 1, 2]]
    assert groups(GAO, GAO, GAO, probability=0.4) == [[0], [1], [2]]


@pytest.mark.parametrize(("place", "are_one"), [(BERRAH, True), (BAMAKO, False), (MALI, True), (None, True)])
def test_few_reports_are_one_unless_they_are_far_apart(place: AccountPlace | None, are_one: bool) -> None:
    assert groups(GAO, place) == ([[0, 1]] if are_one else [[0], [1]])
    assert are_far_apart(reports(GAO), reports(place)) is not are_one


def test_many_reports_outlive_a_wrong_place() -> None:
    assert groups(GAO, GAO, GAO, BAMAKO) == [[0, 1, 2, 3]]
    assert groups(GAO, GAO, BAMAKO) == [[0, 1], [2]]


def test_groups_far_apart_stay_two_though_each_is_sure_of_itself() -> None:
    assert groups(GAO, BAMAKO, BERRAH, BAMAKO) == [[0, 2], [1, 3]]


def test_a_report_without_a_place_joins_the_group_that_it_matches_best() -> None:
    likely = {(0, 2): 0.6, (1, 2): 0.9}
    links = links_of((*pair, probability) for pair, probability in likely.items())
    assert Joiner(reports(GAO, BAMAKO, None), links, 0.5).join() == [[0], [1, 2]]


def killing(article: str, sentence: str, *dead: str) -> Account:
    """An article of one sentence that tells of the death of some people."""
    people = [Party(actor=name, names=[name], kind="person") for name in dead]
    return account(article, sentence, target=people, triggers=["killed"])


@pytest.mark.parametrize(
    ("sentence", "dead", "are_two"),
    [
        ("Gunmen killed Bakary Sow", "Bakary Sow", True),
        ("Gunmen killed Moussa Kanté", "Moussa Kanté", False),
        ("Gunmen killed Bakary Sow, and Kanté the day before", "Bakary Sow", False),
        ("Gunmen killed a guard", None, False),
    ],
)
def test_reports_that_name_other_dead_are_two(sentence: str, dead: str | None, are_two: bool) -> None:
    one = killing("a0", "Gunmen killed Moussa Kanté", "Moussa Kanté")
    other = killing("a1", sentence, *([dead] if dead else []))
    assert tell_of_other_dead([one], [other]) is are_two
    assert Joiner([one, other], links_of([(0, 1, 0.9)]), 0.5).join() == ([[0], [1]] if are_two else [[0, 1]])
