"""Which predicted event is which gold event of an article."""

from dataclasses import dataclass
from itertools import product

from extractor.records import Event, Extraction

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pairing:
    """The events of one article: pairs of gold and predicted, gold that was missed, predictions too many."""

    pairs: list[tuple[Event, Event]]
    missed: list[Event]
    surplus: list[Event]


def align(gold: Extraction, predicted: Extraction) -> Pairing:
    """Pair events one to one, best first: the same trigger before the same clause, the same type before another.

    Two events can be paired when a trigger or a claim of one overlaps one of the other.
    """
    ranked = []
    for (g, one), (p, other) in product(enumerate(gold.events), enumerate(predicted.events)):
        rank = _rank(gold, one, predicted, other)
        if rank > 0:
            ranked.append((rank, -g, -p))
    of_gold: dict[int, int] = {}
    taken: set[int] = set()
    for _, minus_g, minus_p in sorted(ranked, reverse=True):
        if -minus_g not in of_gold and -minus_p not in taken:
            of_gold[-minus_g] = -minus_p
            taken.add(-minus_p)
    return Pairing(
        [(gold.events[g], predicted.events[p]) for g, p in sorted(of_gold.items())],
        [event for g, event in enumerate(gold.events) if g not in of_gold],
        [event for p, event in enumerate(predicted.events) if p not in taken],
    )


def _rank(gold: Extraction, one: Event, predicted: Extraction, other: Event) -> float:
    """0 for events that do not touch."""
    if _touch(_triggers(gold, one), _triggers(predicted, other)):
        near = 2.0
    elif _touch(_clauses(gold, one), _clauses(predicted, other)):
        near = 1.0
    else:
        return 0.0
    return near + 0.9 * (one.type == other.type) + 0.05 * (one.mode == other.mode)


def _triggers(result: Extraction, event: Event) -> list[Interval]:
    """Where the triggers of an event stand."""
    return [(c.trigger.start, c.trigger.end) for c in result.claims_of(event)]


def _clauses(result: Extraction, event: Event) -> list[Interval]:
    """Where the claims of an event stand."""
    return [(c.start, c.end) for c in result.claims_of(event)]


def _touch(some: list[Interval], others: list[Interval]) -> bool:
    """Whether one of some intervals overlaps one of others."""
    return any(a < d and c < b for a, b in some for c, d in others)
