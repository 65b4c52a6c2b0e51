"""The other events of an article, as evidence for the day and the place of one of them."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from extractor.events.draft import Draft

T = TypeVar("T", bound=Hashable)
NEAR = 3  # sentences


@dataclass(frozen=True, slots=True)
class Company(Generic[T]):
    """What the rules gave a slot of the events around one: which event -> (value, sentences between)."""

    values: dict[str, tuple[T, int]]

    @property
    def found(self) -> list[T]:
        """The values.

        [Homs, Hama, Homs], where the event before is in Homs, the event after in Hama and most events in Homs.
        """
        return [value for value, _ in self.values.values()]

    def names(self, value: T) -> Iterator[str]:
        """Which of them have a value.

        "as event before" and "as event before, near" for Homs, which the event two sentences before has.
        """
        for name, (theirs, sentences) in self.values.items():
            if theirs == value:
                yield from _as(name, _apart(sentences))


@cache
def _as(name: str, apart: str) -> tuple[str, str]:
    """That a value is also that of another event, so far away."""
    return f"as {name}", f"as {name}, {apart}"


def _apart(sentences: int) -> str:
    """How far so many sentences are, in words."""
    if sentences == 0:
        return "same sentence"
    return "near" if sentences <= NEAR else "far"


def companies(events: Sequence[Draft], slot: Callable[[Draft], T | None]) -> Iterator[Company[T]]:
    """The company of each of some events in text order, of those that have the slot.

    For the second of three events in Homs, Hama and Homs: "event before", "event after" and "most events" are Homs.
    """
    counts = Counter(value for value in map(slot, events) if value is not None)
    main = max(counts, key=lambda value: counts[value], default=None)
    before: Draft | None = None
    of_actor: dict[str, Draft] = {}
    for event, after in zip(events, _following(events, slot), strict=True):
        kin = _last_of_actors(event, of_actor)
        values = _values(event, {"event before": before, "event of the same actor": kin, "event after": after}, slot)
        if main is not None and (counts[main] > 1 or slot(event) is None):
            values["most events"] = main, 0
        yield Company(values)
        if slot(event) is not None:
            before = event
            of_actor |= dict.fromkeys((*event.source, *event.target), event)


def _last_of_actors(event: Draft, of_actor: Mapping[str, Draft]) -> Draft | None:
    """The last of the events before in which somebody of this one took part.

    The shelling by rebels before "the rebels fled".
    """
    kin = [of_actor[actor] for actor in (*event.source, *event.target) if actor in of_actor]
    return max(kin, key=lambda other: other.trigger.i, default=None)


def _values(
    event: Draft, around: Mapping[str, Draft | None], slot: Callable[[Draft], T | None]
) -> dict[str, tuple[T, int]]:
    """Which event -> (its value, sentences between), of the events around one that have a value."""
    values: dict[str, tuple[T, int]] = {}
    for name, other in around.items():
        value = slot(other) if other is not None else None
        if other is not None and value is not None:
            values[name] = value, abs(event.sentence - other.sentence)
    return values


def _following(events: Sequence[Draft], slot: Callable[[Draft], T | None]) -> list[Draft | None]:
    """The next event that has the slot, for each event."""
    found: list[Draft | None] = []
    after: Draft | None = None
    for event in reversed(events):
        found.append(after)
        if slot(event) is not None:
            after = event
    return found[::-1]
