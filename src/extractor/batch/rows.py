"""One article -> one row of a run. Every way of running an archive, on one machine or on many, calls `make_row`."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.records import Article

if TYPE_CHECKING:
    from extractor.pipeline import Extractor


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one article.

    Either `json`, the Extraction as one line; or `problem`, why there is none; or `copy_of`, the id of the article that
    it nearly repeats. `where` is its place in the input.
    """

    id: str | None
    where: str
    json: str | None = None
    problem: str | None = None
    copy_of: str | None = None
    events: int = 0
    warnings: tuple[str, ...] = ()


def make_row(extractor: "Extractor", article: Article, where: str) -> Row:
    """Extract one article; what goes wrong is the row's `problem`."""
    try:
        # The strings of this article are forgotten after it: without this a worker grows by some 100 MB in a day.
        with extractor.nlp.memory_zone():
            result = extractor.extract(article)
        return Row(
            id=article.id,
            where=where,
            json=result.model_dump_json(),
            events=len(result.events),
            warnings=tuple(result.warnings),
        )
    except Exception as error:  # noqa: BLE001 - whatever an article does to a parser, the run goes on
        return Row(id=article.id, where=where, problem=f"{type(error).__name__}: {error}")
