"""Pairs with probabilities -> groups of reports, one an incident.

In order of publication, and in each article the surest first, a report joins the group whose reports match it best, by
the mean of its three best matches: single linkage chains two incidents into one, average linkage breaks an incident of
a hundred reports apart. Then groups that match each other in the same way are joined.

Two events of one article are two for that article. They come into one group only where both match reports of other
articles and the model of events within an article does not tell them apart.

Two groups of few reports that put it into places far apart are two. A larger one outlives the wrong place of a report.
So are two that each name dead of whom the articles of the other name none.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, product, starmap

from extractor.incidents.account import Account, AccountPlace
from extractor.incidents.features import COARSE, kilometres
from extractor.incidents.profile import dead_of
from extractor.incidents.rulings import NONE, Rulings
from extractor.logistic import chance, logit

BEST_PAIRS = 3
# Off the log-odds of a match that rests on one pair alone: of thirty looked at it may be the best by chance.
LONE_PAIR_PENALTY = 0.3
SECOND_EVENT_FACTOR = 0.8  # what a match is worth that brings a second event of an article into a group
FAR_KM = 100.0  # 50 parts too much on MUC-4, 200 too little; ECB+ takes any of them
FEW_REPORTS = 2  # with three or four, or any number, whole incidents of ECB+ and of MUC-4 fall apart
NOWHERE = -1  # the group of a report that is still to be placed
_Naming = tuple[frozenset[str], list[str]]
Links = Mapping[int, Mapping[int, float]]


def links_of(scored: Iterable[tuple[int, int, float]]) -> Links:
    """Scored pairs -> for each report the reports it may match, with the probability."""
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for one, other, probability in scored:
        links[one][other] = links[other][one] = probability
    return links


def mean_match(best: Sequence[float], reports: int) -> float:
    """How well a report matches a group by its best pairs with it, of so many reports of other articles."""
    if reports == 1:
        if not best:
            return 0.0
        return chance(logit(best[0]) - LONE_PAIR_PENALTY)
    return sum(best) / min(BEST_PAIRS, reports)


def are_far_apart(ones: Sequence[Account], others: Sequence[Account]) -> bool:
    """Whether groups of few reports each put it into places that are far from each other."""
    if max(len(ones), len(others)) > FEW_REPORTS:
        return False
    return _lie_far_apart(map(_exact_place, ones), map(_exact_place, others))


def tell_of_other_dead(ones: Iterable[Account], others: Iterable[Account]) -> bool:
    """Whether two groups each name dead, and the articles of neither name any of the other's."""
    return _have_other_dead(list(map(_naming, ones)), list(map(_naming, others)))


def _naming(account: Account) -> _Naming:
    """The dead whom a report names, and all whom its article names."""
    return dead_of(account), account.article.names


def _have_other_dead(ones: Sequence[_Naming], others: Sequence[_Naming]) -> bool:
    dead, other_dead = (frozenset[str]().union(*[named for named, _ in some]) for some in (ones, others))
    if not dead or not other_dead:
        return False
    return _name_none(ones, other_dead) and _name_none(others, dead)


def _name_none(reports: Iterable[_Naming], dead: frozenset[str]) -> bool:
    """Whether no report and no article of a group names any of the dead."""
    return all(dead.isdisjoint(named) and dead.isdisjoint(names) for named, names in reports)


def _lie_far_apart(ones: Iterable[AccountPlace | None], others: Iterable[AccountPlace | None]) -> bool:
    """Whether all places that are known on both sides are far from each other."""
    places = product(filter(None, ones), filter(None, others))
    apart = [distance for distance in starmap(kilometres, places) if distance is not None]
    return min(apart, default=0.0) > FAR_KM


def _exact_place(account: Account) -> AccountPlace | None:
    """The place of an account where it is more exact than a region."""
    if account.place is None or account.place.geo_precision == COARSE:
        return None
    return account.place


class Joiner:
    """Groups reports, given as indices in order of publication."""

    def __init__(self, accounts: Sequence[Account], links: Links, threshold: float, rulings: Rulings = NONE) -> None:
        self._places = [_exact_place(account) for account in accounts]
        self._naming = [_naming(account) for account in accounts]
        self._articles = [account.article.id for account in accounts]
        self._links, self._threshold, self._rulings = links, threshold, rulings
        self._group_of = [NOWHERE] * len(accounts)
        self._group_of_unit: dict[int, int] = {}
        self._by_article: dict[int, dict[str, list[int]]] = {}  # group -> article -> its reports there
        self._likely = [(a, b) for a, found in links.items() for b, p in found.items() if a < b and p >= threshold]
        self.groups: dict[int, list[int]] = {}

    def join(self) -> list[list[int]]:
        """All groups, in the order of their first reports."""
        for _, of_article in groupby(range(len(self._articles)), key=self._articles.__getitem__):
            for number in sorted(of_article, key=lambda number: (-self._likeliest(number), number)):
                self._place(number)
        self._join_groups()
        return sorted(map(sorted, self.groups.values()))

    def confidence(self, number: int) -> float:
        """How well a report matches the rest of its group; 1 where it is alone."""
        group = self._group_of[number]
        if len(self._by_article[group]) > 1:
            return self._match(number, group)
        return 1.0

    def _likeliest(self, number: int) -> float:
        """How likely the best pair of a report with an earlier article is."""
        found = self._links.get(number, {})
        article = self._articles[number]
        return max(
            (found[other] for other in found if other < number and self._articles[other] != article), default=0.0
        )

    def _place(self, number: int) -> None:
        """Put a report into the group of its unit, else into that which it matches best, or into one of its own."""
        unit = self._rulings.unit.get(number)
        home = self._group_of_unit.get(unit) if unit is not None else None
        self._put(number, self._best_group(number) if home is None else home)

    def _put(self, number: int, group: int) -> None:
        """Put a member into a group."""
        self._group_of[number] = group
        self.groups.setdefault(group, []).append(number)
        self._by_article.setdefault(group, {}).setdefault(self._articles[number], []).append(number)
        if number in self._rulings.unit:
            self._group_of_unit[self._rulings.unit[number]] = group

    def _best_group(self, number: int) -> int:
        """The group that a report joins. One with no likely pair has no likely mean either."""
        near: set[int] = set()
        for other, probability in self._links.get(number, {}).items():
            if probability >= self._threshold:
                near.add(self._group_of[other])
        near.discard(NOWHERE)
        closeness, best = max(((self._closeness([number], group), -group) for group in near), default=(0.0, 0))
        if not near or closeness < self._threshold:
            return number
        return -best

    def _closeness(self, members: Sequence[int], group: int) -> float:
        """How well reports match a group, on average; 0 where one of them cannot belong to it."""
        if self._rulings.unit and self._are_forbidden(members, group):
            return 0.0
        by_article = self._by_article[group]
        twice = [(one, other) for one in members for other in by_article.get(self._articles[one], ())]
        if any(self._are_told_apart(*pair) for pair in twice) or self._are_two(members, group):
            return 0.0
        mean = sum(self._match(number, group) for number in members) / len(members)
        if twice:
            return mean * SECOND_EVENT_FACTOR
        return mean

    def _are_forbidden(self, members: Sequence[int], group: int) -> bool:
        """Whether a ruling keeps a member apart from some member of a group."""
        return any(self._rulings.forbid(one, other) for one in members for other in self.groups[group])

    def _are_two(self, members: Sequence[int], group: int) -> bool:
        """Whether the places of reports, or their dead, speak against a group.

        True of a report that puts it into Gao and a group of two that put it into Timbuktu.
        """
        there = self.groups[group]
        if max(len(members), len(there)) <= FEW_REPORTS:
            places = [self._places[one] for one in members], [self._places[other] for other in there]
            if _lie_far_apart(*places):
                return True
        naming = [self._naming[one] for one in members]
        if not any(dead for dead, _ in naming):
            return False
        return _have_other_dead(naming, [self._naming[other] for other in there])

    def _are_told_apart(self, one: int, other: int) -> bool:
        """Whether an article tells two of its events apart."""
        if self._rulings.together(one, other):
            return False
        return other not in self._links.get(one, ())

    def _match(self, number: int, group: int) -> float:
        """The mean probability of the best pairs of a report with the reports of other articles in a group."""
        article = self._articles[number]
        others = len(self.groups[group]) - len(self._by_article[group].get(article, ()))
        if not others:
            return 0.0
        links, articles = self._links.get(number, {}), self._articles
        if len(self.groups[group]) < len(links):  # the shorter of the two is gone through
            found = [links[other] for other in self.groups[group] if other in links and articles[other] != article]
        else:
            group_of, linked = self._group_of, links.items()
            found = [match for other, match in linked if group_of[other] == group and articles[other] != article]
        return mean_match(sorted(found, reverse=True)[:BEST_PAIRS], others)

    def _join_groups(self) -> None:
        """Join the groups that match each other best, each at most once, until none do."""
        near = self._neighbours()
        close = {pair: self._closeness_of(*pair) for pair in _pairs(near, near)}
        while found := sorted((-match, *pair) for pair, match in close.items() if match >= self._threshold):
            touched: set[int] = set()
            for _, one, other in found:
                if touched.isdisjoint((one, other)):
                    self._unite(one, other)
                    _move(near, one, other)
                    touched |= {one, other}
            close = {pair: match for pair, match in close.items() if touched.isdisjoint(pair)}
            close |= {pair: self._closeness_of(*pair) for pair in _pairs(near, touched & near.keys())}

    def _closeness_of(self, one: int, other: int) -> float:
        """How well the smaller of two groups matches the larger one."""
        small, large = sorted((one, other), key=lambda group: (len(self.groups[group]), -group))
        return self._closeness(self.groups[small], large)

    def _neighbours(self) -> dict[int, set[int]]:
        """Group -> the groups with which it has a pair of reports that may well be one."""
        near: dict[int, set[int]] = {}
        for one, other in self._likely:
            first, second = self._group_of[one], self._group_of[other]
            if first != second:
                near.setdefault(first, set()).add(second)
                near.setdefault(second, set()).add(first)
        return near

    def _unite(self, one: int, other: int) -> None:
        """Put the members of a group into another."""
        del self._by_article[other]
        for number in self.groups.pop(other):
            self._put(number, one)


def _pairs(near: Mapping[int, set[int]], groups: Iterable[int]) -> set[tuple[int, int]]:
    """The pairs of groups with their neighbours, each once."""
    return {(min(group, other), max(group, other)) for group in groups for other in near[group]}


def _move(near: dict[int, set[int]], one: int, other: int) -> None:
    """Give a group the neighbours of another, which became part of it."""
    for neighbour in near.pop(other):
        near[neighbour].discard(other)
        if neighbour != one:
            near[neighbour].add(one)
            near[one].add(neighbour)
