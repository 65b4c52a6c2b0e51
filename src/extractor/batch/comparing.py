"""Whether a changed input still begins with the articles that are done, so that those need not be extracted again."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from typing import Self

import spacy
from spacy.tokens import Doc

from extractor.batch.inputs import Input
from extractor.batch.parts import Segment, digest
from extractor.read import Reading, ReadOptions
from extractor.records import Article
from extractor.run.executor import Promise, kept
from extractor.run.jobs import HomeRegion, ParseJob, Regions
from extractor.run.order import in_order
from extractor.run.pool import Pool
from extractor.run.rows import content_of
from extractor.settings import Settings


class Comparison:
    """Reads inputs again; documents are parsed by workers, under the time limit, as they were at first.

    Use it with `with`. The workers start at the first document: most inputs hold none.
    """

    def __init__(self, settings: Settings, workers: int, seconds: float) -> None:
        self._settings, self._workers, self._seconds = settings, workers, seconds
        self._pool: Pool | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def begins_as(self, given: Input, segments: list[Segment], options: ReadOptions) -> bool:
        """Whether an input begins with the articles that the segments are of."""
        if given.problem is not None:
            return False
        return self.are_as_before(given.readings(options), segments)

    def are_as_before(self, readings: Iterator[Reading], segments: list[Segment]) -> bool:
        """Read what the segments are of, and compare it."""
        for segment in segments:
            again = list(self._parsed(islice(readings, segment.rows)))
            if len(again) < segment.rows or digest(map(_told, again)) != segment.digest:
                return False
        return True

    def _parsed(self, readings: Iterator[Reading]) -> Iterator[Reading]:
        """The readings with their documents parsed. Raises MissingExtra."""
        for outcome in in_order(map(self._promise, readings), self._workers):
            if isinstance(outcome, Exception):
                raise outcome
            yield outcome

    def _promise(self, reading: Reading) -> Promise:
        """A reading, or the promise of one that is parsed in a process of its own."""
        if reading.unparsed is None:
            return kept(reading)
        if self._pool is None:
            self._pool = self._open.enter_context(Pool(Parser, self._settings, self._workers, self._seconds))
        return self._pool.submit(ParseJob(reading))


def _told(one: Reading) -> tuple[str | None, str, str | None]:
    """What a segment remembers of a reading."""
    return one.article.id if one.article else None, one.where, content_of(one.article)


class Parser:
    """What workers parse documents with when they extract nothing: it loads no pipeline."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.nlp = spacy.blank("en")

    def begin_many(self, articles: Sequence[Article]) -> Iterator[Doc | Exception]:
        """Nothing, as there are no articles to begin."""
        return iter(NotImplementedError() for _ in articles)

    def regions(self, doc: Doc) -> Regions:
        """It knows no regions."""
        raise NotImplementedError

    def finish(self, doc: Doc, home: HomeRegion | None = None) -> Doc:
        """It makes no layers."""
        raise NotImplementedError
