"""What can be done for an article, and how several are done at once.

Parsing some articles together costs a fifth less than one by one and gives the same Docs to the bit (measured: 250
newswire texts, 79 % of the CPU, tensors equal), so jobs come in groups.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from spacy.language import Language
from spacy.tokens import Doc

from extractor.assemble import assemble
from extractor.errors import MissingExtra
from extractor.read.reading import Reading, parsed
from extractor.records import Article, Extraction
from extractor.run.memory import at_work
from extractor.run.rows import Row, row_of
from extractor.settings import Settings

MOST_TOGETHER = 16  # articles; 64 are no faster and take 270 MB more
MOST_CHARS = 50_000  # of all articles of a group: as much as the parser gets at once

PAGE_BYTES_A_CHAR = 10  # of a web page in bytes: its parsing costs a tenth of the extraction of a text of that length

Regions = dict[int, int]  # GeoNames id -> share of the article, in thousandths
HomeRegion = tuple[int, float]  # a region and how many mentions it counts as


class Engine(Protocol):
    """What jobs are done with: the steps of an `Extractor`, which explains them."""

    settings: Settings
    nlp: Language

    def begin_many(self, articles: Sequence[Article]) -> Iterator[Doc | Exception]:
        """The parsed Docs with dates and places, or what each failed with."""

    def regions(self, doc: Doc) -> Regions:
        """The regions that a begun Doc is about."""

    def finish(self, doc: Doc, home: HomeRegion | None = None) -> Doc:
        """The Doc with all layers."""


class Kind(Enum):
    """What a job gives."""

    EXTRACT = "an Extraction"
    ROW = "a Row of a run, also when the article fails"
    BEGIN = "the parsed Doc with dates and places, and the regions it is about"
    FINISH = "the Extraction of a begun Doc"


@dataclass(frozen=True, slots=True)
class Job:
    """One job. `begun` and `home` are for FINISH, `where` (the article's place in the input) for ROW."""

    kind: Kind
    article: Article
    where: str = ""
    begun: Any = None
    home: HomeRegion | None = None

    @property
    def chars(self) -> int:
        """The length of the text."""
        return len(self.article.text)


@dataclass(frozen=True, slots=True)
class ParseJob:
    """A document of an input -> its Reading."""

    reading: Reading

    @property
    def chars(self) -> int:
        """The length of the document, as a share of what an article of that length costs."""
        body = self.reading.unparsed.body if self.reading.unparsed else b""
        return len(body) // PAGE_BYTES_A_CHAR


AnyJob = Job | ParseJob
Outcome = Any  # what the job gives, or the Exception it ended with


def group_size(jobs: Sequence[AnyJob], most: int = MOST_TOGETHER) -> int:
    """How many of the first jobs go together: at most `most` and MOST_CHARS, at least one if there is one."""
    chars = 0
    for count, job in enumerate(jobs[:most]):
        chars += job.chars
        if count and chars > MOST_CHARS:
            return count
    return min(len(jobs), most)


def perform(engine: Engine, jobs: Sequence[AnyJob], pack: bool = False) -> Iterator[Outcome]:
    """The outcomes of some jobs in their order. One that fails costs the others nothing.

    With `pack`, as in a worker process, each is given as soon as it is there, and a begun Doc as bytes, which another
    process can take. Without, the caller's own work would stand between two articles: all are done first.
    """
    keeps_docs = not pack and any(job.kind in (Kind.BEGIN, Kind.FINISH) for job in jobs if isinstance(job, Job))
    with at_work(engine.nlp, forget=not keeps_docs):
        if pack:
            yield from _outcomes(engine, jobs, pack)
            return
        done = list(_outcomes(engine, jobs, pack))
    yield from done


def _outcomes(engine: Engine, jobs: Sequence[AnyJob], pack: bool) -> Iterator[Outcome]:
    """The outcome of each job in order; fresh articles are parsed together."""
    fresh = [job.article for job in jobs if isinstance(job, Job) and job.kind is not Kind.FINISH]
    docs = iter(engine.begin_many(fresh))
    for job in jobs:
        if isinstance(job, ParseJob):
            yield _parsed(job)
            continue
        given = job.begun if job.kind is Kind.FINISH else next(docs)
        yield _outcome(engine, job, given, pack)


def _parsed(job: ParseJob) -> Reading | MissingExtra:
    """The reading of a parsed document; a missing extra is the answer of each that needs it."""
    try:
        return parsed(job.reading)
    except MissingExtra as error:
        return error


def _outcome(engine: Engine, job: Job, given: Any, pack: bool) -> Outcome:
    """What became of a job: its result, or the error in its place."""
    try:
        if isinstance(given, Exception):
            raise given
        if job.kind is Kind.BEGIN:
            regions = engine.regions(given)
            return (given.to_bytes(exclude=["tensor"]) if pack else given), regions
        result = _finished(engine, job, given)
    except Exception as error:  # noqa: BLE001 - whatever an article does to a parser, the run goes on
        if job.kind is Kind.ROW:
            return row_of(job.article, job.where, error)
        return error
    if job.kind is Kind.ROW:
        return row_of(job.article, job.where, result)
    return result


def _finished(engine: Engine, job: Job, given: Any) -> Extraction:
    """The result of an article whose first part is done."""
    doc = Doc(engine.nlp.vocab).from_bytes(given) if isinstance(given, bytes) else given
    return assemble(engine.finish(doc, job.home))


def failed(job: AnyJob, error: Exception) -> Row | Reading | Exception:
    """The outcome of a job that nobody could do."""
    if isinstance(job, ParseJob):
        return Reading(job.reading.where, problem=str(error))
    if job.kind is Kind.ROW:
        return row_of(job.article, job.where, error)
    return error
