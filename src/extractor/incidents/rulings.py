"""What is settled whatever the probabilities say: by an analyst's correction, or by a rule of the user's own."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from extractor.incidents.account import Account
from extractor.records import Event, Extraction

Found = tuple[Extraction, Event]
SameEvent = Callable[[Found, Found], bool | None]
Rule = Callable[[Account, Account], bool | None]


@dataclass(frozen=True, slots=True)
class Rulings:
    """Reports, by number, in units: those of one unit are one incident, those of units that are `apart` never are."""

    unit: Mapping[int, int] = field(default_factory=dict)
    apart: frozenset[tuple[int, int]] = frozenset()

    def together(self, one: int, other: int) -> bool:
        """Whether two reports are one incident for good."""
        return one in self.unit and self.unit[one] == self.unit.get(other)

    def forbid(self, one: int, other: int) -> bool:
        """Whether two reports are never one incident."""
        return (self.unit.get(one), self.unit.get(other)) in self.apart


NONE = Rulings()


def judged(same: SameEvent, results: Iterable[Extraction]) -> Rule:
    """A user's rule about results as one about accounts; a copy is judged by its original."""
    known = {(result.article.id, event.id): (result, event) for result in results for event in result.events}

    def found(account: Account) -> Found:
        return known[account.article.copy_of or account.article.id, account.event]

    def rule(one: Account, other: Account) -> bool | None:
        if one.article.id == other.article.id:
            return None
        return same(found(one), found(other))

    return rule


def rulings_of(pairs: Iterable[tuple[int, int]], rule: Callable[[int, int], bool | None]) -> Rulings:
    """What a rule says of pairs. Where it says both of reports that chains of its own pairs join, they are one.

    >>> rulings_of([(0, 1), (1, 2)], lambda one, other: other == 1).unit
    {0: 0, 1: 0, 2: 2}
    """
    same: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    for pair in pairs:
        verdict = rule(*pair)
        if verdict is not None:
            (same if verdict else others).append(pair)
    units = _Units([*same, *others])
    for pair in same:
        units.join(*pair)
    homes = {number: units.home(number) for number in units.above}
    apart: set[tuple[int, int]] = set()
    for one, other in others:
        if homes[one] != homes[other]:
            apart |= {(homes[one], homes[other]), (homes[other], homes[one])}
    return Rulings(homes, frozenset(apart))


class _Units:
    """Reports that chains of pairs join (union-find); the home of a unit is its first report."""

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        self.above = {number: number for pair in pairs for number in pair}

    def home(self, number: int) -> int:
        """The first report of the unit of a report."""
        while self.above[number] != number:
            number = self.above[number] = self.above[self.above[number]]
        return number

    def join(self, one: int, other: int) -> None:
        """Make one of two units."""
        first, second = sorted((self.home(one), self.home(other)))
        self.above[second] = first
