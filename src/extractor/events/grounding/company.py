"""The other events of an article, as evidence for the day and the place of one of them."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from extractor.events.draft import Draft

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Company(Generic[T]):
    """What the rules gave a slot of the events around one: which event -> (value, sentences between)."""

    values: dict[str, tuple[T, int]]

    @property
    def found(self) -> list[T]:
        """The values."""
        return [value for value, _ in self.values.values()]

    def names(self, value: T) -> Iterator[str]:
        """Which of them have a value."""
        for name, (theirs, sentences) in self.values.items():
            if theirs == value:
                yield f"as {name}"
                yield f"as {name}, {_apart(sentences)}"


def _apart(sentences: int) -> str:
    return "same sentence" if sentences == 0 else "near" if sentences <= 3 else "far"


def companies(events: Sequence[Draft], slot: Callable[[Draft], T | None]) -> Iterator[Company[T]]:
    """The company of each of some events in text order, of those that have the slot."""
    known = [event for event in events if slot(event) is not None]
    counts = Counter(slot(event) for event in known)
    main = max(counts, key=lambda value: counts[value], default=None)
    following = _following(events, slot)
    before: Draft | None = None
    of_actor: dict[str, Draft] = {}
    for event, after in zip(events, following, strict=True):
        actors = [*event.source, *event.target]
        kin = max((of_actor[a] for a in actors if a in of_actor), key=lambda e: e.trigger.i, default=None)
        values: dict[str, tuple[T, int]] = {}
        for name, other in (("event before", before), ("event of the same actor", kin), ("event after", after)):
            value = slot(other) if other is not None else None
            if other is not None and value is not None:
                values[name] = value, abs(event.sentence - other.sentence)
        if main is not None and (counts[main] > 1 or slot(event) is None):
            values["most events"] = main, 0
        yield Company(values)
        if slot(event) is not None:
            before = event
            of_actor |= dict.fromkeys(actors, event)


def _following(events: Sequence[Draft], slot: Callable[[Draft], T | None]) -> list[Draft | None]:
    """The next event that has the slot, for each event."""
    found: list[Draft | None] = []
    after: Draft | None = None
    for event in reversed(events):
        found.append(after)
        if slot(event) is not None:
            after = event
    return found[::-1]
