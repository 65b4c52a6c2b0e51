"""Articles that go in, counted as their outcomes come out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from extractor.errors import InputError
from extractor.read.article import ArticleLike

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Counted:
    """Articles, how many there are if that is known, and whether a bar shows how many are done.

    In the place of what is no article may stand the error that says why.
    """

    articles: Iterable[ArticleLike | InputError]
    total: int | None = None
    shown: bool = False

    def count(self, outcomes: Iterable[Item]) -> Iterator[Item]:
        """The outcomes themselves, below a bar on standard error if one is wanted; articles that fail count too."""
        if not self.shown:
            yield from outcomes
            return
        from tqdm import tqdm

        yield from tqdm(outcomes, total=self.total, unit=" articles", dynamic_ncols=True)
