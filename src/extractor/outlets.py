"""What outlets write about, learnt from the articles of one `pipe`.

Local papers do not say which Springfield they mean, but other articles of theirs name places that are clear. An article
hears of all articles of its outlet before it and of those in a window after it, so that its result depends on the
input alone.
"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

from extractor.document.date_order import DateOrder
from extractor.read.article import ArticleLike, make_article
from extractor.records import Article, Extraction

WINDOW_CHARS = 300_000  # a window of long articles ends earlier: they wait in memory
MOST_OUTLETS = 10_000  # the one heard of longest ago is forgotten
# Measured on LGL, three or four articles an outlet: flat between 3 and 8 mentions.
VOICE = 4.0  # mentions that a region counts as when all of the outlet is about it
LEAST_SHARE = 0.25  # of an outlet that writes about the whole world no region speaks

Regions = dict[int, int]  # GeoNames id -> share of the article, in thousandths
Home = tuple[int, float]  # a region and how many mentions it counts as


def outlet_of(article: Article) -> str | None:
    """The name of the outlet: `source`, else the host of the address; None when the article says where it is.

    >>> outlet_of(Article(id="1", text="", url="https://www.example.com/news/1"))
    'example.com'
    """
    if article.source_location:
        return None
    if article.source:
        return article.source.casefold()
    try:
        host = urlsplit(article.url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


@dataclass(slots=True)
class _Outlet:
    articles: int = 0
    regions: Counter[int] = field(default_factory=Counter)


class Outlets:
    """The regions that the articles of each outlet name."""

    def __init__(self) -> None:
        self._known: dict[str, _Outlet] = {}

    def add(self, outlet: str, regions: Regions) -> None:
        """Hear of one article."""
        known = self._known.pop(outlet) if outlet in self._known else _Outlet()
        self._known[outlet] = known
        known.articles += 1
        known.regions.update(regions)
        if len(self._known) > MOST_OUTLETS:
            del self._known[next(iter(self._known))]

    def home(self, outlet: str, own: Regions) -> Home | None:
        """The region that the outlet's articles but this one are most about, if it is one.

        >>> outlets = Outlets()
        >>> outlets.add("example.com", {4398678: 1000})
        >>> outlets.add("example.com", {4398678: 500, 6254926: 500})
        >>> outlets.home("example.com", {4398678: 500, 6254926: 500})
        (4398678, 2.0)
        """
        known = self._known.get(outlet)
        if known is None or known.articles < 2:
            return None
        others = {region: mass - own.get(region, 0) for region, mass in known.regions.items()}
        region, mass = max(others.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
        share = mass / (1000 * known.articles)  # the article itself, left out above, stands for doubt
        return (region, VOICE * share) if share >= LEAST_SHARE else None


class Crew(Protocol):
    """Who does the work. `room` is how many articles it should have under way."""

    room: int

    def extract(self, article: Article) -> "Future[Extraction]":
        """All of the work on an article that no outlet helps."""

    def begin(self, article: Article) -> "Future[tuple[Any, Regions]]":
        """What `finish` needs, and what the article is about."""

    def finish(self, begun: Any, home: Home | None) -> "Future[Extraction]":
        """The rest of the work."""


@dataclass(slots=True)
class _Waiting:
    outlet: str | None
    size: int
    work: "Future[Any]"


class InOrder:
    """Articles -> Extractions in the same order; an error comes in the place of its article and ends it all."""

    def __init__(self, articles: Iterable[ArticleLike], crew: Crew, window: int, order: DateOrder | None) -> None:
        self._articles, self._crew, self._window, self._order = iter(articles), crew, window, order
        self._outlets = Outlets()
        self._waiting: deque[_Waiting] = deque()
        self._heard = 0  # of those waiting
        self._ended = False

    def __iter__(self) -> Iterator[Extraction]:
        leaving: deque[Future[Extraction]] = deque()
        while self._fill():
            leaving.append(self._finish())
            while len(leaving) >= self._crew.room:
                yield leaving.popleft().result()
        while leaving:
            yield leaving.popleft().result()

    def _fill(self) -> bool:
        """Read as far ahead as the next article needs; false when there is none."""
        while not self._ended and (len(self._waiting) < self._crew.room or self._reach() is None):
            self._read_one()
        return bool(self._waiting)

    def _read_one(self) -> None:
        try:
            article = make_article(next(self._articles), order=self._order)
        except StopIteration:
            self._ended = True
        except Exception as error:  # noqa: BLE001 - raised again in its turn
            failed: Future[Extraction] = Future()
            failed.set_exception(error)
            self._waiting.append(_Waiting(None, 0, failed))
            self._ended = True
        else:
            outlet = outlet_of(article) if self._window else None
            work = self._crew.begin(article) if outlet else self._crew.extract(article)
            self._waiting.append(_Waiting(outlet, len(article.text), work))

    def _reach(self) -> int | None:
        """How many of those waiting the next one hears of, itself included; None when they are not all there."""
        if not self._waiting:
            return None
        if self._waiting[0].outlet is None:
            return 0
        chars = -self._waiting[0].size
        for count, waiting in enumerate(self._waiting, 1):
            chars += waiting.size
            if count > self._window or chars >= WINDOW_CHARS:
                return count
        return len(self._waiting) if self._ended else None

    def _finish(self) -> "Future[Extraction]":
        """Take the next one out and set its last piece of work going."""
        self._hear(self._reach() or 0)
        first = self._waiting.popleft()
        self._heard = max(0, self._heard - 1)
        if first.outlet is None or first.work.exception() is not None:
            return first.work
        begun, regions = first.work.result()
        return self._crew.finish(begun, self._outlets.home(first.outlet, regions))

    def _hear(self, reach: int) -> None:
        for _ in range(self._heard, reach):
            waiting = self._waiting[self._heard]
            if waiting.outlet is not None and waiting.work.exception() is None:
                self._outlets.add(waiting.outlet, waiting.work.result()[1])
            self._heard += 1
