"""A pool of processes that load the pipeline once each and return finished results in order."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

from extractor.records import Article, Extraction
from extractor.settings import Settings

if TYPE_CHECKING:
    from extractor.pipeline import Extractor

# Articles under way for each worker: enough to keep it busy, few enough to keep the parent's memory flat.
AHEAD = 4

_extractor: "Extractor | None" = None


def _start(settings: Settings) -> None:
    from extractor.pipeline import Extractor

    global _extractor
    _extractor = Extractor(**settings.model_dump())


def _extract(article: Article) -> str:
    assert _extractor is not None
    return _extractor.extract(article).model_dump_json()


def pool_extract(settings: Settings, articles: Iterable[Article], workers: int) -> Iterator[Extraction]:
    """Articles -> Extractions in the same order, with `workers` spawned processes and bounded memory."""
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(settings,)) as pool:
        under_way: deque[Future[str]] = deque()
        for article in articles:
            under_way.append(pool.submit(_extract, article))
            if len(under_way) >= workers * AHEAD:
                yield Extraction.model_validate_json(under_way.popleft().result())
        while under_way:
            yield Extraction.model_validate_json(under_way.popleft().result())
