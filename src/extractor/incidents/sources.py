"""Which reports of an incident are independent: copies, half-cut copies and retold agency copy are one source."""

from collections.abc import Sequence
from functools import cached_property

from extractor.incidents.account import ArticleAccount
from extractor.incidents.sketch import Sketch
from extractor.incidents.voices import core, same_name

COPIED = 0.4  # share of the shorter text's runs of four words; unrelated reports of one event share under a tenth


def origins_of(articles: Sequence[ArticleAccount]) -> dict[str, int]:
    """Article id -> the number of its independent source, counted from 0 in the order given.

    Of an agency's article, a newspaper's copy of it and a report of another paper's own 0, 0 and 1.
    """
    if len(articles) == 1:
        return {articles[0].id: 0}
    sources = [_Source(article) for article in articles]
    origin: dict[str, int] = {}
    for number, source in enumerate(sources):
        dependent = [other for other in sources[:number] if not source.is_independent_of(other)]
        same = {origin[other.id] for other in dependent}
        mine = min(same, default=number)
        origin[source.id] = mine
        for known, value in origin.items():
            if value in same:
                origin[known] = mine
    order = {value: number for number, value in enumerate(dict.fromkeys(origin.values()))}
    return {article: order[value] for article, value in origin.items()}


class _Source:
    """An article as the source of news, compared with others."""

    def __init__(self, article: ArticleAccount) -> None:
        self.id, self._article = article.id, article
        self._outlet = core(article.outlet or "")

    def is_independent_of(self, other: "_Source") -> bool:
        """Whether neither article repeats the other, or both a third party's copy."""
        if self._is_copy(other) or self._has_agency_of(other):
            return False
        if self._credits(other) or other._credits(self):
            return False
        return self._sketch.containment(other._sketch) < COPIED

    @cached_property
    def _sketch(self) -> Sketch:
        return Sketch(self._article.shingles)

    @cached_property
    def _cited(self) -> frozenset[frozenset[str]]:
        """What those are called whom it names as its sources."""
        return frozenset(map(core, self._article.cited))

    def _is_copy(self, other: "_Source") -> bool:
        """Whether two articles are one, or one is known for a copy of the other."""
        return self.id in (other.id, other._article.copy_of) or other.id == self._article.copy_of

    def _has_agency_of(self, other: "_Source") -> bool:
        """Whether both say that they have their news from the same agency."""
        agency, another = self._article.agency, other._article.agency
        if agency is None or another is None:
            return False
        return same_name(agency, another)

    def _credits(self, other: "_Source") -> bool:
        """Whether an article names the outlet of another as where it has its news from.

        True of an article with "the Lima Times reported" and one of the Lima Times.
        """
        outlet, agency = other._article.outlet, self._article.agency
        if not outlet or self._outlet == other._outlet:
            return False
        if agency is not None and same_name(agency, outlet):
            return True
        return other._outlet in self._cited
