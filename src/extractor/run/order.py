"""Outcomes in the order of their jobs."""

from collections import deque
from collections.abc import Iterable, Iterator

from extractor.run.executor import Promise
from extractor.run.jobs import Outcome


def in_order(promises: Iterable[Promise], ahead: int) -> Iterator[Outcome]:
    """The outcomes of promises in their order; at most `ahead` of them are taken before the first is asked for.

    >>> from extractor.run.executor import kept
    >>> list(in_order([kept(1), kept(2), kept(3)], ahead=2))
    [1, 2, 3]
    """
    waiting: deque[Promise] = deque()
    for promise in promises:
        waiting.append(promise)
        while len(waiting) >= ahead:
            yield waiting.popleft().outcome()
    while waiting:
        yield waiting.popleft().outcome()
