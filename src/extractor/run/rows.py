"""One article -> one row of a run. Every way of running an archive, on one machine or on many, calls `row_of`."""

from dataclasses import dataclass
from hashlib import blake2b

from extractor.errors import WorkerLost
from extractor.records import Article, Extraction


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one article.

    Either `json`, the Extraction as one line; or `problem`, why there is none; or `copy_of`, the id of the article that
    it nearly repeats, and `about`, where and when that was printed; or none of these: it was passed over.

    `where` is its place in `input`, `content` a hash of what was read there; `ended` is the hash of the input where the
    article is its last. `near`, `is_dated` and `chars` are for finding and choosing among copies.
    """

    id: str | None
    where: str
    json: str | None = None
    problem: str | None = None
    copy_of: str | None = None
    about: dict[str, str] | None = None
    content: str | None = None
    input: str = ""
    ended: str | None = None
    near: str | None = None
    is_dated: bool = False
    chars: int = 0
    events: int = 0
    warnings: tuple[str, ...] = ()

    @property
    def is_passed(self) -> bool:
        """Whether nothing was made of the article because it was not wanted."""
        if self.json is not None or self.problem is not None:
            return False
        return self.copy_of is None


def content_of(article: Article | None) -> str | None:
    """A hash of text, title and day, by which an article that changed under its id is noticed."""
    if article is None:
        return None
    read = f"{article.text}\x1f{article.title}\x1f{article.published}"
    return blake2b(read.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def row_of_copy(article: Article, where: str, original: str) -> Row:
    """The row of an article that nearly repeats another: linking counts it as a report, and as no source."""
    printed = article.model_dump(mode="json", include={"source", "published", "url", "title"}, exclude_none=True)
    return Row(id=article.id, where=where, copy_of=original, about=printed, content=content_of(article))


def row_of(article: Article, where: str, outcome: Extraction | Exception) -> Row:
    """The row of an article that was extracted, or whose extraction failed."""
    if isinstance(outcome, WorkerLost):
        return Row(id=article.id, where=where, problem=str(outcome), content=content_of(article))
    if isinstance(outcome, Exception):
        problem = f"{type(outcome).__name__}: {outcome}"
        return Row(id=article.id, where=where, problem=problem, content=content_of(article))
    return Row(
        id=article.id,
        where=where,
        json=outcome.model_dump_json(),
        content=content_of(article),
        events=len(outcome.events),
        warnings=tuple(outcome.warnings),
    )
