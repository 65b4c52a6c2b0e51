"""Who works for `Extractor.pipe`: the process itself, or a pool of processes that load the pipeline once each."""

import gc
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

from spacy.tokens import Doc

from extractor.assemble import assemble
from extractor.outlets import Home, Regions
from extractor.records import Article, Extraction
from extractor.settings import Settings

if TYPE_CHECKING:
    from extractor.pipeline import Extractor

T = TypeVar("T")

# Articles under way for each worker: enough to keep it busy, few enough to keep the parent's memory flat.
AHEAD = 4


class Alone:
    """The process itself: each piece of work is done when it is asked for."""

    room = 1

    def __init__(self, extractor: "Extractor") -> None:
        self._extractor = extractor

    def extract(self, article: Article) -> Future[Extraction]:
        """An article -> its Extraction."""
        return _done(lambda: self._extractor.extract(article))

    def begin(self, article: Article) -> Future[tuple[Doc, Regions]]:
        """An article -> its Doc with what the outlet does not help, and the regions it names."""

        def work() -> tuple[Doc, Regions]:
            doc = self._extractor.begin(article)
            return doc, self._extractor.regions(doc)

        return _done(work)

    def finish(self, begun: Doc, home: Home | None) -> Future[Extraction]:
        """A begun Doc -> the Extraction."""
        return _done(lambda: assemble(self._extractor.finish(begun, home)))


def _done(work: Callable[[], T]) -> Future[T]:
    future: Future[T] = Future()
    try:
        future.set_result(work())
    except Exception as error:  # noqa: BLE001 - raised again by whoever asks for the result
        future.set_exception(error)
    return future


class Pool:
    """`workers` spawned processes; use it with `with`."""

    def __init__(self, settings: Settings, workers: int) -> None:
        self.room = workers * AHEAD
        context = get_context("spawn")
        self._pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(settings,))

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def extract(self, article: Article) -> Future[Extraction]:
        """An article -> its Extraction."""
        return self._pool.submit(_extract, article)

    def begin(self, article: Article) -> Future[tuple[bytes, Regions]]:
        """An article -> its Doc with what the outlet does not help, as bytes, and the regions it names."""
        return self._pool.submit(_begin, article)

    def finish(self, begun: bytes, home: Home | None) -> Future[Extraction]:
        """A begun Doc -> the Extraction."""
        return self._pool.submit(_finish, begun, home)


_extractor: "Extractor | None" = None


def _start(settings: Settings) -> None:
    from extractor.pipeline import Extractor

    global _extractor
    _extractor = Extractor.from_settings(settings)
    gc.freeze()  # the model stays for good: looking through it again costs 3 % of the CPU of a worker


def _worker() -> "Extractor":
    assert _extractor is not None
    return _extractor


def _extract(article: Article) -> Extraction:
    return _worker().extract(article)


def _begin(article: Article) -> tuple[bytes, Regions]:
    doc = _worker().begin(article)
    return doc.to_bytes(exclude=["tensor"]), _worker().regions(doc)


def _finish(begun: bytes, home: Home | None) -> Extraction:
    doc = Doc(_worker().nlp.vocab).from_bytes(begun)
    return assemble(_worker().finish(doc, home))
