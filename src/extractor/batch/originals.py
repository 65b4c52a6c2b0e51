"""Which article of several near copies is extracted: the one that has a date and is the longest.

Articles are read some way ahead, so that a better copy that comes a little later is found. The others are copies of
the one that was extracted; when it fails, the next best is extracted in its place.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from extractor.batch.near import Neighbours, Signature, written
from extractor.run.executor import Executor, Promise, kept
from extractor.run.jobs import Job, Outcome
from extractor.run.rows import Row, row_of_copy

# Ten papers print a wire story within a day or two. So many articles, or characters of them, wait in the parent.
AHEAD, AHEAD_CHARS = 2_000, 20_000_000


@dataclass(slots=True, eq=False)
class Member:
    """One article of the input, or what stands in its place (`promise` without `sign`).

    `sign` is None for what is not compared. `row` is what an earlier run made of it.
    """

    id: str | None
    input: str = ""
    ended: str | None = None
    sign: Signature | None = None
    is_dated: bool = False
    chars: int = 0
    job: Job | None = None
    row: Row | None = None
    promise: Promise | None = None
    group: "Group | None" = None
    number: int = -1  # in the index of those that were read ahead

    @property
    def rank(self) -> tuple[bool, int]:
        """How good the copy is: dated before undated, then the longer."""
        return self.is_dated, self.chars

    @property
    def has_result(self) -> bool:
        """Whether an earlier run extracted it."""
        if self.row is None or self.row.problem is not None:
            return False
        return self.row.copy_of is None

    def start(self, executor: Executor) -> Promise:
        """Set its extraction going, if that is not done."""
        if self.promise is None:
            assert self.job is not None
            self.promise = executor.submit(self.job)
        return self.promise

    def is_done(self, executor: Executor) -> bool:
        """Whether it has a result; it is extracted to find out, unless an earlier run had it."""
        row = self.row or self.start(executor).outcome()
        if not isinstance(row, Row) or row.problem is not None:
            return False
        return row.copy_of is None


@dataclass(slots=True, eq=False)
class Group:
    """Near copies of each other, the best first; `standing` is the id of the one that has a result."""

    members: list[Member] = field(default_factory=list)
    standing: str | None = None

    def add(self, member: Member) -> None:
        """A copy that was found later."""
        member.group = self
        if self.standing is None:
            self.members.append(member)

    def original_of(self, member: Member, executor: Executor) -> str | None:
        """The id of the article that a member is a copy of; None when none before it has a result."""
        if self.standing is None:
            before = self.members[: self.members.index(member)]
            self.standing = next((one.id for one in before if one.is_done(executor)), None)
            if self.standing is not None:
                self.members.clear()
        return self.standing


class Originals:
    """Members in the order of the input -> promises of their rows in that order.

    The promises must be asked for their outcomes in this order. Members with a row of an earlier run come first; they
    are remembered as they are, and no promise is given for them.
    """

    def __init__(self, executor: Executor, ahead: int = AHEAD, ahead_chars: int = AHEAD_CHARS) -> None:
        self._executor, self._most, self._most_chars = executor, ahead, ahead_chars
        self._waiting: deque[Member] = deque()
        self._coming: Neighbours[Member] = Neighbours(ahead + 2)
        self._known: Neighbours[Group] = Neighbours()
        self._chars = 0
        self.has_all = False  # whether all of the input was read
        self.fresh = 0  # members that no earlier run had

    def promises(self, members: Iterable[Member]) -> Iterator[Promise]:
        """The promises."""
        for member in members:
            self._wait(member)
            while len(self._waiting) > self._most or self._chars > self._most_chars:
                yield from self._next()
        self.has_all = True
        while self._waiting:
            yield from self._next()

    def _wait(self, member: Member) -> None:
        """Take a member in, to be compared when enough have come."""
        self._waiting.append(member)
        self.fresh += member.row is None
        self._chars += member.chars
        if member.sign is not None:
            member.number = self._coming.add(member, member.sign)

    def _next(self) -> Iterator[Promise]:
        """The promise of the member whose turn it is; none for one that an earlier run had."""
        member = self._waiting.popleft()
        self._chars -= member.chars
        if member.sign is not None:
            self._coming.forget(member.number)
            self._place(member, member.sign)
        if member.row is None:
            yield member.promise if member.sign is None and member.promise else _Turn(member, self._executor)

    def _place(self, member: Member, sign: Signature) -> None:
        """Find the group of a member, or make one of it and of its copies among those that were read ahead."""
        if member.group is not None:
            return
        known = next(self._known.like(sign), None)
        if known is not None:
            known.add(member)
            return
        coming = [one for one in self._coming.like(sign) if one.group is None]
        group = Group(_best_first([member, *filter(self._is_new, coming)]))
        for one in group.members:
            one.group = group
        best = group.members[0]
        if member.row is not None and member.row.copy_of not in {one.id for one in group.members}:
            group.standing = member.row.copy_of  # it lay in an input that is gone
        assert best.sign is not None
        self._known.add(group, best.sign)
        if best.row is None and group.standing is None:
            best.start(self._executor)

    def _is_new(self, member: Member) -> bool:
        """Whether nothing that is known is like a member."""
        if member.sign is None:
            return False
        return next(self._known.like(member.sign), None) is None


def _best_first(members: list[Member]) -> list[Member]:
    """The order in which members are tried: first those that have a result of an earlier run."""
    ranked = sorted(members, key=lambda one: one.rank, reverse=True)  # sorting is stable: of equals the first
    return sorted(ranked, key=lambda one: not one.has_result)


class _Turn(Promise):
    """The row of an article: extracted, or a copy of another."""

    def __init__(self, member: Member, executor: Executor) -> None:
        super().__init__(executor)
        self._member = member

    def outcome(self) -> Outcome:
        """The row."""
        if not self.is_kept:
            self.keep(self._row())
        return self._outcome

    def _row(self) -> Outcome:
        """The row of a member: its own answer, or that of the original that it copies."""
        member, executor = self._member, self._executor
        assert executor is not None
        assert member.job is not None
        original = None
        if member.group is not None and member.promise is None:
            original = member.group.original_of(member, executor)
        job = member.job
        row = member.start(executor).outcome() if original is None else row_of_copy(job.article, job.where, original)
        member.promise, member.job = kept(row), None
        near = None if member.sign is None else written(member.sign)
        facts = {"near": near, "is_dated": member.is_dated, "chars": member.chars}
        return replace(row, input=member.input, ended=member.ended, **facts)
