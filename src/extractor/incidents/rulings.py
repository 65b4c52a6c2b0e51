"""What is settled whatever the probabilities say: by an analyst's correction, or by a rule of the user's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field


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
