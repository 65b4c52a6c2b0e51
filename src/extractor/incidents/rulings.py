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

    def rule(one: Account, other: Account) -> bool | None:
        if one.article.id == other.article.id:
            return None
        return same(*(known[account.article.copy_of or account.article.id, account.event] for account in (one, other)))

    return rule


def rulings_of(pairs: Iterable[tuple[int, int]], rule: Callable[[int, int], bool | None]) -> Rulings:
    """What a rule says of pairs. Where it says both of reports that chains of its own pairs join, they are one."""
    said = [(one, other, verdict) for one, other in pairs if (verdict := rule(one, other)) is not None]
    unit = {number: number for one, other, _ in said for number in (one, other)}

    def home(number: int) -> int:
        while unit[number] != number:
            number = unit[number] = unit[unit[number]]
        return number

    for one, other, verdict in said:
        if verdict:
            unit[max(home(one), home(other))] = min(home(one), home(other))
    homes = {number: home(number) for number in unit}
    apart = {(homes[one], homes[other]) for one, other, verdict in said if not verdict}
    return Rulings(homes, frozenset(pair for a, b in apart if a != b for pair in ((a, b), (b, a))))
