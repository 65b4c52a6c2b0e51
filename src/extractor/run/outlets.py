"""What outlets write about, learnt from the articles of one `pipe` (setting `outlet_window`).

Local papers do not say which Springfield they mean, but other articles of theirs name places that are clear. An article
learns from all articles of its outlet before it and of those in a window after it, so that its result depends on the
input alone.
"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from extractor.errors import InputError
from extractor.read.article import ArticleLike, make_article
from extractor.records import Article
from extractor.run.executor import Executor, Promise, kept
from extractor.run.jobs import HomeRegion, Job, Kind, Regions
from extractor.settings import Settings

WINDOW_CHARS = 300_000  # a window of long articles ends earlier: they wait in memory
MOST_OUTLETS = 10_000  # the one seen longest ago is forgotten
# Measured on LGL, three or four articles an outlet: flat between 3 and 8 mentions.
WEIGHT = 4.0  # mentions that a region counts as when all of the outlet is about it
LEAST_SHARE = 0.25  # of an outlet that writes about the whole world no region speaks


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
    if not host:
        return None
    return host.removeprefix("www.")


@dataclass(slots=True)
class _Outlet:
    articles: int = 0
    regions: Counter[int] = field(default_factory=Counter)


class Outlets:
    """The regions that the articles of each outlet name."""

    def __init__(self) -> None:
        self._known: dict[str, _Outlet] = {}

    def add(self, outlet: str, regions: Regions) -> None:
        """Learn from one article."""
        known = self._known.pop(outlet) if outlet in self._known else _Outlet()
        self._known[outlet] = known
        known.articles += 1
        known.regions.update(regions)
        if len(self._known) > MOST_OUTLETS:
            del self._known[next(iter(self._known))]

    def home(self, outlet: str, own: Regions) -> HomeRegion | None:
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
        if share >= LEAST_SHARE:
            return (region, WEIGHT * share)
        return None


@dataclass(slots=True)
class _Waiting:
    """An article that was read ahead. Without an outlet `work` is all of its work, else the first part."""

    outlet: str | None
    article: Article | None
    work: Promise

    @property
    def chars(self) -> int:
        return len(self.article.text) if self.article else 0

    def regions(self) -> Regions | None:
        """The regions that an article of an outlet is about; None for one without outlet, or that failed."""
        if self.outlet is None:
            return None
        outcome = self.work.outcome()
        return None if isinstance(outcome, Exception) else outcome[1]


class OutletWindow:
    """Articles -> promises of their Extractions in the same order. What cannot be an article is an error there."""

    def __init__(self, articles: Iterable[ArticleLike | InputError], executor: Executor, settings: Settings) -> None:
        self._articles, self._executor, self._settings = iter(articles), executor, settings
        self._window = settings.outlet_window
        self._outlets = Outlets()
        self._waiting: deque[_Waiting] = deque()
        self._observed = 0  # of those waiting
        self._ended = False

    def __iter__(self) -> Iterator[Promise]:
        while self._fill():
            yield self._finish()

    def _fill(self) -> bool:
        """Read as far ahead as the next article needs; false when there is none."""
        while not self._ended and self._reach() is None:
            self._read_one()
        return bool(self._waiting)

    def _read_one(self) -> None:
        """Start the next article; one that cannot be read keeps its error for its turn."""
        try:
            given = next(self._articles)
        except StopIteration:
            self._ended = True
            return
        try:
            if isinstance(given, InputError):  # why a row of a table makes no article
                raise given
            article = make_article(given, order=self._settings.order, max_chars=self._settings.max_chars)
        except Exception as error:  # noqa: BLE001 - raised again in its turn
            self._waiting.append(_Waiting(None, None, kept(error)))
            return
        outlet = outlet_of(article) if self._window else None
        work = self._executor.submit(Job(Kind.BEGIN if outlet else Kind.EXTRACT, article))
        self._waiting.append(_Waiting(outlet, article, work))

    def _reach(self) -> int | None:
        """How many of those waiting the next one learns from, itself included; None when they are not all there."""
        if not self._waiting:
            return None
        if self._waiting[0].outlet is None:
            return 0
        chars = -self._waiting[0].chars
        for count, waiting in enumerate(self._waiting, 1):
            chars += waiting.chars
            if count > self._window or chars >= WINDOW_CHARS:
                return count
        if not self._ended:
            return None
        return len(self._waiting)

    def _finish(self) -> Promise:
        """Take the next one out and set its last piece of work going."""
        self._observe(self._reach() or 0)
        first = self._waiting.popleft()
        self._observed = max(0, self._observed - 1)
        regions = first.regions()
        if first.article is None or first.outlet is None or regions is None:
            return first.work
        home = self._outlets.home(first.outlet, regions)
        begun = first.work.outcome()[0]
        return self._executor.submit(Job(Kind.FINISH, first.article, begun=begun, home=home))

    def _observe(self, reach: int) -> None:
        """Let the outlets learn from the articles before this one."""
        for _ in range(self._observed, reach):
            waiting = self._waiting[self._observed]
            regions = waiting.regions()
            if waiting.outlet is not None and regions is not None:
                self._outlets.add(waiting.outlet, regions)
            self._observed += 1
