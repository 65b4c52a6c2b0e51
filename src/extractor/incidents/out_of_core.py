"""Archives that are larger than memory, on one machine: DuckDB keeps the order of articles and likely pairs.

What articles tell lies in files beside it as it came; only where it lies is sorted. Articles are read country by
country, fortnight by fortnight. The reports of a fortnight are compared with each other and with those of the fortnight
before, each pair once in a country. Then the chains of likely pairs tell which reports can be one incident at all, and
each chain is joined alone, which gives what joining all at once gives. In memory are two fortnights of a country or
some chains, a few integers an event, and what DuckDB is allowed to use.
"""

import csv
import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise
from pathlib import Path
from typing import Any
from zlib import compress, decompress

import numpy as np

from extractor.collector import collector_waits
from extractor.errors import InputError
from extractor.extras import need
from extractor.incidents.account import Account, ArticleAccount, Telling
from extractor.incidents.columns import Array, Reports
from extractor.incidents.incident import incident_of
from extractor.incidents.joining import Joiner, links_of
from extractor.incidents.keys import PERIOD_DAYS, Finder
from extractor.incidents.linker import joined, link_settings
from extractor.incidents.partition import ANYWHERE, countries_of
from extractor.incidents.profile import Profile, in_order, profiles_of
from extractor.incidents.reading import tellings_of
from extractor.incidents.records import Incident
from extractor.incidents.score import scored
from extractor.incidents.settings import LinkSettings
from extractor.incidents.shelf import Shelf, packed, unpacked
from extractor.records import Extraction

Numbers = np.ndarray[Any, np.dtype[np.int32]]  # of reports, of which some two thousand million have room
_Links = dict[int, list[tuple[int, float]]]  # by the first report of a pair
QUICKEST = 1  # level of compression of zlib
SORTED_AT_ONCE = 100_000  # reports whose links are put in order together
FETCHED_AT_ONCE = 10_000  # pairs whose reports are joined to chains together
JOINED_AT_ONCE = 10_000  # reports whose articles are in memory together, some 5 KB each
MOST_FORMER = 10_000  # reports of former fortnights, some 4 KB each
FILE = "linking.duckdb"
_COLUMNS = {
    "id": "VARCHAR",
    "published": "BIGINT",
    "size": "BIGINT",
    "countries": "VARCHAR[]",
    "told": "BIGINT",
    "profiles": "BIGINT",
}
LONGEST_LINE = 1_000_000  # bytes of an article's row; DuckDB makes room for several on each processor
_ARTICLES = """
CREATE TABLE articles AS SELECT row_number() OVER sorted - 1 AS place, (sum(size) OVER sorted - size)::BIGINT AS first,
    published // {days} AS period, * FROM read_json($1, format = 'newline_delimited', columns = {columns},
        maximum_object_size = {longest})
    WINDOW sorted AS (ORDER BY published, id ROWS UNBOUNDED PRECEDING)
"""
# Articles of no known country stand in all countries that are told of in a fortnight or beside it.
_CELLS = """
CREATE TABLE cells AS WITH
    known AS (SELECT place, period, unnest(countries) AS country FROM articles),
    found AS (SELECT DISTINCT country, period + beside AS period FROM known, (VALUES (-1), (0), (1)) AS near (beside)
        UNION SELECT DISTINCT $1, period FROM articles)
SELECT * FROM known UNION ALL SELECT place, period, country FROM articles JOIN found USING (period)
    WHERE len(countries) = 0 ORDER BY country, period, place
"""
_PARTITIONS = "SELECT country, period, min(place), max(place) FROM cells GROUP BY ALL ORDER BY ALL"
_MEMBERS = """
SELECT first, profiles FROM articles WHERE place BETWEEN $3 AND $4
    AND place IN (SELECT place FROM cells WHERE country = $1 AND period = $2) ORDER BY place
"""
_LIKELY = """
CREATE TABLE likely AS SELECT * FROM read_csv($1, auto_detect = false, header = false, max_line_size = 1000,
    buffer_size = 100000, columns = {'one': 'BIGINT', 'other': 'BIGINT', 'probability': 'DOUBLE'})
"""
# Where a partition lacks a pair's rivals the pair looks likelier than it is.
_LINKS = """
INSERT INTO links SELECT one, other, min(probability) FROM likely WHERE one >= $1 AND one < $2
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
class _Cell:
    """What is told of a country in a fortnight: profiles in order, and the numbers of their accounts in the archive."""

    country: str = ""
    period: int = 0
    numbers: list[int] = field(default_factory=list)
    profiles: list[Profile] = field(default_factory=list)

    def precedes(self, other: "_Cell") -> bool:
        """Whether it is of the same country and of the fortnight before."""
        return (self.country, self.period + 1) == (other.country, other.period)


class _Window:
    """The reports of a country of two fortnights, of which those of the later one are compared with all.

    Reports of former fortnights are kept until there are many, since putting the rest into columns anew takes time.
    """

    def __init__(self, window_days: int) -> None:
        self._window_days = window_days
        self._cell = _Cell()
        self._start_with(self._cell)

    def _start_with(self, former: _Cell) -> None:
        """Forget all but the reports of a fortnight."""
        self._numbers = [*former.numbers]
        self._reports = Reports(former.profiles)
        self._finder = Finder(self._reports, self._window_days)
        self._finder.note()

    def likely(self, cell: _Cell) -> Iterator[tuple[int, int, float]]:
        """The likely pairs of the reports of another fortnight with each other and with those of the one before."""
        former = self._cell if self._cell.precedes(cell) else _Cell()
        oldest = len(self._numbers) - len(former.numbers)
        if not former.numbers or oldest > MOST_FORMER:
            self._start_with(former)
            oldest = 0
        self._numbers += cell.numbers
        self._reports.profiles += cell.profiles
        self._cell = cell
        for one, other, probability in scored(self._finder.pairs(oldest)):
            yield self._numbers[one], self._numbers[other], probability


class _Archive:
    def __init__(self, folder: Path, memory: str, settings: LinkSettings) -> None:
        import duckdb

        self._folder, self._settings = folder, settings
        self._profiles = Shelf(folder / "profiles")  # made once, read for each country of an article
        self._told = Shelf(folder / "accounts")
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
            self._profiles.close()
            self._told.close()
            self._database.close()

    def _load(self, tellings: Iterable[Telling]) -> None:
        """Number articles and accounts in order of publication, and spread them over partitions."""
        path = self._folder / "articles.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(self._row(*telling)) + "\n" for telling in tellings if telling[1])
        self._profiles.flush()
        self._told.flush()
        self._database.execute(_ARTICLES.format(days=PERIOD_DAYS, columns=_COLUMNS, longest=LONGEST_LINE), [str(path)])
        path.unlink()
        twice = self._database.execute("SELECT id FROM articles GROUP BY id HAVING count(*) > 1 LIMIT 1").fetchone()
        if twice:
            raise InputError(f"two results are of the article {twice[0]}: give each article once")
        self._database.execute(_CELLS, [ANYWHERE])

    @collector_waits()
    def _row(self, article: ArticleAccount, accounts: list[Account]) -> dict[str, Any]:
        """An article as it is kept: its accounts in the order of their keys."""
        profiles = profiles_of(accounts)
        order = in_order(profiles)
        kept = [accounts[number].model_dump_json(exclude={"article"}, exclude_defaults=True) for number in order]
        told = f'{{"article": {article.model_dump_json(exclude_defaults=True)}, "accounts": [{", ".join(kept)}]}}'
        return {
            "id": article.id,
            "published": profiles[0].key[0],
            "size": len(accounts),
            "countries": sorted(set().union(*map(countries_of, profiles))),
            "told": self._told.add(compress(told.encode(), QUICKEST)),
            "profiles": self._profiles.add(packed([profiles[number] for number in order])),
        }

    def _score(self) -> None:
        """Score the pairs of all partitions."""
        path = self._folder / "links.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file)
            window = _Window(self._settings.window_days)
            for cell in self._cells():
                with collector_waits():
                    lines.writerows((one, other, repr(chance)) for one, other, chance in window.likely(cell))
        self._keep(path)
        path.unlink()

    def _keep(self, path: Path) -> None:
        """Keep the links of a file, each once, in order: some at a time, since sorting all takes memory."""
        self._database.execute("CREATE TABLE links (one BIGINT, other BIGINT, probability DOUBLE)")
        self._database.execute(_LIKELY, [str(path)])
        for first in range(0, self._size, SORTED_AT_ONCE):
            self._database.execute(_LINKS, [first, first + SORTED_AT_ONCE])
        self._database.execute("DROP TABLE likely")

    def _cells(self) -> Iterator["_Cell"]:
        """What is told of each country in each fortnight, country by country."""
        for country, period, low, high in self._database.execute(_PARTITIONS).fetchall():
            cell = _Cell(country, period)
            for first, start in self._database.execute(_MEMBERS, [country, period, low, high]).fetchall():
                cell.profiles += unpacked(self._profiles.at(start))
                cell.numbers += range(first, first + len(cell.profiles) - len(cell.numbers))
            yield cell

    def _chains(self) -> Iterator[list[list[int]]]:
        """Chains of reports that likely pairs hold together, some at a time."""
        homes = self._homes()
        order = np.argsort(homes, kind="stable").astype(np.int32)
        starts = np.flatnonzero(np.diff(homes[order], prepend=-1)).astype(np.int32)
        del homes
        some: list[list[int]] = []
        began = 0
        for start, end in pairwise(chain(map(int, starts), [len(order)])):
            some.append(order[start:end].tolist())
            if end - began >= JOINED_AT_ONCE:
                yield some
                some, began = [], end
        if some:
            yield some

    def _homes(self) -> Numbers:
        """The first report of the chain of each report (union-find)."""
        above = array("i", range(self._size))
        query = "SELECT one, other FROM links WHERE probability >= ?"
        likely = self._database.execute(query, [self._settings.threshold])
        while some := likely.fetchmany(FETCHED_AT_ONCE):
            for one, other in some:
                first, second = sorted((_home(above, one), _home(above, other)))
                above[second] = first
        return np.fromiter((_home(above, number) for number in range(self._size)), dtype=np.int32, count=self._size)

    def _joined(self, chains: list[list[int]]) -> Iterator[Incident]:
        """The incidents of some chains."""
        numbers = np.array(list(chain.from_iterable(chains)), dtype=np.int32)
        linked = list(chain.from_iterable(members for members in chains if len(members) > 1))
        accounts, links = self._accounts(numbers), self._links(linked)
        for members in chains:
            yield from self._join(members, [accounts[number] for number in members], links)

    def _join(self, numbers: list[int], accounts: list[Account], links: _Links) -> Iterator[Incident]:
        """The incidents of a chain."""
        if len(numbers) == 1:
            yield incident_of(accounts, [1.0], self._settings)
            return
        here = {number: place for place, number in enumerate(numbers)}
        found = ((one, other, probability) for one in here for other, probability in links.get(one, ()))
        pairs = ((here[one], here[other], probability) for one, other, probability in found if other in here)
        yield from joined(Joiner(accounts, links_of(pairs), self._settings.threshold), accounts, self._settings)

    @collector_waits()
    def _accounts(self, numbers: Numbers) -> dict[int, Account]:
        """The accounts of the articles of reports, by number."""
        firsts, told = self._locations
        places = np.unique(np.searchsorted(firsts, numbers, side="right") - 1)
        rows = zip(firsts[places].tolist(), map(self._told.at, told[places].tolist()), strict=True)
        return {number: account for first, row in rows for number, account in enumerate(_accounts(row), first)}

    @cached_property
    def _size(self) -> int:
        """How many reports there are."""
        (size,) = self._database.execute("SELECT coalesce(sum(size), 0)::BIGINT FROM articles").fetchall()[0]
        return int(size)

    @cached_property
    def _locations(self) -> tuple[Array, Array]:
        """The first report of each article, and where its accounts are."""
        found = self._database.execute("SELECT first, told FROM articles ORDER BY place").fetchnumpy()
        return np.asarray(found["first"]), np.asarray(found["told"])

    def _links(self, numbers: Sequence[int]) -> _Links:
        """The pairs of reports with the probability that they are one, by their first report."""
        found: _Links = {}
        if not numbers:
            return found
        query = "SELECT * FROM links WHERE one BETWEEN $1 AND $2 AND one IN $3"
        values = [min(numbers), max(numbers), numbers]
        for one, other, probability in self._database.execute(query, values).fetchall():
            found.setdefault(one, []).append((other, probability))
        return found


def _home(above: "array[int]", number: int) -> int:
    """The first member of the group of a report; shortens the way there for the next question."""
    while above[number] != number:
        number = above[number] = above[above[number]]
    return number


def _accounts(row: bytes) -> list[Account]:
    """The accounts of an article as it is kept."""
    told = json.loads(decompress(row))
    article = ArticleAccount.model_validate(told["article"])
    return [Account.model_validate({**account, "article": article}) for account in told["accounts"]]
