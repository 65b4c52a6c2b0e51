"""Archives that are larger than memory, on one machine: DuckDB keeps articles and likely pairs, on disk where need be.

Articles stand in partitions, as in `partition`: of one country, in one fortnight and the one before. One partition
after the other is scored. Then the chains of likely pairs tell which reports can be one incident at all, and each chain
is joined alone, which gives what joining all at once gives. In memory are a partition or some chains, a few integers an
event, and what DuckDB is allowed to use.
"""

import csv
import json
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import numpy as np

from extractor.errors import InputError
from extractor.extras import need
from extractor.incidents.account import Account, ArticleAccount, Telling
from extractor.incidents.columns import Reports
from extractor.incidents.joining import Joiner, links_of
from extractor.incidents.keys import PERIOD_DAYS, candidate_pairs
from extractor.incidents.linker import joined, link_settings
from extractor.incidents.partition import ANYWHERE, countries_of
from extractor.incidents.profile import Profile, in_order, profiles_of
from extractor.incidents.reading import tellings_of
from extractor.incidents.records import Incident
from extractor.incidents.score import scored
from extractor.incidents.settings import LinkSettings
from extractor.records import Extraction

Numbers = np.ndarray[Any, np.dtype[np.int64]]
_Links = dict[int, list[tuple[int, float]]]  # by the first report of a pair
JOINED_AT_ONCE = 20_000  # reports whose articles are in memory together, some 5 KB each
FILE = "linking.duckdb"
_COLUMNS = {"id": "VARCHAR", "published": "BIGINT", "size": "BIGINT", "countries": "VARCHAR[]", "told": "VARCHAR"}
_ARTICLES = """
CREATE TABLE articles AS SELECT row_number() OVER sorted - 1 AS place, (sum(size) OVER sorted - size)::BIGINT AS first,
    published // {days} AS period, * FROM read_json($1, format = 'newline_delimited', columns = {columns})
    WINDOW sorted AS (ORDER BY published, id ROWS UNBOUNDED PRECEDING)
"""
_CELLS = """
CREATE TABLE cells AS WITH
    placed AS (SELECT place, period AS own, period + later AS period, countries
        FROM articles, (VALUES (0), (1)) AS fortnights (later)),
    known AS (SELECT place, own, period, unnest(countries) AS country FROM placed),
    found AS (SELECT DISTINCT country, period FROM known UNION SELECT DISTINCT $1, period FROM placed)
SELECT * FROM known UNION ALL SELECT place, own, period, country FROM placed JOIN found USING (period)
    WHERE len(countries) = 0 ORDER BY country, period, place
"""
# A partition without an article of its own fortnight holds what the one before it held.
_PARTITIONS = """
SELECT country, period, min(place), max(place) FROM cells GROUP BY ALL HAVING max(own) = period
    ORDER BY ALL
"""
_MEMBERS = """
SELECT first, told FROM articles WHERE place BETWEEN $3 AND $4
    AND place IN (SELECT place FROM cells WHERE country = $1 AND period = $2) ORDER BY place
"""
# Where a partition lacks a pair's rivals the pair looks likelier than it is.
_LINKS = """
CREATE TABLE links AS SELECT one, other, min(probability) AS probability
    FROM read_csv($1, auto_detect = false, header = false,
        columns = {'one': 'BIGINT', 'other': 'BIGINT', 'probability': 'DOUBLE'})
    GROUP BY one, other ORDER BY one, other
"""


def link_out_of_core(
    results: Iterable[Extraction] | str | Path,
    folder: str | Path,
    *,
    memory: str = "1GB",
    settings: LinkSettings | None = None,
) -> Iterator[Incident]:
    """The incidents of results, which may be more than memory holds, chain by chain of likely reports.

    They are those of `link`, but for reports of one event printed more than a fortnight apart. `folder` is an empty or
    new one for what is kept on disk; `memory` is what DuckDB may use. Raises InputError, MissingExtra.

    >>> link_out_of_core("run", "work", memory="4GB")  # doctest: +SKIP
    """
    return link_tellings(tellings_of(results), folder, memory=memory, settings=settings)


def link_tellings(
    tellings: Iterable[Telling], folder: str | Path, *, memory: str = "1GB", settings: LinkSettings | None = None
) -> Iterator[Incident]:
    """The same with accounts that were made elsewhere, by `told_by`, article by article."""
    need(["duckdb"], "linking out of core")
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise InputError(f"{folder} is not empty: linking out of core needs a folder of its own")
    return _Archive(folder, memory, settings or link_settings()).incidents(tellings)


@dataclass(slots=True)
class _Told:
    """Articles with their accounts in order; `numbers` are those of the accounts in the archive."""

    numbers: list[int]
    accounts: list[Account]
    profiles: list[Profile]


class _Archive:
    def __init__(self, folder: Path, memory: str, settings: LinkSettings) -> None:
        import duckdb

        self._folder, self._settings = folder, settings
        self._database = duckdb.connect(
            folder / FILE, config={"memory_limit": memory, "temp_directory": str(folder / "spilled")}
        )

    def incidents(self, tellings: Iterable[Telling]) -> Iterator[Incident]:
        """All incidents, the chains of their reports by the first of these."""
        try:
            self._load(tellings)
            self._score()
            for chains in self._chains():
                yield from self._joined(chains)
        finally:
            self._database.close()

    def _load(self, tellings: Iterable[Telling]) -> None:
        """Number articles and accounts in order of publication, and spread them over partitions."""
        path = self._folder / "articles.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(_row(*telling)) + "\n" for telling in tellings if telling[1])
        self._database.execute(_ARTICLES.format(days=PERIOD_DAYS, columns=_COLUMNS), [str(path)])
        path.unlink()
        twice = self._database.execute("SELECT id FROM articles GROUP BY id HAVING count(*) > 1 LIMIT 1").fetchone()
        if twice:
            raise InputError(f"two results are of the article {twice[0]}: give each article once")
        self._database.execute(_CELLS, [ANYWHERE])

    def _score(self) -> None:
        """Score the pairs of all partitions."""
        path = self._folder / "links.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file)
            for country, period, low, high in self._database.execute(_PARTITIONS).fetchall():
                found = self._told(_MEMBERS, [country, period, low, high])
                pairs = candidate_pairs(Reports(found.profiles), self._settings.window_days)
                for one, other, probability in scored(pairs):
                    lines.writerow((found.numbers[one], found.numbers[other], repr(probability)))
        self._database.execute(_LINKS, [str(path)])
        path.unlink()

    def _told(self, query: str, values: list[Any]) -> _Told:
        """The accounts of the articles that a query finds, with their numbers and profiles."""
        numbers: list[int] = []
        accounts: list[Account] = []
        for first, row in self._database.execute(query, values).fetchall():
            some = _accounts(json.loads(row))
            numbers += range(first, first + len(some))
            accounts += some
        return _Told(numbers, accounts, profiles_of(accounts))

    def _chains(self) -> Iterator[list[list[int]]]:
        """Chains of reports that likely pairs hold together, some at a time."""
        homes = self._homes()
        order = np.argsort(homes, kind="stable")
        bounds = [*np.flatnonzero(np.diff(homes[order], prepend=-1)).tolist(), len(order)]
        some: list[list[int]] = []
        began = 0
        for start, end in pairwise(bounds):
            some.append(order[start:end].tolist())
            if end - began >= JOINED_AT_ONCE:
                yield some
                some, began = [], end
        if some:
            yield some

    def _homes(self) -> Numbers:
        """The first report of the chain of each report (union-find)."""
        (size,) = self._database.execute("SELECT coalesce(sum(size), 0)::BIGINT FROM articles").fetchall()[0]
        above = array("q", range(size))
        query = "SELECT one, other FROM links WHERE probability >= ?"
        likely = self._database.execute(query, [self._settings.threshold]).fetchnumpy()
        for one, other in zip(likely["one"].tolist(), likely["other"].tolist(), strict=True):
            first, second = sorted((_home(above, one), _home(above, other)))
            above[second] = first
        return np.array([_home(above, number) for number in range(size)], dtype=np.int64)

    def _joined(self, chains: list[list[int]]) -> Iterator[Incident]:
        """The incidents of some chains."""
        numbers = np.array(list(chain.from_iterable(chains)), dtype=np.int64)
        found = self._of(numbers)
        at = {number: place for place, number in enumerate(found.numbers)}
        links = self._links(numbers)
        for members in chains:
            places = [at[number] for number in members]
            accounts = [found.accounts[place] for place in places]
            profiles = [found.profiles[place] for place in places]
            yield from self._join(_Told(members, accounts, profiles), links)

    def _join(self, told_here: _Told, links: _Links) -> Iterator[Incident]:
        """The incidents of a chain."""
        here = {number: place for place, number in enumerate(told_here.numbers)}
        found = ((one, other, probability) for one in here for other, probability in links.get(one, ()))
        pairs = ((here[one], here[other], probability) for one, other, probability in found if other in here)
        joiner = Joiner(told_here.profiles, links_of(pairs), self._settings.threshold)
        return joined(joiner, told_here.accounts, self._settings)

    def _of(self, numbers: Numbers) -> _Told:
        """The articles of reports."""
        places = np.unique(np.searchsorted(self._firsts, numbers, side="right") - 1)
        query = "SELECT first, told FROM articles WHERE place BETWEEN $1 AND $2 AND place IN $3 ORDER BY place"
        return self._told(query, [int(places[0]), int(places[-1]), places.tolist()])

    @cached_property
    def _firsts(self) -> Numbers:
        """The first report of each article."""
        found = self._database.execute("SELECT first FROM articles ORDER BY place").fetchnumpy()
        return np.asarray(found["first"], dtype=np.int64)

    def _links(self, numbers: Numbers) -> _Links:
        """The pairs of reports with the probability that they are one, by their first report."""
        query = "SELECT * FROM links WHERE one BETWEEN $1 AND $2 AND one IN $3"
        values = [int(numbers.min()), int(numbers.max()), numbers.tolist()]
        found: _Links = {}
        for one, other, probability in self._database.execute(query, values).fetchall():
            found.setdefault(one, []).append((other, probability))
        return found


def _home(above: "array[int]", number: int) -> int:
    """The first member of the group of a report; shortens the way there for the next question."""
    while above[number] != number:
        number = above[number] = above[above[number]]
    return number


def _row(article: ArticleAccount, accounts: list[Account]) -> dict[str, Any]:
    """An article as it is kept: its accounts in the order of their keys."""
    profiles = profiles_of(accounts)
    order = in_order(profiles)
    kept = [accounts[number].model_dump_json(exclude={"article"}, exclude_defaults=True) for number in order]
    return {
        "id": article.id,
        "published": profiles[0].key[0],
        "size": len(accounts),
        "countries": sorted(set().union(*map(countries_of, profiles))),
        "told": f'{{"article": {article.model_dump_json(exclude_defaults=True)}, "accounts": [{", ".join(kept)}]}}',
    }


def _accounts(row: dict[str, Any]) -> list[Account]:
    """The accounts of an article from its row."""
    article = ArticleAccount.model_validate(row["article"])
    return [Account.model_validate({**account, "article": article}) for account in row["accounts"]]
