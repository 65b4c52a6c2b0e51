"""Pairs with probabilities -> groups of reports, one an incident.

In order of publication each report joins the group whose reports match it best, by the mean of its three best matches:
single linkage chains two incidents into one, average linkage breaks an incident of a hundred reports apart. Then groups
that match each other in the same way are joined.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from extractor.incidents.features import days_apart, kilometres
from extractor.incidents.profile import Profile

BEST = 3
FAR_KM = 100.0
FAR_DAYS = 3
Links = Mapping[int, Mapping[int, float]]


def links_of(scored: Iterable[tuple[int, int, float]]) -> Links:
    """Scored pairs -> for each report the reports it may match, with the probability."""
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for one, other, probability in scored:
        links[one][other] = links[other][one] = probability
    return links


def must_differ(one: Profile, other: Profile) -> bool:
    """Whether two events cannot be one: of one article, far apart, or on other days, all of them exact."""
    if one.article.id == other.article.id:
        return True
    apart = days_apart(one, other)
    if apart is not None and apart > FAR_DAYS and one.time_precision == other.time_precision == 1:
        return True
    if one.place is None or other.place is None or one.place.geo_precision + other.place.geo_precision > 2:
        return False
    far = kilometres(one.place, other.place)
    return far is not None and far > FAR_KM


class Joiner:
    """Groups reports, given as indices in order of publication."""

    def __init__(self, profiles: Sequence[Profile], links: Links, threshold: float) -> None:
        self._profiles, self._links, self._threshold = profiles, links, threshold
        self._group_of: dict[int, int] = {}
        self.groups: dict[int, list[int]] = {}

    def join(self) -> list[list[int]]:
        """All groups, in the order of their first reports."""
        for number in range(len(self._profiles)):
            self._place(number)
        while self._join_groups():
            pass
        return [sorted(group) for _, group in sorted(self.groups.items())]

    def _place(self, number: int) -> None:
        """Put a report into the group that it matches best, or into one of its own."""
        near = {self._group_of[other] for other in self._links.get(number, ()) if other in self._group_of}
        best = max(((self.closeness([number], group), -group) for group in near), default=(0.0, 0))
        home = -best[1] if best[0] >= self._threshold else number
        self._group_of[number] = home
        self.groups.setdefault(home, []).append(number)

    def confidence(self, number: int) -> float:
        """How well a report matches the rest of its group; 1 where it is alone."""
        others = [other for other in self.groups[self._group_of[number]] if other != number]
        return self._match(number, others) if others else 1.0

    def closeness(self, members: Sequence[int], group: int) -> float:
        """How well reports match a group, on average; 0 where one of them cannot belong to it."""
        others = self.groups[group]
        if any(must_differ(self._profiles[one], self._profiles[other]) for one in members for other in others):
            return 0.0
        return sum(self._match(number, others) for number in members) / len(members)

    def _match(self, number: int, others: Sequence[int]) -> float:
        links = self._links.get(number, {})
        best = sorted((links.get(other, 0.0) for other in others), reverse=True)[:BEST]
        return sum(best) / len(best)

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
            if probability >= self._threshold and (a := self._group_of[one]) != (b := self._group_of[other])
        }
        return sorted(pairs)

    def _unite(self, one: int, other: int) -> None:
        for number in self.groups[other]:
            self._group_of[number] = one
        self.groups[one] += self.groups.pop(other)
