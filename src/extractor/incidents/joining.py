"""Pairs with probabilities -> groups of reports, one an incident.

In order of publication each report joins the group whose reports match it best, by the mean of its three best matches:
single linkage chains two incidents into one, average linkage breaks an incident of a hundred reports apart. Then groups
that match each other in the same way are joined.

Two events of one article are two for that article. They come into one group only where both match reports of other
articles and the model of events within an article does not tell them apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import product

from extractor.incidents.profile import Profile
from extractor.incidents.rulings import NONE, Rulings

BEST = 3
TWICE = 0.9  # what a match is worth that brings a second event of an article into a group
Links = Mapping[int, Mapping[int, float]]


def links_of(scored: Iterable[tuple[int, int, float]]) -> Links:
    """Scored pairs -> for each report the reports it may match, with the probability."""
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for one, other, probability in scored:
        links[one][other] = links[other][one] = probability
    return links


class Joiner:
    """Groups reports, given as indices in order of publication."""

    def __init__(self, profiles: Sequence[Profile], links: Links, threshold: float, rulings: Rulings = NONE) -> None:
        self._profiles, self._links, self._threshold, self._rulings = profiles, links, threshold, rulings
        self._group_of: dict[int, int] = {}
        self._group_of_unit: dict[int, int] = {}
        self.groups: dict[int, list[int]] = {}

    def join(self) -> list[list[int]]:
        """All groups, in the order of their first reports."""
        for number in range(len(self._profiles)):
            self._place(number)
        while self._join_groups():
            pass
        return [sorted(group) for _, group in sorted(self.groups.items())]

    def _place(self, number: int) -> None:
        """Put a report into the group of its unit, else into that which it matches best, or into one of its own."""
        unit = self._rulings.unit.get(number)
        home = self._group_of_unit.get(unit) if unit is not None else None
        if home is None:
            home = self._best_group(number)
        self._group_of[number] = home
        self.groups.setdefault(home, []).append(number)
        if unit is not None:
            self._group_of_unit[unit] = home

    def _best_group(self, number: int) -> int:
        near = {self._group_of[other] for other in self._links.get(number, ()) if other in self._group_of}
        best = max(((self.closeness([number], group), -group) for group in near), default=(0.0, 0))
        return -best[1] if best[0] >= self._threshold else number

    def confidence(self, number: int) -> float:
        """How well a report matches the rest of its group; 1 where it is alone."""
        others = [other for other in self.groups[self._group_of[number]] if other != number]
        return self._match(number, others) if others else 1.0

    def closeness(self, members: Sequence[int], group: int) -> float:
        """How well reports match a group, on average; 0 where one of them cannot belong to it."""
        others = self.groups[group]
        if self._rulings.unit and any(self._rulings.forbid(one, other) for one in members for other in others):
            return 0.0
        twice = [pair for pair in product(members, others) if self._article(pair[0]) == self._article(pair[1])]
        if any(self._are_told_apart(*pair) for pair in twice):
            return 0.0
        return sum(self._match(number, others) for number in members) / len(members) * (TWICE if twice else 1.0)

    def _article(self, number: int) -> str:
        return self._profiles[number].article.id

    def _are_told_apart(self, one: int, other: int) -> bool:
        """Whether an article tells two of its events apart."""
        return not self._rulings.together(one, other) and other not in self._links.get(one, ())

    def _match(self, number: int, others: Sequence[int]) -> float:
        """The mean probability of the best pairs of a report with those of other articles."""
        links = self._links.get(number, {})
        article = self._article(number)
        best = nlargest(BEST, (links.get(other, 0.0) for other in others if self._article(other) != article))
        return sum(best) / len(best) if best else 0.0

    def _join_groups(self) -> bool:
        """Join the groups that match each other best, each at most once; false when none do."""
        found = []
        for one, other in self._neighbours():
            small, large = sorted((one, other), key=lambda g: (len(self.groups[g]), -g))
            closeness = self.closeness(self.groups[small], large)
            if closeness >= self._threshold:
                found.append((-closeness, one, other))
        touched: set[int] = set()
        for _, one, other in sorted(found):
            if touched.isdisjoint((one, other)):
                self._unite(one, other)
                touched |= {one, other}
        return bool(touched)

    def _neighbours(self) -> list[tuple[int, int]]:
        """Pairs of groups with a pair of reports that may well be one."""
        pairs = {
            (min(a, b), max(a, b))
            for one, matches in self._links.items()
            for other, probability in matches.items()
            if probability >= self._threshold
            and self._article(one) != self._article(other)
            and (a := self._group_of[one]) != (b := self._group_of[other])
        }
        return sorted(pairs)

    def _unite(self, one: int, other: int) -> None:
        for number in self.groups[other]:
            self._group_of[number] = one
            if number in self._rulings.unit:
                self._group_of_unit[self._rulings.unit[number]] = one
        self.groups[one] += self.groups.pop(other)
