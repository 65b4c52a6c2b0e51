"""Which article of several near copies is extracted: the first that can be. The others are copies of it."""

from extractor.batch.near import NearCopies
from extractor.records import Article
from extractor.run.executor import Executor, Promise
from extractor.run.jobs import Job, Outcome
from extractor.run.rows import Row, row_of_copy


class Originals:
    """What a run extracted so far, to find the copies of it. Texts of more than `max_chars` are not compared."""

    def __init__(self, max_chars: int) -> None:
        self._near, self._max_chars = NearCopies(), max_chars
        self._failed: set[str] = set()
        self._instead: dict[str, str] = {}  # an original that failed -> its copy that was extracted

    def promise(self, job: Job, executor: Executor) -> Promise:
        """The row of an article; promises must be asked for their outcomes in the order in which they were made."""
        original = self._original(job.article)
        return _Copy(self, job, original, executor) if original else _First(self, job, executor)

    def pass_over(self, article: Article, failed: bool) -> None:
        """Note what an earlier run made of an article."""
        original = self._original(article)
        if failed:
            self._failed.add(article.id)
        elif original in self._failed and original not in self._instead:
            self._instead[original] = article.id

    def _original(self, article: Article) -> str | None:
        return self._near.original(article.id, article.text) if len(article.text) <= self._max_chars else None

    def note(self, article: Article, row: Outcome) -> None:
        """Note the outcome of an article that was extracted."""
        if isinstance(row, Row) and row.problem is not None:
            self._failed.add(article.id)

    def standing(self, original: str) -> str | None:
        """The article that was extracted of a group; None when all before this one failed."""
        return self._instead.get(original) if original in self._failed else original

    def replace(self, original: str, article: Article, row: Outcome) -> None:
        """Note the outcome of a copy that was extracted because its original failed."""
        if isinstance(row, Row) and row.problem is None:
            self._instead[original] = article.id


class _First(Promise):
    """The row of an article that repeats none; it is under way at once."""

    def __init__(self, originals: Originals, job: Job, executor: Executor) -> None:
        super().__init__(executor)
        self._originals, self._job, self._inner = originals, job, executor.submit(job)

    def outcome(self) -> Outcome:
        """The row, noted for its copies."""
        if not self.is_kept:
            self.keep(self._inner.outcome())
            self._originals.note(self._job.article, self._outcome)
        return self._outcome


class _Copy(Promise):
    """The row of an article that repeats another: it is extracted only when that failed."""

    def __init__(self, originals: Originals, job: Job, original: str, executor: Executor) -> None:
        super().__init__(executor)
        self._originals, self._job, self._original = originals, job, original

    def outcome(self) -> Outcome:
        """The row; what it repeats was asked for its outcome before."""
        if not self.is_kept:
            self.keep(self._row())
        return self._outcome

    def _row(self) -> Outcome:
        job, standing = self._job, self._originals.standing(self._original)
        if standing is not None:
            return row_of_copy(job.article, job.where, standing)
        assert self._executor is not None
        row = self._executor.submit(job).outcome()
        self._originals.replace(self._original, job.article, row)
        return row
